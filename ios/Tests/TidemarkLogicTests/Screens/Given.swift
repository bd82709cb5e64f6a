//! What a script puts into the diary before the screen comes up.

import TidemarkBindings
import TidemarkReplay

func give(_ what: JSON, to diary: OpenDiary) throws {
    let at = try momentFromText(text: try what.text("at"))
    switch try what.text("kind") {
    case "check_in":
        // In the order of their names; a script names no two entries at one moment.
        let ratings = what["values"].fields.sorted { $0.key < $1.key }.map { measure, _ in
            Rated(measureId: measure, valueMilli: what["values"].milli(measure))
        }
        _ = try diary.saveCheckIn(draft: CheckInDraft(ratedAt: at, ratings: ratings, recordedBy: .own), now: at)
    case let kind: throw NotInScripts(what: "a given \(kind)")
    }
}
