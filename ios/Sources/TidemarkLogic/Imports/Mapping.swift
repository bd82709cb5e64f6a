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

    /// A column that is a day, a time or the note takes that from any other one.
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
    case values(Values)

    /// Numbers: of a measure of the diary, or of a new one.
    public struct Values: Hashable, Sendable {
        public let measureId: String?
        public let label: String
        public let range: RangeTyped
        public let direction: Direction?

        public init(
            measureId: String? = nil, label: String = "", range: RangeTyped = RangeTyped(), direction: Direction? = nil
        ) {
            self.measureId = measureId
            self.label = label
            self.range = range
            self.direction = direction
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
        case .day, .time, .note: true
        case .leftOut, .values: false
        }
    }

    fileprivate func isLike(_ other: ColumnUse) -> Bool {
        switch (self, other) {
        case (.day, .day), (.time, .time), (.note, .note): true
        default: false
        }
    }

    var values: Values? { if case .values(let values) = self { values } else { nil } }
}

private let mostOfAName = 40

extension Mapping {
    /// What keeps a table from being read; a place is that of the column.
    public enum Fault: Hashable, Sendable {
        case noDay

        /// It has to be said how the day or the time is written.
        case noFormat(at: Int)

        /// The day has a time in it already.
        case timeTwice
        case nothingToTake

        /// Another column is this measure already.
        case measureTwice(at: Int)
        case noLabel(at: Int)
        case noRange(at: Int)
        case noDirection(at: Int)
    }

    /// What is still missing before the table can be read.
    public var faults: [Fault] {
        var faults: [Fault] = []
        let (day, time) = (day, time)
        if day == nil { faults.append(.noDay) }
        if let day, day.format == nil { faults.append(.noFormat(at: day.at)) }
        if let time, time.format == nil { faults.append(.noFormat(at: time.at)) }
        if time != nil, let format = day?.format, withTime(format) { faults.append(.timeTwice) }
        if !columns.contains(where: { $0.use.values != nil || $0.use == .note }) { faults.append(.nothingToTake) }
        for (at, column) in columns.enumerated() {
            if let values = column.use.values { faults += self.faults(at, values) }
        }
        return faults
    }

    private func faults(_ at: Int, _ values: ColumnUse.Values) -> [Fault] {
        if columns.prefix(at).contains(where: { $0.use.values?.id == values.id }) { return [.measureTwice(at: at)] }
        if values.measureId != nil { return [] }
        var faults: [Fault] = []
        if filled(values.label) == nil { faults.append(.noLabel(at: at)) }
        if values.range.answer == nil { faults.append(.noRange(at: at)) }
        if values.direction == nil { faults.append(.noDirection(at: at)) }
        return faults
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
