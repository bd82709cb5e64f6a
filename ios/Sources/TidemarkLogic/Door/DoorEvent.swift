//! What happened at the door: what the person did, or what came of an effect.

import TidemarkBindings

/// What happened at the door.
public enum DoorEvent: Sendable {
    /// The app came up, "Try again" was tapped, or what is there was changed.
    case shown

    /// "Rate now", or "Set up first" on the first page.
    case begun(setUp: Bool)

    /// The words asked for were typed.
    case wordsChecked([String])

    /// "Recovery words" was tapped.
    case wordsAsked

    /// The form was left.
    case wordsLeft
    case wordsGiven(RecoveryWords)
    case snapshotAsked
    case exportAsked
    case helpAsked

    /// Help was left again.
    case helpLeft

    /// "I have a backup file" was tapped.
    case restoreAsked

    /// The questions of the first day are over or were left, for a place.
    case setUpLeft(to: Place)

    /// The app locks: the person said so, or it was away long enough.
    case lockAsked
    case notMatched
    case nothingHere
    case notOpened(Why)
    case wordsWrong

    /// No key without words: they are asked for.
    case snapshotNeedsWords
    case opened(any OpenDiaryProtocol, snapshotOf: LogicalDate? = nil)

    /// The device cannot keep words until later.
    case wordsFirst(WordsCheck)
    case notMade(Problem)
    case noticed(DoorState.Notice)
}
