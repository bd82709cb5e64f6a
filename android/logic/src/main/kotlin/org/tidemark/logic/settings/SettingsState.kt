package org.tidemark.logic.settings

import org.tidemark.bindings.Measure
import org.tidemark.bindings.Settings
import org.tidemark.bindings.StarterSet
import org.tidemark.logic.Blocked
import org.tidemark.logic.Problem

/** The Settings screen. Every choice shown is the one on disk; one that was refused stays what it was. */
public data class SettingsState(
    val chosen: Settings? = null,
    val measures: List<Measure> = emptyList(),
    val sets: List<StarterSet> = emptyList(),
    /** Regions with a table of contacts. */
    val regions: List<String> = emptyList(),
    val reminders: List<ReminderRow> = emptyList(),
    /** Id of the reminder whose days and quiet hours are open. */
    val openReminder: String? = null,
    /** What holds reminders back on this phone. */
    val blocked: Blocked? = null,
    val lock: Lock = Lock.OFF,
    /** The form of a measure of one's own, while it is open. */
    val own: OwnMeasure? = null,
    /** Whether erasing asks for its word. */
    val erasing: Erasing? = null,
    val notice: Notice? = null,
    /** Why the last choice was not kept, or the screen not read. */
    val problem: Problem? = null,
)

/** Whether the key asks for the person's finger, face or code. */
public enum class Lock {
    OFF,
    ON,

    /** Off until the recovery words were written down: a lock that cannot be opened loses everything. */
    WORDS_FIRST,
}

/** The form that erases everything. */
public data class Erasing(val typed: String = "", val wrong: Boolean = false, val problem: Problem? = null)

/** What came of the last wish. */
public enum class Notice { SAVED, EXPORTED, NOT_EXPORTED, LOCK_NOT_TAKEN }
