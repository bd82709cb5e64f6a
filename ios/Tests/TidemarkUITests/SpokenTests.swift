import Foundation
import SwiftUI
import Testing
import TidemarkReplay

@testable import TidemarkUI

/// What a screen reader reads from the top, in every preview of every screen, beside what was looked through before: what Android's
/// pictures are there. What is found goes to `ios/Generated/spoken` each time; `tests/swift/spoken` takes it over.
@Suite("What is read out")
@MainActor
struct SpokenTests {
    private let found = top.appending(path: "ios/Generated/spoken")
    private let known = top.appending(path: "ios/Tests/spoken")

    @Test("each screen is read out as it was")
    func read() throws {
        try FileManager.default.createDirectory(at: found, withIntermediateDirectories: true)
        for (name, provider) in providers {
            let said = transcript(of: provider)
            try said.write(to: found.appending(path: file(name)), atomically: true, encoding: .utf8)
            let wanted = (try? String(contentsOf: known.appending(path: file(name)), encoding: .utf8)) ?? ""
            for change in said.split(separator: "\n").difference(from: wanted.split(separator: "\n")) {
                switch change {
                case .insert(_, let line, _): Issue.record("\(file(name)) has now \(line)")
                case .remove(_, let line, _): Issue.record("\(file(name)) has no more \(line)")
                }
            }
        }
    }

    @Test("none is kept of a screen that is gone")
    func kept() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: known.path)
        #expect(Set(files) == Set(providers.map { file($0.0) }))
    }

    private func file(_ name: String) -> String { name.lowercased().replacing(" ", with: "-") + ".txt" }

    /// Each preview under its name. Looks that are read out alike stand once; large letters have the title a second time.
    private func transcript(of provider: any PreviewProvider.Type) -> String {
        func walked<P: PreviewProvider>(_ provider: P.Type) -> Node { rendered(P.previews, in: .model()) }
        var known: [String] = []
        return walked(provider).previews.map { preview in
            let lines = preview.node.elements.map(line)
            let said = lines.enumerated().filter { at, line in at == 0 || line != lines[at - 1] || !line.hasSuffix("[heading]") }
                .map(\.element).joined(separator: "\n")
            defer { known.append(said) }
            return known.contains(said) ? "" : "== \(preview.name)\n\(said)\n"
        }.joined()
    }

    private func words(_ text: String?) -> String? { text?.isEmpty == false ? text : nil }

    private func line(_ element: Element) -> String {
        let traits: [(AccessibilityTraits, String)] = [
            (.isHeader, "heading"), (.isSelected, "selected"), (.updatesFrequently, "updates"), (.isModal, "modal"),
        ]
        let facts =
            [element.isControl ? element.kind.lowercased() : nil, element.enabled ? nil : "off"].compactMap { $0 }
            + traits.filter { element.traits.contains($0.0) }.map(\.1)
        let said = [
            element.label, words(element.value).map { "value: \($0)" }, words(element.hint).map { "hint: \($0)" },
            facts.isEmpty ? nil : "[\(facts.joined(separator: ", "))]",
        ]
        return (element.containers + said.compactMap { $0 }).joined(separator: " | ").replacing("\n", with: " / ")
    }
}
