//! What is done in the world for the page of the coming visit.

import TidemarkBindings

/// The page of the coming visit over a diary; a question that was begun is still in its field.
public func visitPrepFeature(_ env: Env) -> Feature<VisitPrepState, VisitPrepEvent, VisitPrepEffect> {
    Feature(
        VisitPrepState(draft: env.drafts.of(.visitPrep) ?? QuestionDraft()), shown: .shown, reduce: { reduce($0, $1) },
        perform: { perform($0, env) })
}

extension DiaryRecord {
    /// When a visit takes place.
    public var visitAt: Moment? { text("at").flatMap { try? momentFromText(text: $0) } }
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: VisitPrepEffect, _ env: Env) -> VisitPrepEvent? {
    switch effect {
    case .read:
        return reply { try prep(env.diary, env.now()) }.event(VisitPrepEvent.read, refused: VisitPrepEvent.notRead)
    case .save(let visit, let questions, let clears):
        return reply {
            let at = env.now()
            let fields = [FieldText(name: "questions", text: try joinItems(items: questions))]
            _ = try env.diary.editRecord(kind: .visit, id: visit, fields: fields, by: .own, reason: nil, now: at)
            return at
        }.event({ .saved(questions, at: $0, clears: clears) }, refused: VisitPrepEvent.notSaved)
    case .takeBack(let visit):
        return env.diary.takeBack(visit, env.now()).map(VisitPrepEvent.notSaved) ?? .takenBack
    case .keep(let draft):
        env.drafts.keep(.visitPrep, draft.text.isEmpty ? nil : draft)
        return nil
    }
}

private func prep(_ diary: any OpenDiaryProtocol, _ now: Moment) throws -> Prep {
    let today = try diary.today(now: now)
    let period = try diary.reportPeriod(now: now)
    let coming = try diary.records(kind: .visit, span: Span(from: today.day))
        .min { ($0.visitAt?.epochMs ?? .max) < ($1.visitAt?.epochMs ?? .max) }
    let goals = try diary.records(kind: .goal, span: Span()).filter { $0.text("status") == "active" }
    return Prep(
        visit: coming,
        questions: try items(coming?.text("questions")),
        goals: goals.map { $0.text("text") ?? "" },
        quality: try diary.summary(period: period).first,
        period: period,
        options: ReportOptions(madeAt: now, paper: try diary.settings().paper, period: period))
}
