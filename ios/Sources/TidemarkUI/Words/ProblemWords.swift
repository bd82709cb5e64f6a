//! What went wrong, in one sentence with what is safe.

import TidemarkLogic

extension Words {
    /// What went wrong, in one sentence with what is safe.
    public func problem(_ problem: Problem) -> String {
        switch problem {
        case .storageFull: strings.problemStorageFull()
        case .locked: strings.problemLocked()
        case .damaged: strings.problemDamaged()
        case .madeByNewerVersion: strings.problemNewer()
        case .busy: strings.problemBusy()
        case .shut: strings.problemShut()
        case .notTaken(let reason): strings.problemNotTaken(reason: reason)
        case .other(let reason): strings.problemOther(reason: reason)
        }
    }
}
