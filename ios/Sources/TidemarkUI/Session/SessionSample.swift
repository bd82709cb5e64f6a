//! A made-up session, for previews of its screens.

#if DEBUG
    import TidemarkBindings

    @testable import TidemarkLogic

    extension Sample {
        /// 24 November 2026, 18:00 in Berlin.
        static let six = Moment(epochMs: 1_795_539_600_000, offsetS: 3600, zoneId: "Europe/Berlin")

        static func later(_ after: Int64) -> Moment { minutes(after, after: six) }

        static let pain = question("pain", "Pain", .higherWorse, "no pain", "worst I can imagine")
        static let anxiety = question("anxiety", "Anxiety", .higherWorse, "calm", "extremely anxious")
        static let four = [stress, mood, pain, anxiety]

        static let agreed = SessionChoices().copy {
            $0.style = .shiatsu
            $0.pressure = 2
            $0.minutes = 60
            $0.areas = [
                Area(region: .shoulder, side: .left, wanted: .focus), Area(region: .lowerBack, side: .both, wanted: .focus),
                Area(region: .jaw, side: .both, wanted: .avoid),
            ]
            $0.comfortNeeds = "Door ajar\nTell me before you move to another area"
            $0.stopSignal = "Hand up"
            $0.oils = "Almond"
        }

        static let medicines = [
            Medicine(id: "a", name: "Sertraline", times: [8 * 60]), Medicine(id: "b", name: "Melatonin", times: [22 * 60]),
            Medicine(id: "c", name: "Practice"),
        ]

        /// One of the same day, one of the evening before.
        static let doses = [
            Dose(medicationId: "a", takenAt: later(-10 * 60)), Dose(medicationId: "b", takenAt: later(-20 * 60)),
        ]

        /// What the core says of a session that is near to something else.
        static let apart = "2 h after talking therapy; the plan keeps 4 hours between."

        static func read(_ answers: [(Question, Answer)], inWindow: Bool = true, recalled: Bool = false) -> PhaseRead {
            PhaseRead(answers: answers.map { PhaseRead.Answered(measure: $0.measure, answer: $1) }, inWindow: inWindow, recalled: recalled)
        }

        static func pads(_ phase: Phase, _ answers: [(Question, Answer)]) -> PhaseRatings {
            PhaseRatings(phase).read(four, answers.isEmpty ? nil : read(answers))
        }

        /// An answer that did not reach the disk.
        static func refused(_ phase: Phase) -> PhaseRatings {
            pads(phase, []).after(.rated(stress.measure, number(6), at: six)).next().0.after(.refused(stress.measure, .storageFull))
        }

        /// A session of an hour from six on, as the diary holds it.
        static func session(
            _ status: SessionStatus = .held, told: TidemarkLogic.Told = TidemarkLogic.Told(), before: PhaseRead? = nil, after: PhaseRead? = nil,
            beforeHidden: Bool = false, pauses: [Pause] = [Pause(fromMin: 20, toMin: 25)]
        ) -> Session {
            Session(
                id: "s", day: today, status: status, startedAt: six, endedAt: status == .held ? later(60) : nil,
                timerStartedAt: status == .planned ? six : nil, actualMin: status == .held ? 60 : nil, choices: agreed, told: told,
                reason: nil, questions: four, before: before, after: after, followUp: nil, beforeHidden: beforeHidden,
                happened: [Happened(minute: 10, kind: .lighter), Happened(minute: 20, kind: .pause), Happened(minute: 25, kind: .resume)],
                pauses: pauses, hidesBefore: true)
        }
    }
#endif
