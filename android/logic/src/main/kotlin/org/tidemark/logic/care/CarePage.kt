package org.tidemark.logic.care

import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Sheet
import org.tidemark.bindings.Span
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Next
import org.tidemark.logic.Place
import org.tidemark.logic.Problem
import org.tidemark.logic.event
import org.tidemark.logic.records.text
import org.tidemark.logic.reply
import org.tidemark.logic.report.Way
import org.tidemark.logic.session.items
import org.tidemark.logic.sheet.SheetOut
import org.tidemark.logic.sheet.send

/** The page for somebody who looks after the person: for whom, the name, ratings; and what leaves. */
public data class CarePageState(
    /** What was read; none until it was. */
    val read: CareRead? = null,
    val choices: CareChoices = CareChoices(),
    /** The page on its way out. */
    val out: SheetOut = SheetOut(),
    val problem: Problem? = null,
) {
    /** For whom; none for nobody in particular, and for somebody who was taken off the care team. */
    val reader: Member? get() = read?.team?.firstOrNull { it.id == choices.reader }

    /** The page as it is chosen. */
    val page: Sheet get() = Sheet.Caregiver(reader?.id, choices.printed, choices.ratings)

    /** Ratings stand on the page: ticked here, or among what this reader usually gets. */
    val ratings: Boolean get() = choices.ratings || reader?.getsTrends == true

    /** What leaves, by the codes of the core's own note of it. */
    val leaves: List<String>
        get() = listOfNotNull(
            "intake".takeIf { read?.intake.orEmpty().isNotEmpty() },
            "goals", "safety", "care_team", "plan",
            "name".takeIf { choices.printed != null },
            "trends".takeIf { ratings },
        )
}

/** What the diary says about the page. */
public data class CareRead(
    val team: List<Member>,
    /** The parts of the intake sheet that are ticked to leave and stand on this page. */
    val intake: List<String>,
)

/** Somebody of the care team. */
public data class Member(
    val id: String,
    val name: String,
    val role: String,
    /** Trends are ticked for them. */
    val getsTrends: Boolean,
)

/** What the person chose; kept in memory until the diary is locked. */
public data class CareChoices(
    val reader: String? = null,
    /** Whether the name is printed; off unless ticked. */
    val named: Boolean = false,
    val name: String = "",
    /** Where the measures are lately; off unless ticked. */
    val ratings: Boolean = false,
) {
    val nameTooLong: Boolean get() = named && name.trim().let { it.codePointCount(0, it.length) } > LONGEST_NAME

    /** The name that is printed. */
    val printed: String? get() = name.trim().takeIf { named && it.isNotEmpty() }
}

private const val LONGEST_NAME = 80

public sealed interface CarePageEvent {
    public data object Shown : CarePageEvent

    public data class ReaderChosen(val id: String?) : CarePageEvent

    public data class NameTicked(val on: Boolean) : CarePageEvent

    public data class NameTyped(val name: String) : CarePageEvent

    public data class RatingsTicked(val on: Boolean) : CarePageEvent

    public data class Went(val way: Way) : CarePageEvent

    public data class Read(val read: CareRead) : CarePageEvent

    public data class NotRead(val problem: Problem) : CarePageEvent

    public data class SheetCame(val out: SheetOut) : CarePageEvent
}

public sealed interface CarePageEffect {
    public data object Read : CarePageEffect

    public data class Send(val reader: String?, val name: String?, val ratings: Boolean, val way: Way) : CarePageEffect

    /** Remembers the choices for the way back. */
    public data class Keep(val choices: CareChoices) : CarePageEffect
}

public fun reduce(state: CarePageState, event: CarePageEvent): Next<CarePageState, CarePageEffect> = when (event) {
    CarePageEvent.Shown -> Next(state, CarePageEffect.Read)
    is CarePageEvent.ReaderChosen -> state.chosen { it.copy(reader = event.id) }
    is CarePageEvent.NameTicked -> state.chosen { it.copy(named = event.on) }
    is CarePageEvent.NameTyped -> state.chosen { it.copy(name = event.name) }
    is CarePageEvent.RatingsTicked -> state.chosen { it.copy(ratings = event.on) }
    is CarePageEvent.Went ->
        if (state.out.working || state.read == null || state.choices.nameTooLong || event.way !in SheetOut.ways) {
            Next(state)
        } else {
            Next(state.copy(out = SheetOut.working), CarePageEffect.Send(state.reader?.id, state.choices.printed, state.choices.ratings, event.way))
        }
    is CarePageEvent.Read -> Next(state.copy(read = event.read, problem = null))
    is CarePageEvent.NotRead -> Next(state.copy(problem = event.problem))
    is CarePageEvent.SheetCame -> Next(state.copy(out = event.out))
}

/** What was said of a page that was sent is not said of another one. */
private fun CarePageState.chosen(change: (CareChoices) -> CareChoices): Next<CarePageState, CarePageEffect> {
    if (out.working) return Next(this)
    val next = change(choices)
    return Next(copy(choices = next, out = SheetOut()), CarePageEffect.Keep(next))
}

/** The page over a diary; what was chosen before is chosen still. */
public fun carePageFeature(env: Env): Feature<CarePageState, CarePageEvent, CarePageEffect> =
    Feature(CarePageState(choices = env.drafts.of(Place.CarePage, CareChoices::class.java) ?: CareChoices()), CarePageEvent.Shown, ::reduce) { effect ->
        when (effect) {
            CarePageEffect.Read -> reply { read(env.diary) }.event({ CarePageEvent.Read(it) }) { CarePageEvent.NotRead(it) }
            is CarePageEffect.Send -> CarePageEvent.SheetCame(env.send(Sheet.Caregiver(effect.reader, effect.name, effect.ratings), effect.way))
            is CarePageEffect.Keep -> {
                env.drafts.keep(Place.CarePage, effect.choices)
                null
            }
        }
    }

/** Parts of the intake sheet that this page holds where they are ticked. */
private val ofTheSheet = listOf("emergency_contact", "overwhelmed_do", "overwhelmed_avoid")

private fun read(diary: OpenDiaryInterface): CareRead {
    val shared = diary.records(Kind.INTAKE_SHEET, Span()).lastOrNull()?.let { items(it.text("shared")) }.orEmpty()
    return CareRead(
        team = diary.records(Kind.CARE_TEAM_MEMBER, Span()).map { Member(it.id, it.text("name"), it.text("role"), "trends" in items(it.text("share"))) },
        intake = ofTheSheet.filter { it in shared },
    )
}
