//! Fields: the label stands over what is typed and never shrinks into the frame; under it a hint, or the rule it breaks.

import SwiftUI
import TidemarkLogic

/// The label over a field, what stands in it, and under it a hint or the rule it breaks.
public struct Field: View {
    private let label: String
    private let text: String
    private let hint: String?
    private let broken: String?
    private let lines: Int
    private let keyboard: UIKeyboardType
    private let hidden: Bool
    private let underHeading: Bool
    private let put: @MainActor (String) -> Void

    /// `underHeading` leaves the label to be spoken only, where a heading over it says the same.
    public init(
        _ label: String, _ text: String, hint: String? = nil, broken: String? = nil, lines: Int = 1,
        keyboard: UIKeyboardType = .default, hidden: Bool = false, underHeading: Bool = false,
        _ put: @escaping @MainActor (String) -> Void
    ) {
        self.label = label
        self.text = text
        self.hint = hint
        self.broken = broken
        self.lines = lines
        self.keyboard = keyboard
        self.hidden = hidden
        self.underHeading = underHeading
        self.put = put
    }

    public var body: some View {
        Labelled(underHeading ? nil : label, hint: hint, broken: broken) {
            Input(label, text, hint: broken ?? hint, broken: broken != nil, lines: lines, keyboard: keyboard, hidden: hidden, put)
        }
    }
}

/// A label and its control, with what is to be said under it.
public struct Labelled<Control: View>: View {
    private let label: String?
    private let hint: String?
    private let broken: String?
    private let control: Control
    @Environment(\.inks) private var inks

    public init(_ label: String?, hint: String? = nil, broken: String? = nil, @ViewBuilder control: () -> Control) {
        self.label = label
        self.hint = hint
        self.broken = broken
        self.control = control()
    }

    public var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            // The control bears the same name; read twice it would be in the way.
            if let label { Text(label).font(.body).foregroundStyle(inks.onSurface.colour).accessibilityHidden(true) }
            control
            if let broken {
                Text(broken).font(.subheadline).foregroundStyle(inks.error.colour).spoken(broken, atOnce: true)
            } else if let hint {
                Aside(hint)
            }
        }
        .frame(maxWidth: .infinity, alignment: .leading)
    }
}

/// The frame that is typed into.
struct Input: View {
    private let name: String
    private let text: String
    private let hint: String?
    private let broken: Bool
    private let lines: Int
    private let keyboard: UIKeyboardType
    private let hidden: Bool
    private let put: @MainActor (String) -> Void
    @Environment(\.inks) private var inks

    init(
        _ name: String, _ text: String, hint: String? = nil, broken: Bool = false, lines: Int = 1, keyboard: UIKeyboardType = .default,
        hidden: Bool = false, _ put: @escaping @MainActor (String) -> Void
    ) {
        self.name = name
        self.text = text
        self.hint = hint
        self.broken = broken
        self.lines = lines
        self.keyboard = keyboard
        self.hidden = hidden
        self.put = put
    }

    var body: some View {
        input
            .font(.body)
            .foregroundStyle(inks.onSurface.colour)
            .keyboardType(keyboard)
            .padding(12)
            .frame(minHeight: target)
            .background(inks.surfaceContainerLowest.colour, in: RoundedRectangle(cornerRadius: 10))
            .overlay {
                RoundedRectangle(cornerRadius: 10)
                    .strokeBorder(broken ? inks.error.colour : inks.outline.colour, lineWidth: broken ? 2 : 1)
            }
            .accessibilityLabel(name)
            .accessibilityHint(hint ?? "")
            .privacySensitive()
    }

    private var typed: Binding<String> {
        let (text, put) = (text, put)
        return Binding(get: { @MainActor in text }, set: { @MainActor in put($0) })
    }

    @ViewBuilder
    private var input: some View {
        if hidden {
            SecureField("", text: typed).textInputAutocapitalization(.never).autocorrectionDisabled()
        } else if lines > 1 {
            TextField("", text: typed, axis: .vertical).lineLimit(lines...)
        } else {
            TextField("", text: typed)
        }
    }
}
