package org.tidemark.logic.therapists

import org.tidemark.logic.Next
import org.tidemark.logic.records.Broken
import org.tidemark.logic.sheet.SheetOut
import java.time.LocalDate

private typealias NextChecklist = Next<ChecklistState, ChecklistEffect>

/** The rules of the checklist: an item is as it is on disk; what is typed stays in its form until it is. */
public fun reduce(state: ChecklistState, event: ChecklistEvent): Next<ChecklistState, ChecklistEffect> = when (event) {
    ChecklistEvent.Shown -> Next(state, ChecklistEffect.Read)
    is ChecklistEvent.Read -> Next(state.copy(therapist = event.therapist, today = event.today, problem = null))
    is ChecklistEvent.NotRead -> Next(state.copy(problem = event.problem))
    is ChecklistEvent.Opened -> state.opened(event.item)
    is ChecklistEvent.StatusChosen -> state.changed { it.stands(event.status) }
    is ChecklistEvent.DayTyped -> state.changed { it.copy(on = event.text, brokenDay = null) }
    is ChecklistEvent.HowChosen -> state.changed { it.copy(how = event.how) }
    is ChecklistEvent.NoteTyped -> state.changed { it.copy(note = event.text, brokenNote = null) }
    ChecklistEvent.Closed -> if (state.working) Next(state) else state.copy(draft = null, problem = null).kept()
    ChecklistEvent.Submitted -> state.submitted()
    is ChecklistEvent.FitTyped -> if (state.working) Next(state) else state.copy(fit = event.text, problem = null).kept()
    ChecklistEvent.FitSubmitted -> state.fitSubmitted()
    ChecklistEvent.Undone ->
        if (state.saved == null || state.working) Next(state) else Next(state.copy(working = true, problem = null), ChecklistEffect.TakeBack)
    is ChecklistEvent.Went ->
        if (state.out.working || event.way !in SheetOut.ways) Next(state) else Next(state.copy(out = SheetOut.working), ChecklistEffect.Send(event.way))
    is ChecklistEvent.Written -> {
        val next = state.copy(working = false, saved = event.at, problem = null)
        val drafts = if (event.fit) next.copy(fit = null) else next.copy(draft = null)
        Next(drafts, listOf(ChecklistEffect.Keep(drafts.drafts), ChecklistEffect.Read))
    }
    is ChecklistEvent.NotWritten -> Next(state.copy(working = false, problem = event.problem))
    ChecklistEvent.TakenBack -> Next(state.copy(working = false, saved = null, problem = null), ChecklistEffect.Read)
    is ChecklistEvent.SheetCame -> Next(state.copy(out = event.out))
}

private val ChecklistState.drafts get() = ChecklistDrafts(draft, fit)

private fun ChecklistState.kept(): NextChecklist = Next(this, ChecklistEffect.Keep(drafts))

/** One item is open at a time; one that is open and touched is not left by a tap on another. */
private fun ChecklistState.opened(item: String): NextChecklist {
    val answer = therapist?.answers?.firstOrNull { it.item == item }
    if (answer == null || working || draft?.let { it.after != it.before } == true) return Next(this)
    return copy(draft = AnswerDraft(answer), problem = null).kept()
}

private fun ChecklistState.changed(change: (AnswerDraft) -> AnswerDraft): NextChecklist {
    val next = change(draft?.takeIf { !working } ?: return Next(this))
    return copy(draft = next, problem = null).kept()
}

/** Another answer has another day: the day of the former one goes, unless the person typed it. */
private fun AnswerDraft.stands(next: ChecklistStatus): AnswerDraft = when {
    next == status -> this
    on == before.on && next != before.status -> copy(status = next, on = "")
    on.isEmpty() && next == before.status -> copy(status = next, on = before.on)
    else -> copy(status = next)
}

private fun ChecklistState.submitted(): NextChecklist {
    val draft = draft?.takeIf { !working } ?: return Next(this)
    // What is put back to not asked says nothing any more, whatever stands in its form.
    val after = if (draft.status == ChecklistStatus.NOT_ASKED) draft.before.blank() else draft.after
    val checked = draft.copy(
        brokenDay = Broken.NoDay.takeIf { after.on.isNotEmpty() && runCatching { LocalDate.parse(after.on) }.isFailure },
        brokenNote = Broken.TooLong(LONGEST_NOTE).takeIf { after.note.codePointCount(0, after.note.length) > it.most },
    )
    if (checked.brokenDay != null || checked.brokenNote != null) return Next(copy(draft = checked))
    // Nothing was changed, so nothing is written.
    if (draft.before in listOf(after, draft.after)) return copy(draft = null, problem = null).kept()
    return Next(copy(draft = checked, working = true, saved = null, problem = null), ChecklistEffect.Write(after, after.empties(draft.before)))
}

private fun ItemAnswer.blank(): ItemAnswer = copy(status = ChecklistStatus.NOT_ASKED, on = "", how = null, note = "")

/** Whether something that [before] said is to be gone. The day of a question that was asked is today's when it is empty. */
private fun ItemAnswer.empties(before: ItemAnswer): Boolean = status != ChecklistStatus.NOT_ASKED &&
    (how == null && before.how != null || note.isEmpty() && before.note.isNotEmpty() || !status.asked && on.isEmpty() && before.on.isNotEmpty())

private fun ChecklistState.fitSubmitted(): NextChecklist {
    val text = fit?.trim()
    if (text == null || working || fitTooLong) return Next(this)
    if (!fitTouched) return copy(fit = null).kept()
    return Next(copy(working = true, saved = null, problem = null), ChecklistEffect.WriteFit(text))
}
