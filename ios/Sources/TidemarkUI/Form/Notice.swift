//! What came of something, on a ground of its own.

import SwiftUI

/// What came of something that was asked for, spoken when it appears.
struct Notice: View {
    private let text: String
    private let wrong: Bool
    @Environment(\.inks) private var inks

    /// `wrong` says that it was not done.
    init(_ text: String, wrong: Bool = false) {
        self.text = text
        self.wrong = wrong
    }

    var body: some View {
        Text(text)
            .font(.body)
            .foregroundStyle(wrong ? inks.onErrorContainer.colour : inks.onSurface.colour)
            .spoken(text, atOnce: true)
            .padding(12)
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(wrong ? inks.errorContainer.colour : inks.surfaceContainer.colour, in: RoundedRectangle(cornerRadius: 12))
    }
}
