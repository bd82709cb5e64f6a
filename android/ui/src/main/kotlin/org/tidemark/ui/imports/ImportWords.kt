package org.tidemark.ui.imports

import org.tidemark.bindings.AppliedImport
import org.tidemark.bindings.Direction
import org.tidemark.bindings.RejectedRow
import org.tidemark.logic.Moment
import org.tidemark.logic.imports.About
import org.tidemark.logic.imports.Fault
import org.tidemark.logic.imports.Refused
import org.tidemark.strings.Strings
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.dateOf
import org.tidemark.ui.words.problem

/** What a file was found to be; of a format that has no words here yet its own name. */
internal fun Strings.recognised(format: String, file: String): String = when (format) {
    "csv" -> importFormatCsv(file)
    "columns" -> importFormatColumns(file)
    "daylio" -> importFormatDaylio(file)
    "bearable" -> importFormatBearable(file)
    "track_and_graph" -> importFormatTrack(file)
    "loop_habits" -> importFormatLoop(file)
    else -> file
}

/** Names of other apps are names, and not translated. */
private val apps = mapOf("daylio" to "Daylio", "bearable" to "Bearable", "track_and_graph" to "Track & Graph", "loop_habits" to "Loop Habit Tracker")

/** A past import: app and day. */
internal fun Words.line(past: AppliedImport, now: Moment): String {
    val app = when (past.format) {
        "csv" -> strings.importPastCsv()
        "columns" -> strings.importPastColumns()
        else -> apps[past.format] ?: past.format
    }
    return strings.importPastLine(app, dateOf(past.appliedAtMs, now))
}

internal fun Strings.row(row: RejectedRow): String = row.column?.let { importRow(row.line.toString(), it, row.reason) } ?: importRowWhole(row.line.toString(), row.reason)

internal fun Words.refused(refused: Refused): String = when (refused) {
    Refused.NotRead -> strings.importNotRead()
    Refused.NoFormat -> strings.importNoFormat()
    is Refused.OfFile -> strings.importOfFile(refused.reason)
    Refused.NoSuchZone -> strings.importNoSuchZone()
    Refused.BrokenOff -> strings.importBrokenOff()
    is Refused.Other -> problem(refused.problem)
}

internal fun Strings.direction(direction: Direction): String = when (direction) {
    Direction.HIGHER_BETTER -> importHigherBetter()
    Direction.HIGHER_WORSE -> importHigherWorse()
    Direction.NEUTRAL -> importNeutral()
}

internal fun Strings.about(about: About): String = when (about) {
    About.DAY -> importAboutDay()
    About.BEFORE -> importAboutBefore()
    About.AFTER -> importAboutAfter()
}

internal fun Strings.fault(fault: Fault): String = when (fault) {
    Fault.NoDay -> importFaultDay()
    Fault.NothingToTake -> importFaultNothing()
    Fault.TimeTwice -> importFaultTime()
    is Fault.NoFormat -> importFaultWritten()
    is Fault.NoStart -> importFaultStart()
    is Fault.NoLength -> importFaultLength()
    is Fault.MeasureTwice -> importFaultTwice()
    is Fault.NoLabel -> importFaultLabel()
    is Fault.NoRange -> importFaultRange()
    is Fault.NoDirection -> importFaultDirection()
    is Fault.RangeDiffers -> importFaultOtherRange()
    is Fault.DirectionDiffers -> importFaultOtherDirection()
}

/** The column a fault is about; none when it is about all of them. */
internal val Fault.place: Int?
    get() = when (this) {
        Fault.NoDay, Fault.NothingToTake, Fault.TimeTwice -> null
        is Fault.NoFormat -> at
        is Fault.NoStart -> at
        is Fault.NoLength -> at
        is Fault.MeasureTwice -> at
        is Fault.NoLabel -> at
        is Fault.NoRange -> at
        is Fault.NoDirection -> at
        is Fault.RangeDiffers -> at
        is Fault.DirectionDiffers -> at
    }
