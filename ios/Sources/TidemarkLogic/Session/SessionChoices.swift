//! What is agreed before a session, from its fields and back to them. Which of it may be stored is the core's to say.

import TidemarkBindings

/// What is agreed before a session; none or empty where nothing was said. Texts are as typed: one need, one oil a line.
public struct SessionChoices: Hashable, Sendable, Copied {
    public var style: Modality?
    /// 1 (feather-light) to 5 (deep).
    public var pressure: Int?
    public var minutes: Int?
    public var areas: [Area] = []
    public var comfortNeeds = ""
    public var stopSignal = ""
    public var oils = ""
    /// When medicines were last taken, as the person says.
    public var doses: [Dose] = []

    init() {}

    /// Choices as the fields of a session say them.
    init(_ text: (String) -> String?) throws {
        style = coded(text("modality"))
        pressure = text("pressure_asked").flatMap { Int($0) }
        minutes = text("planned_min").flatMap { Int($0) }
        areas = try items(text("areas")).compactMap(areaOf)
        comfortNeeds = try items(text("comfort_needs")).joined(separator: "\n")
        stopSignal = text("stop_signal") ?? ""
        // Whether an oil was tolerated belongs to one session, its name to the next one too.
        oils = try items(text("oils")).map { bare($0) }.joined(separator: "\n")
        doses = try items(text("last_doses")).compactMap { Dose(item: $0) }
    }

    /// Choices as fields of a session; what is empty empties its field.
    func fields() throws -> [FieldText] {
        let areas = try joinItems(items: areas.map(\.item))
        return try details() + [
            FieldText(name: "modality", text: (style ?? .other).code),
            FieldText(name: "pressure_asked", text: pressure.map { String($0) }),
            FieldText(name: "planned_min", text: minutes.map { String($0) }),
            FieldText(name: "areas", text: areas),
        ]
    }

    /// The fields in which these choices differ from those that are held.
    func fieldsOther(than held: SessionChoices) throws -> [FieldText] {
        let before = try held.fields()
        return try fields().filter { !before.contains($0) }
    }

    /// What has no place of its own in a draft.
    func details() throws -> [FieldText] {
        [
            FieldText(name: "comfort_needs", text: try joinItems(items: lines(comfortNeeds))),
            FieldText(name: "stop_signal", text: filled(stopSignal)),
            FieldText(name: "oils", text: try joinItems(items: lines(oils))),
            FieldText(name: "last_doses", text: try joinItems(items: doses.map { try $0.item() })),
        ]
    }
}

/// Items of a list field.
func items(_ text: String?) throws -> [String] { try text.map { try splitItems(text: $0) } ?? [] }

/// A typed text without the blanks around it; none when nothing is left.
func filled(_ text: String) -> String? {
    var rest = text.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest.isEmpty ? nil : String(rest)
}

/// The lines of a typed text that hold something.
func lines(_ text: String) -> [String] { text.split(whereSeparator: \.isNewline).compactMap { filled(String($0)) } }

private func bare(_ oil: String) -> String {
    for mark in ["not_tolerated:", "tolerated:"] where oil.hasPrefix(mark) { return String(oil.dropFirst(mark.count)) }
    return oil
}

extension Area {
    /// As the diary writes it.
    public var item: String { "\(wanted.code):\(region.code):\(side.code)" }
}

/// An area as the diary writes it, `focus:neck:both`; none for one of a later version.
public func areaOf(_ item: String) -> Area? {
    let parts = item.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let wanted: AreaUse = coded(parts.first), let region: Region = coded(parts.dropFirst().first),
        let side: Side = coded(parts.last)
    else { return nil }
    return Area(region: region, side: side, wanted: wanted)
}
