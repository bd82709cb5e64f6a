//! Words that a screen reader says without being asked. The model keeps them, so that a test can look.

/// What was said since the test began; ours, not Apple's.
@MainActor
public enum Announced {
    public static var texts: [String] = []
}

// iOS 17.0
public enum AccessibilityNotification {
    // iOS 17.0
    public struct Announcement {
        private let text: String

        public init(_ announcement: String) { text = announcement }

        public func post() {
            let text = text
            MainActor.assumeIsolated { Announced.texts.append(text) }
        }
    }
}
