import SwiftUI
import Testing
import TidemarkBindings
import TidemarkStrings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The views of therapists, plan, intake sheet and caregiver page")
@MainActor
struct CareViewsTests {
    private func shown(_ view: some View) -> Mounted { Mounted(NavigationStack { Shell("Care", .nowhere) { view } }) }

    @Test("what was asked is counted and not graded, and a card leads to its checklist")
    func therapists() {
        var gone: [Place] = []
        let screen = shown(TherapistsView(TherapistsPreviews.filled, { _ in }, Go(to: { gone.append($0) })))
        let labels = screen.elements.map(\.label)
        #expect(labels.contains { $0.contains("1 of 3 asked, 1 does not apply") && $0.contains("Licence 4711, seen 23 Nov 2025") })
        #expect(labels.contains("1. Which licence do you have?"))
        #expect(screen.tap("Names, contacts, licences"))
        #expect(gone == [.records(kind: "therapist")])
    }

    @Test("an open item takes its status and how, and saves when told")
    func checklist() {
        var sent: [ChecklistEvent] = []
        let screen = shown(ChecklistView(ChecklistPreviews.open, { sent.append($0) }, .nowhere))
        #expect(screen.tap("Declined"))
        #expect(screen.tap("Looked up"))
        screen.type("on the door", into: "Note")
        #expect(screen.tap("Save"))
        #expect(sent == [.statusChosen(.declined), .howChosen(.lookedUp), .noteTyped("on the door"), .submitted])
    }

    @Test("a change asks what, to what, why and who; nothing of it is filled in beforehand")
    func change() {
        var sent: [PlanEvent] = []
        let screen = shown(PlanView(PlanPreviews.change, { sent.append($0) }, .nowhere))
        #expect(screen.elements.contains { $0.label == "Now: 2 of 5, light" })
        #expect(screen.tap("Length"))
        #expect(screen.tap("Nothing from then on"))
        #expect(screen.tap("Cost"))
        #expect(screen.tap("You, with others"))
        #expect(screen.tap("Save the change"))
        #expect(sent == [.fieldChosen("minutes"), .emptied(true), .reasonChosen("cost"), .deciderChosen("together"), .submitted])
        let blank = Sample.state(PlanPreviews.agreed, { reduce($0, $1) }, .changeAsked)
        #expect(!shown(PlanView(blank, { _ in }, .nowhere)).elements.contains { $0.traits.contains(.isSelected) })
    }

    @Test("the days of the plan say what is near, a session leads to its page, and they move by two weeks")
    func days() {
        var sent: [PlanEvent] = []
        var gone: [Place] = []
        let screen = shown(PlanView(PlanPreviews.agreed, { sent.append($0) }, Go(to: { gone.append($0) })))
        let labels = screen.elements.map(\.label)
        let lines = [
            "Day by day", "23 Nov 2026 to 6 Dec 2026", "Tue 24 Nov", "18:00 Session, held", "Thu 26 Nov", "08:00 Sertraline",
            "14:00 Talking therapy: Dr Weber", "16:00 Session, planned", Sample.apart, "Thu 3 Dec", "14:00 Talking therapy",
        ]
        #expect(labels.filter(lines.contains) == lines)
        #expect(screen.tap("18:00 Session, held"))
        #expect(screen.tap("16:00 Session, planned"))
        #expect(gone == [.sessionDetail(sessionId: "h"), .sessionBefore(sessionId: "s")])
        #expect(screen.tap("Two weeks earlier"))
        #expect(screen.tap("Two weeks later"))
        #expect(sent == [.daysMoved(weeks: -2), .daysMoved(weeks: 2)])
    }

    @Test("the days stand there without a plan too")
    func daysAlone() {
        let empty = Sample.state(PlanPreviews.state(nil), { reduce($0, $1) }, .daysRead(PlanPreviews.nothing))
        let labels = shown(PlanView(empty, { _ in }, .nowhere)).elements.map(\.label)
        #expect(labels.contains("No session, no talking therapy and no time of a dose on these days."))
    }

    @Test("days that could not be read are asked for again")
    func daysNotRead() {
        var sent: [PlanEvent] = []
        let refused = Sample.state(PlanPreviews.state(nil), { reduce($0, $1) }, .daysNotRead(.busy))
        let screen = shown(PlanView(refused, { sent.append($0) }, .nowhere))
        #expect(!screen.elements.map(\.label).contains("Day by day"))
        #expect(screen.tap("Try again"))
        #expect(sent == [.shown])
    }

    @Test("each part has its own tick, and what leaves is listed in its words")
    func intake() {
        let screen = shown(IntakeView(IntakePreviews.filled, { _ in }, .nowhere))
        let labels = screen.elements.map(\.label)
        #expect(labels.contains("• Allergies and sensitivities: Oil: lavender, Latex"))
        #expect(!labels.contains { $0.hasPrefix("• Trouble with circulation") })
        #expect(labels.contains("The app does not say whether massage suits you. Ask a professional who knows you."))
    }

    @Test("an earlier version opens to be read with what it said and nothing else")
    func earlierVersion() {
        var sent: [IntakeEvent] = []
        let shut = shown(IntakeView(IntakePreviews.filled, { sent.append($0) }, .nowhere))
        #expect(!shut.elements.contains { $0.isControl && $0.label.hasPrefix("Version 2") })
        #expect(!shut.elements.map(\.label).contains("Name to show: Ada"))
        #expect(shut.tap("Version 1, 2 Mar 2026"))
        let open = shown(IntakeView(IntakePreviews.filled.copy { $0.openVersion = "s1" }, { sent.append($0) }, .nowhere))
        let labels = open.elements.map(\.label)
        #expect(labels.contains("Name to show: Ada") && labels.contains("Allergies and sensitivities: Scent"))
        #expect(!labels.contains("Nothing was written in this version."))
        #expect(open.tap("Close"))
        #expect(sent == [.versionOpened(id: "s1"), .versionOpened(id: nil)])
        let empty = shown(IntakeView(IntakePreviews.filled.copy { $0.openVersion = "s0" }, { _ in }, .nowhere))
        #expect(empty.elements.map(\.label).contains("Nothing was written in this version."))
    }

    @Test("every part of the sheet has a name of its own")
    func parts() {
        let words = Words(strings: Strings { id, english, given in Strings.english(id, english, given) })
        let fields = intakeFields()
        #expect(Set(fields.map { words.intakePart($0) }).count == fields.count && fields.count > 20)
    }

    @Test("each page can be looked at, as it is chosen, before it leaves")
    func looked() {
        var gone: [Place] = []
        let go = Go(to: { gone.append($0) })
        let look = "Look at the pages"
        #expect(shown(IntakeView(IntakePreviews.filled, { _ in }, go)).tap(look))
        #expect(shown(CarePageView(CarePagePreviews.filled, { _ in }, go)).tap(look))
        #expect(shown(TherapistsView(TherapistsPreviews.filled, { _ in }, go)).tap(look))
        #expect(shown(ChecklistView(ChecklistPreviews.filled, { _ in }, go)).tap(look))
        let therapist = ChecklistPreviews.filled.therapist?.id
        #expect(
            gone == [
                .sheetPreview(sheet: .intake(reverse: true, signatures: false)), .sheetPreview(sheet: CarePagePreviews.filled.page),
                .sheetPreview(sheet: .questions(therapistId: nil)), .sheetPreview(sheet: .questions(therapistId: therapist)),
            ])
        let long = Sample.state(CarePagePreviews.filled, { reduce($0, $1) }, .nameTyped(String(repeating: "x", count: 81)))
        #expect(!shown(CarePageView(long, { _ in }, go)).tap(look))
    }

    @Test("allergies are ticked by their kind and medicines by their names")
    func form() {
        var sent: [IntakeEvent] = []
        let screen = shown(IntakeView(IntakePreviews.form, { sent.append($0) }, .nowhere))
        #expect(screen.tap("Scent"))
        #expect(screen.tap("Sertraline"))
        #expect(screen.tap("Ask me first"))
        #expect(
            sent == [
                .typed(field: "allergies", "scent\noil:lavender\nlatex"), .typed(field: "medicines", "m"),
                .typed(field: "permission_to_talk", "ask_me"),
            ])
    }

    @Test("what leaves with the page is listed, and nothing is sent under a name that is too long")
    func carePage() {
        var sent: [CarePageEvent] = []
        let screen = shown(CarePageView(CarePagePreviews.filled, { sent.append($0) }, .nowhere))
        #expect(screen.elements.contains { $0.label == "• Where your ratings were in the last four weeks" })
        #expect(screen.elements.contains { $0.label == "• Your name" })
        #expect(screen.tap("Print"))
        #expect(sent == [.went(.print)])
        let long = Sample.state(CarePagePreviews.filled, { reduce($0, $1) }, .nameTyped(String(repeating: "x", count: 81)))
        #expect(!shown(CarePageView(long, { _ in }, .nowhere)).tap("Print"))
    }
}
