//! Files of the person, in and out, at places that the person chose in the system's own window.

import TidemarkLogic
import UIKit
import UniformTypeIdentifiers

/// Opens the system's windows for files and looks at what came of them.
struct Documents: Sendable {
    let front: Front
    let outbox: Outbox
    let inbox: Inbox
    let arrived: Arrived

    /// Puts a copy where the person says and counts it again; false when the person turned back, or it is not known to be whole.
    func saveAs(_ path: String, _ name: String) -> Bool {
        guard let file = outbox.named(path, name), let length = Self.length(file) else { return false }
        defer { if file.path != path { outbox.unname() } }
        let places: [URL]? = front.ask { over, asked in
            let window = UIDocumentPickerViewController(forExporting: [file], asCopy: true)
            Picked.show(window, over: over, asked)
        }
        guard let place = places?.first else { return false }
        // The system copied it. A place that answers late may have it whole all the same, so it is never taken away here.
        return Self.reading(place) { Self.length($0) } == length
    }

    /// Lets the person choose a file, or gives the one that another app handed over before.
    func choose(_ mimeTypes: [String]) -> ChosenFile? {
        // Emptied meanwhile, by "erase everything" or a fresh start, it is no file.
        if let file = arrived.take(), FileManager.default.fileExists(atPath: file.path) { return file }
        inbox.empty()
        let places: [URL]? = front.ask { over, asked in
            // For any file the system knows no type, and makes one up that no file has.
            let types = mimeTypes.contains("*/*") ? [] : mimeTypes.compactMap { UTType(mimeType: $0) }
            let window = UIDocumentPickerViewController(forOpeningContentTypes: types.isEmpty ? [.item] : types)
            Picked.show(window, over: over, asked)
        }
        guard let place = places?.first else { return nil }
        // One that did not come, or is too large, is said to be unreadable by whoever opens it; it is not "turned back".
        return Self.reading(place) { inbox.take($0, called: place.lastPathComponent) }
            ?? ChosenFile(path: inbox.folder.appending(path: "none").path, name: plainName(place.lastPathComponent))
    }

    /// Lets the person choose a folder; none when the person turned back.
    func chooseFolder() -> URL? {
        let places: [URL]? = front.ask { over, asked in
            Picked.show(UIDocumentPickerViewController(forOpeningContentTypes: [.folder]), over: over, asked)
        }
        return places?.first
    }

    /// Takes a file that another app handed over; a copy that the system put into this app's folder goes in any case. False when it
    /// cannot be read or is too large.
    func came(_ place: URL) -> Bool {
        defer { if place.path.contains("/Documents/Inbox/") { remove(place) } }
        guard let file = Self.reading(place, { inbox.take($0, called: place.lastPathComponent) }) else { return false }
        if let former = arrived.came(file) { remove(URL(filePath: former.path)) }
        return true
    }

    /// Reads at a place that may be another app's; one that lies in a cloud is brought here first.
    private static func reading<Value>(_ place: URL, _ read: (URL) -> Value?) -> Value? {
        let lent = place.startAccessingSecurityScopedResource()
        defer { if lent { place.stopAccessingSecurityScopedResource() } }
        var value: Value?
        var refusal: NSError?
        NSFileCoordinator().coordinate(readingItemAt: place, options: .withoutChanges, error: &refusal) { value = read($0) }
        return value
    }

    private static func length(_ file: URL) -> Int? {
        ((try? FileManager.default.attributesOfItem(atPath: file.path))?[.size] as? NSNumber)?.intValue
    }
}

/// Hears what the person did in a window for files. It lives as long as its window.
@MainActor
private final class Picked: NSObject, UIDocumentPickerDelegate, UIAdaptivePresentationControllerDelegate {
    private let asked: Asked<[URL]>
    private static var shown: [ObjectIdentifier: Picked] = [:]

    private init(_ asked: Asked<[URL]>) { self.asked = asked }

    static func show(_ window: UIDocumentPickerViewController, over: UIViewController, _ asked: Asked<[URL]>) {
        let picked = Picked(asked)
        // The window holds its delegates weakly.
        shown[ObjectIdentifier(picked)] = picked
        window.delegate = picked
        window.shouldShowFileExtensions = true
        over.present(window, animated: true)
        window.presentationController?.delegate = picked
    }

    func documentPicker(_ controller: UIDocumentPickerViewController, didPickDocumentsAt urls: [URL]) { end(urls) }

    func documentPickerWasCancelled(_ controller: UIDocumentPickerViewController) { end(nil) }

    func presentationControllerDidDismiss(_ presentationController: UIPresentationController) { end(nil) }

    private func end(_ places: [URL]?) {
        asked.answered(places)
        Self.shown.removeValue(forKey: ObjectIdentifier(self))
    }
}
