//! What happens on the Backup screen: what the person does, or what came of an effect.

import TidemarkBindings

public enum BackupEvent: Hashable, Sendable {
    case shown
    case saveAsked

    /// "Show my recovery words" was tapped.
    case wordsAsked

    /// "Copy" was tapped.
    case copyAsked
    case wordsChecked([String])

    /// "New recovery words" was tapped.
    case newWordsAsked
    case presentWordsGiven(RecoveryWords)

    /// The words or the form were left; nothing changes.
    case wordsLeft
    case read(daysSince: Int64?, waiting: Bool)
    case notRead(Problem)
    case saved(BackupContents, daysSince: Int64?)
    case turnedBack
    case notSaved(Problem)
    case wordsShown(WordsCheck)

    /// The device has no words of this diary any more.
    case noWordsKept
    case newWordsShown(present: RecoveryWords, WordsCheck)
    case presentWordsWrong
    case wordsChanged
    case wordsNotChanged(Problem)
}
