package org.tidemark.logic.therapists

import org.tidemark.bindings.ChecklistAnswer
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Sheet
import org.tidemark.bindings.checklistQuestions
import org.tidemark.bindings.joinItems
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.event
import org.tidemark.logic.records.text
import org.tidemark.logic.reply
import org.tidemark.logic.session.code
import org.tidemark.logic.session.items
import org.tidemark.logic.sheet.send
import org.tidemark.logic.takeBack

/** The checklist of one massage therapist over a diary; what was typed and not saved is still there. */
public fun checklistFeature(env: Env, therapistId: String): Feature<ChecklistState, ChecklistEvent, ChecklistEffect> {
    val place = Place.Checklist(therapistId)
    val kept = env.drafts.of(place, ChecklistDrafts::class.java)
    return Feature(ChecklistState(draft = kept?.draft, fit = kept?.fit), ChecklistEvent.Shown, ::reduce, ChecklistWork(env, place)::perform)
}

private class ChecklistWork(private val env: Env, private val place: Place.Checklist) {
    private val id = place.therapistId

    fun perform(effect: ChecklistEffect): ChecklistEvent? = when (effect) {
        ChecklistEffect.Read -> reply {
            val today = env.diary.today(env.now()).day
            ChecklistEvent.Read(env.diary.showRecord(Kind.THERAPIST, id).record.therapist(checklistQuestions(), today), today)
        }.event({ it }) { ChecklistEvent.NotRead(it) }
        is ChecklistEffect.Write -> written(fit = false) { at ->
            if (effect.empties) edit(effect.answer, at) else env.diary.setChecklist(id, effect.answer.change, RecordedBy.OWN, at)
        }
        is ChecklistEffect.WriteFit -> written(fit = true) { at -> edit("first_visit_fit", effect.text.ifEmpty { null }, at) }
        ChecklistEffect.TakeBack -> env.diary.takeBack(id, env.now())?.let { ChecklistEvent.NotWritten(it) } ?: ChecklistEvent.TakenBack
        is ChecklistEffect.Send -> ChecklistEvent.SheetCame(env.send(Sheet.Questions(id), effect.way))
        is ChecklistEffect.Keep -> {
            env.drafts.keep(place, effect.drafts.takeIf { it.draft != null || it.fit != null })
            null
        }
    }

    private fun written(fit: Boolean, write: (Moment) -> Unit): ChecklistEvent = reply { env.now().also(write) }
        .event({ ChecklistEvent.Written(it, fit) }) { ChecklistEvent.NotWritten(it) }

    private fun edit(field: String, text: String?, at: Moment) {
        env.diary.editRecord(Kind.THERAPIST, id, listOf(FieldText(field, text)), RecordedBy.OWN, null, at)
    }

    /** An item anew as a whole: what is left out in a change of the checklist would stay as it was. */
    private fun edit(answer: ItemAnswer, at: Moment) {
        val day = answer.on.ifEmpty { if (answer.status.asked) env.diary.today(at).day else "" }
        val text = listOf(answer.item, answer.status.code, day, answer.how?.code.orEmpty(), answer.note).joinToString(":")
        val others = items(env.diary.showRecord(Kind.THERAPIST, id).record.text("checklist")).filter { it.substringBefore(':') != answer.item }
        val order = checklistQuestions().map { it.item }
        edit("checklist", joinItems((others + text).sortedBy { order.indexOf(it.substringBefore(':')) }), at)
    }
}

/** An item as a change of the checklist; what is empty stays as it was. */
private val ItemAnswer.change: ChecklistAnswer
    get() = ChecklistAnswer(item, status.code, on.ifEmpty { null }, how?.code, note.ifEmpty { null })
