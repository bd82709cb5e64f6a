import Foundation
import TidemarkBindings
import TidemarkReplay

let passphrase = "four plain words here"

/// 24 November 2026, 21:04 in Berlin; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
let evening: Int64 = 1_795_550_640_000

let minute: Int64 = 60_000
let day: Int64 = 24 * 60 * minute

func at(_ epochMs: Int64) -> Moment {
    Moment(epochMs: epochMs, offsetS: 3600, zoneId: "Europe/Berlin")
}

typealias Folder = TidemarkReplay.Folder

extension Folder {
    /// Where its diary is.
    var diary: String { path("my.diary") }

    func newDiary() throws -> OpenDiary {
        try OpenDiary.create(path: diary, passphrase: passphrase, rolloverMin: nil, now: at(evening))
    }
}

/// Whole points; nil is a skip.
func rated(_ measure: String, _ value: Int64?) -> Rated {
    Rated(measureId: measure, valueMilli: value.map { $0 * 1000 })
}

func checkIn(_ epochMs: Int64, _ ratings: [Rated], note: String? = nil) -> CheckInDraft {
    CheckInDraft(ratedAt: at(epochMs), ratings: ratings, note: note, recordedBy: .own)
}

/// Fields by name, as a form gives them.
func fields(_ given: KeyValuePairs<String, String?>) -> [FieldText] {
    given.map { FieldText(name: $0.key, text: $0.value) }
}

func text(_ record: DiaryRecord, _ name: String) -> String? {
    record.fields.first { $0.name == name }.flatMap(\.text)
}

func stress(_ phase: Phase, _ value: Int64, at moment: Moment? = nil) -> SessionRatingDraft {
    SessionRatingDraft(phase: phase, ratings: [rated("stress", value)], ratedAt: moment)
}

/// A session of an hour with stress before and after.
func held(_ startedAt: Int64, before: Int64, after: Int64) -> SessionDraft {
    SessionDraft(
        startedAt: at(startedAt), ending: .after(minutes: 60), status: .held, modality: .swedish, recordedBy: .own,
        ratings: [stress(.before, before), stress(.after, after)]
    )
}

// Refusals whose words are not part of the claim.
func isInvalid(_ error: any Error) -> Bool {
    if case DiaryError.Invalid = error { return true }
    return false
}

func isKeyUnavailable(_ error: any Error) -> Bool {
    if case DiaryError.KeyUnavailable = error { return true }
    return false
}

func isCancelled(_ error: any Error) -> Bool {
    if case DiaryError.Cancelled = error { return true }
    return false
}

func isNewerEntries(_ error: any Error) -> Bool {
    if case DiaryError.NewerEntries = error { return true }
    return false
}

func refusal(_ error: any Error) -> Refusal? {
    if case let DiaryError.Refused(code, _) = error { return code }
    return nil
}

func isOutputNotWritten(_ error: any Error) -> Bool {
    if case DiaryError.OutputNotWritten = error { return true }
    return false
}

func isSessionOver(_ error: any Error) -> Bool {
    if case DiaryError.SessionOver = error { return true }
    return false
}

func unknownId(_ error: any Error) -> String? {
    if case let DiaryError.UnknownRecord(_, id) = error { return id }
    return nil
}
