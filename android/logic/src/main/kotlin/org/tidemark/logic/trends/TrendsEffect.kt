package org.tidemark.logic.trends

import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Span
import org.tidemark.logic.Moment
import org.tidemark.logic.event
import org.tidemark.logic.reply
import java.time.LocalDate

public sealed interface TrendsEffect {
    public data class ReadPage(val stretch: Stretch) : TrendsEffect
}

/** Does what [effect] says. Touches the disk: call it off the main thread. */
public fun perform(effect: TrendsEffect, diary: OpenDiaryInterface, now: () -> Moment): TrendsEvent = when (effect) {
    is TrendsEffect.ReadPage ->
        reply { diary.page(effect.stretch, now()) }.event({ TrendsEvent.PageRead(it) }) { TrendsEvent.PageNotRead(it) }
}

private fun OpenDiaryInterface.page(stretch: Stretch, now: Moment): TrendsPage {
    val today = today(now)
    val asked = stretch.days?.let { Span(LocalDate.parse(today.day).minusDays(it - 1).toString(), today.day) } ?: Span()
    val found = trends(emptyList(), asked)
    val markers = found.period?.let { markers(it.from, it.to) }.orEmpty()
    return TrendsPage(stretch, found.period, found.trends, markers, today.sampleLabel)
}

/** Sessions that took place, changes of medicines, and events, as far as they touch the days. */
private fun OpenDiaryInterface.markers(from: String, to: String): List<Marker> {
    val within = Span(from, to)
    val sessions = records(Kind.SESSION, within).filter { it.text("status") in HELD }.mapNotNull { session ->
        session.text("logical_date")?.let { Marker(MarkerKind.SESSION, it, words = style(session), coded = true) }
    }
    val names = records(Kind.MEDICATION, Span()).associate { it.id to it.text("name") }
    val medicines = records(Kind.MEDICATION_CHANGE, Span()).mapNotNull { change ->
        change.text("at")?.take(ISO_DAY)?.let { Marker(MarkerKind.MEDICINE, it, words = names[change.text("medication_id")]) }
    }
    val events = records(Kind.EVENT, Span()).mapNotNull { event ->
        val label = event.text("label")
        event.text("start")?.let { start ->
            Marker(MarkerKind.EVENT, start, event.text("end"), label ?: "part.event.${event.text("kind")}", coded = label == null)
        }
    }
    return (sessions + medicines + events)
        .filter { (it.lastDay ?: it.day) >= from && it.day <= to }
        .sortedWith(compareBy({ it.day }, { it.kind }))
}

private fun style(session: DiaryRecord): String? = session.text("modality")?.let { "part.style.$it" }

private val HELD = setOf("held", "stopped_early")

private const val ISO_DAY = 10

private fun DiaryRecord.text(field: String): String? = fields.firstOrNull { it.name == field }?.text
