//! The page that is shown to the massage therapist: large type, no number about how the person feels.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// The page that is shown to the massage therapist.
struct CardView: View {
    private let choices: SessionChoices
    private let close: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    init(_ choices: SessionChoices, close: @escaping @MainActor () -> Void) {
        self.choices = choices
        self.close = close
    }

    var body: some View {
        let strings = words.strings
        // What ends the session stands first and in a frame of its own.
        if !trimmed(choices.stopSignal).isEmpty { stop(trimmed(choices.stopSignal)) }
        if let style = choices.style { said(strings.sessionStyle(), [words.style(style)]) }
        if let pressure = choices.pressure { said(strings.sessionPressure(), [words.pressure(pressure)]) }
        said(strings.sessionCardWork(), choices.areas.filter { $0.wanted == .focus }.map { words.area($0) })
        said(strings.sessionCardLeave(), choices.areas.filter { $0.wanted == .avoid }.map { words.area($0) })
        said(strings.sessionCardNeeds(), lines(choices.comfortNeeds))
        said(strings.sessionOils(), lines(choices.oils))
        FirstDeed(strings.sessionCloseCard(), close)
    }

    private func lines(_ text: String) -> [String] { text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.filter { !$0.isEmpty } }

    @ViewBuilder
    private func said(_ label: String, _ lines: [String]) -> some View {
        if !lines.isEmpty {
            VStack(alignment: .leading, spacing: 2) {
                Text(label).font(.headline).foregroundStyle(inks.onSurfaceVariant.colour).accessibilityAddTraits(.isHeader)
                ForEach(lines, id: \.self) { Text($0).font(.title).foregroundStyle(inks.onSurface.colour) }
            }
            .frame(maxWidth: .infinity, alignment: .leading)
        }
    }

    private func stop(_ signal: String) -> some View {
        VStack(alignment: .leading, spacing: 4) {
            Text(words.strings.sessionCardStop()).font(.headline).accessibilityAddTraits(.isHeader)
            Text(signal).font(.largeTitle).bold()
        }
        .padding(16)
        .frame(maxWidth: .infinity, alignment: .leading)
        .foregroundStyle(inks.onPrimaryContainer.colour)
        .background(inks.primaryContainer.colour, in: RoundedRectangle(cornerRadius: 16))
    }
}
