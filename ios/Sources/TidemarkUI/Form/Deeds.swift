//! Things to do on a screen: the likeliest, others, a way out, a quiet one among lines of text.

import SwiftUI

/// The likeliest thing to do next on a screen; as wide as the column.
public struct FirstDeed: View {
    private let text: String
    private let enabled: Bool
    private let act: @MainActor () -> Void
    @Environment(\.inks) private var inks

    public init(_ text: String, enabled: Bool = true, _ act: @escaping @MainActor () -> Void) {
        self.text = text
        self.enabled = enabled
        self.act = act
    }

    public var body: some View {
        Tap(act) {
            Text(text)
                .font(.headline)
                .multilineTextAlignment(.center)
                .padding(.all, 12)
                .frame(maxWidth: .infinity, minHeight: 56)
                // Off is said by an empty ground as well as by the word that a screen reader adds.
                .foregroundStyle(enabled ? inks.onPrimary.colour : inks.onSurfaceVariant.colour)
                .background(enabled ? inks.primary.colour : inks.surfaceContainer.colour, in: RoundedRectangle(cornerRadius: 14))
        }
        .disabled(!enabled)
    }
}

/// Another thing to do; as wide as the column unless it stands beside others.
public struct Deed: View {
    private let text: String
    private let spoken: String?
    private let enabled: Bool
    private let wide: Bool
    private let act: @MainActor () -> Void
    @Environment(\.inks) private var inks

    /// `spoken` names what it is about when the text alone does not.
    public init(
        _ text: String, spoken: String? = nil, enabled: Bool = true, wide: Bool = true, _ act: @escaping @MainActor () -> Void
    ) {
        self.text = text
        self.spoken = spoken
        self.enabled = enabled
        self.wide = wide
        self.act = act
    }

    public var body: some View {
        Tap(act) {
            Text(text)
                .font(.body)
                .multilineTextAlignment(.center)
                .padding(.horizontal, 16)
                .padding(.vertical, 8)
                .frame(maxWidth: wide ? .infinity : nil, minHeight: target)
                .foregroundStyle(enabled ? inks.primary.colour : inks.onSurfaceVariant.colour)
                .overlay { RoundedRectangle(cornerRadius: 14).strokeBorder(enabled ? inks.outline.colour : inks.outlineVariant.colour) }
        }
        .accessibilityLabel(spoken ?? text)
        .disabled(!enabled)
    }
}

/// A way out that changes nothing, or a quiet thing to do among lines of text. `spoken` names what it is about when the text does
/// not.
public struct WayOut: View {
    private let text: String
    private let spoken: String?
    private let enabled: Bool
    private let act: @MainActor () -> Void
    @Environment(\.inks) private var inks

    public init(_ text: String, spoken: String? = nil, enabled: Bool = true, _ act: @escaping @MainActor () -> Void) {
        self.text = text
        self.spoken = spoken
        self.enabled = enabled
        self.act = act
    }

    public var body: some View {
        Tap(act) {
            Text(text).font(.body).foregroundStyle(enabled ? inks.primary.colour : inks.onSurfaceVariant.colour)
        }
        .accessibilityLabel(spoken ?? text)
        .disabled(!enabled)
    }
}
