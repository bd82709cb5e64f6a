import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let importsDriver = Driver(
    feature: { env, _ in importsFeature(env) },
    event: importsEvent,
    facts: importsFacts)

/// A column is named by its place, from 1; of the imports of before the latest one is meant.
private func importsEvent(_ step: JSON, _ env: Env) throws -> ImportsEvent {
    switch try step.text("event") {
    case "file_asked": return .fileAsked
    case "column_set":
        guard let column = step["column"].number else { throw NotInScripts(what: "a step without a column") }
        return .columnSet(at: Int(column) - 1, try columnUse(step))
    case "comma_chosen": return .commaChosen(step["on"].flag)
    case "missing_typed": return .missingTyped(try step.text("text"))
    case "columns_given": return .columnsGiven
    case "columns_asked": return .columnsAsked
    case "name_answered": return .nameAnswered(name: try step.text("name"), step["answer"].string)
    case "range_typed": return .rangeTyped(name: try step.text("name"), range(step))
    case "zone_typed": return .zoneTyped(try step.text("zone"))
    case "look_asked": return .lookAsked
    case "skip_ticked": return .skipTicked(step["on"].flag)
    case "restore_ticked": return .restoreTicked(step["on"].flag)
    case "apply_asked": return .applyAsked
    case "break_off_asked": return .breakOffAsked
    case "left": return .left
    case "undo_asked":
        guard let latest = try env.diary.imports().last else { throw NotInScripts(what: "an import to take back") }
        return .undoAsked(batchId: latest.batchId)
    case "undo_confirmed": return .undoConfirmed
    case "undo_left": return .undoLeft
    case let name: throw NotInScripts(what: "the event \(name) of Imports")
    }
}

private func columnUse(_ step: JSON) throws -> ColumnUse {
    switch try step.text("use") {
    case "left_out": return .leftOut
    case "day": return .day(format: step["format"].string)
    case "time": return .time(format: step["format"].string)
    case "note": return .note
    case "length": return .length
    case "style": return .style
    case "pressure": return .pressure
    case "values":
        let direction = [Direction.higherBetter, .higherWorse, .neutral].first { $0.inFiles == step["direction"].string }
        let about = try step["about"].string.map { name in
            guard let about = About.allCases.first(where: { code(of: $0) == name }) else { throw NotInScripts(what: "numbers about \(name)") }
            return about
        }
        return .values(
            ColumnUse.Values(
                measureId: step["measure"].string, label: step["label"].string ?? "", range: range(step), direction: direction,
                about: about ?? .day))
    case let use: throw NotInScripts(what: "a column that is \(use)")
    }
}

private func range(_ step: JSON) -> RangeTyped {
    RangeTyped(lowest: step["lowest"].string ?? "", highest: step["highest"].string ?? "", step: step["step"].string ?? "1")
}

private func importsFacts(_ state: ImportsState) -> [String: JSON] {
    let preview = state.found?.preview
    let undo = state.undo.map { asked in asked.edited.map { "edited \($0.edited) \($0.withThem)" } ?? "asked" }
    return [
        "step": .text(code(of: state.step)),
        "file": .fact(state.file?.name),
        "columns": .fact(state.mapping?.columns.map { "\($0.name) | \($0.sample) | \($0.use.fact)" }),
        "faults": .fact(state.mapping.flatMap { $0.checked ? $0.faults.map(\.fact) : nil }),
        "format": .fact(preview?.format),
        "counts": .fact(preview?.counts.fact),
        "new_measures": .fact(preview?.newMeasures),
        "days": .fact((preview?.period).map { "\($0.from) \($0.to)" }),
        "left_out": .fact(preview.map { "\($0.emptyRows) \($0.leftOutRows)" }),
        "names": .fact(preview?.names.map { "\($0.name) \($0.rows) \($0.becoming.fact)" }),
        "waiting": .texts(state.waiting.map(\.name)),
        "answers": .object(state.said.answers.mapValues(JSON.text)),
        "zone": .fact(preview?.zoneId),
        "rejected": .fact(preview?.rejectedRows.map { "\($0.line) \($0.column ?? "null")" }),
        "skip": .bool(state.choices.skipRejected),
        "restore": .bool(state.choices.restoreDeleted),
        "stale": .bool(state.stale),
        "can_apply": .bool(state.canApply),
        "done": .fact(state.done?.fact),
        "refused": .fact(state.refused?.fact),
        "past": .fact(state.past?.map { "\($0.format) \($0.counts.new) \($0.rejected)" + ($0.undone ? " undone" : "") }),
        "undo": .fact(undo),
        "undone": .fact(state.undone.map { "\($0.removed) \($0.edited) \($0.withThem)" }),
        "problem": .fact(state.problem?.fact),
    ]
}

extension ImportCounts {
    /// New, the same, deleted before, brought back.
    fileprivate var fact: String { "\(new) \(same) \(deleted) \(restored)" }
}

extension ColumnUse {
    fileprivate var fact: String {
        switch self {
        case .leftOut: return "left_out"
        case .day(let format): return "day \(format ?? "null")"
        case .time(let format): return "time \(format ?? "null")"
        case .note: return "note"
        case .length: return "length"
        case .style: return "style"
        case .pressure: return "pressure"
        case .values(let values):
            let about = values.about == .day ? "" : " \(code(of: values.about))"
            if let measure = values.measureId { return "values \(measure)\(about)" }
            return "values new \(values.label) \(values.range.answer ?? "null") \(values.direction?.inFiles ?? "null")\(about)"
        }
    }
}

extension Mapping.Fault {
    fileprivate var fact: String {
        switch self {
        case .noDay: "no_day"
        case .noFormat(let at): "no_format \(at + 1)"
        case .timeTwice: "time_twice"
        case .nothingToTake: "nothing_to_take"
        case .noStart(let at): "no_start \(at + 1)"
        case .noLength(let at): "no_length \(at + 1)"
        case .measureTwice(let at): "measure_twice \(at + 1)"
        case .noLabel(let at): "no_label \(at + 1)"
        case .noRange(let at): "no_range \(at + 1)"
        case .noDirection(let at): "no_direction \(at + 1)"
        case .rangeDiffers(let at): "range_differs \(at + 1)"
        case .directionDiffers(let at): "direction_differs \(at + 1)"
        }
    }
}

extension Becoming {
    fileprivate var fact: String {
        switch self {
        case .mood(let number): "mood \(number)"
        case .practice(let kind): "practice \(kind)"
        case .measure(let text): "measure \(text)"
        case .inNote: "note"
        case .leftOut: "left_out"
        case .asked(let takes): "asked \(code(of: takes))"
        }
    }
}

extension ImportsState.Refused {
    fileprivate var fact: String {
        switch self {
        case .notRead: "not_read"
        case .noFormat: "no_format"
        case .ofFile(let reason): "of_file \(reason)"
        case .noSuchZone: "no_such_zone"
        case .brokenOff: "broken_off"
        case .other(let problem): problem.fact
        }
    }
}
