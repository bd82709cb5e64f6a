//! One of a few, several of a few, a line to tick, a line to choose. What is chosen is said by frame and weight as well as by
//! colour.

import SwiftUI

/// One of a few, side by side as they fit.
public struct Choices<Value: Hashable>: View {
    private let name: String
    private let of: [(Value, String)]
    private let chosen: Value?
    private let choose: @MainActor (Value) -> Void

    public init(_ name: String, _ of: [(Value, String)], chosen: Value?, _ choose: @escaping @MainActor (Value) -> Void) {
        self.name = name
        self.of = of
        self.chosen = chosen
        self.choose = choose
    }

    public var body: some View {
        Flow {
            ForEach(of, id: \.0) { value, text in ChoiceFace(text, chosen: value == chosen) { choose(value) } }
        }
        .accessibilityElement(children: .contain)
        .accessibilityLabel(name)
    }
}

/// Several of a few, side by side as they fit.
public struct Ticks<Value: Hashable>: View {
    private let name: String
    private let of: [(Value, String)]
    private let ticked: (Value) -> Bool
    private let tick: @MainActor (Value, Bool) -> Void

    public init(
        _ name: String, _ of: [(Value, String)], ticked: @escaping (Value) -> Bool, _ tick: @escaping @MainActor (Value, Bool) -> Void
    ) {
        self.name = name
        self.of = of
        self.ticked = ticked
        self.tick = tick
    }

    public var body: some View {
        Flow {
            ForEach(of, id: \.0) { value, text in
                let on = ticked(value)
                // A tick beside the colour, for whoever does not see it.
                ChoiceFace(text, chosen: on, mark: on) { tick(value, !on) }
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityLabel(name)
    }
}

private struct ChoiceFace: View {
    private let text: String
    private let chosen: Bool
    private let mark: Bool
    private let act: @MainActor () -> Void
    @Environment(\.inks) private var inks

    init(_ text: String, chosen: Bool, mark: Bool = false, _ act: @escaping @MainActor () -> Void) {
        self.text = text
        self.chosen = chosen
        self.mark = mark
        self.act = act
    }

    var body: some View {
        Tap(act) {
            HStack(spacing: 6) {
                if mark { Image(systemName: "checkmark").accessibilityHidden(true) }
                Text(text).font(.body).fontWeight(chosen ? .bold : .regular)
            }
            .padding(.horizontal, 14)
            .padding(.vertical, 10)
            .frame(minWidth: target, minHeight: target)
            .framed(chosen: chosen, inks)
        }
        .accessibilityAddTraits(chosen ? .isSelected : [])
    }
}

extension View {
    /// The ground and the frame of something that is chosen or not.
    func framed(chosen: Bool, _ inks: Inks) -> some View {
        foregroundStyle(chosen ? inks.onPrimary.colour : inks.onSurface.colour)
            .background(chosen ? inks.primary.colour : inks.surfaceContainerLowest.colour, in: RoundedRectangle(cornerRadius: 10))
            .overlay {
                RoundedRectangle(cornerRadius: 10)
                    .strokeBorder(chosen ? inks.onSurface.colour : inks.outline.colour, lineWidth: chosen ? 2 : 1)
            }
    }
}

/// A line with a box to tick; the whole line is the target.
public struct TickRow: View {
    private let text: String
    private let ticked: Bool
    private let tick: @MainActor (Bool) -> Void
    @Environment(\.inks) private var inks

    public init(_ text: String, ticked: Bool, _ tick: @escaping @MainActor (Bool) -> Void) {
        self.text = text
        self.ticked = ticked
        self.tick = tick
    }

    public var body: some View {
        Tap({ tick(!ticked) }) {
            HStack(alignment: .firstTextBaseline, spacing: 12) {
                Image(systemName: ticked ? "checkmark.square.fill" : "square").foregroundStyle(inks.primary.colour).accessibilityHidden(true)
                Text(text).font(.body).foregroundStyle(inks.onSurface.colour)
            }
            .frame(maxWidth: .infinity, minHeight: target, alignment: .leading)
        }
        .accessibilityAddTraits(ticked ? .isSelected : [])
    }
}

/// A line of a list of which one is chosen, with a sentence about it.
public struct ChoiceRow: View {
    private let text: String
    private let about: String
    private let chosen: Bool
    private let choose: @MainActor () -> Void
    @Environment(\.inks) private var inks

    public init(_ text: String, about: String, chosen: Bool, _ choose: @escaping @MainActor () -> Void) {
        self.text = text
        self.about = about
        self.chosen = chosen
        self.choose = choose
    }

    public var body: some View {
        Tap(choose) {
            HStack(alignment: .firstTextBaseline, spacing: 12) {
                Image(systemName: chosen ? "circle.inset.filled" : "circle").foregroundStyle(inks.primary.colour).accessibilityHidden(true)
                VStack(alignment: .leading, spacing: 2) {
                    Text(text).font(.body).fontWeight(chosen ? .bold : .regular).foregroundStyle(inks.onSurface.colour)
                    Aside(about)
                }
            }
            .frame(maxWidth: .infinity, minHeight: target, alignment: .leading)
        }
        .accessibilityAddTraits(chosen ? .isSelected : [])
    }
}
