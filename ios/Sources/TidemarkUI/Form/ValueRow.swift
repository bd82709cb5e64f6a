//! A label with its value; tapped it opens what changes it.

import SwiftUI

/// A label with its value, and in words what a tap does.
public struct ValueRow: View {
    private let label: String
    private let value: String?
    private let act: String?
    private let spoken: String?
    private let hint: String?
    private let open: (@MainActor () -> Void)?
    @Environment(\.inks) private var inks
    @Environment(\.words) private var words

    /// `act` stands beside the value, `spoken` is what a screen reader says in place of both, `hint` what a tap does when nothing on
    /// the row says it. Without `open` it is a line to read.
    public init(
        _ label: String, _ value: String?, act: String? = nil, spoken: String? = nil, hint: String? = nil,
        open: (@MainActor () -> Void)? = nil
    ) {
        self.label = label
        self.value = value
        self.act = act
        self.spoken = spoken
        self.hint = hint
        self.open = open
    }

    public var body: some View {
        if let open {
            Tap(open) { line }
                .accessibilityLabel(spoken ?? label)
                .accessibilityValue(spoken == nil ? value ?? "" : "")
                .accessibilityHint(hint.map { words.sentence($0) } ?? "")
        } else {
            line.accessibilityElement(children: .combine)
        }
    }

    private var line: some View {
        Ends {
            Text(label).font(.body).foregroundStyle(inks.onSurface.colour)
        } last: {
            Flow(spacing: 16) {
                if let value { Text(value).font(.body).foregroundStyle((open == nil ? inks.onSurface : inks.primary).colour) }
                if let act { Text(act).font(.body).foregroundStyle(inks.primary.colour) }
            }
        }
        .padding(.vertical, 8)
        .frame(maxWidth: .infinity, minHeight: target, alignment: .leading)
    }
}
