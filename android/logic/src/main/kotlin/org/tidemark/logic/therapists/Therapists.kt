package org.tidemark.logic.therapists

import org.tidemark.bindings.ChecklistQuestion
import org.tidemark.bindings.Kind
import org.tidemark.bindings.Sheet
import org.tidemark.bindings.Span
import org.tidemark.bindings.checklistQuestions
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Next
import org.tidemark.logic.Problem
import org.tidemark.logic.event
import org.tidemark.logic.reply
import org.tidemark.logic.report.Way
import org.tidemark.logic.sheet.SheetOut
import org.tidemark.logic.sheet.send

/** The massage therapists that are written down, and the questions to ask one first. */
public data class TherapistsState(
    /** What was read; none until it was. */
    val therapists: List<Therapist>? = null,
    /** The sixteen questions, to read here or on paper. */
    val questions: List<ChecklistQuestion> = emptyList(),
    /** Only those whose trauma-informed training is confirmed are listed. */
    val traumaInformed: Boolean = false,
    /** The questions on their way out. */
    val out: SheetOut = SheetOut(),
    val problem: Problem? = null,
) {
    val listed: List<Therapist> get() = therapists.orEmpty().filter { !traumaInformed || it.traumaInformed }
}

public sealed interface TherapistsEvent {
    public data object Shown : TherapistsEvent

    public data class TraumaInformedOnly(val on: Boolean) : TherapistsEvent

    /** A way out was tapped for the page of questions. */
    public data class Went(val way: Way) : TherapistsEvent

    public data class Read(val therapists: List<Therapist>, val questions: List<ChecklistQuestion>) : TherapistsEvent

    public data class NotRead(val problem: Problem) : TherapistsEvent

    public data class SheetCame(val out: SheetOut) : TherapistsEvent
}

public sealed interface TherapistsEffect {
    public data object Read : TherapistsEffect

    /** Writes all sixteen questions as a page and hands it over. */
    public data class Send(val way: Way) : TherapistsEffect
}

public fun reduce(state: TherapistsState, event: TherapistsEvent): Next<TherapistsState, TherapistsEffect> = when (event) {
    TherapistsEvent.Shown -> Next(state, TherapistsEffect.Read)
    is TherapistsEvent.TraumaInformedOnly -> Next(state.copy(traumaInformed = event.on))
    is TherapistsEvent.Went ->
        if (state.out.working || event.way !in SheetOut.ways) Next(state) else Next(state.copy(out = SheetOut.working), TherapistsEffect.Send(event.way))
    is TherapistsEvent.Read -> Next(state.copy(therapists = event.therapists, questions = event.questions, problem = null))
    is TherapistsEvent.NotRead -> Next(state.copy(problem = event.problem))
    is TherapistsEvent.SheetCame -> Next(state.copy(out = event.out))
}

/** The list over a diary. */
public fun therapistsFeature(env: Env): Feature<TherapistsState, TherapistsEvent, TherapistsEffect> =
    Feature(TherapistsState(), TherapistsEvent.Shown, ::reduce) { effect ->
        when (effect) {
            TherapistsEffect.Read -> reply {
                val (all, today) = checklistQuestions() to env.diary.today(env.now()).day
                TherapistsEvent.Read(env.diary.records(Kind.THERAPIST, Span()).map { it.therapist(all, today) }, all)
            }.event({ it }) { TherapistsEvent.NotRead(it) }
            is TherapistsEffect.Send -> TherapistsEvent.SheetCame(env.send(Sheet.Questions(null), effect.way))
        }
    }
