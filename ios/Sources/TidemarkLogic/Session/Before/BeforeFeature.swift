//! What is done in the world for the screen before a session.

import TidemarkBindings

/// The screen before a session over a diary; `sessionId` when it was planned.
public func beforeFeature(
    diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment, sessionId: String? = nil
) -> Feature<BeforeState, BeforeEvent, BeforeEffect> {
    Feature(BeforeState(sessionId), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, diary: diary, now: now) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: BeforeEffect, diary: any OpenDiaryProtocol, now: () -> Moment) -> BeforeEvent {
    switch effect {
    case .read(let sessionId):
        reply { try diary.readBefore(sessionId, now()) }.event(BeforeEvent.read, refused: BeforeEvent.refused)
    case .plan(let choices, let questions, let rating): diary.plan(choices, questions, rating, now())
    case .rate(let sessionId, let rating): .ofRating(diary.storeRating(sessionId, .before, rating, now()))
    case .storeChoices(let sessionId, let choices, let held):
        diary.writeSession(
            sessionId, { try choices.fieldsOther(than: held) }, now(), { _ in .choicesStored(choices) },
            refused: BeforeEvent.refused)
    case .readApart(let sessionId):
        reply { try diary.apart(sessionId) }.event(BeforeEvent.apartRead, refused: BeforeEvent.apartNotRead)
    case .start(let sessionId, let minutesAgo):
        reply { try diary.startPlannedSession(sessionId: sessionId, by: .own, now: now().minus(minutes: minutesAgo)) }
            .event({ .done(.started(sessionId: sessionId)) }, refused: BeforeEvent.refused)
    case .startNew(let choices):
        reply {
            let at = now()
            return try diary.startSession(draft: try choices.draft(at), now: at).id
        }.event({ .done(.started(sessionId: $0)) }, refused: BeforeEvent.refused)
    case .remove(let sessionId):
        reply { try diary.removeRecord(kind: .session, id: sessionId, by: .own, now: now()) }
            .event({ .done(.removed) }, refused: BeforeEvent.refused)
    }
}

extension OpenDiaryProtocol {
    fileprivate func readBefore(_ id: String?, _ now: Moment) throws -> BeforeRead {
        let allergies = try records(kind: .intakeSheet, span: Span()).last?.text("allergies")
        let held = try id.map { try session($0, now) }
        let asked = try measures().filter { $0.session && $0.active }.map(\.question)
        let day = try held?.day.iso ?? today(now: now).day
        return BeforeRead(
            sessionId: id,
            choices: try held?.choices ?? lastChoices(now),
            stored: held?.choices,
            running: held?.timerStartedAt != nil,
            apart: try id.map { try apart($0) } ?? [],
            questions: held?.questions ?? asked,
            found: try held.flatMap { try ratingsBefore($0) },
            allergies: try items(allergies),
            medicines: try medicines(on: day, and: held?.choices.doses ?? []))
    }

    fileprivate func apart(_ id: String) throws -> [String] { try keptApart(sessionId: id).map(\.text) }

    fileprivate func plan(
        _ choices: SessionChoices, _ questions: [Question], _ rating: ToStore?, _ now: Moment
    ) -> BeforeEvent {
        reply {
            let given = rating.map {
                SessionRatingDraft(
                    phase: .before, ratings: [Rated(measureId: $0.measure.name, valueMilli: $0.answer.milli)],
                    ratedAt: $0.ratedAt, recalled: $0.recalled)
            }
            // All measures of the pads, or the core would fix the session to the first one rated.
            let asked = FieldText(name: "measures", text: try joinItems(items: questions.map(\.measure.name)))
            let draft = try choices.draft(now, ratings: [given].compactMap { $0 }, also: [asked])
            return try saveSession(draft: draft, now: now)
        }.event(
            { saved in
                let late = saved.warnings.contains {
                    if case .outOfWindow = $0 { true } else { false }
                }
                return .planned(
                    sessionId: saved.id, choices, rating.map { .stored($0.measure, $0.answer, outOfWindow: late) })
            },
            refused: { problem in rating.map { .notPlanned(.refused($0.measure, problem)) } ?? .refused(problem) })
    }
}

extension SessionChoices {
    fileprivate func draft(
        _ at: Moment, ratings: [SessionRatingDraft] = [], also: [FieldText] = []
    ) throws -> SessionDraft {
        SessionDraft(
            startedAt: at,
            ending: .notHeld,
            status: .planned,
            modality: style ?? .other,
            recordedBy: .own,
            plannedMin: minutes.flatMap { UInt16(exactly: $0) },
            pressureAsked: pressure.flatMap { UInt8(exactly: $0) },
            areas: areas,
            ratings: ratings,
            details: try details() + also)
    }
}
