//! What is done in the world for the intake sheet: versions, their ticks, and the page.

import TidemarkBindings

/// The intake sheet over a diary; a form that was left open is open again, and the page is as it was chosen.
public func intakeFeature(_ env: Env) -> Feature<IntakeState, IntakeEvent, IntakeEffect> {
    Feature(
        IntakeState(env.drafts.of(.intake) ?? IntakeDraft()), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, env) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: IntakeEffect, _ env: Env) -> IntakeEvent? {
    let diary = env.diary
    switch effect {
    case .read: return reply { try diary.intake(env.now()) }.event(IntakeEvent.read, refused: IntakeEvent.notRead)
    case .write(let typed):
        // What is not given is as in the version before.
        return written(env, form: true) { at in
            let fields = try typed.map { try $0.fieldText(at) }
            return try diary.addRecord(kind: .intakeSheet, fields: fields, recordedBy: .own, now: at).id
        }
    case .review(let id):
        return written(env) { at in
            let today = FieldText(name: "reviewed_on", text: try diary.today(now: at).day)
            _ = try diary.editRecord(kind: .intakeSheet, id: id, fields: [today], by: .own, reason: nil, now: at)
            return id
        }
    case .tick(let id, let field, let on):
        return written(env) { at in
            _ = try diary.shareIntake(sheetId: id, fields: [field], tick: on, by: .own, now: at)
            return id
        }
    case .takeBack(let id):
        return diary.takeBack(id, env.now()).map { .notWritten($0, form: false) } ?? .takenBack
    case .send(let reverse, let signatures, let way):
        return .sheetCame(env.send(.intake(reverse: reverse, signatures: signatures), way))
    case .keep(let draft):
        env.drafts.keep(.intake, draft)
        return nil
    }
}

/// `write` answers the id of what it wrote.
private func written(_ env: Env, form: Bool = false, _ write: (Moment) throws -> String) -> IntakeEvent {
    reply {
        let at = env.now()
        return (try write(at), at)
    }.event({ .written(id: $0.0, at: $0.1, form: form) }, refused: { .notWritten($0, form: form) })
}

/// Fields that are no part of the form: the day is today's when something is saved, and ticks have their own way.
private let apart = ["reviewed_on", "shared"]

extension OpenDiaryProtocol {
    fileprivate func intake(_ now: Moment) throws -> IntakeRead {
        let today = try today(now: now).day
        let rules = recordFields(kind: .intakeSheet).filter { $0.settable && !apart.contains($0.name) }
        let medicines = try records(kind: .medication, span: Span())
        let sheets = try records(kind: .intakeSheet, span: Span()).reversed()
        return IntakeRead(
            today: today,
            rules: rules,
            medicines: medicines.map { RecordsState.Choice(id: $0.id, name: $0.text("name") ?? "") },
            versions: try sheets.map {
                IntakeVersion(
                    id: $0.id, number: $0.text("version") ?? "", reviewedOn: $0.text("reviewed_on") ?? "", shown: try $0.shown(rules),
                    parts: try $0.parts(rules, medicines))
            },
            withPlan: try planInForce(day: today) != nil)
    }
}

extension DiaryRecord {
    fileprivate func parts(_ rules: [FieldRule], _ medicines: [DiaryRecord]) throws -> [IntakePart] {
        let shown = try shown(rules)
        let shared = try items(text("shared"))
        let named = try items(text("medicines")).compactMap { id in medicines.first { $0.id == id } }
        return intakeFields().map { field in
            let text: String =
                switch field {
                case "medicines": named.compactMap { $0.text("name") }.joined(separator: "\n")
                case purposes: named.compactMap(\.purpose).joined(separator: "\n")
                default: shown[field] ?? ""
                }
            return IntakePart(field: field, text: text, ticked: shared.contains(field))
        }
    }

    /// What a medicine is for, after its name; none where that is not written down.
    private var purpose: String? {
        text("purpose").flatMap { $0.isEmpty ? nil : "\(text("name") ?? ""): \($0)" }
    }
}
