//! The few words that say more than the library's records do: which measure, which check-in, which day, an answer or a skip.

/// Name of a measure, such as `stress`.
public struct MeasureId: Hashable, Sendable {
    public let name: String

    public init(_ name: String) { self.name = name }
}

/// Id of a check-in.
public struct CheckInId: Hashable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }
}

/// A day as the core decided it, `YYYY-MM-DD`; never computed here.
public struct LogicalDate: Hashable, Sendable {
    public let iso: String

    public init(_ iso: String) { self.iso = iso }
}

/// What the person did with a question.
public enum Answer: Hashable, Sendable {
    /// Gave a number, in thousandths of the measure's unit.
    case recorded(milli: Int64)

    /// Chose not to; never a zero.
    case skipped

    /// What the library holds for an answer: none is a skip.
    public init(milli: Int64?) {
        if let milli { self = .recorded(milli: milli) } else { self = .skipped }
    }

    /// The number in thousandths as the library takes it; none is a skip.
    public var milli: Int64? {
        switch self {
        case .recorded(let milli): milli
        case .skipped: nil
        }
    }
}
