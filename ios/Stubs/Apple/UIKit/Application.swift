//! Names of UIKit that the app uses: the application, its scenes and windows.

@_exported import Foundation

// iOS 13.0
public struct UIBackgroundTaskIdentifier: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let invalid = UIBackgroundTaskIdentifier(rawValue: 0)
}

// iOS 2.0
@MainActor
open class UIApplication: UIResponder {
    open class var shared: UIApplication { only }
    private static let only = UIApplication()

    // iOS 13.0
    open var connectedScenes: Set<UIScene> { [] }
    // iOS 4.0
    open var isProtectedDataAvailable: Bool { false }

    // iOS 10.0
    open func open(
        _ url: URL, options: [OpenExternalURLOptionsKey: Any] = [:],
        completionHandler completion: (@MainActor @Sendable (Bool) -> Void)? = nil
    ) { completion?(false) }

    // iOS 7.0
    open func beginBackgroundTask(
        withName taskName: String?, expirationHandler handler: (@MainActor @Sendable () -> Void)? = nil
    ) -> UIBackgroundTaskIdentifier { .invalid }

    // iOS 4.0
    open func endBackgroundTask(_ identifier: UIBackgroundTaskIdentifier) {}

    // iOS 10.0
    public struct OpenExternalURLOptionsKey: Hashable, RawRepresentable, Sendable {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }
    }

    // iOS 3.0
    public struct LaunchOptionsKey: Hashable, RawRepresentable, Sendable {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }
    }

    // iOS 8.0
    public struct ExtensionPointIdentifier: Hashable, RawRepresentable, Sendable {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        public static let keyboard = ExtensionPointIdentifier(rawValue: "com.apple.keyboard-service")
    }

    // iOS 8.0
    public nonisolated static let openSettingsURLString = "app-settings:"
    // iOS 16.0
    public nonisolated static let openNotificationSettingsURLString = "app-settings:notifications"
    // iOS 2.0
    public nonisolated static let significantTimeChangeNotification = Notification.Name("UIApplicationSignificantTimeChange")
    // iOS 4.0
    public nonisolated static let protectedDataDidBecomeAvailableNotification = Notification.Name("UIApplicationProtectedDataAvailable")
    public nonisolated static let protectedDataWillBecomeUnavailableNotification = Notification.Name("UIApplicationProtectedDataGone")
}

// iOS 2.0; all methods are optional there
@MainActor
public protocol UIApplicationDelegate: NSObjectProtocol {
    func application(_ application: UIApplication, didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?) -> Bool

    func application(
        _ application: UIApplication, shouldAllowExtensionPointIdentifier extensionPointIdentifier: UIApplication.ExtensionPointIdentifier
    ) -> Bool
}

// iOS 2.0
@MainActor
open class UIResponder: NSObject {}

// iOS 13.0
@MainActor
open class UIScene: UIResponder {
    // iOS 13.0
    public enum ActivationState: Int, Sendable {
        case unattached = -1
        case foregroundActive, foregroundInactive, background
    }

    open var activationState: ActivationState { .unattached }

    // iOS 13.0
    public nonisolated static let willDeactivateNotification = Notification.Name("UISceneWillDeactivate")
    public nonisolated static let didActivateNotification = Notification.Name("UISceneDidActivate")
    public nonisolated static let didDisconnectNotification = Notification.Name("UISceneDidDisconnect")
}

// iOS 13.0
@MainActor
open class UIWindowScene: UIScene {
    // iOS 15.0
    open var keyWindow: UIWindow? { nil }
}
