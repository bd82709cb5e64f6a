//! What screens ask of the device, as functions. None of them decides anything about the records.

/// A file the person chose, copied to where the library can read it.
public struct ChosenFile: Hashable, Sendable {
    public let path: String
    public let name: String

    public init(path: String, name: String) {
        self.path = path
        self.name = name
    }
}

/// What screens ask of the device, as functions: the real ones in `App/`, fakes in tests; what a test leaves out does nothing.
/// They are called off the main actor and may wait for the person.
public struct Phone: Sendable {
    /// Folder for files on their way out; emptied at each start.
    public let outbox: String
    /// Hands one file to the share sheet; false when nothing could take it.
    public var share: @Sendable (_ path: String, _ mimeType: String) -> Bool = { _, _ in false }
    /// Hands a PDF to the printer's dialog; false when there is none.
    public var print: @Sendable (_ path: String) -> Bool = { _ in false }
    /// Puts a copy of a file where the person says; false when the person turned back or it could not be written.
    public var saveAs: @Sendable (_ path: String, _ name: String, _ mimeType: String) -> Bool = { _, _, _ in false }
    /// Lets the person choose a file; none when the person turned back.
    public var chooseFile: @Sendable (_ mimeTypes: [String]) -> ChosenFile? = { _ in nil }
    /// Name of the folder that takes copies of backups; none: none is chosen.
    public var copyFolder: @Sendable () -> String? = { nil }
    /// Lets the person choose that folder and keeps the permission; none when the person turned back, and then all is as it was.
    public var chooseCopyFolder: @Sendable () -> String? = { nil }
    /// Forgets that folder; what is in it stays.
    public var leaveCopyFolder: @Sendable () -> Void = {}
    /// Puts a copy of a file into that folder under a name that is not taken yet, and reads it back; false when any of it fails.
    public var copyInto: @Sendable (_ path: String, _ name: String, _ mimeType: String) -> Bool = { _, _, _ in false }
    /// Opens the dialler with a number; does not call by itself.
    public var dial: @Sendable (_ number: String) -> Bool = { _ in false }
    /// Opens a text to a number; does not send by itself.
    public var writeText: @Sendable (_ number: String) -> Bool = { _ in false }
    /// Puts text where another app can paste it, marked as private.
    public var copy: @Sendable (_ text: String) -> Void = { _ in }
    /// Plans reminders anew, after one was changed.
    public var rearmReminders: @Sendable () -> Void = {}
    /// When each reminder last rang and rings next, by the id of its record; the diary is locked when it rings, so it does not know.
    public var reminderTimes: @Sendable () -> [String: Rung] = { [:] }
    /// Why reminders cannot ring: none when they can.
    public var remindersBlocked: @Sendable () -> Blocked? = { nil }
    /// Opens the system's page for what blocks.
    public var openSystemSettings: @Sendable (_ blocked: Blocked) -> Bool = { _ in false }
    /// Opens the system's page about free space.
    public var openStorageSettings: @Sendable () -> Bool = { false }

    public init(outbox: String) { self.outbox = outbox }
}

/// What holds reminders back.
public enum Blocked: Hashable, Sendable {
    case notificationsOff, exactAlarmsOff, batterySaving
}
