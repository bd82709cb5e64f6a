//! Parts of a screen: a heading with what stands under it, a sentence beside what it explains, one that is spoken when it changes.

import Accessibility
import SwiftUI

/// A part of a screen under its heading.
public struct Section<Content: View>: View {
    private let title: String
    private let about: String?
    private let content: Content
    @Environment(\.inks) private var inks

    public init(_ title: String, about: String? = nil, @ViewBuilder content: () -> Content) {
        self.title = title
        self.about = about
        self.content = content()
    }

    public var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Heading(title)
            if let about { Aside(about) }
            content
        }
        .frame(maxWidth: .infinity, alignment: .leading)
    }
}

extension Section where Content == EmptyView {
    public init(_ title: String, about: String? = nil) { self.init(title, about: about) { EmptyView() } }
}

/// A heading within a screen.
public struct Heading: View {
    private let text: String
    @Environment(\.inks) private var inks

    public init(_ text: String) { self.text = text }

    public var body: some View {
        Text(text).font(.headline).foregroundStyle(inks.primary.colour).accessibilityAddTraits(.isHeader)
    }
}

/// A sentence beside what it explains.
public struct Aside: View {
    private let text: String
    @Environment(\.inks) private var inks

    public init(_ text: String) { self.text = text }

    public var body: some View { Text(text).font(.subheadline).foregroundStyle(inks.onSurfaceVariant.colour) }
}

/// A sentence that is spoken when it changes; what came of an act, and what is wrong, when it comes up too.
public struct Told: View {
    private let text: String
    private let wrong: Bool
    private let result: Bool
    @Environment(\.inks) private var inks

    public init(_ text: String, wrong: Bool = false, result: Bool = false) {
        self.text = text
        self.wrong = wrong
        self.result = result
    }

    public var body: some View {
        Text(text).font(.body).foregroundStyle(wrong ? inks.error.colour : inks.onSurface.colour).spoken(text, atOnce: wrong || result)
    }
}

extension View {
    /// Says `text` when it changes, and with `atOnce` when it comes up too; whoever hears the screen learns of it without looking.
    func spoken(_ text: String, atOnce: Bool = false) -> some View {
        onChange(of: text, initial: atOnce) { _, new in AccessibilityNotification.Announcement(new).post() }
    }
}

/// A group of things on a ground of their own.
struct Card<Content: View>: View {
    private let content: Content
    @Environment(\.inks) private var inks

    init(@ViewBuilder content: () -> Content) { self.content = content() }

    var body: some View {
        VStack(alignment: .leading, spacing: 12) { content }
            .padding(12)
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(inks.surfaceContainer.colour, in: RoundedRectangle(cornerRadius: 12))
    }
}
