//! What stands around every screen: its title, the way back, and Help at top right. The bar of tabs is `TidemarkApp`'s.

import SwiftUI
import TidemarkLogic

/// What stands around every screen.
public struct Shell<Content: View>: View {
    private let title: String
    private let go: Go
    private let sample: String?
    private let help: Bool
    private let back: Bool
    private let content: Content
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks
    @Environment(\.dynamicTypeSize) private var size

    /// `sample` marks a made-up diary; `help` is left out by Help itself; `back` puts a way back where no stack of screens has one.
    public init(
        _ title: String, _ go: Go, sample: String? = nil, help: Bool = true, back: Bool = false, @ViewBuilder content: () -> Content
    ) {
        self.title = title
        self.go = go
        self.sample = sample
        self.help = help
        self.back = back
        self.content = content()
    }

    public var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 16) {
                // The bar cuts a title that does not fit: at large fonts it has rows of its own under the bar.
                if size.isAccessibilitySize {
                    Text(title).font(.title2).foregroundStyle(inks.onSurface.colour).accessibilityAddTraits(.isHeader)
                }
                if let sample { Text(sample).font(.headline).foregroundStyle(inks.tertiary.colour) }
                content
            }
            .frame(maxWidth: 640, alignment: .leading)
            .padding(.horizontal, 16)
            .padding(.vertical, 12)
            .frame(maxWidth: .infinity)
        }
        .background(inks.background.colour)
        .navigationTitle(title)
        .navigationBarTitleDisplayMode(.inline)
        .toolbar {
            if back { ToolbarItem(placement: .topBarLeading) { BarButton(words.strings.appBack()) { go.back() } } }
            if size.isAccessibilitySize { ToolbarItem(placement: .principal) { Text("").accessibilityHidden(true) } }
            if help { ToolbarItem(placement: .topBarTrailing) { BarButton(words.strings.appHelp()) { go.to(.safety) } } }
        }
    }
}

private struct BarButton: View {
    private let text: String
    private let act: @MainActor () -> Void
    @Environment(\.inks) private var inks

    init(_ text: String, _ act: @escaping @MainActor () -> Void) {
        self.text = text
        self.act = act
    }

    var body: some View { Tap(act) { Text(text).font(.headline).foregroundStyle(inks.primary.colour) } }
}
