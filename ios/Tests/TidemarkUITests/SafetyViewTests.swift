import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of Help")
@MainActor
struct SafetyViewTests {
    private func elements(_ state: SafetyState) -> [Element] { rendered(SafetyView(state, { _ in })).elements }

    @Test("the person's own contacts come first, and a tap calls or writes")
    func first() throws {
        var sent: [SafetyEvent] = []
        let screen = Mounted(SafetyView(SafetyPreviews.filled) { sent.append($0) })
        for name in ["Call Ines, 000 111", "Text Ines", "Call Listening line, 000 222", "Text Listening line"] {
            #expect(screen.tap(name), "\(name)")
        }
        #expect(sent == [.callAsked(number: "000 111"), .textAsked(number: "000 111"), .callAsked(number: "000 222"), .textAsked(number: "000 333")])
        let said = screen.elements.map(\.label)
        #expect(try #require(said.firstIndex(of: "Call Ines, 000 111")) < (try #require(said.firstIndex(of: "Call Listening line, 000 222"))))
    }

    @Test("an unchecked number says so, and a checked one its day")
    func checked() {
        let said = elements(SafetyPreviews.filled).map(\.label)
        #expect(said.filter { $0.contains("check this number") }.count == 1)
        #expect(said.contains("day and night · checked 1 Nov 2026"))
    }

    @Test("without a country each number says which it is for")
    func country() {
        let said = elements(SafetyPreviews.region).map(\.label)
        for name in ["Call Emergency, Ireland, 112", "Call Night line, Germany, 000 444", "Text Night line, Germany", "Germany", "Ireland"] {
            #expect(said.contains(name), "\(name)")
        }
    }

    @Test("while locked only what was marked open stands there, and the rest asks to unlock")
    func locked() {
        let said = elements(SafetyPreviews.locked).map(\.label)
        #expect(said.contains("Walk round the block"))
        #expect(said.contains("Unlock to see the rest of your plan."))
    }

    @Test("a device that cannot call shows the number")
    func byHand() {
        #expect(
            elements(SafetyPreviews.filled.copy { $0.byHand = "112" }).contains { $0.label == "This device cannot call or text. The number is 112." })
    }

    @Test("the buttons that reach somebody are the largest of the app")
    func largest() {
        let reaching = elements(SafetyPreviews.filled).filter { $0.label.hasPrefix("Call") || $0.label.hasPrefix("Text") }
        #expect(reaching.count == 5)
        // 76 by the design of the screen; any other button is 44.
        #expect(reaching.allSatisfy { $0.minHeight ?? 0 >= 76 })
    }
}
