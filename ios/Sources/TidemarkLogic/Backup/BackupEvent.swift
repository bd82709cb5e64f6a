//! What happens on the Backup screen: what the person does, or what came of an effect.

import TidemarkBindings

public enum BackupEvent: Hashable, Sendable {
    case shown
    case saveAsked

    /// "Break off" was tapped.
    case breakOffAsked

    /// "Choose a folder" was tapped, or another one.
    case folderAsked
    case copyNowAsked

    /// "No more copies" was tapped.
    case copiesLeft

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
    case read(daysSince: Int64?, waiting: Bool, copies: Copies? = nil)
    case notRead(Problem)

    /// So far is the file of that run.
    case progressed(run: Int, Progress)
    case saved(BackupContents, daysSince: Int64?)
    case turnedBack
    case notSaved(Problem)
    case brokenOff

    /// The folder that the person chose; none: they turned back.
    case folderChosen(String?)
    case copied(CopyOutcome)
    case wordsShown(WordsCheck)

    /// The device has no words of this diary any more.
    case noWordsKept
    case newWordsShown(present: RecoveryWords, WordsCheck)
    case presentWordsWrong
    case wordsChanged
    case wordsNotChanged(Problem)
}
