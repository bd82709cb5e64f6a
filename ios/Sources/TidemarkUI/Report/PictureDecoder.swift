//! How does a picture come of the bytes of a PNG file? By a function that the app gives, since only the device has a decoder.

import Foundation
import SwiftUI

/// Makes a picture of the bytes of a PNG file; none when they are no picture. It is asked each time a page is drawn, so it does not
/// unpack the pixels itself: Image I/O does that when they come on the screen.
public struct PictureDecoder: Sendable {
    public let decode: @MainActor @Sendable (_ png: Data) -> Image?

    public init(_ decode: @escaping @MainActor @Sendable (_ png: Data) -> Image?) { self.decode = decode }
}

private struct PictureDecoderKey: EnvironmentKey {
    // Without a decoder a page shows its words.
    static let defaultValue = PictureDecoder { _ in nil }
}

extension EnvironmentValues {
    /// The decoder of the device, given where the app starts.
    public var pictureDecoder: PictureDecoder {
        get { self[PictureDecoderKey.self] }
        set { self[PictureDecoderKey.self] = newValue }
    }
}
