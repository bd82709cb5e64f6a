//! What is done in the world for the plan: a first one is added, a change makes a new version with its reason.

import TidemarkBindings

/// The plan over a diary; a form that was left open is open again.
public func planFeature(_ env: Env) -> Feature<PlanState, PlanEvent, PlanEffect> {
    Feature(
        PlanState(env.drafts.of(.plan)), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, env) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: PlanEffect, _ env: Env) -> PlanEvent? {
    switch effect {
    case .read: return reply { try env.diary.plan(env.now()) }.event(PlanEvent.read, refused: PlanEvent.notRead)
    case .readDays(let from):
        return reply { try env.diary.planDays(from, env.now()) }.event(PlanEvent.daysRead, refused: PlanEvent.daysNotRead)
    case .add(let typed):
        return written(env) { at in
            let fields = try typed.map { try $0.fieldText(at) }
            return try env.diary.addRecord(kind: .sessionPlan, fields: fields, recordedBy: .own, now: at)
        }
    case .adjust(let to, let reason, let decidedBy, let day, let finding):
        return written(env) { at in
            let change = PlanChange(
                fields: [try to.fieldText(at)], reason: reason, decidedBy: decidedBy, at: filled(day), finding: finding)
            return try env.diary.adjustPlan(change: change, by: .own, now: at).plan
        }
    case .takeBack(let id): return env.diary.takeBack(id, env.now()).map(PlanEvent.notTakenBack) ?? .takenBack
    case .keep(let drafts):
        env.drafts.keep(.plan, drafts.form == nil && drafts.change == nil ? nil : drafts)
        return nil
    }
}

private func written(_ env: Env, _ write: (Moment) throws -> DiaryRecord) -> PlanEvent {
    reply {
        let at = env.now()
        return PlanEvent.written(id: try write(at).id, at: at)
    }.event({ $0 }, refused: PlanEvent.notWritten)
}

extension OpenDiaryProtocol {
    fileprivate func plan(_ now: Moment) throws -> PlanRead {
        let today = try today(now: now).day
        let rules = recordFields(kind: .sessionPlan).filter(\.settable)
        let change = recordFields(kind: .planAdjustment)
        let cards = try cards(now: now).cards.map { RecordsState.Choice(id: $0.question, name: $0.sentence.text) }
        return PlanRead(
            today: today,
            rules: rules,
            reasons: change.codes(of: "reason"),
            deciders: change.codes(of: "decided_by"),
            inForce: try planInForce(day: today)?.version(rules),
            newest: try records(kind: .sessionPlan, span: Span()).last?.version(rules),
            changes: try records(kind: .planAdjustment, span: Span()).reversed().map { try $0.changed(rules, cards) },
            cards: cards)
    }
}

extension DiaryRecord {
    fileprivate func version(_ rules: [FieldRule]) throws -> PlanVersion {
        PlanVersion(id: id, number: text("version") ?? "", since: text("since") ?? "", shown: try shown(rules))
    }

    fileprivate func changed(_ rules: [FieldRule], _ cards: [RecordsState.Choice]) throws -> PlanAdjustment {
        let rule = rules.first { $0.name == text("field") }
        func said(_ name: String) throws -> String? { try text(name).map { try rule?.form.shown($0) ?? $0 } }
        let finding = text("finding")
        return PlanAdjustment(
            at: text("at") ?? "", field: text("field") ?? "", from: try said("from"), to: try said("to"),
            reason: text("reason") ?? "", decidedBy: text("decided_by") ?? "",
            finding: cards.first { $0.id == finding }?.name ?? finding)
    }
}
