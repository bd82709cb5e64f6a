//! A real diary of which a script makes one call refuse: `{"call": "saveCheckIn", "error": "StorageFull"}`. It is the same open
//! diary in the library; a call that scripts name is overridden here.

import TidemarkBindings
import TidemarkReplay

final class RefusingDiary: OpenDiary, @unchecked Sendable {
    var refused: JSON?

    static func over(_ real: OpenDiary) -> RefusingDiary { RefusingDiary(unsafeFromHandle: real.uniffiCloneHandle()) }

    override func saveCheckIn(draft: CheckInDraft, now: Moment) throws -> SavedCheckIn {
        try unless("saveCheckIn")
        return try super.saveCheckIn(draft: draft, now: now)
    }

    override func changeRating(checkInId: String, measureId: String, valueMilli: Int64?, now: Moment) throws {
        try unless("changeRating")
        try super.changeRating(checkInId: checkInId, measureId: measureId, valueMilli: valueMilli, now: now)
    }

    private func unless(_ call: String) throws {
        guard let refused, refused["call"].string == call else { return }
        switch try refused.text("error") {
        case "StorageFull": throw DiaryError.StorageFull
        case "Busy": throw DiaryError.Busy
        case "Shut": throw DiaryError.Shut
        case let error: throw NotInScripts(what: "a refusal with \(error)")
        }
    }
}
