//! A measure of one's own while it is typed: which scale it has, and when it can be saved. What is taken is the core's to say.

import TidemarkBindings

/// The scale that a measure of one's own is given on.
public enum OwnScale: Hashable, Sendable, CaseIterable {
    /// From 0 to 10.
    case ten
    /// From 0 to 100.
    case hundred
    /// Hours of a day, by quarters.
    case hours
    /// Whole numbers between two that the person types.
    case other
}

/// What the person typed for a measure of their own; it stays when it is refused.
public struct OwnMeasure: Hashable, Sendable, Copied {
    public var label: String
    public var scale = OwnScale.ten
    /// The lowest number of another scale, as it was typed.
    public var lowest = ""
    /// The highest number of another scale, as it was typed.
    public var highest = ""
    /// What the lowest number means.
    public var low = ""
    /// What the highest number means.
    public var high = ""
    public var direction = Direction.neutral
    /// Whether it is asked before and after sessions too; hours never are.
    public var session = false
    public internal(set) var saving = false
    public internal(set) var problem: Problem?

    public init(label: String = "") { self.label = label }
}

extension OwnMeasure {
    /// The lowest and the highest number of its scale; none while those that were typed are none.
    public var ends: ClosedRange<Int>? {
        switch scale {
        case .ten: return 0...10
        case .hundred: return 0...100
        case .hours: return 0...24
        case .other:
            guard let low = wholeNumber(lowest), let high = wholeNumber(highest), furthest.contains(low), furthest.contains(high),
                low < high, high - low <= widest
            else { return nil }
            return low...high
        }
    }

    /// Whether it can be saved as it stands.
    public var canSave: Bool { filled(label) != nil && ends != nil && !saving }

    /// Hours are asked about the day alone: no session has them before and after it.
    var withoutWhatHoursLack: OwnMeasure { scale == .hours ? copy { $0.session = false } : self }

    /// A measure asked each day about the day. Its name is made of its label, or numbered when no letter fits.
    func draft(_ ends: ClosedRange<Int>, known: Int) -> MeasureDraft {
        let hours = scale == .hours
        return MeasureDraft(
            id: name ?? "own_\(known + 1)", label: filled(label) ?? "", frame: .dayOverall, unit: hours ? .hour : .score,
            direction: direction, minMilli: Int64(ends.lowerBound) * 1000, maxMilli: Int64(ends.upperBound) * 1000,
            stepMilli: hours ? quarter : 1000,
            // The form asks for no meaning of hours; what was typed for another scale is none.
            anchorLow: hours ? nil : filled(low), anchorHigh: hours ? nil : filled(high), session: session)
    }

    private var name: String? {
        var name = label.lowercased().utf16.map { unit -> Character in
            let taken = (97...122).contains(unit) || (48...57).contains(unit)
            return taken ? Unicode.Scalar(unit).map { Character($0) } ?? "_" : "_"
        }[...]
        // A name begins with a letter.
        while let first = name.first, !("a"..."z").contains(first) { name.removeFirst() }
        while name.last == "_" { name.removeLast() }
        return name.isEmpty ? nil : String(name.prefix(longestName))
    }
}

private let longestName = 40

/// Both ends of a scale lie within these.
private let furthest = -100_000...100_000

/// The highest number is above the lowest by this at most.
private let widest = 1000

/// A quarter of an hour, in thousandths.
private let quarter: Int64 = 250
