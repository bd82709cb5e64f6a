//! The numbers that a pad offers, and what typed text says on its grid. Whether a number is taken is the core's to say.

/// More cells than these are no pad but a stepper.
private let mostCells: Int64 = 11

extension Question {
    /// The numbers of a pad from lowest to highest, in thousandths; none when there are too many for cells.
    public var cells: [Int64]? {
        guard stepMilli > 0, (maxMilli - minMilli) / stepMilli < mostCells else { return nil }
        return Array(stride(from: minMilli, through: maxMilli, by: Int64.Stride(stepMilli)))
    }

    /// `from` moved by that many steps, within the scale. Without a number it begins in the middle: no end pulls the answer.
    public func stepped(from: Int64?, by steps: Int64) -> Int64 {
        guard let from else { return minMilli + (maxMilli - minMilli) / stepMilli / 2 * stepMilli }
        return min(max(from + steps * stepMilli, minMilli), maxMilli)
    }

    /// What was typed, in thousandths, with a decimal point or comma; none when it is no number of the scale.
    public func typed(_ text: String) -> Int64? {
        guard let whole = thousandths(text), minMilli <= whole, whole <= maxMilli, (whole - minMilli) % stepMilli == 0 else {
            return nil
        }
        return whole
    }
}

/// A decimal number as whole thousandths, exactly; none when it is no number or finer than those. The digits may be those of
/// any script that counts in tens.
private func thousandths(_ text: String) -> Int64? {
    var rest = Substring(text).drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    let negative = rest.first == "-"
    if negative || rest.first == "+" { rest.removeFirst() }
    var milli: Int64 = 0
    var decimals: Int?
    var digits = 0
    for letter in rest {
        if letter == "." || letter == ",", decimals == nil {
            decimals = 0
            continue
        }
        guard let digit = decimalDigit(letter) else { return nil }
        digits += 1
        if let places = decimals {
            decimals = places + 1
            // Finer than thousandths is no number of any scale, unless it is nothing.
            if places >= 3 {
                if digit != 0 { return nil }
                continue
            }
        }
        let (tenfold, over) = milli.multipliedReportingOverflow(by: 10)
        let (sum, beyond) = tenfold.addingReportingOverflow(digit)
        if over || beyond { return nil }
        milli = sum
    }
    guard digits > 0 else { return nil }
    for _ in min(decimals ?? 0, 3)..<3 {
        let (tenfold, over) = milli.multipliedReportingOverflow(by: 10)
        if over { return nil }
        milli = tenfold
    }
    return negative ? -milli : milli
}

/// A typed whole number, with a sign or without; none for anything else. The digits may be those of any script that counts in tens,
/// and the longer minus of some keyboards is one too.
func wholeNumber(_ text: String) -> Int? {
    filled(text).flatMap { Int($0.map { letter in decimalDigit(letter).map { "\($0)" } ?? (letter == "−" ? "-" : "\(letter)") }.joined()) }
}

private func decimalDigit(_ letter: Character) -> Int64? {
    guard letter.unicodeScalars.count == 1, letter.unicodeScalars.first?.properties.numericType == .decimal else { return nil }
    return letter.wholeNumberValue.map(Int64.init)
}
