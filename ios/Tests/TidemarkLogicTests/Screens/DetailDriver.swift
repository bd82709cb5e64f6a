import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let detailDriver = Driver(
    feature: { env, script in
        detailFeature(
            diary: env.diary, now: env.now, sessionId: try script.has("session") ? sessionId(env, script) : nil)
    },
    event: { step, _ in try detailEvent(step) },
    facts: detailFacts)

private func detailEvent(_ step: JSON) throws -> DetailEvent {
    switch try step.text("event") {
    case "change_asked": return .changeAsked
    case "filled": return .filled(try form(step))
    case "save_asked": return .saveAsked(anyway: step["anyway"].flag)
    case "delete_asked": return .deleteAsked(sure: step["sure"].flag)
    case "delete_taken_back": return .deleteTakenBack
    case let name: throw NotInScripts(what: "the event \(name) of Detail")
    }
}

private func form(_ step: JSON) throws -> DetailState.Form {
    let form = DetailState.Form(date: try step.text("date"), time: step["time"].string ?? "", minutes: step["minutes"].string ?? "")
    return form.copy {
        $0.status = coded(step["status"].string) ?? .held
        $0.choices = SessionChoices().copy {
            $0.style = coded(step["style"].string)
            $0.pressure = step["pressure"].number.map { Int($0) }
        }
        $0.pressureFelt = step["pressure_felt"].number.map { Int($0) }
        $0.reason = step["reason"].string ?? ""
        $0.note = step["note"].string ?? ""
        for phase in [Phase.before, .after] where step.has(phase.code) {
            let given = step[phase.code]
            $0.ratings[phase] = Dictionary(
                uniqueKeysWithValues: given.fields.keys.map { (MeasureId($0), Answer(milli: given.milli($0))) })
        }
        $0.fromMemory = step.has("from_memory") ? step["from_memory"].flag : nil
    }
}

private func detailFacts(_ state: DetailState) -> [String: JSON] {
    let form = state.form.map { form in
        JSON.list([.text(form.status.code), .text(form.date), .text(form.time), .text(form.minutes), .fact(form.choices.style?.code)])
    }
    return [
        "form": form ?? .null,
        "lacks": .fact(state.form?.lacks.map { code(of: $0) }),
        "overlaps": .bool(state.overlaps),
        "saved": .bool(state.saved),
        "deleted": .bool(state.deleted),
        "status": .fact(state.session?.status.code),
        "day": .fact(state.session?.day.iso),
        "minutes": .fact(state.session?.actualMin),
        "before": state.session?.before?.fact ?? .null,
        "after": state.session?.after?.fact ?? .null,
        "recalled": .fact(state.session?.before?.recalled),
        "note": .fact(state.session?.told.note),
        "reason": .fact(state.session?.reason),
        "problem": .fact(state.problem?.fact),
    ]
}

extension PhaseRead {
    fileprivate var fact: JSON { .object(Dictionary(uniqueKeysWithValues: answers.map { ($0.measure.name, $0.answer.fact) })) }
}
