//! When it became too much, in the person's own words: no score, no colour, everything but the kind can stay open.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// When it became too much.
struct DistressForm: View {
    private let distress: Distress
    private let send: Send<AfterEvent>
    private let now: @Sendable () -> Moment
    @Environment(\.words) private var words

    init(_ distress: Distress, _ send: @escaping Send<AfterEvent>, _ now: @escaping @Sendable () -> Moment) {
        self.distress = distress
        self.send = send
        self.now = now
    }

    var body: some View {
        let strings = words.strings
        Card {
            Heading(strings.sessionDistressOffer())
            Aside(strings.sessionDistressAbout())
            asked(strings.sessionDistressKind()) {
                Choices(strings.sessionDistressKind(), distressKinds.map { ($0, words.named("part.distress.\($0)")) }, chosen: distress.kind) {
                    kind in
                    tell { $0.kind = kind }
                }
            }
            StrengthPad(strings.sessionDistressStrength(), distress.strength) { strength in tell { $0.strength = strength } }
            Field(strings.sessionDistressHelped(), distress.helped, lines: 2) { helped in tell { $0.helped = helped } }
            asked(strings.sessionDistressTold()) {
                Ticks(
                    strings.sessionDistressTold(), toldCodes.map { ($0, words.named("part.told.\($0)")) }, ticked: { distress.told.contains($0) }
                ) { code, _ in send(.distressTold(distress.toldTo(code))) }
            }
            asked(strings.sessionDistressWentOn()) {
                Choices(
                    strings.sessionDistressWentOn(), [(true, strings.sessionYes()), (false, strings.sessionNo())], chosen: distress.wentOn
                ) { on in tell { $0.wentOn = on } }
            }
            FirstDeed(strings.sessionDistressSave(), enabled: distress.kind != nil && !distress.saving) { send(.distressSaveAsked(at: now())) }
            Deed(strings.sessionDistressLeave(), wide: false) { send(.distressTold(nil)) }
        }
    }

    private func asked<Control: View>(_ label: String, @ViewBuilder control: () -> Control) -> some View {
        Labelled(label, control: control)
    }

    private func tell(_ change: (inout Distress) -> Void) {
        var told = distress
        change(&told)
        send(.distressTold(told))
    }
}
