package org.tidemark.logic.settings

import org.tidemark.bindings.Measure
import org.tidemark.bindings.Setting
import org.tidemark.logic.Problem
import org.tidemark.logic.reminder.QuietHours

/** What happened on the Settings screen. */
public sealed interface SettingsEvent {
    public data object Shown : SettingsEvent

    public data class Chosen(val setting: Setting) : SettingsEvent

    public data class StarterSetChosen(val id: String) : SettingsEvent

    /** A measure is asked each day from now on, or no longer. */
    public data class DailySwitched(val measure: Measure, val on: Boolean) : SettingsEvent

    /** A measure goes to the archive, with all it holds, or comes back. */
    public data class ArchiveSwitched(val measure: Measure, val archived: Boolean) : SettingsEvent

    public data object OwnAsked : SettingsEvent

    /** Something was typed in the form. */
    public data class OwnTyped(val own: OwnMeasure) : SettingsEvent

    public data object OwnSaved : SettingsEvent

    public data object OwnLeft : SettingsEvent

    /** A daily reminder at a time of the day, in minutes after midnight. */
    public data class ReminderAdded(val clockMin: Int) : SettingsEvent

    public data class ReminderSwitched(val id: String, val on: Boolean) : SettingsEvent

    public data class ReminderMoved(val id: String, val clockMin: Int) : SettingsEvent

    /** The days and quiet hours of a reminder are to be seen; those that are open, or none, closes them. */
    public data class ReminderOpened(val id: String?) : SettingsEvent

    /** A day of the week, by its code, was ticked or taken off. */
    public data class DaySwitched(val id: String, val day: String, val on: Boolean) : SettingsEvent

    public data class QuietSwitched(val id: String, val on: Boolean) : SettingsEvent

    public data class QuietMoved(val id: String, val quiet: QuietHours) : SettingsEvent

    /** The button of the card about blocked reminders. */
    public data object BlockedOpened : SettingsEvent

    public data class LockSwitched(val on: Boolean) : SettingsEvent

    public data object ExportAsked : SettingsEvent

    public data object EraseAsked : SettingsEvent

    public data class EraseTyped(val typed: String) : SettingsEvent

    /** "Erase everything" was tapped; [word] is what had to be typed, in the person's language. */
    public data class EraseConfirmed(val word: String) : SettingsEvent

    public data object EraseLeft : SettingsEvent

    public data class Read(val found: SettingsState) : SettingsEvent

    public data class NotRead(val problem: Problem) : SettingsEvent

    /** It is on disk. */
    public data object Kept : SettingsEvent

    public data class NotKept(val problem: Problem) : SettingsEvent

    public data object OwnKept : SettingsEvent

    public data class OwnNotKept(val problem: Problem) : SettingsEvent

    public data class Noticed(val notice: Notice) : SettingsEvent

    public data class NotErased(val problem: Problem) : SettingsEvent
}
