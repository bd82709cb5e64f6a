package org.tidemark.logic.practice

import org.tidemark.logic.Moment
import org.tidemark.logic.Problem

/** Writing down a practice: minutes if they matter, a day, and the kind, whose tap saves. Nothing is counted or scored. */
public data class PracticeState(
    /** The day it is for the person; empty until it was read. */
    val today: String = "",
    /** The day it is written for. */
    val day: String = "",
    /** How long, minutes; none is no length and no zero. */
    val minutes: Int? = null,
    /** The kinds, by their codes, in the order to show. */
    val kinds: List<String> = emptyList(),
    /** What was written down last, the latest first; none until it was read. */
    val recent: List<PracticeDone>? = null,
    /** The kind that is on its way to the disk, or did not get there. */
    val kind: String? = null,
    val working: Boolean = false,
    /** What "Undo" takes back; until the next one. */
    val saved: SavedPractice? = null,
    /** Whether what stands in the field is no day. */
    val noDay: Boolean = false,
    /** Why it was not saved, not read or not taken back. */
    val problem: Problem? = null,
)

/** A practice of the diary. */
public data class PracticeDone(val id: String, val day: String, val kind: String, val minutes: Int?)

/** The last one, on disk since [at]. */
public data class SavedPractice(val id: String, val kind: String, val at: Moment)

/** The lengths to choose from, minutes; any other stands in the form of the list. */
public val minuteSteps: List<Int> = listOf(5, 10, 15, 20, 30, 45, 60, 90)

public sealed interface PracticeEvent {
    public data object Shown : PracticeEvent

    /** A length was tapped; none takes it away. */
    public data class MinutesChosen(val minutes: Int?) : PracticeEvent

    public data class DayTyped(val day: String) : PracticeEvent

    /** A kind was tapped: it is saved as it stands. */
    public data class KindTapped(val kind: String) : PracticeEvent

    public data object Undone : PracticeEvent

    public data class Read(val today: String, val kinds: List<String>, val recent: List<PracticeDone>) : PracticeEvent

    public data class NotRead(val problem: Problem) : PracticeEvent

    public data class Written(val saved: SavedPractice) : PracticeEvent

    public data class NotWritten(val problem: Problem) : PracticeEvent

    public data object TakenBack : PracticeEvent

    public data class NotTakenBack(val problem: Problem) : PracticeEvent
}

public sealed interface PracticeEffect {
    public data object Read : PracticeEffect

    public data class Write(val kind: String, val day: String, val minutes: Int?) : PracticeEffect

    public data class TakeBack(val id: String) : PracticeEffect
}
