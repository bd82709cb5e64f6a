//! Which column of a table is what, as the person says it. The core reads the table; this only writes down what it is told.

import TidemarkBindings

/// Which column of a table is what.
public struct Mapping: Hashable, Sendable {
    public internal(set) var columns: [TableColumn]
    /// The measures that the diary has.
    public let measures: [KnownMeasure]
    public let delimiter: Character
    /// Whether numbers have a comma where others have a point.
    public internal(set) var comma = false
    /// The marks that stand for no value, with spaces between.
    public internal(set) var missing = "- NA"
    /// Whether it was looked through for faults: they are said from then on.
    public internal(set) var checked = false

    init(_ table: TableTop, _ measures: [KnownMeasure]) {
        columns = table.columns
        self.measures = measures
        delimiter = table.delimiter
    }

    /// What a table has once, a column takes from any other one.
    mutating func set(_ at: Int, _ use: ColumnUse) {
        for place in columns.indices {
            if place == at {
                columns[place].use = use
            } else if use.isSingle, columns[place].use.isLike(use) {
                columns[place].use = .leftOut
            }
        }
    }
}

/// A column of the table, with what its first row holds: the person's own, for their eyes alone.
public struct TableColumn: Hashable, Sendable {
    public let name: String
    public let sample: String
    public internal(set) var use = ColumnUse.leftOut
}

/// A measure that the diary has.
public struct KnownMeasure: Hashable, Sendable {
    public let id: String
    public let label: String
}

/// What a column is.
public enum ColumnUse: Hashable, Sendable {
    case leftOut

    /// The day, or the day with its time; how it is written is a code of `dayFormats`.
    case day(format: String?)

    /// The time beside the day, a code of `timeFormats`.
    case time(format: String?)
    case note

    /// How long a massage session was, in minutes; without it no row is one.
    case length

    /// The style of a massage session.
    case style

    /// The pressure of a massage session, 1 to 5.
    case pressure
    case values(Values)

    /// Numbers: of a measure of the diary, or of a new one.
    public struct Values: Hashable, Sendable {
        public let measureId: String?
        public let label: String
        public let range: RangeTyped
        public let direction: Direction?
        public let about: About

        public init(
            measureId: String? = nil, label: String = "", range: RangeTyped = RangeTyped(), direction: Direction? = nil, about: About = .day
        ) {
            self.measureId = measureId
            self.label = label
            self.range = range
            self.direction = direction
            self.about = about
        }

        /// The name of a measure in files: the diary's own, or one made of the label, the same each time the file is read.
        var id: String {
            if let measureId { return measureId }
            // A letter of another script is its number, or two words of it were one measure. UTF-16 is what the other phone counts.
            let name = (filled(label) ?? "").lowercased().utf16.map { unit in
                switch unit {
                case 0x61...0x7A, 0x30...0x39: String(UnicodeScalar(UInt8(unit)))
                case ..<0x80: "_"
                default: "u" + String(unit, radix: 16)
                }
            }
            return String(("own_" + name.joined()).prefix(mostOfAName))
        }
    }

    /// Of these a table has one.
    var isSingle: Bool {
        switch self {
        case .day, .time, .note, .length, .style, .pressure: true
        case .leftOut, .values: false
        }
    }

    /// Whether it means something in a row with a massage session alone.
    fileprivate var isOfSession: Bool {
        switch self {
        case .length, .style, .pressure: true
        case .values(let values): values.about != .day
        case .leftOut, .day, .time, .note: false
        }
    }

    fileprivate func isLike(_ other: ColumnUse) -> Bool {
        switch (self, other) {
        case (.day, .day), (.time, .time), (.note, .note), (.length, .length), (.style, .style), (.pressure, .pressure): true
        default: false
        }
    }

    var values: Values? { if case .values(let values) = self { values } else { nil } }
}

private let mostOfAName = 40

/// What numbers are about. Of one measure a table may have each of these once.
public enum About: Hashable, Sendable, CaseIterable {
    case day

    /// The time before the massage session of the row.
    case before

    /// The time after it.
    case after
}

extension Mapping {
    /// What keeps a table from being read; a place is that of the column.
    public enum Fault: Hashable, Sendable {
        case noDay

        /// It has to be said how the day or the time is written.
        case noFormat(at: Int)

        /// The day has a time in it already.
        case timeTwice
        case nothingToTake

        /// A massage session needs the time it began; the place is that of its length.
        case noStart(at: Int)

        /// It is of a massage session, and no column says how long one was.
        case noLength(at: Int)

        /// Another column is this measure already.
        case measureTwice(at: Int)
        case noLabel(at: Int)
        case noRange(at: Int)
        case noDirection(at: Int)

        /// An earlier column of the same new measure has another range.
        case rangeDiffers(at: Int)

        /// An earlier column of the same new measure has another direction.
        case directionDiffers(at: Int)
    }

    /// Whether a column says how long a massage session was: then a row can be one.
    public var hasSessions: Bool { columns.contains { $0.use == .length } }

    /// What is still missing before the table can be read.
    public var faults: [Fault] {
        var faults: [Fault] = []
        let (day, time) = (day, time)
        if day == nil { faults.append(.noDay) }
        if let day, day.format == nil { faults.append(.noFormat(at: day.at)) }
        if let time, time.format == nil { faults.append(.noFormat(at: time.at)) }
        if time != nil, let format = day?.format, withTime(format) { faults.append(.timeTwice) }
        if !columns.contains(where: { $0.use.values != nil || $0.use == .note || $0.use.isOfSession }) { faults.append(.nothingToTake) }
        if let at = columns.firstIndex(where: { $0.use == .length }), time == nil, day?.format.map(withTime) != true {
            faults.append(.noStart(at: at))
        }
        for (at, column) in columns.enumerated() {
            if column.use.isOfSession, !hasSessions { faults.append(.noLength(at: at)) }
            if let values = column.use.values { faults += self.faults(at, values) }
        }
        return faults
    }

    private func faults(_ at: Int, _ values: ColumnUse.Values) -> [Fault] {
        let same = columns.prefix(at).compactMap(\.use.values).filter { $0.id == values.id }
        // Two labels that come to one name in files are two measures to whoever typed them.
        if same.contains(where: { $0.about == values.about || label(of: $0) != label(of: values) }) { return [.measureTwice(at: at)] }
        if values.measureId != nil { return [] }
        let first = same.first { $0.measureId == nil && filled($0.label) != nil }
        var faults: [Fault] = []
        if filled(values.label) == nil { faults.append(.noLabel(at: at)) }
        if values.range.answer == nil { faults.append(.noRange(at: at)) }
        if values.direction == nil { faults.append(.noDirection(at: at)) }
        if differ(first?.range.answer, values.range.answer) { faults.append(.rangeDiffers(at: at)) }
        if differ(first?.direction, values.direction) { faults.append(.directionDiffers(at: at)) }
        return faults
    }

    private func label(of values: ColumnUse.Values) -> String? {
        let known = measures.first { $0.id == values.measureId }
        return filled(known?.label ?? values.label)?.lowercased()
    }

    /// A column that says when, by its place and how it is written.
    typealias When = (at: Int, name: String, format: String?)

    var day: When? {
        for (at, column) in columns.enumerated() {
            if case .day(let format) = column.use { return (at, column.name, format) }
        }
        return nil
    }

    var time: When? {
        for (at, column) in columns.enumerated() {
            if case .time(let format) = column.use { return (at, column.name, format) }
        }
        return nil
    }
}

/// Whether both are said, and are not the same.
private func differ<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool { one != nil && other != nil && one != other }
