//! Everything that is tapped: at least 44 points high and wide, and the whole of it is the target.

import SwiftUI

/// Smallest side of anything that is tapped, in points.
let target: CGFloat = 44

/// Something to tap, drawn as it is given.
struct Tap<Face: View>: View {
    private let act: @MainActor () -> Void
    private let face: Face

    init(_ act: @escaping @MainActor () -> Void, @ViewBuilder face: () -> Face) {
        self.act = act
        self.face = face()
    }

    var body: some View {
        Button(action: act) { face.frame(minWidth: target, minHeight: target).contentShape(Rectangle()) }
            .buttonStyle(.plain)
    }
}
