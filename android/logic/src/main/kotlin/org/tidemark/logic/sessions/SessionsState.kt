package org.tidemark.logic.sessions

import org.tidemark.bindings.Modality
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Around
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem

/** How many sessions stand in the list at first, and how many more each time. */
internal const val PAGE: Int = 30

/** The list of sessions, the newest first. */
public data class SessionsState(
    /** None until they were read. */
    val sessions: List<SessionRow>? = null,
    /** How many of them are shown. */
    val shown: Int = PAGE,
    /** The one whose timer runs. */
    val running: String? = null,
    /** Sessions whose rating of the morning after can be given now. */
    val morningAfter: List<String> = emptyList(),
    val sampleLabel: String? = null,
    val problem: Problem? = null,
)

/** A session as a row of the list. */
public data class SessionRow(
    val id: String,
    val day: LogicalDate,
    val startedAt: Moment,
    val status: SessionStatus,
    val style: Modality,
    /** The length it had, else the one agreed. */
    val minutes: Int?,
    /** 1 (feather-light) to 5 (deep), as asked for. */
    val pressure: Int?,
)

public sealed interface SessionsEvent {
    /** The screen came to the front. */
    public data object Shown : SessionsEvent

    public data object MoreAsked : SessionsEvent

    public data class Read(val sessions: List<SessionRow>, val around: Around) : SessionsEvent

    public data class NotRead(val problem: Problem) : SessionsEvent
}

public sealed interface SessionsEffect {
    public data object Read : SessionsEffect
}
