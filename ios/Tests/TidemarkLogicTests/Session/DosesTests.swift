import Testing
import TidemarkBindings

@testable import TidemarkLogic

/// When a dose was taken, by the times of its medicine and the clock of the moment that is asked about.
@Suite("Last doses")
struct DosesTests {
    private let twice = Medicine(id: "m", name: "Tablet", times: [8 * 60, 22 * 60])

    private func at(_ text: String) throws -> Moment { try momentFromText(text: text) }

    private func told(_ medicine: Medicine, _ text: String) throws -> String { try medicine.dose(before: at(text)).item() }

    @Test("a dose is the latest of its times within the day before, on the clock of the moment")
    func latest() throws {
        for (asked, taken) in [
            ("2026-11-24T17:50:00+01:00[Europe/Berlin]", "2026-11-24T08:00:00+01:00[Europe/Berlin]"),
            ("2026-11-24T08:00:00+01:00[Europe/Berlin]", "2026-11-24T08:00:00+01:00[Europe/Berlin]"),
            ("2026-11-24T07:59:59+01:00[Europe/Berlin]", "2026-11-23T22:00:00+01:00[Europe/Berlin]"),
            ("2026-11-24T23:10:00-05:00", "2026-11-24T22:00:00-05:00"),
            // In UTC it is the day after already.
            ("2026-11-24T21:10:00-05:00", "2026-11-24T08:00:00-05:00"),
            ("1969-12-31T09:00:00+00:00", "1969-12-31T08:00:00+00:00"),
        ] { #expect(try told(twice, asked) == "m@\(taken)", "\(asked)") }
    }

    @Test("without times it is the last full or half hour of that clock")
    func rounded() throws {
        let drops = Medicine(id: "m", name: "Drops")
        for (asked, taken) in [
            ("2026-11-24T17:50:31+01:00", "2026-11-24T17:30:00+01:00"), ("2026-11-24T17:30:00+01:00", "2026-11-24T17:30:00+01:00"),
            ("2026-11-24T00:10:00+05:45", "2026-11-24T00:00:00+05:45"), ("1969-12-31T23:10:00+00:00", "1969-12-31T23:00:00+00:00"),
        ] { #expect(try told(drops, asked) == "m@\(taken)", "\(asked)") }
    }

    @Test("a dose is moved up to the moment and a week back, and another medicine's stays")
    func moved() throws {
        let now = try at("2026-11-24T18:00:00+01:00")
        let doses = [Dose(medicationId: "a", takenAt: try at("2026-11-24T17:30:00+01:00")), Dose(medicationId: "b", takenAt: now)]
        let later = try #require(doses.moved("a", minutes: 30, at: now))
        #expect(later.map(\.takenAt) == [now, now])
        #expect(later.moved("a", minutes: 30, at: now) == nil)
        let week = [Dose(medicationId: "a", takenAt: try at("2026-11-17T18:30:00+01:00"))]
        let back = try #require(week.moved("a", minutes: -30, at: now))
        #expect(try back.map(\.takenAt) == [at("2026-11-17T18:00:00+01:00")])
        #expect(back.moved("a", minutes: -30, at: now) == nil)
        // One that another program wrote, further back, comes no nearer by a step that stays outside.
        let far = [Dose(medicationId: "a", takenAt: try at("2026-11-01T18:00:00+01:00"))]
        #expect(far.moved("a", minutes: 30, at: now) == nil)
    }

    @Test("a dose comes back from its text, and another form is none")
    func items() throws {
        let text = "018bcfe5-6800-7000-8000-000000000000@2026-11-24T08:00:00+00:00"
        #expect(try Dose(item: text)?.item() == text)
        for other in ["", "@", "a@", "@2026-11-24T08:00:00+00:00", "a", "a@8 o'clock"] { #expect(Dose(item: other) == nil, "\(other)") }
    }

    @Test("a dose is a choice: it goes to disk at once, and one that changes nothing goes nowhere")
    func chosen() throws {
        let now = try at("2026-11-24T18:00:00+01:00")
        let state = BeforeState("s").copy {
            $0.choices = SessionChoices()
            $0.stored = SessionChoices()
            $0.medicines = [twice]
            $0.open = .doses
        }
        let added = reduce(state, .doseAdded(medicationId: "m", at: now))
        let dosed = SessionChoices().copy { $0.doses = [twice.dose(before: now)] }
        #expect(added.effects == [.storeChoices(sessionId: "s", dosed, held: SessionChoices())])
        let stored = reduce(added.state, .choicesStored(dosed)).state
        for event in [
            BeforeEvent.doseAdded(medicationId: "m", at: now), .doseAdded(medicationId: "another", at: now),
            .doseMoved(medicationId: "m", minutes: 30, at: twice.dose(before: now).takenAt), .doseRemoved(medicationId: "another"),
        ] { #expect(reduce(stored, event) == Next(stored), "\(event)") }
        #expect(reduce(stored, .doseRemoved(medicationId: "m")).effects == [.storeChoices(sessionId: "s", SessionChoices(), held: dosed)])
    }
}
