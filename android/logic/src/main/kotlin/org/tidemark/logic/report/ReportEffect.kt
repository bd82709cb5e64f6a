package org.tidemark.logic.report

import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Output
import org.tidemark.bindings.Paper
import org.tidemark.bindings.Preset
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.Span
import org.tidemark.bindings.defaultSections
import org.tidemark.bindings.sectionsFor
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Moment
import org.tidemark.logic.Place
import org.tidemark.logic.event
import org.tidemark.logic.records.text
import org.tidemark.logic.reply

/** What is to be done in the world, one after another. */
public sealed interface ReportEffect {
    public data object Read : ReportEffect

    /** Lays the pages out and lists what leaves; writes nothing. */
    public data class LayOut(val options: ReportOptions) : ReportEffect

    /** Reads the notes that a report of these days could hold. */
    public data class ListNotes(val of: NotesOf, val madeAt: Moment) : ReportEffect

    /** Remembers the choices for the way back. */
    public data class Keep(val choices: ReportChoices) : ReportEffect
}

/** The report builder over a diary; what was chosen before is chosen still. */
public fun reportFeature(env: Env): Feature<ReportState, ReportEvent, ReportEffect> =
    Feature(
        ReportState(choices = env.drafts.of(Place.Report, ReportChoices::class.java)),
        ReportEvent.Shown,
        ::reduce,
    ) { perform(it, env) }

internal fun perform(effect: ReportEffect, env: Env): ReportEvent? = when (effect) {
    ReportEffect.Read -> reply { basis(env.diary, env.now()) }.event({ ReportEvent.Read(it) }) { ReportEvent.NotRead(it) }
    is ReportEffect.LayOut -> reply { laid(env.diary, effect.options) }.event({ ReportEvent.LaidOut(it) }) { ReportEvent.NotLaidOut(it) }
    is ReportEffect.ListNotes -> reply { listed(env.diary, effect) }.event({ ReportEvent.NotesRead(it) }) { ReportEvent.NotesNotRead(it) }
    is ReportEffect.Keep -> {
        env.drafts.keep(Place.Report, effect.choices)
        null
    }
}

private fun basis(diary: OpenDiaryInterface, now: Moment): Basis {
    val today = diary.today(now).day
    return Basis(
        madeAt = now,
        usual = diary.reportPeriod(now),
        lastVisit = diary.records(Kind.VISIT, Span()).map { it.text("logical_date") }.filter { it < today }.maxOrNull(),
        paper = diary.settings().paper,
        ticked = mapOf(
            Recipient.USUAL to defaultSections(),
            Recipient.PRESCRIBER to sectionsFor(Preset.PRESCRIBER),
            Recipient.TALKING_THERAPIST to sectionsFor(Preset.TALKING_THERAPIST),
            Recipient.MASSAGE_THERAPIST to sectionsFor(Preset.MASSAGE_THERAPIST),
        ),
    )
}

/** Of what is ticked, only the sessions decide which notes there are; of the sheet, nothing does. */
private fun listed(diary: OpenDiaryInterface, asked: ReportEffect.ListNotes): ListedNotes {
    val included = defaultSections().copy(sessions = asked.of.sessions)
    return ListedNotes(asked.of, diary.notesToTick(ReportOptions(asked.madeAt, Paper.A4, asked.of.period, included = included)))
}

private fun laid(diary: OpenDiaryInterface, options: ReportOptions): Laid {
    val pages = diary.previewReport(options).use { it.pages().toInt() }
    return Laid(options, diary.leaves(Output.PAGES, options), pages)
}
