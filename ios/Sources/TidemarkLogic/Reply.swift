//! What comes of a call of the library: a value, or the person's next step. The text of an error is never passed on.

import TidemarkBindings

/// What came of a call: a value, or the next step for the person.
public enum Reply<Value> {
    case done(Value)
    case refused(Problem)

    /// The event that comes of a reply.
    func event<Event>(_ done: (Value) -> Event, refused: (Problem) -> Event) -> Event {
        switch self {
        case .done(let value): done(value)
        case .refused(let problem): refused(problem)
        }
    }
}

/// Calls the library; its errors become problems.
func reply<Value>(_ call: () throws -> Value) -> Reply<Value> {
    do {
        return .done(try call())
    } catch let refused as DiaryError {
        return .refused(refused.problem)
    } catch {
        // A panic in the library: the transaction was rolled back and the diary stays usable. Its text is for developers, and
        // its type is private to the generated code.
        return .refused(.other(reason: "an internal error"))
    }
}

extension DiaryError {
    // Every case is named: a new error of the core does not compile until somebody says what a person can do about it.
    var problem: Problem {
        switch self {
        case .StorageFull: .storageFull
        case .KeyUnavailable, .WrongPassphrase: .locked
        case .StoreDamaged: .damaged
        case .StoreNewer: .madeByNewerVersion
        case .Busy: .busy
        case .Shut: .shut
        case .OutOfRange(let measureId, _, _): .notTaken(reason: "\(measureId) is outside its scale")
        case .Invalid(let reason): .notTaken(reason: reason)
        case .UnknownMeasure(let measureId): .notTaken(reason: "there is no measure \(measureId)")
        case .RatedBefore(let measureId): .notTaken(reason: "\(measureId) is already rated in this phase")
        case .UnknownRecord: .notTaken(reason: "this entry is not in the diary any more")
        case .Overlap: .notTaken(reason: "this session overlaps another one")
        case .NotFound: .other(reason: "there is no diary at this place")
        case .AlreadyExists: .other(reason: "something is at this place already")
        case .OutputNotWritten: .other(reason: "the file could not be written")
        case .OpenNotWritten: .other(reason: "saved, but what shows while locked is as it was before")
        case .InputNotRead: .other(reason: "the file could not be read")
        case .NotNoted: .other(reason: "written, but not noted in the diary")
        case .InputDamaged, .NoSnapshot: .damaged
        case .ReadOnly: .other(reason: "a snapshot can only be read")
        case .TotalOutOfRange(let total, let most): .notTaken(reason: "total \(total) is above \(most)")
        case .SumMismatch(let sum, let total): .notTaken(reason: "items add up to \(sum), total says \(total)")
        case .AmbiguousRecord, .ChangedMeanwhile: .busy
        case .NotOfThisSession(let measureId): .notTaken(reason: "\(measureId) is not rated in this session")
        case .SessionRuns: .notTaken(reason: "another session is still running")
        case .SessionOver, .NotRunning: .notTaken(reason: "this session is not running")
        case .MeasureExists(let measureId): .notTaken(reason: "there is already a measure \(measureId)")
        case .TooManyMeasures(let most): .notTaken(reason: "at most \(most) measures are active at one time")
        case .Refused(_, let reason): .notTaken(reason: reason)
        case .ImportFile(let reason): .notTaken(reason: reason)
        case .ImportFormat: .notTaken(reason: "nothing in the file tells what it is")
        case .ImportRows(let total, _): .notTaken(reason: "\(total) rows cannot be taken")
        case .ImportEdited(let edited, _): .notTaken(reason: "\(edited) entries of this import were edited since")
        case .BackupWrongPassphrase: .notTaken(reason: "this passphrase does not open this file")
        case .BackupDamaged(_, let have, let parts, _): .notTaken(reason: "this file is incomplete (\(have) of \(parts) parts)")
        case .BackupNewer: .madeByNewerVersion
        case .NewerEntries(_, let entries): .notTaken(reason: "\(entries) entries here are not in the backup")
        case .NotCompared: .notTaken(reason: "the diary that is here cannot be compared with the backup")
        case .Cancelled, .WatcherFailed: .other(reason: "broken off; nothing was changed")
        case .Other(let reason): .other(reason: reason)
        }
    }
}
