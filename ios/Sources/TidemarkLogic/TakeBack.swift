//! "Undo" of a screen: only ever its own last act.

import TidemarkBindings

extension OpenDiaryProtocol {
    /// Takes the last act back when it was about the record `id`; none when that was done. Another act came in between when the
    /// record is another one: undoing twice brings that act back, and the person is told.
    func takeBack(_ id: String, _ now: Moment) -> Problem? {
        let taken = reply {
            let ours = try undo(by: .own, now: now).record.id == id
            if !ours { _ = try undo(by: .own, now: now) }
            return ours
        }
        return switch taken {
        case .refused(let problem): problem
        case .done(let ours): ours ? nil : .busy
        }
    }
}
