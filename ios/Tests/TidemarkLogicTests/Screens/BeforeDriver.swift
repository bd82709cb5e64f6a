import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let beforeDriver = Driver(
    feature: { env, script in
        beforeFeature(
            diary: env.diary, now: env.now, sessionId: try script.has("session") ? sessionId(env, script) : nil)
    },
    event: beforeEvent,
    facts: { state in
        ratingFacts(state.ratings).merging([
            "on_disk": .bool(state.sessionId != nil),
            "style": .fact(state.choices?.style?.code),
            "pressure": .fact(state.choices?.pressure),
            "minutes": .fact(state.choices?.minutes),
            "areas": .fact(state.choices?.areas.map { "\($0.wanted.code):\($0.region.code):\($0.side.code)" }),
            "medicines": .texts(state.medicines.map(\.name)),
            "doses": .fact(state.choices?.doses.map { said($0, state.medicines) }),
            "stop_signal": .fact(state.choices?.stopSignal),
            "choices_on_disk": .bool(state.choices == state.stored),
            "allergies": .texts(state.allergies),
            "apart": .texts(state.apart),
            "card": .bool(state.card),
            "can_start": .bool(state.canStart),
            "begun_min": .fact(state.begunMin),
            "from_memory": .bool(state.fromMemory),
            "left": .fact(state.left.map { code(of: $0) }),
            "problem": .fact(state.problem?.fact),
        ]) { _, own in own }
    })

private func beforeEvent(_ step: JSON, _ env: Env) throws -> BeforeEvent {
    switch try step.text("event") {
    case "opened": return .opened(step["choice"].string.flatMap(BeforeState.Choice.init))
    case "chosen": return .chosen(try choices(step))
    case "dose_added": return .doseAdded(medicationId: try medicine(step, env), at: env.now())
    case "dose_moved":
        return .doseMoved(medicationId: try medicine(step, env), minutes: Int(step["minutes"].number ?? 0), at: env.now())
    case "dose_removed": return .doseRemoved(medicationId: try medicine(step, env))
    case "card_shown": return .cardShown(on: step["on"].flag)
    case "begun": return .begun(minutesAgo: step["minutes_ago"].number.map { Int($0) })
    case "from_memory": return .fromMemory(step["yes"].flag)
    case "start_asked": return .startAsked
    case "keep_asked": return .keepAsked
    case "over_already": return .overAlready
    case "remove_asked": return .removeAsked
    case let name:
        guard let rating = try ratingEvent(step, env) else { throw NotInScripts(what: "the event \(name) of Before") }
        return .ofRating(rating)
    }
}

/// All that is chosen; what a step does not name is not chosen.
func choices(_ step: JSON) throws -> SessionChoices {
    try SessionChoices().copy {
        $0.style = coded(step["style"].string)
        $0.pressure = step["pressure"].number.map { Int($0) }
        $0.minutes = step["minutes"].number.map { Int($0) }
        $0.areas = try step["areas"].items.map(area)
        $0.comfortNeeds = step["comfort_needs"].string ?? ""
        $0.stopSignal = step["stop_signal"].string ?? ""
        $0.oils = step["oils"].string ?? ""
    }
}

/// The id of the medicine that a step names.
private func medicine(_ step: JSON, _ env: Env) throws -> String {
    let name = try step.text("medicine")
    let found = try env.diary.records(kind: .medication, span: Span()).first { $0.text("name") == name }
    guard let found else { throw NotInScripts(what: "such a medicine") }
    return found.id
}

private func said(_ dose: Dose, _ medicines: [Medicine]) -> String {
    let name = medicines.first { $0.id == dose.medicationId }?.name ?? ""
    return "\(name) \((try? momentToText(moment: dose.takenAt)) ?? "")"
}

private func area(_ item: JSON) throws -> Area {
    let parts = (item.string ?? "").split(separator: ":").map(String.init)
    guard parts.count == 3, let wanted: AreaUse = coded(parts[0]), let region: Region = coded(parts[1]),
        let side: Side = coded(parts[2])
    else { throw NotInScripts(what: "such an area") }
    return Area(region: region, side: side, wanted: wanted)
}
