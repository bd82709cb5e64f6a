package org.tidemark.logic

import org.tidemark.logic.reminder.Rung

/** A file the person chose, copied to where the library can read it. */
public data class ChosenFile(val path: String, val name: String)

/**
 * What screens ask of the device, as functions: the real ones in `platform/`, a window's on the desktop, fakes in tests. They
 * are called off the main thread and may wait for the person; none of them decides anything about the records.
 */
public class Phone(
    /** Folder for files on their way out; emptied at each start. */
    public val outbox: String,
    /** Hands one file to the share sheet; false when nothing could take it. */
    public val share: (path: String, mimeType: String) -> Boolean = { _, _ -> false },
    /** Hands a PDF to the printer's dialog; false when there is none. */
    public val print: (path: String) -> Boolean = { false },
    /** Puts a copy of a file where the person says; false when the person turned back or it could not be written. */
    public val saveAs: (path: String, name: String, mimeType: String) -> Boolean = { _, _, _ -> false },
    /** Lets the person choose a file; none when the person turned back. */
    public val chooseFile: (mimeTypes: List<String>) -> ChosenFile? = { null },
    /** Name of the folder that backup files are put into by themselves; none while none is chosen. */
    public val copyFolder: () -> String? = { null },
    /** Lets the person choose that folder and remembers it; its name, or none when the person turned back. */
    public val chooseCopyFolder: () -> String? = { null },
    /** Forgets that folder; what is in it stays. */
    public val leaveCopyFolder: () -> Unit = {},
    /**
     * Puts a copy of a file into that folder, under a name that is not taken yet, and reads it back byte by byte; false when any of it
     * failed, and then nothing half-written is left where it can be removed.
     */
    public val copyInto: (path: String, name: String, mimeType: String) -> Boolean = { _, _, _ -> false },
    /** Opens the dialler with a number; does not call by itself. */
    public val dial: (number: String) -> Boolean = { false },
    /** Opens a text to a number; does not send by itself. */
    public val writeText: (number: String) -> Boolean = { false },
    /** Puts text where another app can paste it, marked as private. */
    public val copy: (text: String) -> Unit = {},
    /** Plans reminders anew, after one was changed. */
    public val rearmReminders: () -> Unit = {},
    /** When each reminder last rang and rings next, by the id of its record; the diary is locked when it rings, so it does not know. */
    public val reminderTimes: () -> Map<String, Rung> = { emptyMap() },
    /** Why reminders cannot ring: none when they can. */
    public val remindersBlocked: () -> Blocked? = { null },
    /** Opens the system's page for what blocks. */
    public val openSystemSettings: (Blocked) -> Boolean = { false },
    /** Opens the system's page about free space. */
    public val openStorageSettings: () -> Boolean = { false },
)

/** What holds reminders back. */
public enum class Blocked { NOTIFICATIONS_OFF, EXACT_ALARMS_OFF, BATTERY_SAVING }
