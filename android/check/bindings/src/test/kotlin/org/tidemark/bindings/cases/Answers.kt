package org.tidemark.bindings.cases

import com.google.gson.JsonElement
import com.google.gson.JsonObject
import org.tidemark.bindings.BackupContents
import org.tidemark.bindings.CardWeek
import org.tidemark.bindings.ChangeFigure
import org.tidemark.bindings.DiaryRecord
import org.tidemark.bindings.DriftFigure
import org.tidemark.bindings.Entry
import org.tidemark.bindings.EntryMode
import org.tidemark.bindings.ImportPreview
import org.tidemark.bindings.LevelFigure
import org.tidemark.bindings.Month
import org.tidemark.bindings.SavedCheckIn
import org.tidemark.bindings.SessionChange
import org.tidemark.bindings.Settings
import org.tidemark.bindings.Silence
import org.tidemark.bindings.Today
import org.tidemark.bindings.Trend

// What crosses, in the form of the cases.

internal fun today(from: Today): JsonElement = obj(
    "day" to from.day,
    "rollover_min" to from.rolloverMin,
    "asked" to list(from.asked.map { it.id }),
    "answers" to list(from.answers.map { obj("measure_id" to it.measureId, "value_milli" to it.valueMilli) }),
    "check_ins" to from.checkIns,
    "running" to (from.runningSessionId != null),
    "planned" to from.plannedSessionIds.size,
    "morning_after" to from.morningAfterSessionIds.size,
    "away_since" to from.awaySince,
    "days_since_backup" to from.daysSinceBackup,
)

internal fun savedCheckIn(from: SavedCheckIn): JsonElement {
    val delay = when (val mode = from.entryMode) {
        is EntryMode.Late -> mode.delayMin
        is EntryMode.Backfill -> mode.delayMin
        else -> 0u
    }
    return obj("day" to from.day, "entry_mode" to code(from.entryMode), "delay_min" to delay)
}

internal fun month(from: Month): JsonElement {
    val said = from.days.filter { it.mark.name != "BLANK" || it.checkIns + it.sessions + it.planned + it.others > 0u }
    val days = said.map { list(listOf(it.day, it.mark.name.lowercase(), it.checkIns, it.sessions, it.planned, it.others)) }
    return obj("from" to from.period.from, "to" to from.period.to, "days" to list(days))
}

internal fun entry(from: Entry): JsonElement = obj(
    "kind" to from.kind,
    "day" to from.day,
    "recorded_by" to from.recordedBy,
    "revision" to from.revision,
    "entry_mode" to from.entryMode,
    "values" to list(from.values.map { list(listOf(it.measureId, it.value)) }),
)

internal fun trend(from: Trend): JsonElement = obj(
    "measure_id" to from.measureId,
    "n" to from.n,
    "n_missing" to from.nMissing,
    "min" to from.min,
    "max" to from.max,
    "median" to from.median,
    "points" to list(from.points.map { list(listOf(it.day, it.value, code(it.mode))) }),
    "gaps" to list(from.gaps.map { list(listOf(it.from, it.to, it.days)) }),
    "level" to when (val level = from.level) {
        is LevelFigure.Drawn -> obj(
            "days" to level.band.days.size,
            "last" to level.band.days.lastOrNull()?.let { list(listOf(it.level, it.low, it.high)) },
        )
        is LevelFigure.Silent -> silent(level.silence)
    },
    "drift" to when (val figure = from.drift) {
        is DriftFigure.Estimated -> with(figure.drift) {
            obj("slope" to slopePer30Days, "low" to interval.low, "high" to interval.high, "n" to n)
        }
        is DriftFigure.Silent -> silent(figure.silence)
    },
    "cautions" to list(from.cautions),
    "sentences" to list(from.sentences.map { it.text }),
)

internal fun change(from: SessionChange): JsonElement = obj(
    "measure_id" to from.measureId,
    "sessions" to from.sessions,
    "n" to from.n,
    "before_median" to from.beforeMedian,
    "after_median" to from.afterMedian,
    "lower" to from.counts.lower,
    "same" to from.counts.same,
    "higher" to from.counts.higher,
    "change" to when (val figure = from.change) {
        is ChangeFigure.Estimated -> with(figure.change) {
            obj("is_mean" to isMean, "estimate" to estimate, "low" to interval.low, "high" to interval.high, "n" to n)
        }
        is ChangeFigure.Silent -> silent(figure.silence)
    },
    "cautions" to list(from.cautions),
    "sentences" to list(from.sentences.map { it.text }),
)

internal fun cards(from: CardWeek): JsonElement = obj(
    "as_of" to from.asOf,
    "waiting" to from.waiting,
    "next" to from.next?.text,
    "cards" to list(
        from.cards.map {
            obj("question" to it.question, "shown" to it.shown.name.lowercase(), "n" to it.n, "text" to it.sentence.text)
        },
    ),
)

internal fun record(from: DiaryRecord, wanted: List<String>): JsonElement {
    val fields = from.fields.filter { it.name in wanted }.map { it.name to it.text }
    return obj("revision" to from.revision, *fields.toTypedArray())
}

internal fun importPreview(from: ImportPreview): JsonElement = obj(
    "format" to from.format,
    "new" to from.counts.new,
    "same" to from.counts.same,
    "deleted" to from.counts.deleted,
    "rejected" to from.rejected,
    "empty_rows" to from.emptyRows,
    "left_out_rows" to from.leftOutRows,
    "new_measures" to list(from.newMeasures),
    "from" to from.period?.from,
    "to" to from.period?.to,
)

internal fun contents(from: BackupContents): JsonElement {
    val tables = JsonObject()
    from.tables.forEach { tables.add(it.table, json(it.rows)) }
    return obj("from" to from.period?.from, "to" to from.period?.to, "tables" to tables)
}

internal fun settings(from: Settings): JsonElement = obj(
    "rollover_min" to from.rolloverMin,
    "hide_before" to from.hideBefore,
    "paper" to from.paper.name.lowercase(),
    "region" to from.region,
    "private_notifications" to from.privateNotifications,
)

private fun code(mode: EntryMode): String = mode::class.simpleName.orEmpty().lowercase()

private fun silent(from: Silence): JsonElement = obj("silent" to from.code, "have" to from.have, "need" to from.need)
