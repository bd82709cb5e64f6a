package org.tidemark.logic

import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.Sheet

/** Where the person is. Each place is one screen; what it needs to begin stands in it, everything else it reads from the diary. */
public sealed interface Place {
    public data object Today : Place

    public data object Sessions : Place

    public data object Trends : Place

    public data object Report : Place

    public data object More : Place

    /** A session before it starts: a new one, or one that was planned. */
    public data class SessionBefore(val sessionId: String? = null) : Place

    public data class SessionTimer(val sessionId: String) : Place

    public data class SessionAfter(val sessionId: String) : Place

    /** What was agreed for the time after, and the rating of the next morning. */
    public data class SessionTomorrow(val sessionId: String) : Place

    /** A session that is over, or a past one that is added. */
    public data class SessionDetail(val sessionId: String?) : Place

    public data object History : Place

    /** Every entry of one day. */
    public data class DayEntries(val date: LogicalDate) : Place

    public data object Insights : Place

    /** The pages of a report before anything is sent; what was chosen goes with it, so that what is sent is what was looked at. */
    public data class ReportPreview(val options: ReportOptions) : Place

    /** The pages beside a report, such as the intake sheet, before anything is sent. */
    public data class SheetPreview(val sheet: Sheet) : Place

    /** The ways out of the phone for a report. */
    public data class ReportShare(val options: ReportOptions) : Place

    public data object VisitPrep : Place

    /** A list of records of one kind, such as `medication`, `goal`, `event` or `visit`. */
    public data class Records(val kind: String) : Place

    public data object Safety : Place

    public data object Backup : Place

    public data object Restore : Place

    public data object Settings : Place

    /** Entries from another app's file, and the way back from them. */
    public data object Imports : Place

    /** A practice written down with one tap. */
    public data object Practice : Place

    /** The massage therapists that are written down, and the questions to ask first. */
    public data object Therapists : Place

    /** What was asked of one massage therapist. */
    public data class Checklist(val therapistId: String) : Place

    /** What was agreed about sessions, and what changed since. */
    public data object Plan : Place

    /** What a massage therapist needs to know, with a tick for each part that may leave. */
    public data object Intake : Place

    /** The page for somebody who looks after the person. */
    public data object CarePage : Place
}

/** The bar at the bottom. */
public enum class Tab(public val root: Place) {
    TODAY(Place.Today),
    SESSIONS(Place.Sessions),
    TRENDS(Place.Trends),
    REPORT(Place.Report),
    MORE(Place.More),
}
