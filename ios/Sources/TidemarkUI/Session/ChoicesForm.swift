//! What is agreed for a session: a row for each part, or its editor.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Lengths that are one tap away, in minutes.
private let usual = [20, 30, 45, 60, 75, 90]

/// What is agreed for a session: a row for each part, or its editor.
struct ChoicesForm: View {
    private let choices: SessionChoices
    private let open: BeforeState.Choice?
    private let parts: [BeforeState.Choice]
    private let ask: @MainActor (BeforeState.Choice?) -> Void
    private let choose: @MainActor (SessionChoices) -> Void
    @Environment(\.words) private var words

    init(
        _ choices: SessionChoices, open: BeforeState.Choice?, parts: [BeforeState.Choice],
        ask: @escaping @MainActor (BeforeState.Choice?) -> Void, choose: @escaping @MainActor (SessionChoices) -> Void
    ) {
        self.choices = choices
        self.open = open
        self.parts = parts
        self.ask = ask
        self.choose = choose
    }

    var body: some View {
        ForEach(parts, id: \.self) { part in
            let label = words.label(part)
            if open == part {
                Card {
                    Heading(label)
                    PartEditor(part, choices, choose)
                    Deed(words.strings.sessionClose(), wide: false) { ask(nil) }
                }
            } else {
                ValueRow(label, words.said(part, choices) ?? words.strings.appNotSet(), hint: words.strings.sessionChange(what: label)) { ask(part) }
            }
            Divider()
        }
    }
}

private struct PartEditor: View {
    private let part: BeforeState.Choice
    private let choices: SessionChoices
    private let choose: @MainActor (SessionChoices) -> Void
    @Environment(\.words) private var words

    init(_ part: BeforeState.Choice, _ choices: SessionChoices, _ choose: @escaping @MainActor (SessionChoices) -> Void) {
        self.part = part
        self.choices = choices
        self.choose = choose
    }

    var body: some View {
        let label = words.label(part)
        switch part {
        case .style:
            Choices(label, Modality.allCases.map { ($0, words.style($0)) }, chosen: choices.style) { style in change { $0.style = style } }
        case .pressure: PressurePad(label, choices.pressure) { pressure in change { $0.pressure = pressure } }
        case .minutes:
            Choices(label, lengths.map { ($0, words.strings.sessionMinutes(n: $0)) }, chosen: choices.minutes) { minutes in
                change { $0.minutes = minutes }
            }
        case .areas: AreasEditor(choices.areas) { areas in change { $0.areas = areas } }
        case .needs:
            Field(words.strings.sessionNeedsField(), choices.comfortNeeds, lines: 3) { needs in change { $0.comfortNeeds = needs } }
            Field(words.strings.sessionStopField(), choices.stopSignal) { signal in change { $0.stopSignal = signal } }
        case .oils: Field(words.strings.sessionOilsField(), choices.oils, lines: 2) { oils in change { $0.oils = oils } }
        case .doses, .begin: EmptyView()
        }
    }

    private var lengths: [Int] { Set(usual + [choices.minutes].compactMap { $0 }).sorted() }

    private func change(_ act: (inout SessionChoices) -> Void) {
        var changed = choices
        act(&changed)
        choose(changed)
    }
}

/// Five steps of pressure in words; the one chosen again takes it back.
struct PressurePad: View {
    private let label: String
    private let chosen: Int?
    private let choose: @MainActor (Int?) -> Void
    @Environment(\.words) private var words

    init(_ label: String, _ chosen: Int?, _ choose: @escaping @MainActor (Int?) -> Void) {
        self.label = label
        self.chosen = chosen
        self.choose = choose
    }

    var body: some View {
        Choices(label, (1...5).map { ($0, words.pressure($0)) }, chosen: chosen) { choose($0 == chosen ? nil : $0) }
    }
}

/// Regions to work on or to leave out, as a list; one is added by region, side and use.
struct AreasEditor: View {
    private let areas: [Area]
    private let put: @MainActor ([Area]) -> Void
    @State private var region: Region?
    @State private var side = Side.both
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ areas: [Area], _ put: @escaping @MainActor ([Area]) -> Void) {
        self.areas = areas
        self.put = put
    }

    var body: some View {
        let strings = words.strings
        ForEach(areas, id: \.self) { area in
            Ends {
                Text(verbatim: "\(words.use(area.wanted)): \(words.area(area))").font(.body).foregroundStyle(inks.onSurface.colour)
            } last: {
                WayOut(strings.sessionRemoveShort(), spoken: strings.sessionAreaRemove(area: words.area(area))) {
                    put(areas.filter { $0 != area })
                }
            }
        }
        Aside(strings.sessionAreaAdd())
        Choices(strings.sessionAreaAdd(), Region.allCases.map { ($0, words.sentence(words.region($0))) }, chosen: region) { region = $0 }
        if let region {
            Choices(words.region(region), [Side.left, .both, .right].map { ($0, words.sentence(words.side($0))) }, chosen: side) { side = $0 }
            Flow {
                ForEach(AreaUse.allCases, id: \.self) { use in
                    Deed("\(words.use(use)): \(words.region(region))", wide: false) { add(region, use) }
                }
            }
        }
    }

    private func add(_ region: Region, _ use: AreaUse) {
        // One use a place: the later word counts.
        put(areas.filter { $0.region != region || $0.side != side } + [Area(region: region, side: side, wanted: use)])
        self.region = nil
        side = .both
    }
}
