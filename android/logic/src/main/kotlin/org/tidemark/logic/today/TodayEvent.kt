package org.tidemark.logic.today

import org.tidemark.logic.Answer
import org.tidemark.logic.Day
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Stored

/** What happened: what the person did, or what came of an effect. */
public sealed interface TodayEvent {
    /** The screen came to the front, or midnight passed. */
    public data object Shown : TodayEvent

    /** A number or "Skip" was tapped at [at]. */
    public data class Rated(val measure: MeasureId, val answer: Answer, val at: Moment) : TodayEvent

    /** A row was opened. */
    public data class PadOpened(val measure: MeasureId) : TodayEvent

    /** "Try again" was tapped. */
    public data class TriedAgain(val measure: MeasureId) : TodayEvent

    /** "Undo" was tapped. */
    public data object Undone : TodayEvent

    /** A screen reader was switched on or off. */
    public data class ScreenReader(val on: Boolean) : TodayEvent

    public data class DayRead(val day: Day) : TodayEvent

    public data class DayNotRead(val problem: Problem) : TodayEvent

    public data class Saved(val measure: MeasureId, val stored: Stored) : TodayEvent

    public data class NotSaved(val measure: MeasureId, val problem: Problem) : TodayEvent

    public data class Removed(val measure: MeasureId) : TodayEvent

    public data class NotRemoved(val measure: MeasureId, val problem: Problem) : TodayEvent
}
