import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let sessionsDriver = Driver(
    feature: { env, _ in sessionsFeature(diary: env.diary, now: env.now) },
    event: { step, _ in
        guard try step.text("event") == "more_asked" else { throw NotInScripts(what: "this event of Sessions") }
        return SessionsEvent.moreAsked
    },
    facts: { state in
        // A session's place in the list, from 1.
        func place(_ id: String) -> JSON { .fact(state.sessions?.firstIndex { $0.id == id }.map { $0 + 1 }) }
        return [
            "sessions": state.sessions.map { rows in
                .list(
                    rows.map {
                        .list([
                            .text($0.day.iso), .text($0.status.code), .text($0.style.code), .fact($0.minutes),
                            .fact($0.pressure),
                        ])
                    })
            } ?? .null,
            "running": state.running.map(place) ?? .null,
            "morning_after": .list(state.morningAfter.map(place)),
            "shown": .count(state.shown),
            "problem": .fact(state.problem?.fact),
        ]
    })

/// The id of the session that a script names by its place among the given ones, from 1.
func sessionId(_ env: Env, _ script: JSON) throws -> String {
    let sessions = try env.diary.records(kind: .session, span: Span())
    guard let at = script["session"].number, 1 <= at, at <= sessions.count else { throw NotInScripts(what: "such a session") }
    return sessions[Int(at) - 1].id
}

/// What a step does at the pads; none for a step that is about something else.
func ratingEvent(_ step: JSON, _ env: Env) throws -> RatingEvent? {
    switch try step.text("event") {
    case "rated": .rated(MeasureId(try step.text("measure")), Answer(milli: step.milli("value")), at: env.now())
    case "pad_opened": .padOpened(MeasureId(try step.text("measure")))
    case "tried_again": .triedAgain
    case "screen_reader": .screenReader(on: step["on"].flag)
    default: nil
    }
}

func ratingFacts(_ ratings: PhaseRatings) -> [String: JSON] {
    let line =
        switch ratings.line {
        case .empty: "empty"
        case .saving: "saving"
        case .saved: "saved"
        case .notSaved(let problem): "not_saved \(problem.fact)"
        }
    return [
        "asked": .texts(ratings.questions.map(\.measure.name)),
        "values": .object(Dictionary(uniqueKeysWithValues: ratings.given.map { ($0.measure.name, $0.answer.fact) })),
        "open": .fact(ratings.open?.name),
        "line": .text(line),
        "out_of_window": .bool(ratings.outOfWindow),
    ]
}

func toldFacts(_ told: Told, _ written: Written) -> [String: JSON] {
    let how =
        switch written {
        case .asRead: "as_read"
        case .writing: "writing"
        case .saved: "saved"
        case .notSaved(let problem): "not_saved \(problem.fact)"
        }
    return [
        "pressure_felt": .fact(told.pressureFelt),
        "unwanted": .texts(told.unwanted.map { "\($0.kind):\($0.onsetMin):\($0.strength.map { String($0) } ?? "")" }),
        "care_done": .texts(told.aftercare.filter { $0.doneAt != nil }.map(\.item)),
        "note": .text(told.note),
        "written": .text(how),
    ]
}
