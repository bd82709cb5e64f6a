//! What is done in the world for a list of records and its form: texts on their way to the disk and back.

import TidemarkBindings

/// The kind of records that a place names, such as `medication_change`; none when there is no such kind.
public func kindOf(_ name: String) -> Kind? { Kind.allCases.first { $0.code == name } }

/// A list of records and its form over a diary; a form that was left open is open again.
public func recordsFeature(_ env: Env, _ kind: Kind) -> Feature<RecordsState, RecordsEvent, RecordsEffect> {
    let place = Place.records(kind: kind.code)
    return Feature(
        RecordsState(kind, form: env.drafts.of(place)), shown: .shown, reduce: { reduce($0, $1) },
        perform: { perform($0, kind, place, env) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: RecordsEffect, _ kind: Kind, _ place: Place, _ env: Env) -> RecordsEvent? {
    let diary = env.diary
    switch effect {
    case .read:
        return reply { try diary.list(kind, env.now()) }.event({ $0 }, refused: RecordsEvent.notRead)
    case .write(let id, let typed, let reason):
        return reply { try diary.write(kind, id, typed, reason, env.now()) }.event({ $0 }, refused: RecordsEvent.notWritten)
    case .remove(let id):
        return reply {
            let at = env.now()
            try diary.removeRecord(kind: kind, id: id, by: .own, now: at)
            return RecordsEvent.removed(id: id, at: at)
        }.event({ $0 }, refused: RecordsEvent.notRemoved)
    case .takeBack(let id):
        return diary.takeBack(id, env.now()).map(RecordsEvent.notTakenBack) ?? .takenBack
    case .readHistory(let id):
        return reply { try diary.showRecord(kind: kind, id: id).revisions }
            .event({ .historyRead(id: id, $0) }, refused: RecordsEvent.historyNotRead)
    case .keep(let form):
        env.drafts.keep(place, form)
        return nil
    }
}

/// The core's order is by day, the oldest first; what happened is looked for from the newest on.
private let newestFirst: [Kind] = [.medicationChange, .event, .visit, .practice, .instrumentResult, .distressEvent]

extension OpenDiaryProtocol {
    fileprivate func list(_ kind: Kind, _ now: Moment) throws -> RecordsEvent {
        let all = recordFields(kind: kind)
        // The day of a record with a moment follows from it.
        let hasMoment = all.contains { $0.form == .moment }
        let rules = all.filter {
            // What was asked of a massage therapist has a screen of its own.
            $0.settable && !(hasMoment && $0.name == "logical_date") && !(kind == .therapist && $0.name == "checklist")
        }
        let rows = try records(kind: kind, span: Span()).map { try $0.row(rules) }
        return .read(
            today: try today(now: now).day, rules: rules, rows: newestFirst.contains(kind) ? rows.reversed() : rows,
            choices: try choices(rules))
    }

    private func choices(_ rules: [FieldRule]) throws -> [String: [RecordsState.Choice]] {
        var choices: [String: [RecordsState.Choice]] = [:]
        for rule in rules {
            switch rule.name {
            case "medication_id":
                choices[rule.name] = try records(kind: .medication, span: Span()).map {
                    RecordsState.Choice(id: $0.id, name: $0.text("name") ?? "")
                }
            case "measure_id":
                choices[rule.name] = try measures().filter(\.active).map { RecordsState.Choice(id: $0.id, name: $0.label) }
            default: continue
            }
        }
        return choices
    }

    fileprivate func write(
        _ kind: Kind, _ id: String?, _ typed: [RecordsEffect.Typed], _ reason: String, _ now: Moment
    ) throws -> RecordsEvent {
        let fields = try typed.map { try $0.fieldText(now) }
        let record: DiaryRecord
        if let id {
            record = try editRecord(kind: kind, id: id, fields: fields, by: .own, reason: filled(reason), now: now)
        } else {
            record = try addRecord(kind: kind, fields: fields.filter { $0.text != nil }, recordedBy: .own, now: now)
        }
        return .written(id: record.id, at: now, offersHelp: try record.offersHelp())
    }
}

extension DiaryRecord {
    fileprivate func row(_ rules: [FieldRule]) throws -> RecordsState.Row {
        RecordsState.Row(record: self, shown: try shown(rules))
    }

    /// The fields of a record that say something, as a form shows them.
    func shown(_ rules: [FieldRule]) throws -> [String: String] {
        var texts: [String: String] = [:]
        for rule in rules {
            if let text = text(rule.name), !text.isEmpty { texts[rule.name] = try rule.form.shown(text) }
        }
        return texts
    }

    /// Whether the ninth item of a PHQ-9 was given and is above 0: the page with help is offered, whatever the total.
    fileprivate func offersHelp() throws -> Bool {
        guard kind == .instrumentResult, text("instrument") == "phq_9" else { return false }
        return try items(text("items")).contains { $0.hasPrefix("9:") && (Int($0.dropFirst(2)) ?? 0) > 0 }
    }
}

extension FieldForm {
    /// A field as a form shows it: a moment as day and time of its own clock, items one a line.
    func shown(_ text: String) throws -> String {
        switch self {
        case .moment: String(text.prefix("2026-11-24T10:00".count)).replacing("T", with: " ")
        case .items: try oneALine(text)
        default: text
        }
    }
}

private func oneALine(_ text: String) throws -> String { try items(text).joined(separator: "\n") }

extension RecordsEffect.Typed {
    /// A field as the library takes it; what is blank empties it.
    func fieldText(_ now: Moment) throws -> FieldText { FieldText(name: field, text: try stored(now)) }

    /// What was typed as the library takes it; none for nothing.
    private func stored(_ now: Moment) throws -> String? {
        guard let text = filled(text) else { return nil }
        return switch form {
        case .moment: try momentText(text, now)
        case .items: try joinItems(items: lines(text))
        case .number: text.replacing(",", with: ".")
        default: text
        }
    }
}

/// A day and time of the phone's clock; where the clock was put back, the earlier of the two.
private func momentText(_ text: String, _ now: Moment) throws -> String {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let day = parts.first, let minute = parts.dropFirst().first.flatMap(clockMinute) else {
        throw DiaryError.Invalid(reason: "a moment is written YYYY-MM-DD hh:mm")
    }
    let at = try moment(day, minute: minute, like: now)
    // A zone that nobody knows is not written down.
    return try momentToText(moment: Moment(epochMs: at.epochMs, offsetS: at.offsetS, zoneId: at.zone == nil ? nil : at.zoneId))
}
