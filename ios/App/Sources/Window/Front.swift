//! The window on screen, and the system's own windows over it. It decides nothing about what is shown in them.

import UIKit

/// Opens windows of the system over the app's and waits for what the person does there; called off the main actor.
final class Front: Sendable {
    let questions = Questions()

    /// Shows a window of the system and waits for its answer; none when nothing is on screen.
    func ask<Answer: Sendable>(_ show: @escaping @MainActor @Sendable (_ over: UIViewController, _ asked: Asked<Answer>) -> Void) -> Answer? {
        questions.ask { asked in
            Task { @MainActor in
                guard let top = Self.top() else { return asked.answered(nil) }
                show(top, asked)
            }
        }
    }

    /// Opens another app; false when none can.
    func open(_ address: URL?) -> Bool {
        guard let address else { return false }
        let asked = Asked<Bool>()
        Task { @MainActor in
            UIApplication.shared.open(address, options: [:]) { asked.answered($0) }
        }
        return asked.wait() == true
    }

    /// The window that nothing covers.
    @MainActor
    private static func top() -> UIViewController? {
        let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
        let scene = scenes.first { $0.activationState == .foregroundActive } ?? scenes.first
        var top = scene?.keyWindow?.rootViewController
        while let over = top?.presentedViewController, !over.isBeingDismissed { top = over }
        return top
    }
}

/// Where a window that stands beside its button, as on a large screen, points to: the middle.
@MainActor
func anchor(_ shown: UIViewController, over: UIViewController) {
    guard let popover = shown.popoverPresentationController else { return }
    let bounds = over.view.bounds
    popover.sourceView = over.view
    popover.sourceRect = CGRect(x: bounds.midX, y: bounds.midY, width: 0, height: 0)
    popover.permittedArrowDirections = []
}
