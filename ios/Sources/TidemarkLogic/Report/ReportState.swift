//! What the report builder shows: the choices, and what came of them. Nothing is written from here.

import TidemarkBindings

/// The report builder.
public struct ReportState: Hashable, Sendable, Copied {
    /// What the choices start from; none until it was read.
    public internal(set) var basis: Basis?
    public internal(set) var choices: ReportChoices?
    /// What came of the choices; of the ones before while newer ones are laid out.
    public internal(set) var laid: Laid?
    /// Choices are being laid out.
    public internal(set) var laying = false
    /// They were changed meanwhile, and are laid out again.
    public internal(set) var behind = false
    public internal(set) var problem: Problem?
    public internal(set) var notes = NotesToTick()

    init(choices: ReportChoices? = nil) { self.choices = choices }

    /// The notes of the days and sections chosen, by day; none until they were read.
    public var notesShown: [NoteToTick]? {
        guard let listed = notes.listed, listed.of == notesOf else { return nil }
        return listed.notes
    }

    /// Of which days and sections the notes are; none while the days cannot be taken.
    var notesOf: NotesOf? {
        guard let basis, let choices, let period = choices.period(basis.usual) else { return nil }
        return NotesOf(period: period, sessions: choices.included.sessions)
    }

    /// What the preview would be asked for; none while something chosen cannot be taken, and while nobody has looked whether the
    /// notes that are ticked are still there.
    public var options: ReportOptions? {
        guard let basis, let choices, choices.included.chosenNotes.isEmpty || notesShown != nil else { return nil }
        return choices.options(basis.madeAt, basis.usual)
    }
}

/// What the diary says before anything is chosen.
public struct Basis: Hashable, Sendable {
    /// When the report is made, for all its forms.
    public let madeAt: Moment
    /// The days since the last visit, or what the core takes instead.
    public let usual: Period
    /// The day of the last visit before today; none when no visit is written down.
    public let lastVisit: String?
    public let paper: Paper
    /// What is ticked for each recipient.
    public let ticked: [Recipient: Included]
}

/// A report that was laid out and not written.
public struct Laid: Hashable, Sendable {
    public let options: ReportOptions
    public let leaves: [Leaving]
    public let pages: Int
}
