//! Which column of a table is what; each with what its first row holds.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The columns of a table that no known app wrote.
struct ColumnsView: View {
    private let mapping: Mapping
    private let file: String
    private let send: Send<ImportsEvent>
    @Environment(\.words) private var words

    init(_ mapping: Mapping, _ file: String, _ send: @escaping Send<ImportsEvent>) {
        self.mapping = mapping
        self.file = file
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        let faults = mapping.checked ? mapping.faults : []
        Section(strings.importColumns(), about: strings.importColumnsAbout(file: file)) {
            ForEach(Array(mapping.columns.enumerated()), id: \.offset) { at, column in
                let said = faults.filter { $0.place == at }.map { strings.fault($0) }
                ColumnCard(mapping, column, said) { send(.columnSet(at: at, $0)) }
            }
        }
        TickRow(strings.importComma(), ticked: mapping.comma) { send(.commaChosen($0)) }
        Field(strings.importMissing(), mapping.missing, hint: strings.importMissingHint()) { send(.missingTyped($0)) }
        ForEach(faults.filter { $0.place == nil }, id: \.self) { Told(strings.fault($0), wrong: true) }
        FirstDeed(strings.importLook()) { send(.columnsGiven) }
        Deed(strings.importAnother()) { send(.fileAsked) }
    }
}

/// What a column can be, without its details.
private enum UseKind: Hashable {
    case leftOut, day, time, values, note, length, style, pressure

    init(_ use: ColumnUse) {
        switch use {
        case .leftOut: self = .leftOut
        case .day: self = .day
        case .time: self = .time
        case .values: self = .values
        case .note: self = .note
        case .length: self = .length
        case .style: self = .style
        case .pressure: self = .pressure
        }
    }

    func begun(_ column: TableColumn) -> ColumnUse {
        switch self {
        case .leftOut: .leftOut
        case .day: .day(format: dayFormats.only(for: column.sample))
        case .time: .time(format: timeFormats.only(for: column.sample))
        case .values: .values(ColumnUse.Values(label: column.name))
        case .note: .note
        case .length: .length
        case .style: .style
        case .pressure: .pressure
        }
    }
}

private struct ColumnCard: View {
    private let mapping: Mapping
    private let column: TableColumn
    private let faults: [String]
    private let put: @MainActor (ColumnUse) -> Void
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ mapping: Mapping, _ column: TableColumn, _ faults: [String], _ put: @escaping @MainActor (ColumnUse) -> Void) {
        self.mapping = mapping
        self.column = column
        self.faults = faults
        self.put = put
    }

    var body: some View {
        let strings = words.strings
        Card {
            Text(column.name).font(.headline).foregroundStyle(inks.onSurface.colour)
            Aside(column.sample.isEmpty ? strings.importSampleNone() : strings.importSample(text: column.sample))
            let uses: [(UseKind, String)] = [
                (.leftOut, strings.importLeaveOut()), (.day, strings.importUseDay()), (.time, strings.importUseTime()),
                (.values, strings.importUseValues()), (.note, strings.importUseNote()), (.length, strings.importUseLength()),
                (.style, strings.importUseStyle()), (.pressure, strings.importUsePressure()),
            ]
            let chosen = UseKind(column.use)
            Choices(column.name, uses, chosen: chosen) { if $0 != chosen { put($0.begun(column)) } }
            details
            ForEach(faults, id: \.self) { Told($0, wrong: true) }
        }
    }

    @ViewBuilder
    private var details: some View {
        switch column.use {
        case .day(let format): written(dayFormats, format) { put(.day(format: $0)) }
        case .time(let format): written(timeFormats, format) { put(.time(format: $0)) }
        case .values(let values): ValuesFields(mapping, column.name, values) { put(.values($0)) }
        case .leftOut, .note, .length, .style, .pressure: EmptyView()
        }
    }

    private func written(_ ways: [WrittenAs], _ chosen: String?, _ choose: @escaping @MainActor (String) -> Void) -> some View {
        let asked = words.strings.importOf(field: words.strings.importWritten(), name: column.name)
        return Labelled(words.strings.importWritten()) { Choices(asked, ways.map { ($0.code, $0.example) }, chosen: chosen, choose) }
    }
}

/// Numbers of what: of a measure of the diary, or of a new one with its name, range and direction; and what they are about.
private struct ValuesFields: View {
    private let mapping: Mapping
    private let name: String
    private let values: ColumnUse.Values
    private let put: @MainActor (ColumnUse.Values) -> Void
    @Environment(\.words) private var words

    init(_ mapping: Mapping, _ name: String, _ values: ColumnUse.Values, _ put: @escaping @MainActor (ColumnUse.Values) -> Void) {
        self.mapping = mapping
        self.name = name
        self.values = values
        self.put = put
    }

    var body: some View {
        let strings = words.strings
        let of: [(String?, String)] = [(nil, strings.importMeasureNew())] + mapping.measures.map { ($0.id, $0.label) }
        Labelled(strings.importMeasure()) {
            Choices(strings.importOf(field: strings.importMeasure(), name: name), of, chosen: .some(values.measureId)) { set(measureId: $0) }
        }
        // Once no column is the length any more, what was said stays to be said otherwise.
        if mapping.hasSessions || values.about != .day {
            let about = About.allCases.map { ($0, strings.about($0)) }
            Labelled(strings.importAbout()) {
                Choices(strings.importOf(field: strings.importAbout(), name: name), about, chosen: values.about) { set(about: $0) }
            }
        }
        if values.measureId == nil {
            Field(strings.importOf(field: strings.importLabel(), name: name), values.label) { set(label: $0) }
            RangeFields(name, values.range) { set(range: $0) }
            let directions: [Direction] = [.higherBetter, .higherWorse, .neutral]
            Labelled(strings.importDirection()) {
                Choices(
                    strings.importOf(field: strings.importDirection(), name: name), directions.map { ($0, strings.direction($0)) },
                    chosen: values.direction
                ) { set(direction: $0) }
            }
        }
    }

    private func set(
        measureId: String?? = nil, label: String? = nil, range: RangeTyped? = nil, direction: Direction? = nil, about: About? = nil
    ) {
        put(
            ColumnUse.Values(
                measureId: measureId ?? values.measureId, label: label ?? values.label, range: range ?? values.range,
                direction: direction ?? values.direction, about: about ?? values.about))
    }
}
