//! What is asked each day, one by one or as a set; what is not asked any more keeps everything that was rated.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// What is asked each day, one by one or as a set.
struct MeasuresSection: View {
    private let state: SettingsState
    private let send: Send<SettingsEvent>
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ state: SettingsState, _ send: @escaping Send<SettingsEvent>) {
        self.state = state
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Section(strings.settingsMeasures()) {
            ForEach(state.measures.filter(\.active), id: \.id) { row($0) }
            Deed(strings.settingsOwn()) { send(.ownAsked) }
            archived(state.measures.filter { !$0.active })
        }
        Section(strings.settingsSets(), about: strings.settingsSetsAbout()) {
            ForEach(state.sets, id: \.id) { set in Deed(words.sentence(set.label)) { send(.starterSetChosen(id: set.id)) } }
        }
    }

    @ViewBuilder
    private func row(_ measure: Measure) -> some View {
        let strings = words.strings
        SwitchRow(
            measure.label, on: measure.daily, spoken: strings.settingsDaily(measure: measure.label), about: words.direction(measure.direction)
        ) { send(.dailySwitched(measure, on: $0)) }
        if !measure.daily {
            WayOut(strings.settingsArchive(), spoken: strings.settingsArchiveOf(measure: measure.label)) {
                send(.archiveSwitched(measure, archived: true))
            }
        }
    }

    @ViewBuilder
    private func archived(_ measures: [Measure]) -> some View {
        let strings = words.strings
        if !measures.isEmpty { Aside(strings.settingsArchived()) }
        ForEach(measures, id: \.id) { measure in
            Ends {
                Text(measure.label).font(.body).foregroundStyle(inks.onSurface.colour)
            } last: {
                WayOut(strings.settingsBringBack(), spoken: strings.settingsBringBackOf(measure: measure.label)) {
                    send(.archiveSwitched(measure, archived: false))
                }
            }
        }
    }
}

/// The form of a measure of one's own; what was typed stays when it is refused.
struct OwnForm: View {
    private let own: OwnMeasure
    private let send: Send<SettingsEvent>
    @Environment(\.words) private var words

    init(_ own: OwnMeasure, _ send: @escaping Send<SettingsEvent>) {
        self.own = own
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        Section(strings.settingsOwnTitle(), about: strings.settingsOwnAbout()) {
            if let problem = own.problem { ProblemCard(problem) }
            Field(strings.settingsOwnLabel(), own.label) { label in put { $0.label = label } }
            Labelled(strings.settingsOwnScale()) {
                Choices(
                    strings.settingsOwnScale(),
                    [
                        (.ten, strings.settingsOwnTen()), (.hundred, strings.settingsOwnHundred()), (.hours, strings.settingsOwnHours()),
                        (.other, strings.settingsOwnOther()),
                    ], chosen: own.scale
                ) { scale in put { $0.scale = scale } }
            }
            if own.scale == .other { numbers }
            if own.scale != .hours, let ends = own.ends {
                Field(strings.settingsOwnLow(lowest: words.whole(ends.lowerBound)), own.low) { low in put { $0.low = low } }
                Field(strings.settingsOwnHigh(highest: words.whole(ends.upperBound)), own.high) { high in put { $0.high = high } }
            }
            Labelled(strings.settingsOwnDirection()) {
                Choices(
                    strings.settingsOwnDirection(),
                    [
                        (.higherBetter, strings.settingsOwnBetter()), (.higherWorse, strings.settingsOwnWorse()),
                        (.neutral, strings.settingsOwnNeutral()),
                    ], chosen: own.direction
                ) { direction in put { $0.direction = direction } }
            }
            if own.scale != .hours { SwitchRow(strings.settingsOwnSession(), on: own.session) { session in put { $0.session = session } } }
            FirstDeed(strings.appSave(), enabled: own.canSave) { send(.ownSaved) }
            WayOut(strings.appCancel()) { send(.ownLeft) }
        }
    }

    @ViewBuilder
    private var numbers: some View {
        let strings = words.strings
        let typed = !trimmed(own.lowest).isEmpty && !trimmed(own.highest).isEmpty
        let rule = strings.settingsOwnNumbers()
        Field(strings.settingsOwnLowest(), own.lowest, keyboard: .numbersAndPunctuation) { lowest in put { $0.lowest = lowest } }
        Field(
            strings.settingsOwnHighest(), own.highest, hint: rule, broken: typed && own.ends == nil ? rule : nil, keyboard: .numbersAndPunctuation
        ) { highest in put { $0.highest = highest } }
    }

    private func put(_ change: (inout OwnMeasure) -> Void) {
        var changed = own
        change(&changed)
        send(.ownTyped(changed))
    }
}
