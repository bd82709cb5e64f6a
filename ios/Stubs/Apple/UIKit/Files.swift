//! Names of UIKit that the app uses: windows for files, sharing, printing, the clipboard.

import UniformTypeIdentifiers

// iOS 8.0
@MainActor
open class UIDocumentPickerViewController: UIViewController {
    // iOS 14.0
    public init(forExporting urls: [URL], asCopy: Bool) {}

    // iOS 14.0
    public init(forOpeningContentTypes contentTypes: [UTType]) {}

    open weak var delegate: (any UIDocumentPickerDelegate)?
    // iOS 13.0
    open var shouldShowFileExtensions = false
}

// iOS 8.0; all methods are optional there
@MainActor
public protocol UIDocumentPickerDelegate: NSObjectProtocol {
    // iOS 11.0
    func documentPicker(_ controller: UIDocumentPickerViewController, didPickDocumentsAt urls: [URL])

    // iOS 8.0
    func documentPickerWasCancelled(_ controller: UIDocumentPickerViewController)
}

// iOS 6.0
@MainActor
open class UIActivityViewController: UIViewController {
    public typealias CompletionWithItemsHandler = (UIActivity.ActivityType?, Bool, [Any]?, (any Error)?) -> Void

    public init(activityItems: [Any], applicationActivities: [UIActivity]?) {}

    open var excludedActivityTypes: [UIActivity.ActivityType]?
    // iOS 8.0
    open var completionWithItemsHandler: CompletionWithItemsHandler?
}

// iOS 6.0
@MainActor
open class UIActivity: NSObject {
    public struct ActivityType: Hashable, RawRepresentable, Sendable {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        public static let assignToContact = ActivityType(rawValue: "com.apple.UIKit.activity.AssignToContact")
        public static let postToFacebook = ActivityType(rawValue: "com.apple.UIKit.activity.PostToFacebook")
        public static let postToTwitter = ActivityType(rawValue: "com.apple.UIKit.activity.PostToTwitter")
        public static let postToWeibo = ActivityType(rawValue: "com.apple.UIKit.activity.PostToWeibo")
        // iOS 7.0
        public static let postToFlickr = ActivityType(rawValue: "com.apple.UIKit.activity.PostToFlickr")
        public static let postToVimeo = ActivityType(rawValue: "com.apple.UIKit.activity.PostToVimeo")
    }
}

// iOS 4.2
@MainActor
open class UIPrintInfo: NSObject {
    public enum OutputType: Int, Sendable {
        case general, photo, grayscale
    }

    // Its class method answers `UIPrintInfo` since Swift 5.
    open class func printInfo() -> UIPrintInfo { UIPrintInfo() }

    open var outputType = OutputType.general
    open var jobName = ""
}

// iOS 4.2
@MainActor
open class UIPrintInteractionController: NSObject {
    public typealias CompletionHandler = (UIPrintInteractionController, Bool, (any Error)?) -> Void

    open class var shared: UIPrintInteractionController { only }
    private static let only = UIPrintInteractionController()

    open class var isPrintingAvailable: Bool { false }

    open class func canPrint(_ url: URL) -> Bool { false }

    open var printInfo: UIPrintInfo?
    open var printingItem: Any?

    open func present(animated: Bool, completionHandler completion: CompletionHandler?) -> Bool { false }
}

// iOS 3.0
@MainActor
open class UIPasteboard: NSObject {
    // iOS 10.0
    public struct OptionsKey: Hashable, RawRepresentable, Sendable {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        public static let expirationDate = OptionsKey(rawValue: "UIPasteboardOptionExpirationDate")
        public static let localOnly = OptionsKey(rawValue: "UIPasteboardOptionLocalOnly")
    }

    open class var general: UIPasteboard { only }
    private static let only = UIPasteboard()

    // iOS 10.0
    open func setItems(_ items: [[String: Any]], options: [OptionsKey: Any] = [:]) {}
}

// iOS 5.0; Foundation's there
open class NSFileCoordinator: NSObject {
    public struct ReadingOptions: OptionSet, Sendable {
        public let rawValue: UInt

        public init(rawValue: UInt) { self.rawValue = rawValue }

        // iOS 5.0
        public static let withoutChanges = ReadingOptions(rawValue: 1 << 0)
    }

    // iOS 5.0
    open func coordinate(
        readingItemAt url: URL, options: ReadingOptions = [], error outError: UnsafeMutablePointer<NSError?>?,
        byAccessor reader: (URL) -> Void
    ) {}

    public struct WritingOptions: OptionSet, Sendable {
        public let rawValue: UInt

        public init(rawValue: UInt) { self.rawValue = rawValue }
    }

    // iOS 5.0
    open func coordinate(
        writingItemAt url: URL, options: WritingOptions = [], error outError: UnsafeMutablePointer<NSError?>?,
        byAccessor writer: (URL) -> Void
    ) {}
}

// iOS 4.0; Foundation's there
extension NSURL {
    public struct BookmarkCreationOptions: OptionSet, Sendable {
        public let rawValue: UInt

        public init(rawValue: UInt) { self.rawValue = rawValue }

        // iOS 4.0
        public static let minimalBookmark = BookmarkCreationOptions(rawValue: 1 << 9)
    }

    public struct BookmarkResolutionOptions: OptionSet, Sendable {
        public let rawValue: UInt

        public init(rawValue: UInt) { self.rawValue = rawValue }
    }
}

// iOS 8.0; Foundation's there
extension URL {
    public typealias BookmarkCreationOptions = NSURL.BookmarkCreationOptions
    public typealias BookmarkResolutionOptions = NSURL.BookmarkResolutionOptions

    public func startAccessingSecurityScopedResource() -> Bool { false }

    public func stopAccessingSecurityScopedResource() {}

    // iOS 8.0
    public func bookmarkData(
        options: BookmarkCreationOptions = [], includingResourceValuesForKeys keys: Set<URLResourceKey>? = nil, relativeTo url: URL? = nil
    ) throws -> Data { throw CocoaError(.featureUnsupported) }

    // iOS 8.0
    public init(
        resolvingBookmarkData data: Data, options: BookmarkResolutionOptions = [], relativeTo url: URL? = nil,
        bookmarkDataIsStale: inout Bool
    ) throws {
        self.init(fileURLWithPath: "/")
        throw CocoaError(.featureUnsupported)
    }
}
