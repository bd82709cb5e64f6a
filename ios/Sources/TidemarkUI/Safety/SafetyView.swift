//! Whom to call and what helps. The largest buttons of the app; nothing moves, nothing is timed, nothing is asked first.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Whom to call and what helps.
public struct SafetyView: View {
    private let state: SafetyState
    private let send: Send<SafetyEvent>
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    public init(_ state: SafetyState, _ send: @escaping Send<SafetyEvent>) {
        self.state = state
        self.send = send
    }

    public var body: some View {
        let strings = words.strings
        Text(strings.safetyNow()).font(.title2).foregroundStyle(inks.onSurface.colour)
        if let number = state.byHand {
            let text = strings.safetyByHand(number: number)
            Text(text).font(.title2).foregroundStyle(inks.onSurface.colour).textSelection(.enabled).spoken(text, atOnce: true)
        }
        people
        services
        PauseCard()
        if state.read { plan }
        if let problem = state.problem { ProblemCard(problem) { send(.shown) } }
        Aside(strings.safetyNobody())
    }

    /// The person's own contacts come first: a known voice before a service.
    private var people: some View {
        let strings = words.strings
        return Section(strings.safetyMine()) {
            ForEach(state.own, id: \.self) { contact in
                Large(strings.safetyCall(service: contact.service), contact.number) { send(.callAsked(number: contact.number)) }
                if let text = contact.text { LargeOutlined(strings.safetyText(service: contact.service)) { send(.textAsked(number: text)) } }
                if !trimmed(contact.hours).isEmpty { Aside(contact.hours) }
            }
            if !state.read {
                Aside(strings.appLoading())
            } else if state.own.isEmpty {
                Aside(state.locked ? strings.safetyMineLocked() : strings.safetyMineNone())
            }
        }
    }

    private var services: some View {
        Section(words.strings.safetyServices()) {
            if !state.regions.isEmpty { RegionChoice(state, send) }
            ForEach(state.services, id: \.self) { service($0) }
            if state.read, state.services.isEmpty, state.regions.isEmpty { Aside(words.strings.safetyServicesNone()) }
        }
    }

    @ViewBuilder
    private func service(_ entry: CrisisEntry) -> some View {
        let strings = words.strings
        // Without a country each number says which it is for: the same digits reach nobody in another.
        let country = state.region == nil ? entry.region.map { words.country($0) } : nil
        let name = country.map { strings.safetyServiceIn(service: entry.service, country: $0) } ?? entry.service
        Large(strings.safetyCall(service: name), entry.number) { send(.callAsked(number: entry.number)) }
        if let text = entry.text { LargeOutlined(strings.safetyText(service: name)) { send(.textAsked(number: text)) } }
        let about = [
            entry.hours.flatMap { trimmed($0).isEmpty ? nil : $0 }, entry.checkedOn.map { strings.safetyChecked(date: words.date($0)) },
            entry.needsCheck ? strings.safetyCheckNumber() : nil,
        ].compactMap { $0 }
        if !about.isEmpty { Aside(about.joined(separator: " · ")) }
    }

    private var plan: some View {
        Section(words.strings.safetyPlan()) {
            ForEach(state.plan, id: \.self) { part in
                if let name = words.section(part.section) {
                    Text(name).font(.headline).foregroundStyle(inks.onSurface.colour).accessibilityAddTraits(.isHeader)
                }
                ForEach(part.lines, id: \.self) {
                    Text(verbatim: "• \($0)").font(.body).foregroundStyle(inks.onSurface.colour).accessibilityLabel($0)
                }
            }
            if state.locked {
                Aside(words.strings.safetyPlanLocked())
            } else if state.plan.isEmpty {
                Aside(words.strings.safetyPlanNone())
            }
        }
    }
}

extension Words {
    fileprivate func section(_ code: String?) -> String? {
        switch code {
        case "what_helps": strings.safetySectionWhatHelps()
        case "people": strings.safetySectionPeople()
        case "professionals": strings.safetySectionProfessionals()
        case "places": strings.safetySectionPlaces()
        case "signs": strings.safetySectionSigns()
        case "reasons": strings.safetySectionReasons()
        default: nil
        }
    }
}

/// The region the numbers are for, and the regions there are.
private struct RegionChoice: View {
    private let state: SafetyState
    private let send: Send<SafetyEvent>
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ state: SafetyState, _ send: @escaping Send<SafetyEvent>) {
        self.state = state
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Ends {
            Text(state.region.map { strings.safetyRegion(region: words.country($0)) } ?? strings.safetyRegionUnknown())
                .font(.body)
                .foregroundStyle(inks.onSurface.colour)
        } last: {
            WayOut(state.region == nil ? strings.safetyRegionChoose() : strings.safetyRegionChange()) { send(.regionAsked) }
        }
        if state.choosing {
            ForEach(state.regions.map { ($0, words.country($0)) }.sorted { $0.1 < $1.1 }, id: \.0) { code, name in
                LargeOutlined(name) { send(.regionChosen(code)) }
            }
        }
    }
}

/// Something to do for a moment, always here.
private struct PauseCard: View {
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    var body: some View {
        let strings = words.strings
        Card {
            Section(strings.safetyPause()) {
                ForEach([strings.safetyPauseOne(), strings.safetyPauseTwo(), strings.safetyPauseThree(), strings.safetyPauseFour()], id: \.self) {
                    Text($0).font(.body).foregroundStyle(inks.onSurface.colour)
                }
            }
        }
    }
}

/// Height of the buttons here, half as much again as anywhere else: hands may shake.
private let large: CGFloat = 76

private struct Large: View {
    private let text: String
    private let number: String
    private let act: @MainActor () -> Void
    @Environment(\.inks) private var inks

    init(_ text: String, _ number: String, _ act: @escaping @MainActor () -> Void) {
        self.text = text
        self.number = number
        self.act = act
    }

    var body: some View {
        Tap(act) {
            VStack(spacing: 2) {
                Text(text).font(.title2)
                Text(number).font(.body)
            }
            .multilineTextAlignment(.center)
            .padding(12)
            .frame(maxWidth: .infinity, minHeight: large)
            .foregroundStyle(inks.onPrimary.colour)
            .background(inks.primary.colour, in: RoundedRectangle(cornerRadius: 20))
        }
    }
}

private struct LargeOutlined: View {
    private let text: String
    private let act: @MainActor () -> Void
    @Environment(\.inks) private var inks

    init(_ text: String, _ act: @escaping @MainActor () -> Void) {
        self.text = text
        self.act = act
    }

    var body: some View {
        Tap(act) {
            Text(text)
                .font(.title2)
                .multilineTextAlignment(.center)
                .padding(12)
                .frame(maxWidth: .infinity, minHeight: large)
                .foregroundStyle(inks.primary.colour)
                .overlay { RoundedRectangle(cornerRadius: 20).strokeBorder(inks.outline.colour, lineWidth: 2) }
        }
    }
}
