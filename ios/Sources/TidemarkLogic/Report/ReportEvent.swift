//! What happens on the report builder.

import TidemarkBindings

/// What happened: what the person chose, or what came of an effect.
public enum ReportEvent: Hashable, Sendable {
    case shown
    case recipientChosen(Recipient)
    case ticked(Tick, on: Bool)

    /// The list of single notes is to be shown, or closed.
    case notesListed(on: Bool)

    /// One note of the list.
    case noteTicked(EntryId, on: Bool)

    /// Every note of the list, or none.
    case allNotesTicked(on: Bool)
    case usualDays

    /// Days of the person's own; the fields begin with the usual ones.
    case ownDays
    case daysTyped(from: String, to: String)
    case nameTicked(on: Bool)
    case nameTyped(String)
    case paperChosen(Paper)
    case read(Basis)
    case notRead(Problem)
    case notesRead(ListedNotes)
    case notesNotRead(Problem)
    case laidOut(Laid)
    case notLaidOut(Problem)
}
