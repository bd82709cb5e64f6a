//! What is done in the world for the checklist: an item is changed, or written anew when something of it is to be gone.

import TidemarkBindings

/// The checklist of one massage therapist over a diary; what was typed and not saved is still there.
public func checklistFeature(_ env: Env, _ therapistId: String) -> Feature<ChecklistState, ChecklistEvent, ChecklistEffect> {
    let work = ChecklistWork(env: env, id: therapistId)
    return Feature(
        ChecklistState(env.drafts.of(work.place)), shown: .shown, reduce: { reduce($0, $1) }, perform: { work.perform($0) })
}

private struct ChecklistWork: Sendable {
    let env: Env
    let id: String

    var place: Place { .checklist(therapistId: id) }

    /// Does what `effect` says. Touches the disk: call it off the main actor.
    func perform(_ effect: ChecklistEffect) -> ChecklistEvent? {
        switch effect {
        case .read:
            return reply {
                let today = try env.diary.today(now: env.now()).day
                let record = try env.diary.showRecord(kind: .therapist, id: id).record
                return ChecklistEvent.read(try record.therapist(checklistQuestions(), today: today), today: today)
            }.event({ $0 }, refused: ChecklistEvent.notRead)
        case .write(let answer, let empties):
            return written(fit: false) { at in
                if empties {
                    try edit(answer, at)
                } else {
                    _ = try env.diary.setChecklist(therapistId: id, answer: answer.change, by: .own, now: at)
                }
            }
        case .writeFit(let text):
            return written(fit: true) { at in try edit("first_visit_fit", filled(text), at) }
        case .takeBack: return env.diary.takeBack(id, env.now()).map(ChecklistEvent.notWritten) ?? .takenBack
        case .send(let way): return .sheetCame(env.send(.questions(therapistId: id), way))
        case .keep(let drafts):
            env.drafts.keep(place, drafts.draft == nil && drafts.fit == nil ? nil : drafts)
            return nil
        }
    }

    private func written(fit: Bool, _ write: (Moment) throws -> Void) -> ChecklistEvent {
        reply {
            let at = env.now()
            try write(at)
            return at
        }.event({ .written(at: $0, fit: fit) }, refused: ChecklistEvent.notWritten)
    }

    private func edit(_ field: String, _ text: String?, _ at: Moment) throws {
        let fields = [FieldText(name: field, text: text)]
        _ = try env.diary.editRecord(kind: .therapist, id: id, fields: fields, by: .own, reason: nil, now: at)
    }

    /// An item anew as a whole: what is left out in a change of the checklist would stay as it was.
    private func edit(_ answer: ItemAnswer, _ at: Moment) throws {
        let day = answer.on.isEmpty && answer.status.asked ? try env.diary.today(now: at).day : answer.on
        let text = [answer.item, answer.status.code, day, answer.how?.code ?? "", answer.note].joined(separator: ":")
        let record = try env.diary.showRecord(kind: .therapist, id: id).record
        let all = try items(record.text("checklist")).filter { itemName($0) != answer.item } + [text]
        let ordered = checklistItems().flatMap { item in all.filter { itemName($0) == item } }
        try edit("checklist", try joinItems(items: ordered), at)
    }
}

private func itemName(_ text: String) -> String { String(text.prefix { $0 != ":" }) }

extension ItemAnswer {
    /// An item as a change of the checklist; what is empty stays as it was.
    fileprivate var change: ChecklistAnswer {
        ChecklistAnswer(item: item, status: status.code, on: filled(on), how: how?.code, note: filled(note))
    }
}
