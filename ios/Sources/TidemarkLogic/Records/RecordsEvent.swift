//! What happens at a list of records and its form, and what is to be done for it.

import TidemarkBindings

/// What happened: what the person did, or what came of an effect.
public enum RecordsEvent: Hashable, Sendable {
    case shown

    /// "Add" was tapped.
    case added

    /// A record of the list was tapped.
    case opened(id: String)

    /// A field holds a text now; nothing is saved yet.
    case typed(field: String, String)

    /// The single scores of a questionnaire are asked for, or left out.
    case scoresAsked(Bool)

    /// The score of a question, by its number; none takes it away.
    case scored(number: Int, Int?)
    case reasoned(String)

    /// The form was left without saving.
    case closed

    /// "Save" was tapped.
    case submitted

    /// "Delete" was tapped in the form of a record.
    case deleted
    case undone
    case historyAsked

    /// What was found: the rules of the kind, its records, and what fields can name.
    case read(today: String, rules: [FieldRule], rows: [RecordsState.Row], choices: [String: [RecordsState.Choice]])
    case notRead(Problem)

    /// The form is on disk.
    case written(id: String, at: Moment, offersHelp: Bool = false)
    case notWritten(Problem)
    case removed(id: String, at: Moment)
    case notRemoved(Problem)

    /// The last act was taken back.
    case takenBack
    case notTakenBack(Problem)
    case historyRead(id: String, [Revision])
    case historyNotRead(Problem)
}

/// What is to be done in the world, one after another.
public enum RecordsEffect: Hashable, Sendable {
    case read

    /// Adds a record, or changes the fields of one.
    case write(id: String?, [Typed], reason: String)
    case remove(id: String)

    /// Takes the last act back, which was about that record.
    case takeBack(id: String)
    case readHistory(id: String)

    /// Remembers a form for the way back to it.
    case keep(RecordForm?)

    /// What stands in a field of a form.
    public struct Typed: Hashable, Sendable {
        public let field: String
        public let text: String
        public let form: FieldForm
    }
}
