//! Names of UIKit that the app uses: views, windows, and who shows what over what.

// iOS 2.0
@MainActor
open class UIColor: NSObject {
    // iOS 13.0
    open class var systemBackground: UIColor { UIColor() }
}

// iOS 2.0
@MainActor
open class UIView: UIResponder {
    open var bounds: CGRect { .zero }
    open var backgroundColor: UIColor?
    open var isHidden = false

    // iOS 5.0; of NSObject there
    open var accessibilityElementsHidden = false
}

// iOS 2.0
@MainActor
open class UIWindow: UIView {
    // iOS 2.0
    public struct Level: Hashable, Sendable {
        public let rawValue: CGFloat

        public static let alert = Level(rawValue: 2000)

        public static func + (level: Level, more: CGFloat) -> Level { Level(rawValue: level.rawValue + more) }
    }

    // iOS 13.0
    public init(windowScene: UIWindowScene) {}

    open var windowLevel = Level(rawValue: 0)
    // iOS 4.0
    open var rootViewController: UIViewController?
}

// iOS 2.0
@MainActor
open class UIViewController: UIResponder {
    public override init() {}

    // Implicitly unwrapped there.
    open var view: UIView = UIView()
    // iOS 5.0
    open var presentedViewController: UIViewController? { nil }
    open var isBeingDismissed: Bool { false }
    // iOS 8.0
    open var presentationController: UIPresentationController? { nil }
    open var popoverPresentationController: UIPopoverPresentationController? { nil }

    // iOS 5.0
    open func present(_ viewControllerToPresent: UIViewController, animated flag: Bool, completion: (@MainActor () -> Void)? = nil) {}
}

// iOS 8.0
@MainActor
open class UIPresentationController: NSObject {
    open weak var delegate: (any UIAdaptivePresentationControllerDelegate)?
}

// iOS 8.0; all methods are optional there
@MainActor
public protocol UIAdaptivePresentationControllerDelegate: NSObjectProtocol {
    // iOS 13.0
    func presentationControllerDidDismiss(_ presentationController: UIPresentationController)
}

// iOS 8.0
public struct UIPopoverArrowDirection: OptionSet, Sendable {
    public let rawValue: UInt

    public init(rawValue: UInt) { self.rawValue = rawValue }
}

// iOS 8.0
@MainActor
open class UIPopoverPresentationController: UIPresentationController {
    open var sourceView: UIView?
    open var sourceRect = CGRect.zero
    open var permittedArrowDirections: UIPopoverArrowDirection = []
}

// iOS 2.0
open class UIImage: NSObject, @unchecked Sendable {
    public init?(data: Data) { return nil }
}
