//! An app, its one window, and what opens it. Nothing is run: the model renders views alone.

import UIKit

// iOS 14.0
@MainActor @preconcurrency
public protocol App {
    associatedtype Body: Scene
    @SceneBuilder var body: Self.Body { get }
    init()
}

extension App {
    public static func main() {}
}

// iOS 14.0
@MainActor @preconcurrency
public protocol Scene {
    associatedtype Body: Scene
    @SceneBuilder var body: Self.Body { get }
}

extension Never: Scene {}

// iOS 14.0
@resultBuilder
public enum SceneBuilder {
    public static func buildBlock<Content: Scene>(_ content: Content) -> Content { content }
}

// iOS 14.0
public struct WindowGroup<Content: View>: Scene {
    let content: () -> Content

    public init(@ViewBuilder content: @escaping () -> Content) { self.content = content }

    public var body: Never { fatalError("a window is not drawn") }
}

extension Scene {
    // iOS 17.0
    public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping (V, V) -> Void) -> some Scene { self }
}

extension View {
    // iOS 14.0
    public func onOpenURL(perform action: @escaping (URL) -> Void) -> some View { self }
}

extension Image {
    // iOS 13.0
    public init(uiImage: UIImage) { self.init(systemName: "") }
}

// iOS 14.0
@MainActor @preconcurrency
@propertyWrapper
public struct UIApplicationDelegateAdaptor<DelegateType: NSObject & UIApplicationDelegate> {
    public init(_ delegateType: DelegateType.Type = DelegateType.self) {}

    public var wrappedValue: DelegateType { fatalError("no application is run") }
}
