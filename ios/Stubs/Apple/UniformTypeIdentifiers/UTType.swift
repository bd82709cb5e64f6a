//! Names of UniformTypeIdentifiers that the app uses.

/// A kind of file. iOS 14.0
public struct UTType: Hashable, Sendable {
    public let identifier: String

    // iOS 14.0
    public init?(_ identifier: String) { self.identifier = identifier }

    // iOS 14.0
    public init?(mimeType: String, conformingTo supertype: UTType = .data) { return nil }

    // iOS 14.0
    public static let item = UTType(known: "public.item")
    // iOS 14.0
    public static let folder = UTType(known: "public.folder")
    public static let data = UTType(known: "public.data")
    public static let utf8PlainText = UTType(known: "public.utf8-plain-text")

    private init(known: String) { identifier = known }
}
