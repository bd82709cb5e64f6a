//! What is tapped, switched or typed into.

// iOS 15.0
public struct ButtonRole: Hashable, Sendable {
    private let name: String

    public static let destructive = ButtonRole(name: "destructive")
    public static let cancel = ButtonRole(name: "cancel")
}

// iOS 13.0
public struct Button<Label: View>: View, Primitive {
    private let action: @MainActor () -> Void
    private let label: Label

    public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {
        self.action = action
        self.label = label()
    }

    // iOS 15.0
    public init(role: ButtonRole?, action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {
        self.action = action
        self.label = label()
    }

    func nodes(_ rendering: Rendering) -> [Node] {
        let node = Node("Button", nil, rendering.nodes(of: label))
        node.action = action
        return [node]
    }
}

extension Button where Label == Text {
    public init<S: StringProtocol>(_ title: S, action: @escaping @MainActor () -> Void) {
        self.action = action
        label = Text(title)
    }

    // iOS 15.0
    public init<S: StringProtocol>(_ title: S, role: ButtonRole?, action: @escaping @MainActor () -> Void) {
        self.action = action
        label = Text(title)
    }
}

// iOS 13.0
@MainActor @preconcurrency
public protocol PrimitiveButtonStyle {}

// iOS 15.0
public struct BorderedButtonStyle: PrimitiveButtonStyle {}
// iOS 15.0
public struct BorderedProminentButtonStyle: PrimitiveButtonStyle {}
// iOS 13.0
public struct PlainButtonStyle: PrimitiveButtonStyle {}
// iOS 13.0
public struct BorderlessButtonStyle: PrimitiveButtonStyle {}

extension PrimitiveButtonStyle where Self == BorderedButtonStyle {
    public static var bordered: BorderedButtonStyle { BorderedButtonStyle() }
}

extension PrimitiveButtonStyle where Self == BorderedProminentButtonStyle {
    public static var borderedProminent: BorderedProminentButtonStyle { BorderedProminentButtonStyle() }
}

extension PrimitiveButtonStyle where Self == PlainButtonStyle {
    public static var plain: PlainButtonStyle { PlainButtonStyle() }
}

extension PrimitiveButtonStyle where Self == BorderlessButtonStyle {
    public static var borderless: BorderlessButtonStyle { BorderlessButtonStyle() }
}

// iOS 13.0
public struct Toggle<Label: View>: View, Primitive {
    private let isOn: Binding<Bool>
    private let label: Label

    public init(isOn: Binding<Bool>, @ViewBuilder label: () -> Label) {
        self.isOn = isOn
        self.label = label()
    }

    func nodes(_ rendering: Rendering) -> [Node] {
        let node = Node("Toggle", nil, rendering.nodes(of: label))
        let isOn = isOn
        // Spoken as the phone does it: on, off.
        node.value = isOn.wrappedValue ? "1" : "0"
        node.action = { isOn.wrappedValue.toggle() }
        return [node]
    }
}

// iOS 13.0
public struct TextField<Label: View>: View, Primitive {
    private let title: String
    private let text: Binding<String>

    func nodes(_ rendering: Rendering) -> [Node] { field("TextField", title, text) }
}

extension TextField where Label == Text {
    // iOS 13.0
    public init<S: StringProtocol>(_ title: S, text: Binding<String>) {
        self.title = String(title)
        self.text = text
    }

    // iOS 16.0
    public init<S: StringProtocol>(_ title: S, text: Binding<String>, axis: Axis) {
        self.title = String(title)
        self.text = text
    }
}

// iOS 13.0
public struct SecureField<Label: View>: View, Primitive {
    private let title: String
    private let text: Binding<String>

    func nodes(_ rendering: Rendering) -> [Node] { field("SecureField", title, text) }
}

extension SecureField where Label == Text {
    // iOS 13.0
    public init<S: StringProtocol>(_ title: S, text: Binding<String>) {
        self.title = String(title)
        self.text = text
    }
}

@MainActor
private func field(_ kind: String, _ title: String, _ text: Binding<String>) -> [Node] {
    let node = Node(kind, text.wrappedValue)
    // The title is the placeholder and, unless another is given, what a screen reader calls it.
    node.label = title.isEmpty ? nil : title
    node.write = { text.wrappedValue = $0 }
    return [node]
}

// iOS 13.0
@MainActor @preconcurrency
public protocol TextFieldStyle {}

// iOS 13.0
public struct RoundedBorderTextFieldStyle: TextFieldStyle {}
// iOS 13.0
public struct PlainTextFieldStyle: TextFieldStyle {}

extension TextFieldStyle where Self == RoundedBorderTextFieldStyle {
    public static var roundedBorder: RoundedBorderTextFieldStyle { RoundedBorderTextFieldStyle() }
}

extension TextFieldStyle where Self == PlainTextFieldStyle {
    public static var plain: PlainTextFieldStyle { PlainTextFieldStyle() }
}

// iOS 14.0
public struct ProgressView<Label: View, CurrentValueLabel: View>: View, Primitive {
    private let label: Label
    private let done: Double?

    func nodes(_ rendering: Rendering) -> [Node] {
        let node = Node("ProgressView", nil, rendering.nodes(of: label))
        node.value = done.map { "\($0)" }
        return [node]
    }
}

extension ProgressView where CurrentValueLabel == EmptyView {
    // iOS 14.0
    public init<S: StringProtocol>(_ title: S) where Label == Text {
        label = Text(title)
        done = nil
    }

    // iOS 14.0
    public init<S: StringProtocol, V: BinaryFloatingPoint>(_ title: S, value: V?, total: V = 1.0) where Label == Text {
        label = Text(title)
        done = value.map { Double($0 / total) }
    }
}

// iOS 13.0
public struct Link<Label: View>: View, Primitive {
    private let label: Label

    func nodes(_ rendering: Rendering) -> [Node] { [Node("Link", nil, rendering.nodes(of: label))] }
}

extension View {
    // iOS 13.0
    public func buttonStyle<S: PrimitiveButtonStyle>(_ style: S) -> some View { marked("buttonStyle", "\(S.self)") }

    // iOS 13.0
    public func textFieldStyle<S: TextFieldStyle>(_ style: S) -> some View { marked("textFieldStyle") }

    // iOS 13.0
    public func disabled(_ disabled: Bool) -> some View {
        surrounded { rendering, inner in
            let nodes = rendering.with({ $0.isEnabled = $0.isEnabled && !disabled }, inner)
            if disabled { for node in nodes { node.enabled = false } }
            return nodes
        }
    }

    // iOS 13.0
    public func onTapGesture(count: Int = 1, perform action: @escaping () -> Void) -> some View { marked("onTapGesture") }

    // iOS 13.0
    public func keyboardType(_ type: UIKeyboardType) -> some View { marked("keyboardType", "\(type)") }

    // iOS 13.0
    public func autocorrectionDisabled(_ disable: Bool = true) -> some View { marked("autocorrectionDisabled") }

    // iOS 15.0
    public func textInputAutocapitalization(_ autocapitalization: TextInputAutocapitalization?) -> some View {
        marked("textInputAutocapitalization")
    }

    // iOS 15.0
    public func submitLabel(_ submitLabel: SubmitLabel) -> some View { marked("submitLabel") }

    // iOS 15.0
    public func privacySensitive(_ sensitive: Bool = true) -> some View { marked("privacySensitive") }
}

// iOS 2.0, of UIKit; SwiftUI gives it on
public enum UIKeyboardType: Int, Sendable { case `default`, asciiCapable, numbersAndPunctuation, numberPad, phonePad, decimalPad }

// iOS 15.0
public struct TextInputAutocapitalization: Sendable {
    public static var never: TextInputAutocapitalization { TextInputAutocapitalization() }
    public static var sentences: TextInputAutocapitalization { TextInputAutocapitalization() }
    public static var words: TextInputAutocapitalization { TextInputAutocapitalization() }
}

// iOS 15.0
public struct SubmitLabel: Sendable {
    public static var done: SubmitLabel { SubmitLabel() }
    public static var next: SubmitLabel { SubmitLabel() }
}
