package org.tidemark.logic.reminder

import java.time.DayOfWeek

/** What a reminder is for, by the codes of the core. */
public enum class ReminderKind(public val code: String) {
    CHECK_IN("check_in"),
    BEFORE("before"),
    AFTER("after"),
    FOLLOW_UP("follow_up"),
    AFTERCARE("aftercare"),
    INSTRUMENT("instrument"),
    PLAN_REVIEW("plan_review"),
    VISIT_EVE("visit_eve"),
    BACKUP("backup"),
    ;

    public companion object {
        /** The kind of a code; none for a code of a newer version, which is not rung rather than rung as something else. */
        public fun of(code: String): ReminderKind? = entries.firstOrNull { it.code == code }
    }
}

/** The days of the week by the codes of the core, Monday first. */
public val EVERY_DAY: List<String> = DayOfWeek.entries.map { it.code }

internal val DayOfWeek.code: String get() = name.take(3).lowercase()

/** When a reminder rings. */
public sealed interface Rings {
    /** At a time of the local clock, in minutes after midnight, 0 to 1439; follows the clock through changes and travel. */
    public data class AtClock(val minute: Int, val days: Set<DayOfWeek>) : Rings

    /** True hours after the end of each session, in minutes; no clock change alters them. */
    public data class AfterSession(val minutes: Int) : Rings
}

/** Hours of the local clock in which nothing rings, from [fromMin] up to but not including [toMin], over midnight when it is less. */
public data class QuietHours(val fromMin: Int, val toMin: Int)

/** One reminder, as much of it as the phone may know without the diary's key: no words. */
public data class Reminder(
    /** Names it among the others; the id of its record, or for one that is only known from `open.json` its kind, time and days. */
    val key: String,
    val kind: ReminderKind,
    val rings: Rings,
    val quiet: QuietHours? = null,
    /** Minutes until it comes again when put off. */
    val snoozeMin: Int = USUAL_SNOOZE_MIN,
    /** Whether the notification says nothing about what it is for. */
    val private: Boolean = true,
) {
    public companion object {
        public const val USUAL_SNOOZE_MIN: Int = 30
    }
}

/** A session that took place, for reminders that count from its end; [rated] names the kinds whose ratings are in already. */
public data class EndedSession(val sessionId: String, val endedMs: Long, val rated: Set<ReminderKind> = emptySet())

/** A time at which a reminder is to ring; [sessionId] when it counts from a session. */
public data class Due(val atMs: Long, val sessionId: String? = null)
