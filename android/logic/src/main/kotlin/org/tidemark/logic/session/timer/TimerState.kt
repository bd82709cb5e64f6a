package org.tidemark.logic.session.timer

import org.tidemark.bindings.MomentKind
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.session.Session

/** A session while it runs. The start is on disk, so the time shown outlives the app. */
public data class TimerState(
    val sessionId: String,
    /** None until it was read. */
    val session: Session? = null,
    /** The clock, as it was looked at last. */
    val now: Moment? = null,
    /** What was asked for last and is on disk. */
    val noted: MomentKind? = null,
    /** What is on its way, or was refused. */
    val sending: MomentKind? = null,
    /** How the end is being told. */
    val end: End? = null,
    /** What the person wrote down for when it is too much. */
    val grounding: List<String> = emptyList(),
    val working: Boolean = false,
    /** It is over and on disk; the screen is done. */
    val over: Boolean = false,
    val problem: Problem? = null,
) {
    /** Whole minutes by the clock since the start; none when the clock was put back behind it. */
    val elapsedMin: Int?
        get() {
            val start = session?.timerStartedAt ?: return null
            val seen = now ?: return null
            return ((seen.epochMs - start.epochMs) / 60_000).toInt().takeIf { seen.epochMs >= start.epochMs }
        }

    /** A pause has begun and not ended. */
    val paused: Boolean
        get() {
            val held = session ?: return false
            return held.timerStartedAt != null && held.pauses.lastOrNull()?.let { it.toMin == null } == true
        }

    /** The session is not running any more, or not yet. */
    internal val elsewhere: Boolean get() = session?.let { it.timerStartedAt == null && it.status != SessionStatus.PLANNED } == true
}

/** The end as it is being told. */
public data class End(
    /** Stopped before its time. */
    val early: Boolean,
    val reason: String = "",
    /** The real length is asked, because the clock was moved or the person says so. */
    val asksLength: Boolean = false,
    /** Its real length in minutes, as typed. */
    val minutes: String = "",
) {
    /** What was typed, none when it is no number. */
    val length: Int? get() = minutes.trim().toIntOrNull()?.takeIf { it in 1..UShort.MAX_VALUE.toInt() }

    val canFinish: Boolean get() = !asksLength || length != null
}

public sealed interface TimerEvent {
    public data object Shown : TimerEvent

    /** Time went on. */
    public data class Ticked(val now: Moment) : TimerEvent

    /** A button for the massage therapist, the pause, or going on. */
    public data class Asked(val kind: MomentKind) : TimerEvent

    /** "Try again" was tapped. */
    public data object TriedAgain : TimerEvent

    /** "Finish" was tapped. */
    public data object FinishAsked : TimerEvent

    /** "Stop early" was tapped. */
    public data object StopAsked : TimerEvent

    /** The end as told so far; none goes back to the timer. */
    public data class EndTold(val end: End?) : TimerEvent

    /** The end is told; write it down. */
    public data object Ended : TimerEvent

    public data class Read(val session: Session, val grounding: List<String>, val now: Moment) : TimerEvent

    public data class Noted(val kind: MomentKind, val session: Session) : TimerEvent

    public data object Finished : TimerEvent

    public data class Refused(val problem: Problem) : TimerEvent

    /** The diary did not take the end: the clock gives no length that a session can have. */
    public data class LengthAsked(val problem: Problem) : TimerEvent
}

public sealed interface TimerEffect {
    public data class Read(val sessionId: String) : TimerEffect

    public data class Note(val sessionId: String, val kind: MomentKind) : TimerEffect

    public data class Finish(val sessionId: String, val end: End) : TimerEffect
}
