package org.tidemark.logic.therapists

import org.tidemark.bindings.ChecklistQuestion
import org.tidemark.bindings.DiaryRecord
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.records.text
import org.tidemark.logic.session.coded
import org.tidemark.logic.session.items
import java.time.LocalDate

/** Where an item of the checklist stands. */
public enum class ChecklistStatus {
    NOT_ASKED, CONFIRMED, UNSURE, DECLINED, NOT_APPLICABLE;

    /** Whether the question was put. */
    public val asked: Boolean get() = this == CONFIRMED || this == UNSURE || this == DECLINED
}

/** How an answer was had. */
public enum class ChecklistHow { TOLD, SEEN, LOOKED_UP, OTHER }

/** What is known of one item: its question, where it stands, the day, how, and the person's words. */
public data class ItemAnswer(
    val item: String,
    val question: String,
    val status: ChecklistStatus = ChecklistStatus.NOT_ASKED,
    val on: String = "",
    val how: ChecklistHow? = null,
    val note: String = "",
)

/** A massage therapist with what was asked; counted, never graded. */
public data class Therapist(
    val id: String,
    val name: String,
    val practice: String,
    val contact: String,
    /** Kind and number of licence, registration or certificate. */
    val credential: String,
    /** The day that was seen, when it is more than twelve months ago and so has to be shown. */
    val oldCredential: LogicalDate?,
    val answers: List<ItemAnswer>,
    /** How the first talk or visit fitted, in the person's words. */
    val fit: String,
) {
    val asked: Int get() = answers.count { it.status.asked }

    val notApplicable: Int get() = answers.count { it.status == ChecklistStatus.NOT_APPLICABLE }

    val traumaInformed: Boolean get() = answers.any { it.item == "trauma_informed_training" && it.status == ChecklistStatus.CONFIRMED }
}

/** A record as these screens show it; every question of [all] has an answer, if only that it was not asked. */
internal fun DiaryRecord.therapist(all: List<ChecklistQuestion>, today: String): Therapist {
    val known = items(text("checklist")).mapNotNull(::answer).associateBy { it.item }
    return Therapist(
        id = id,
        name = text("name"),
        practice = text("practice"),
        contact = text("contact"),
        credential = listOf(text("credential_type"), text("credential_number")).filter { it.isNotEmpty() }.joinToString(" "),
        oldCredential = text("credential_on").takeIf { it.isNotEmpty() && olderThanAYear(it, today) }?.let { LogicalDate(it) },
        answers = all.map { known[it.item]?.copy(question = it.question) ?: ItemAnswer(it.item, it.question) },
        fit = text("first_visit_fit"),
    )
}

/** Days after which the core's lists show a credential's date with it, too. */
private const val CREDENTIAL_DAYS = 365

private fun olderThanAYear(day: String, today: String): Boolean =
    LocalDate.parse(today).toEpochDay() - LocalDate.parse(day).toEpochDay() > CREDENTIAL_DAYS

/** An item as the diary writes it, `licence:confirmed:2026-10-03:seen:number on the wall`; none for a status of a later version. */
private fun answer(text: String): ItemAnswer? {
    val parts = text.split(':', limit = 5) + List(4) { "" }
    return ItemAnswer(parts[0], "", coded<ChecklistStatus>(parts[1]) ?: return null, parts[2], coded<ChecklistHow>(parts[3]), parts[4])
}
