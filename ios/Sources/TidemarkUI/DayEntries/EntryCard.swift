//! One entry: what it says, when it was written, what it said before.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// One entry: what it says, when it was written, what it said before.
struct EntryCard: View {
    private let entry: Entry
    private let page: DayPage
    private let state: DayEntriesState
    private let send: Send<DayEntriesEvent>
    private let go: Go
    private let now: @Sendable () -> Moment
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(
        _ entry: Entry, _ page: DayPage, _ state: DayEntriesState, _ send: @escaping Send<DayEntriesEvent>, _ go: Go,
        _ now: @escaping @Sendable () -> Moment
    ) {
        self.entry = entry
        self.page = page
        self.state = state
        self.send = send
        self.go = go
        self.now = now
    }

    var body: some View {
        Card {
            head
            if let about = words.about(entry) { Aside(about) }
            ForEach(entry.values, id: \.measureId) { value($0) }
            ForEach(words.lines(entry), id: \.self) { Text($0).font(.body).foregroundStyle(inks.onSurface.colour) }
            ForEach(entry.ratings, id: \.self) { ratings($0) }
            if state.undo == entry.id, case .saved = state.line, !state.adding { StatusLine(state, send) }
            changes
            if entry.recordKind == .session {
                WayOut(words.strings.entriesOpenSession()) { go.to(.sessionDetail(sessionId: entry.id)) }
            }
        }
    }

    private var head: some View {
        let name = words.head(entry)
        return Ends {
            Heading(name)
        } last: {
            if let kind = entry.recordKind {
                WayOut(words.strings.entriesDelete(), spoken: words.strings.entriesDeleteSpoken(entry: name), enabled: state.free) {
                    send(.deleteTapped(kind, id: entry.id))
                }
            }
        }
    }

    /// A value of a check-in: its row, or its pad when that is open.
    @ViewBuilder
    private func value(_ value: EntryValue) -> some View {
        let strings = words.strings
        let target = DayEntriesState.Target.change(checkIn: entry.id, MeasureId(value.measureId))
        if let question = page.question(value.measureId) {
            let shown = words.value(question, value)
            if state.open == target {
                RatingPad(question, state.shown) { send(.rated($0, at: now())) }
                StatusLine(state, send)
                if state.attempt == nil || state.attempt?.refused != nil { WayOut(strings.entriesClosePad()) { send(.padClosed) } }
            } else if page.changes(value) {
                ValueRow(
                    question.label, shown, act: strings.entriesChange(), spoken: strings.entriesChangeSpoken(label: question.label, value: shown)
                ) { send(.padOpened(target)) }
            } else {
                ValueRow(question.label, "\(shown), \(strings.entriesOtherScale())")
            }
        } else {
            ValueRow(value.measureId, "\(words.value(nil, value)), \(strings.entriesOtherScale())")
        }
    }

    /// Ratings around a session; they are changed on the page of the session.
    @ViewBuilder
    private func ratings(_ ratings: EntryRatings) -> some View {
        let values = ratings.values.map { value in
            let question = page.question(value.measureId)
            return "\(question?.label ?? value.measureId) \(words.value(question, value))"
        }
        Text(verbatim: "\(words.phase(ratings.phase)): \(values.joined(separator: ", "))").font(.body).foregroundStyle(inks.onSurface.colour)
        let about = [ratings.recalled ? words.strings.entriesRecalled() : nil, ratings.inWindow ? nil : words.strings.entriesOutOfWindow()]
            .compactMap { $0 }
        if !about.isEmpty { Aside(about.joined(separator: ", ")) }
    }

    /// What an entry said before, oldest first; offered only for one that was changed.
    @ViewBuilder
    private var changes: some View {
        if let kind = entry.recordKind, entry.revision >= 2 {
            let strings = words.strings
            let name = words.head(entry)
            if let shown = state.changes[entry.id] {
                ForEach(shown.compactMap { words.changed($0, page) }, id: \.self) { Aside($0) }
                WayOut(strings.entriesHideChanges(), spoken: strings.entriesHideChangesSpoken(entry: name)) { send(.changesClosed(id: entry.id)) }
            } else {
                WayOut(strings.entriesShowChanges(), spoken: strings.entriesChangesSpoken(entry: name)) { send(.changesShown(kind, id: entry.id)) }
            }
        }
    }
}
