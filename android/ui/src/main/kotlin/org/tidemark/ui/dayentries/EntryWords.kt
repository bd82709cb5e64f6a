package org.tidemark.ui.dayentries

import org.tidemark.bindings.Entry
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Revision
import org.tidemark.logic.Question
import org.tidemark.logic.answer
import org.tidemark.logic.dayentries.DayPage
import org.tidemark.ui.rating.shown
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.date
import org.tidemark.ui.words.day
import org.tidemark.ui.words.time
import org.tidemark.ui.words.wallClock
import java.math.BigDecimal

/** The kind of an entry as the bindings name it; none for one that this app does not know. */
internal val Entry.recordKind: Kind? get() = Kind.entries.firstOrNull { it.name.lowercase() == kind }

internal fun Entry.said(field: String): String? = fields.firstOrNull { it.name == field }?.text

/** "Check-in, 21:04"; without a time when it was not written on its day. */
internal fun Words.head(entry: Entry): String {
    val at = wallClock(entry.said("started_at") ?: entry.said("at") ?: entry.said("rated_at") ?: entry.recordedAt)
    return if (at.day().iso == entry.day) strings.entriesHead(kind(entry.recordKind), time(at)) else kind(entry.recordKind)
}

internal fun Words.kind(kind: Kind?): String = when (kind) {
    Kind.CHECK_IN -> strings.entriesKindCheckIn()
    Kind.SESSION -> strings.entriesKindSession()
    Kind.SESSION_MOMENT -> strings.entriesKindSessionMoment()
    Kind.DISTRESS_EVENT -> strings.entriesKindDistressEvent()
    Kind.MEDICATION -> strings.entriesKindMedication()
    Kind.MEDICATION_CHANGE -> strings.entriesKindMedicationChange()
    Kind.GOAL -> strings.entriesKindGoal()
    Kind.VISIT -> strings.entriesKindVisit()
    Kind.EVENT -> strings.entriesKindEvent()
    Kind.PRACTICE -> strings.entriesKindPractice()
    Kind.INSTRUMENT_RESULT -> strings.entriesKindInstrumentResult()
    Kind.SESSION_PLAN -> strings.entriesKindSessionPlan()
    Kind.PLAN_ADJUSTMENT -> strings.entriesKindPlanAdjustment()
    else -> strings.entriesKindOther()
}

/** What is worth knowing about how an entry was written: nothing for one of the person's own on its day. */
internal fun Words.about(entry: Entry): String? = listOfNotNull(
    when (entry.entryMode) {
        "late" -> strings.entriesWritten(strings.historyHalf(), date(wallClock(entry.recordedAt).day()))
        "backfill" -> strings.entriesWritten(strings.historyRing(), date(wallClock(entry.recordedAt).day()))
        "imported" -> strings.entriesImported()
        else -> null
    },
    when (entry.recordedBy) {
        "helped" -> strings.entriesByHelped()
        "proxy" -> strings.entriesByProxy()
        else -> null
    },
).joinToString(", ").ifEmpty { null }

/** What an entry says beside its ratings, a line each. Names come from the catalogue; the person's words stand as they are. */
internal fun Words.lines(entry: Entry): List<String> = when (entry.recordKind) {
    Kind.CHECK_IN -> listOfNotNull(
        entry.said("practices")?.split(" | ")?.mapNotNull { strings.named("part.practice.$it") }?.joinToString(", "),
        entry.said("note"),
    )
    Kind.SESSION -> listOfNotNull(session(entry), entry.said("reason"), entry.said("note"))
    Kind.EVENT -> listOfNotNull(named("part.event", entry.said("event_kind")), entry.said("label"))
    Kind.PRACTICE -> listOfNotNull(named("part.practice", entry.said("practice_kind")))
    Kind.DISTRESS_EVENT -> listOfNotNull(named("part.distress", entry.said("distress_kind")), entry.said("what_helped"))
    Kind.INSTRUMENT_RESULT -> listOfNotNull(
        listOfNotNull(entry.said("instrument")?.let { named("label.questionnaire", it) ?: it }, entry.said("total")).joinToString(" "),
    )
    else -> OWN_WORDS.mapNotNull { entry.said(it) }
}

/** Fields that hold the person's words, in the order to show. */
private val OWN_WORDS = listOf("name", "text", "label", "with", "reason", "outcome", "note")

private fun Words.named(part: String, code: String?): String? = code?.let { strings.named("$part.$it") }

private fun Words.session(entry: Entry): String = listOfNotNull(
    named("part.style", entry.said("modality")),
    (entry.said("actual_min") ?: entry.said("planned_min"))?.toIntOrNull()?.let(strings::entriesMinutes),
    when (entry.said("status")) {
        "planned" -> strings.entriesPlanned()
        "missed", "cancelled" -> strings.entriesMissed()
        "stopped_early" -> strings.entriesStoppedEarly()
        else -> null
    },
).joinToString(", ")

internal fun Words.phase(phase: String): String = when (phase) {
    "before" -> strings.entriesBefore()
    "after" -> strings.entriesAfter()
    else -> strings.entriesFollowUp()
}

/** One change of an entry; none for a field that the app has no name for and that is no rating. */
internal fun Words.changed(revision: Revision, page: DayPage): String? {
    val at = "${date(revision.changedAt)} ${time(revision.changedAt)}"
    val measure = revision.field.removePrefix("value.").takeIf { it != revision.field }
    return when {
        revision.field == "deleted_at" && revision.new != null -> strings.entriesWasDeleted(at)
        revision.field == "deleted_at" -> strings.entriesWasRestored(at)
        measure != null -> {
            val question = page.question(measure)
            strings.entriesChanged(at, question?.label ?: measure, value(question, revision.old), value(question, revision.new))
        }
        else -> null
    }
}

/** A rating as the revision log spells it: a decimal, or the word for a skip. */
private fun Words.value(question: Question?, text: String?): String {
    val milli = text?.toBigDecimalOrNull()?.multiply(BigDecimal(1000))?.let { runCatching { it.longValueExact() }.getOrNull() }
    return when {
        text == null -> strings.entriesNothingSaid()
        milli == null -> strings.ratingSkipped()
        question == null -> text
        else -> shown(question, answer(milli))
    }
}
