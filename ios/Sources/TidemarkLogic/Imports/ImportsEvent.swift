//! What happens at an import, and what is to be done for it.

import TidemarkBindings

/// What happened: what the person did, or what came of an effect.
public enum ImportsEvent: Hashable, Sendable {
    case shown

    /// "Choose a file" was tapped.
    case fileAsked

    /// A column is this from now on.
    case columnSet(at: Int, ColumnUse)
    case commaChosen(Bool)

    /// The marks that stand for no value, with spaces between.
    case missingTyped(String)

    /// The columns are told; the file is read with them.
    case columnsGiven

    /// Back from the counts to the columns.
    case columnsAsked

    /// A name of the file stands for this; none takes the answer away.
    case nameAnswered(name: String, String?)
    case rangeTyped(name: String, RangeTyped)
    case zoneTyped(String)

    /// The counts are to be made anew, with what was said since.
    case lookAsked

    /// Rows that cannot be taken are left out, or not.
    case skipTicked(Bool)

    /// Deleted entries come back, or stay out.
    case restoreTicked(Bool)
    case applyAsked

    /// "Break off" was tapped while it runs.
    case breakOffAsked

    /// The file is left; nothing was changed.
    case left

    /// "Take back" of an import was tapped.
    case undoAsked(batchId: String)

    /// It is to be taken back; of one that was edited since, the edited entries stay.
    case undoConfirmed

    /// The import stays.
    case undoLeft
    case fileChosen(ChosenFile)

    /// The person turned back.
    case noFile

    /// No known app wrote it; it is a table with these columns.
    case tableFound(Mapping)
    case looked(ImportsState.Found)
    case stopped(ImportsState.Refused)

    /// So many of so many are done.
    case progressed(Progress)

    /// All of it is on disk.
    case applied(ImportCounts)
    case pastRead([AppliedImport])
    case pastNotRead(Problem)
    case undone(ImportUndone)

    /// Entries of it were edited since; nothing was removed.
    case editedFound(ImportsState.Edited)
    case notUndone(Problem)
}

/// What is to be done in the world, one after another.
public enum ImportsEffect: Hashable, Sendable {
    case readPast
    case chooseFile

    /// Reads the file with what was said about it, and counts what applying it would do.
    case read(ChosenFile, ImportsState.Said, ImportChoices)
    case apply(run: Int, ImportChoices)

    /// Breaks that applying off; done while it runs.
    case breakOff(run: Int)
    case letGo
    case undo(batchId: String, keepEdited: Bool)

    /// Remembers the file that is looked at, for the way back to it.
    case keep(ImportsState?)
}
