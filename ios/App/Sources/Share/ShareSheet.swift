//! The system's windows that take a file out of the app. They get one file of the outbox and nothing else.

import UIKit

/// Hands a file to the share sheet, or a PDF to the printer.
struct ShareSheet: Sendable {
    let front: Front
    let outbox: Outbox

    /// Whether something took the file. It goes from the outbox once the sheet is shut: what took it has its own copy then.
    func share(_ path: String) -> Bool {
        guard let file = outbox.offer(path) else { return false }
        defer { remove(file) }
        let taken: Bool? = front.ask { over, asked in
            let sheet = UIActivityViewController(activityItems: [file], applicationActivities: nil)
            // Nothing that would put a page of the diary on show for others.
            sheet.excludedActivityTypes = [.assignToContact, .postToFacebook, .postToTwitter, .postToFlickr, .postToVimeo, .postToWeibo]
            sheet.completionWithItemsHandler = { _, completed, _, _ in asked.answered(completed) }
            anchor(sheet, over: over)
            over.present(sheet, animated: true)
        }
        return taken == true
    }

    /// Whether the printer's window took the pages.
    func toPrinter(_ path: String) -> Bool {
        guard let file = outbox.offer(path) else { return false }
        defer { remove(file) }
        let printed: Bool? = front.ask { _, asked in
            let printer = UIPrintInteractionController.shared
            guard UIPrintInteractionController.isPrintingAvailable, UIPrintInteractionController.canPrint(file) else {
                return asked.answered(false)
            }
            let job = UIPrintInfo.printInfo()
            job.outputType = .general
            // The printer's list of jobs is read by others.
            job.jobName = "PDF"
            printer.printInfo = job
            printer.printingItem = file
            let shown = printer.present(animated: true) { _, completed, _ in asked.answered(completed) }
            if !shown { asked.answered(false) }
        }
        return printed == true
    }
}
