import SwiftUI
import Testing
import TidemarkBindings

@testable import TidemarkLogic
@testable import TidemarkUI

@Suite("The views of a session")
@MainActor
struct SessionViewsTests {
    private func labels(_ view: some View) -> [String] { rendered(view).elements.map(\.label) }

    private func before(_ state: BeforeState, _ send: @escaping Send<BeforeEvent> = { _ in }) -> Mounted {
        Mounted(BeforeView(state, send, { Sample.six }))
    }

    @Test("before: a number is sent with its moment, and no style means no start")
    func styleless() {
        var sent: [BeforeEvent] = []
        let screen = before(BeforePreviews.empty) { sent.append($0) }
        #expect(screen.tap("6"))
        #expect(sent == [.ofRating(.rated(Sample.stress.measure, Sample.number(6), at: Sample.six))])
        #expect(!screen.tap("Start timer"))
        #expect(screen.elements.contains { $0.label == "Choose a style, then the timer can start." })
    }

    @Test("before: one tap starts with what the last session was like")
    func oneTap() {
        var sent: [BeforeEvent] = []
        #expect(before(BeforePreviews.empty.copy { $0.choices = Sample.agreed }) { sent.append($0) }.tap("Start timer"))
        #expect(sent == [.startAsked])
    }

    @Test("before: a full disk keeps the number and says nothing of saved")
    func full() {
        var sent: [BeforeEvent] = []
        let screen = before(BeforePreviews.full) { sent.append($0) }
        #expect(screen.elements.contains { $0.label == "Not saved yet: the phone is full. What was saved before is safe." })
        #expect(screen.elements.contains { $0.containers == ["Stress, 0 to 10, higher is worse, rated 6"] })
        #expect(!screen.elements.contains { $0.label == "Saved" })
        #expect(screen.tap("Try again"))
        #expect(sent == [.ofRating(.triedAgain)])
    }

    @Test("before: an area is a region, a side and whether to work there")
    func areas() {
        var sent: [BeforeEvent] = []
        let screen = before(BeforePreviews.filled.copy { $0.open = .areas }) { sent.append($0) }
        for name in ["Hip", "Right", "Leave out: hip", "Remove Jaw, both sides"] { #expect(screen.tap(name), "\(name)") }
        let areas: [[Area]] = sent.compactMap { if case .chosen(let choices) = $0 { choices.areas } else { nil } }
        #expect(areas == [Sample.agreed.areas + [Area(region: .hip, side: .right, wanted: .avoid)], Array(Sample.agreed.areas.dropLast())])
    }

    @Test("before: what was noted on the intake sheet stands there before the start, and a row says what it holds")
    func noted() {
        let elements = before(BeforePreviews.filled).elements
        #expect(elements.contains { $0.label == "Noted on your intake sheet: oil: lavender, latex." })
        #expect(elements.first { $0.label == "Style" }?.value == "Shiatsu")
        #expect(elements.first { $0.label == "Style" }?.hint == "Change Style")
    }

    @Test("before: a session that has begun asks whether numbers are from memory")
    func begun() {
        var sent: [BeforeEvent] = []
        let screen = before(BeforePreviews.late.copy { $0.open = .begin }) { sent.append($0) }
        #expect(screen.tap("From memory"))
        #expect(screen.tap("It begins now"))
        #expect(sent == [.fromMemory(true), .begun(minutesAgo: nil)])
    }

    @Test("before: the card holds what the hands need and no rating")
    func card() {
        let said = labels(BeforeView(BeforePreviews.filled.copy { $0.card = true }, { _ in }, { Sample.six }))
        for wanted in ["Hand up", "Shiatsu", "2 of 5, light", "Shoulder, left", "Jaw, both sides", "Door ajar"] {
            #expect(said.contains(wanted), "\(wanted)")
        }
        for hidden in ["Stress", "Mood", "Anxiety"] { #expect(!said.contains { $0.contains(hidden) }) }
    }

    @Test("before: what is nearer than the plan keeps apart is said, and nothing without it")
    func apart() {
        func said(_ state: BeforeState) -> [String] { labels(BeforeView(state, { _ in }, { Sample.six })) }
        #expect(said(BeforePreviews.filled).contains(Sample.apart))
        #expect(!said(BeforePreviews.filled.copy { $0.apart = [] }).contains(Sample.apart))
    }

    @Test("before: the stop signal is typed")
    func typed() {
        var sent: [BeforeEvent] = []
        let state = BeforePreviews.filled.copy {
            $0.choices = SessionChoices()
            $0.open = .needs
        }
        #expect(before(state) { sent.append($0) }.type("red", into: "Word or sign that stops the session"))
        #expect(sent == [.chosen(SessionChoices().copy { $0.stopSignal = "red" })])
    }

    @Test("before: last doses are a row of names and times, and none where there is no medicine")
    func doses() {
        #expect(!before(BeforePreviews.filled).elements.contains { $0.label == "Last doses" })
        let row = before(BeforePreviews.dosed).elements.first { $0.label == "Last doses" }
        #expect(row?.value == "Sertraline: 08:00\nMelatonin: 23 Nov 2026, 22:00")
        let undosed = BeforePreviews.filled.copy { $0.medicines = Sample.medicines }
        #expect(before(undosed).elements.first { $0.label == "Last doses" }?.value == "Not set")
    }

    @Test("before: a dose is added, moved within its bounds and removed, each with its medicine")
    func dosed() throws {
        var sent: [BeforeEvent] = []
        let state = BeforePreviews.dosed.copy {
            $0.open = .doses
            $0.choices?.doses[0] = Dose(medicationId: "a", takenAt: Sample.six)
        }
        let screen = before(state) { sent.append($0) }
        for name in [
            "Sertraline: half an hour earlier", "Melatonin: half an hour later", "Remove the dose of Melatonin", "Add the last dose of Practice",
        ] { #expect(screen.tap(name), "\(name)") }
        // At the start of the session there is no later.
        #expect(!screen.tap("Sertraline: half an hour later"))
        #expect(
            sent == [
                .doseMoved(medicationId: "a", minutes: -30, at: Sample.six), .doseMoved(medicationId: "b", minutes: 30, at: Sample.six),
                .doseRemoved(medicationId: "b"), .doseAdded(medicationId: "c", at: Sample.six),
            ])
        #expect(screen.elements.contains { $0.label == "Sertraline: 18:00" })
    }

    @Test("before: the card for the massage therapist shows no dose")
    func doseless() {
        let said = labels(BeforeView(BeforePreviews.dosed.copy { $0.card = true }, { _ in }, { Sample.six }))
        #expect(!said.contains { $0.contains("Sertraline") || $0.contains("Melatonin") || $0 == "Last doses" })
    }

    private func timer(_ state: TimerState, _ send: @escaping Send<TimerEvent> = { _ in }, _ go: Go = .nowhere) -> Mounted {
        Mounted(TimerView(state, send, go))
    }

    @Test("timer: the time is that of the start on disk, and each button asks for one thing")
    func asks() {
        var sent: [TimerEvent] = []
        let screen = timer(TimerPreviews.filled, { sent.append($0) })
        #expect(screen.elements.contains { $0.label == "34 of 60 min" && $0.traits.contains(.isHeader) })
        for name in ["Pause and breathe", "Firmer", "Move", "Quieter", "Warmer", "Talk less", "Finish", "Stop early"] {
            #expect(screen.tap(name), "\(name)")
        }
        #expect(sent == [.pause, .firmer, .moveArea, .sound, .temperature, .talkLess].map { .asked($0) } + [.finishAsked, .stopAsked])
    }

    @Test("timer: what did not get through is not called noted, and is asked for again")
    func refused() {
        var sent: [TimerEvent] = []
        let screen = timer(
            TimerPreviews.filled.copy {
                $0.noted = nil
                $0.problem = .storageFull
            }, { sent.append($0) })
        #expect(!screen.elements.contains { $0.label.contains("Noted") })
        #expect(screen.tap("Try again"))
        #expect(sent == [.triedAgain])
    }

    @Test("timer: a pause shows the person's own words, help, going on and stopping")
    func paused() {
        var sent: [TimerEvent] = []
        var went: [Place] = []
        let screen = timer(TimerPreviews.paused, { sent.append($0) }, Go(to: { went.append($0) }))
        #expect(screen.elements.contains { $0.label == "Open the window" })
        for name in ["Help", "Resume", "Stop early"] { #expect(screen.tap(name), "\(name)") }
        #expect(sent == [.asked(.resume), .stopAsked])
        #expect(went == [.safety])
    }

    @Test("timer: a clock that was put back shows no time, and the length is typed")
    func clock() {
        var sent: [TimerEvent] = []
        let screen = timer(TimerPreviews.clock, { sent.append($0) })
        #expect(screen.elements.contains { $0.label == "The clock gives no length for this session. Nothing was lost." })
        #expect(!screen.tap("Finish and save"))
        #expect(screen.type("55", into: "Minutes, 5 to 240"))
        #expect(sent == [.endTold(End(early: false, asksLength: true, minutes: "55"))])
    }

    private func after(_ state: AfterState, _ send: @escaping Send<AfterEvent> = { _ in }, _ go: Go = .nowhere) -> Mounted {
        Mounted(AfterView(state, send, go, { Sample.later(70) }))
    }

    @Test("after: no number before is shown while one after is open, and looking is offered")
    func hidden() {
        var sent: [AfterEvent] = []
        let screen = after(AfterPreviews.empty, { sent.append($0) })
        #expect(screen.elements.contains { $0.label == "What you rated before stays hidden until all of these are in." })
        #expect(!screen.elements.contains { $0.label == "Before and after" })
        #expect(screen.tap("Show it now"))
        #expect(sent == [.revealAsked])
        let some = AfterPreviews.filled.copy { $0.ratings = Sample.pads(.after, [(Sample.stress, Sample.number(4))]) }
        #expect(!after(some).elements.contains { $0.label == "Before and after" })
    }

    @Test("after: both sides are read in one line each, and a skip is no zero")
    func sides() {
        let said = after(AfterPreviews.filled).elements.map(\.label)
        #expect(said.contains("Stress: before 7, after 4"))
        #expect(said.contains("Anxiety: before skipped, after 1"))
    }

    @Test("after: pressure, effects and distress send what was tapped")
    func tapped() {
        var sent: [AfterEvent] = []
        let screen = after(AfterPreviews.empty, { sent.append($0) })
        for name in ["4 of 5, firm", "Bruise", "Something was too much"] { #expect(screen.tap(name), "\(name)") }
        #expect(sent == [.pressureFelt(4), .effectTapped(kind: "bruise", at: Sample.later(70)), .distressTold(Distress())])
    }

    @Test("after: nobody yet stands alone, and a form without a kind is not saved")
    func distress() {
        var sent: [AfterEvent] = []
        let screen = after(AfterPreviews.filled.copy { $0.distress = Distress(told: ["clinician"]) }, { sent.append($0) })
        #expect(!screen.tap("Write it down"))
        #expect(screen.tap("Nobody yet"))
        #expect(sent == [.distressTold(Distress(told: ["nobody_yet"]))])
    }

    @Test("after: a full disk says so, and going on leads to the time after")
    func goesOn() {
        var went: [Place] = []
        let state = AfterPreviews.filled.copy { $0.written = .notSaved(.storageFull) }
        let screen = after(state, { _ in }, Go(to: { _ in }, instead: { went.append($0) }))
        #expect(screen.elements.contains { $0.label == "Not saved yet: the phone is full. What was saved before is safe." })
        #expect(screen.tap("Go on to aftercare"))
        #expect(went == [.sessionTomorrow(sessionId: "s")])
    }

    private func tomorrow(_ state: TomorrowState, _ send: @escaping Send<TomorrowEvent> = { _ in }) -> Mounted {
        Mounted(TomorrowView(state, send, .nowhere, { TomorrowPreviews.morning }))
    }

    @Test("tomorrow: on the evening care is ticked and a reminder is set")
    func care() {
        var sent: [TomorrowEvent] = []
        let screen = tomorrow(TomorrowPreviews.empty) { sent.append($0) }
        #expect(screen.tap("Light movement"))
        #expect(screen.tap("Remind me the morning after, at 08:30"))
        #expect(sent == [.careTapped(item: "light_movement", at: TomorrowPreviews.morning), .reminderAsked])
        #expect(!screen.elements.contains { $0.label.hasPrefix("Stress") })
    }

    @Test("tomorrow: in the morning the pads stand first")
    func pads() throws {
        var sent: [TomorrowEvent] = []
        let screen = tomorrow(TomorrowPreviews.filled) { sent.append($0) }
        #expect(screen.tap("2"))
        #expect(sent == [.ofRating(.rated(Sample.pain.measure, Sample.number(2), at: TomorrowPreviews.morning))])
        let elements = screen.elements
        let pad = try #require(elements.firstIndex { $0.containers == ["Pain, 0 to 10, higher is worse, not rated"] })
        let water = try #require(elements.firstIndex { $0.label == "Water" })
        #expect(pad < water)
        #expect(elements[water].traits.contains(.isSelected))
        #expect(elements.contains { $0.label == "Soreness, 3 of 10" })
    }

    @Test("sessions: a row leads to the timer, the form before, or what was held")
    func rows() {
        var went: [Place] = []
        let state = SessionsPreviews.filled.copy { $0.running = "a" }
        let screen = Mounted(SessionsView(state, { _ in }, Go(to: { went.append($0) })))
        for day in ["26 Nov 2026, 18:00", "24 Nov 2026, 18:00", "17 Nov 2026, 18:00"] {
            let row = screen.elements.first { $0.label.hasPrefix(day) }
            #expect(row != nil, "\(day)")
            row?.action?()
        }
        screen.tap("Add a past session")
        #expect(
            went == [
                .sessionBefore(sessionId: "p"), .sessionTimer(sessionId: "a"), .sessionDetail(sessionId: "b"), .sessionDetail(sessionId: nil),
            ])
    }

    @Test("sessions: a row says style, length, pressure and what is not usual, and more of a long list is asked for")
    func facts() {
        var sent: [SessionsEvent] = []
        let said = labels(SessionsView(SessionsPreviews.filled, { _ in }, .nowhere))
        for wanted in [
            "Shiatsu · 60 minutes · 2 of 5, light", "Gentle deep tissue · 35 minutes · 4 of 5, firm · stopped early", "Chair massage · missed",
        ] { #expect(said.contains { $0.hasSuffix(wanted) }, "\(wanted)") }
        #expect(Mounted(SessionsView(SessionsPreviews.running, { sent.append($0) }, .nowhere)).tap("Show earlier sessions"))
        #expect(sent == [.moreAsked])
    }
}
