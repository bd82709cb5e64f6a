import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The view of the report builder")
@MainActor
struct ReportViewTests {
    private func screen(_ state: ReportState, _ go: Go = .nowhere, _ send: @escaping Send<ReportEvent> = { _ in }) -> Mounted {
        Mounted(NavigationStack { Shell("Report", .nowhere) { ReportView(state, send, go) } })
    }

    private func ticked(_ screen: Mounted, _ label: String) -> Bool? {
        screen.elements.first { $0.label == label }.map { $0.traits.contains(.isSelected) }
    }

    @Test("name, notes, distress and item scores are off, and a tap ticks that one alone")
    func off() {
        var sent: [ReportEvent] = []
        let screen = screen(ReportPreviews.filled) { sent.append($0) }
        for name in ["All my notes and reasons", "Distress entries and pauses", "Scores of single questions", "Every daily value", "My name"] {
            #expect(ticked(screen, name) == false, "\(name)")
        }
        #expect(ticked(screen, "Massage sessions") == true)
        #expect(screen.tap("Distress entries and pauses"))
        #expect(screen.tap("My name"))
        #expect(sent == [.ticked(.distress, on: true), .nameTicked(on: true)])
    }

    @Test("a recipient, days and paper are chosen by a tap")
    func chosen() {
        var sent: [ReportEvent] = []
        let screen = screen(ReportPreviews.filled) { sent.append($0) }
        for tap in ["Who prescribes", "Days I choose", "Letter"] { #expect(screen.tap(tap), "\(tap)") }
        #expect(sent == [.recipientChosen(.prescriber), .ownDays, .paperChosen(.letter)])
        // "My own choice" cannot be chosen by itself.
        #expect(ticked(screen, "My own choice") == nil)
        #expect(ticked(self.screen(ReportPreviews.empty), "My own choice") == true)
    }

    @Test("the preview is made of exactly what is chosen, and the pages are counted")
    func pages() throws {
        var gone: [Place] = []
        let screen = screen(ReportPreviews.filled, Go(to: { gone.append($0) }))
        #expect(screen.elements.contains { $0.label == "5 pages" })
        #expect(screen.tap("Look at the pages"))
        let options = try #require(ReportPreviews.filled.options)
        #expect(gone == [.reportPreview(options: options)])
    }

    @Test("a count of pages of other choices is not shown, nor what they would let out")
    func counting() {
        let counting = screen(ReportPreviews.counting).elements.map(\.label)
        #expect(counting.contains("Counting pages") && !counting.contains("5 pages"))
        let refused = ReportPreviews.filled.copy {
            $0.choices?.paper = .letter
            $0.problem = .busy
        }
        let labels = screen(refused).elements.map(\.label)
        #expect(!labels.contains("What leaves this phone"))
        #expect(labels.contains { $0.hasPrefix("Something else is writing to your records.") })
    }

    @Test("days that do not exist cannot be looked at")
    func days() {
        var sent: [ReportEvent] = []
        let screen = screen(ReportPreviews.days) { sent.append($0) }
        #expect(!screen.tap("Look at the pages"))
        #expect(screen.type("2026-11-01", into: "First day"))
        let first = screen.elements.first { $0.label == "First day" }?.value ?? ""
        #expect(screen.type("2026-11-20", into: "Last day"))
        #expect(sent == [.daysTyped(from: "2026-11-01", to: "2026-11-24"), .daysTyped(from: first, to: "2026-11-20")])
        #expect(screen.elements.contains { $0.label == "Write two days that exist, the last one not before the first, such as 2026-09-12." })
        #expect(screen.elements.contains { $0.label == "Without a name here, none is printed." })
    }

    @Test("the notes are asked for by a tap, and their words stand nowhere before")
    func unopened() {
        var sent: [ReportEvent] = []
        let screen = screen(ReportPreviews.listed([]).copy { $0.notes.open = false }) { sent.append($0) }
        #expect(!screen.elements.contains { $0.label.contains("Calmer") })
        #expect(screen.tap("List my notes"))
        #expect(sent == [.notesListed(on: true)])
    }

    @Test("each note is a line with its day and first words, and a tap ticks that one alone")
    func notes() {
        var sent: [ReportEvent] = []
        let screen = screen(ReportPreviews.listed(["b"])) { sent.append($0) }
        #expect(screen.elements.contains { $0.label == "1 of 3 notes ticked" })
        #expect(ticked(screen, "Fri 20 Nov 2026: Calmer.") == false)
        #expect(ticked(screen, "Sun 15 Nov 2026, massage session: Shoulders softer.") == true)
        #expect(screen.tap("Fri 20 Nov 2026: Calmer."))
        #expect(screen.tap("Sun 15 Nov 2026, massage session: Shoulders softer."))
        #expect(screen.tap("Tick all of these"))
        #expect(screen.tap("Tick none"))
        #expect(
            sent == [.noteTicked("c", on: true), .noteTicked("b", on: false), .allNotesTicked(on: true), .allNotesTicked(on: false)])
        // Of single notes the core says how many leave.
        #expect(screen.elements.contains { $0.label == "• 1 of 3 notes" })
    }
}

@Suite("The view of the pages")
@MainActor
struct PagesViewTests {
    private func screen(_ state: PreviewState, _ go: Go = .nowhere, pictures: Bool = true, _ send: @escaping Send<PreviewEvent> = { _ in }) -> Mounted
    {
        let decoder = PictureDecoder { png in pictures && !png.isEmpty ? Image(systemName: "doc") : nil }
        return Mounted(
            NavigationStack { Shell("Preview", .nowhere) { PreviewView(state, send, go) } }, in: .model { $0.pictureDecoder = decoder })
    }

    @Test("each page is a picture with a heading, and says its words to whoever listens")
    func pictured() {
        var sent: [PreviewEvent] = []
        let screen = screen(PagesPreviews.filled) { sent.append($0) }
        #expect(screen.elements.filter { $0.traits.contains(.isHeader) }.map(\.label) == ["Preview", "Page 1 of 2", "Page 2 of 2"])
        let pictures = screen.elements.filter { $0.kind == "Image" }
        #expect(pictures.map(\.label) == [1, 2].map { "Picture of page \($0). Its words are in Read this page." })
        #expect(pictures.map(\.value) == [PagesPreviews.texts.prefix(4), PagesPreviews.texts.suffix(2)].map { $0.joined(separator: "\n") })
        #expect(screen.tap("Read page 1 as text"))
        #expect(sent == [.wordsAsked(page: 1)])
    }

    @Test("the words of a page keep its headings")
    func words() {
        let elements = screen(Sample.state(PagesPreviews.filled, reduce, .wordsAsked(page: 1))).elements
        #expect(elements.contains { $0.label == PagesPreviews.texts[0] && $0.traits.contains(.isHeader) })
        #expect(elements.contains { $0.label == PagesPreviews.texts[1] && !$0.traits.contains(.isHeader) })
        #expect(elements.contains { $0.label == "Hide the text of page 1" })
    }

    @Test("without a decoder the words stand in place of the picture")
    func undecoded() {
        let labels = screen(PagesPreviews.filled, pictures: false).elements.map(\.label)
        #expect(!labels.contains("Read page 1 as text"))
        for text in PagesPreviews.texts { #expect(labels.contains(text), "\(text)") }
    }

    @Test("a page beside the report goes on its way from its own screen")
    func beside() {
        let labels = screen(PagesPreviews.beside).elements.map(\.label)
        #expect(labels.contains("To send or print it, go back."))
        #expect(!labels.contains("Choose how to send it"))
    }

    @Test("what is sent is what was looked at")
    func sent() {
        var gone: [Place] = []
        #expect(screen(PagesPreviews.filled, Go(to: { gone.append($0) })).tap("Choose how to send it"))
        #expect(gone == [.reportShare(options: ReportPreviews.options)])
    }
}

@Suite("The view of the ways out")
@MainActor
struct ShareViewTests {
    private func screen(_ state: ShareState, _ send: @escaping Send<ShareEvent> = { _ in }) -> Mounted {
        Mounted(NavigationStack { Shell("Send the report", .nowhere) { ShareView(state, send) } })
    }

    @Test("each form has its ways, and a tap sends that way")
    func ways() {
        var sent: [ShareEvent] = []
        let screen = screen(SharePreviews.filled) { sent.append($0) }
        for tap in ["Print", "Save to a folder", "Send with another app"] { #expect(screen.tap(tap), "\(tap)") }
        let fhir = screen.elements.first { $0.label.hasPrefix("FHIR document") }
        fhir?.action?()
        #expect(!screen.elements.contains { $0.label == "Copy the text" })
        #expect(sent == [.went(.print), .went(.saveAs), .went(.share), .formChosen(.fhir)])
    }

    @Test("a locked copy waits for the same password twice, and shows it to nobody")
    func locked() {
        let screen = screen(SharePreviews.locked)
        #expect(screen.elements.contains { $0.label == "The two are not the same yet." })
        #expect(!screen.tap("Send with another app"))
        let fields = screen.elements.filter { $0.kind == "SecureField" }
        #expect(fields.map(\.label) == ["Password", "The password again"])
        #expect(fields.map(\.value) == [13, 12].map { String(repeating: "•", count: $0) })
        let same = Sample.state(SharePreviews.locked, reduce, .passwordRepeated("correct horse"))
        #expect(self.screen(same).tap("Send with another app"))
    }

    @Test("the tables leave out what is private unless ticked")
    func tables() {
        var sent: [ShareEvent] = []
        let screen = screen(Sample.state(SharePreviews.filled, reduce, .formChosen(.tables))) { sent.append($0) }
        #expect(screen.tap("Care team"))
        #expect(sent == [.tablesTicked(TableOptions(careTeam: true))])
        #expect(!screen.elements.contains { $0.kind == "Button" && $0.label == "Care team" && $0.traits.contains(.isSelected) })
    }

    @Test("a file that was not written is never said to be sent, and one that was is")
    func outcome() {
        let failed = screen(Sample.state(SharePreviews.filled, reduce, .notHanded(.notWritten(.storageFull)))).elements
        #expect(failed.contains { $0.label.hasPrefix("The file could not be written; no part of it is left.") })
        #expect(!failed.contains { $0.label.contains("handed") })
        // 84,211 bytes are 85 kB, counted up.
        #expect(
            screen(SharePreviews.sent).elements.contains {
                $0.label == "A copy (85 kB) was saved where you chose. It could not be noted in your list of what left."
            })
    }
}
