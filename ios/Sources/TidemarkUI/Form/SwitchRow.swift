//! A line with a switch.

import SwiftUI

/// A line with a switch, which alone takes the tap. `spoken` is its name where the text alone would not say what is switched.
public struct SwitchRow: View {
    private let text: String
    private let on: Bool
    private let spoken: String?
    private let about: String?
    private let flip: @MainActor (Bool) -> Void
    @Environment(\.inks) private var inks

    public init(
        _ text: String, on: Bool, spoken: String? = nil, about: String? = nil, _ flip: @escaping @MainActor (Bool) -> Void
    ) {
        self.text = text
        self.on = on
        self.spoken = spoken
        self.about = about
        self.flip = flip
    }

    public var body: some View {
        let (on, flip) = (on, flip)
        Toggle(isOn: Binding(get: { @MainActor in on }, set: { @MainActor in flip($0) })) {
            VStack(alignment: .leading, spacing: 2) {
                Text(text).font(.body).foregroundStyle(inks.onSurface.colour)
                if let about { Aside(about) }
            }
        }
        .frame(minHeight: target)
        .tint(inks.primary.colour)
        .accessibilityLabel(spoken ?? text)
        .accessibilityHint(about ?? "")
    }
}
