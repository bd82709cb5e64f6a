//! What is in the file, what would become of it, and what has to be said before it can be added.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The dry run.
struct LookView: View {
    private let state: ImportsState
    private let found: ImportsState.Found
    private let send: Send<ImportsEvent>
    @Environment(\.words) private var words

    init(_ state: ImportsState, _ found: ImportsState.Found, _ send: @escaping Send<ImportsEvent>) {
        self.state = state
        self.found = found
        self.send = send
    }

    private var preview: ImportPreview { found.preview }

    var body: some View {
        let strings = words.strings
        Section(strings.importFound(), about: strings.recognised(preview.format, preview.file)) { counts }
        if !preview.names.isEmpty { NamesSection(state, found, send) }
        if let zone = preview.zoneId { zoneSection(zone) }
        // While words wait, the rows with them are among those that cannot be taken: they are asked about, not told.
        if preview.rejected > 0, state.waiting.isEmpty, !state.stale { rejected }
        if !preview.choices.isEmpty {
            Section(strings.importNoticed()) { ForEach(Array(preview.choices.prefix(rowsShown)), id: \.self) { Aside($0) } }
        }
        adding
    }

    @ViewBuilder
    private var counts: some View {
        let strings = words.strings
        let counts = preview.counts
        Card {
            Told(
                preview.period.map {
                    strings.importPeriod(first: words.date(LogicalDate($0.from)), last: words.date(LogicalDate($0.to)))
                } ?? strings.importNoEntries())
            Told(strings.importNew(n: Int(counts.new)))
            if counts.same > 0 { Told(strings.importSame(n: Int(counts.same))) }
            if counts.deleted > 0 { Told(strings.importDeleted(n: Int(counts.deleted))) }
            if counts.restored > 0 { Told(strings.importRestored(n: Int(counts.restored))) }
            if !preview.newMeasures.isEmpty { Aside(strings.importNewMeasures(names: preview.newMeasures.joined(separator: ", "))) }
            if preview.emptyRows > 0 { Aside(strings.importEmptyRows(n: Int(preview.emptyRows))) }
            if preview.leftOutRows > 0 { Aside(strings.importLeftOutRows(n: Int(preview.leftOutRows))) }
        }
        if counts.deleted + counts.restored > 0 {
            TickRow(strings.importRestore(), ticked: state.choices.restoreDeleted) { send(.restoreTicked($0)) }
        }
    }

    private func zoneSection(_ zone: String) -> some View {
        let strings = words.strings
        return Section(strings.importZone(), about: strings.importZoneAbout(zone: zone)) {
            Field(strings.importZoneField(), state.said.zone, hint: strings.importZoneHint()) { send(.zoneTyped($0)) }
            ForEach(state.zones, id: \.self) { like in Deed(like) { send(.zoneTyped(like)) } }
        }
    }

    private var rejected: some View {
        let strings = words.strings
        let count = Int(preview.rejected)
        let more = preview.rejectedRows.count - rowsShown
        return Section(strings.importRejected(n: count)) {
            ForEach(Array(preview.rejectedRows.prefix(rowsShown).enumerated()), id: \.offset) { Aside(strings.row($0.element)) }
            if more > 0 { Aside(strings.importMoreRows(n: more)) }
            TickRow(strings.importSkip(n: count), ticked: state.choices.skipRejected) { send(.skipTicked($0)) }
            Deed(strings.importStop()) { send(.left) }
        }
    }

    /// The button that adds, or what has to happen before it.
    @ViewBuilder
    private var adding: some View {
        let strings = words.strings
        if !state.waiting.isEmpty {
            Told(strings.importWaiting(n: state.waiting.count))
        } else if state.stale {
            Told(strings.importStale())
            FirstDeed(strings.importLookAgain()) { send(.lookAsked) }
        } else if !state.adds {
            Told(strings.importNothingNew())
        } else {
            let count = Int(preview.counts.new + preview.counts.restored)
            FirstDeed(strings.importAdd(n: count), enabled: state.canApply) { send(.applyAsked) }
            Aside(strings.importAddAbout())
        }
        if state.mapping != nil { Deed(strings.importBackToColumns()) { send(.columnsAsked) } }
        Deed(strings.importAnother()) { send(.fileAsked) }
    }
}

private let rowsShown = 10
