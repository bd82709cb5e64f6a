package org.tidemark.logic.practice

import org.tidemark.bindings.FieldForm
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.bindings.recordFields
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.event
import org.tidemark.logic.records.text
import org.tidemark.logic.reply
import org.tidemark.logic.takeBack

/** The quick entry of practices over a diary. */
public fun practiceFeature(diary: OpenDiaryInterface, now: () -> Moment): Feature<PracticeState, PracticeEvent, PracticeEffect> =
    Feature(PracticeState(), PracticeEvent.Shown, ::reduce) { perform(it, diary, now) }

/** Does what [effect] says. Touches the disk: call it off the main thread. */
internal fun perform(effect: PracticeEffect, diary: OpenDiaryInterface, now: () -> Moment): PracticeEvent = when (effect) {
    PracticeEffect.Read -> reply { diary.read(now()) }.event({ it }) { PracticeEvent.NotRead(it) }
    is PracticeEffect.Write -> reply {
        val at = now()
        val record = diary.addRecord(Kind.PRACTICE, effect.fields(), RecordedBy.OWN, at)
        PracticeEvent.Written(SavedPractice(record.id, effect.kind, at))
    }.event({ it }) { PracticeEvent.NotWritten(it) }
    is PracticeEffect.TakeBack -> diary.takeBack(effect.id, now())?.let { PracticeEvent.NotTakenBack(it) } ?: PracticeEvent.TakenBack
}

private fun PracticeEffect.Write.fields(): List<FieldText> = listOfNotNull(
    FieldText("logical_date", day),
    FieldText("kind", kind),
    minutes?.let { FieldText("minutes", it.toString()) },
)

private fun OpenDiaryInterface.read(now: Moment): PracticeEvent.Read {
    // The core's order is by day, the oldest first.
    val recent = records(Kind.PRACTICE, Span()).asReversed().take(MOST_SHOWN).map {
        PracticeDone(it.id, it.text("logical_date"), it.text("kind"), it.text("minutes").toIntOrNull())
    }
    return PracticeEvent.Read(today(now).day, practiceKinds(), recent)
}

/** The kinds of practice, by their codes, in the order to show. */
internal fun practiceKinds(): List<String> =
    recordFields(Kind.PRACTICE).firstNotNullOfOrNull { rule -> (rule.form as? FieldForm.Code)?.allowed?.takeIf { rule.name == "kind" } }.orEmpty()

/** So many stand under the entry; the others are in the list. */
private const val MOST_SHOWN = 10
