//! The rules of the lists and their forms: what was typed stays until it is on disk or the person leaves it.

import TidemarkBindings

private typealias NextRecords = Next<RecordsState, RecordsEffect>

public func reduce(_ state: RecordsState, _ event: RecordsEvent) -> Next<RecordsState, RecordsEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .read(let today, let rules, let rows, let choices):
        return Next(
            state.copy {
                $0.today = today
                $0.rules = rules
                $0.rows = rows
                $0.choices = choices
                $0.problem = nil
            })
    case .notRead(let problem): return Next(state.copy { $0.problem = problem })
    case .added: return state.form == nil ? state.holding(RecordForm(nil, before: state.usual)) : Next(state)
    case .opened(let id): return state.opened(id)
    case .typed(let field, let text): return state.typed(field, text)
    case .scoresAsked(let on): return state.scoresAsked(on)
    case .scored(let number, let score):
        return state.typed(itemsField, withScore(state.form?.texts[itemsField] ?? "", number, score))
    case .reasoned(let text):
        return state.form.map { form in state.holding(form.copy { $0.reason = text }) } ?? Next(state)
    case .closed: return state.working ? Next(state) : state.holding(nil)
    case .submitted: return state.submitted()
    case .deleted: return state.deleted()
    case .undone: return state.takingBack()
    case .historyAsked: return state.form?.id.map { Next(state, .readHistory(id: $0)) } ?? Next(state)
    case .written(let id, let at, let offersHelp):
        return state.copy { $0.offersHelp = offersHelp }.done(LastAct(id: id, at: at, removed: false))
    case .notWritten(let problem): return Next(state.notWritten(problem))
    case .removed(let id, let at): return state.done(LastAct(id: id, at: at, removed: true))
    case .notRemoved(let problem):
        return Next(
            state.copy {
                $0.working = false
                $0.form?.problem = problem
            })
    case .takenBack:
        return Next(
            state.copy {
                $0.working = false
                $0.undo = nil
                $0.problem = nil
            }, .read)
    case .notTakenBack(let problem):
        return Next(
            state.copy {
                $0.working = false
                $0.problem = problem
            })
    case .historyRead(let id, let history):
        return Next(state.form?.id == id ? state.copy { $0.form?.history = history } : state)
    case .historyNotRead(let problem): return Next(state.copy { $0.form?.problem = problem })
    }
}

extension RecordsState {
    /// Puts a form on the screen, or takes it away; either is kept for the way back.
    fileprivate func holding(_ form: RecordForm?) -> NextRecords {
        Next(
            copy {
                $0.form = form
                if form != nil { $0.undo = nil }
                $0.offersHelp = false
            }, .keep(form?.copy { $0.history = nil }))
    }

    /// A choice of one needs no tap.
    fileprivate var usual: [String: String] {
        var usual: [String: String] = [:]
        for rule in rules where rule.required {
            if let choices = choices[rule.name], choices.count == 1 { usual[rule.name] = choices.first?.id }
        }
        return usual
    }

    fileprivate func opened(_ id: String) -> NextRecords {
        guard form == nil, let row = rows?.first(where: { $0.record.id == id }) else { return Next(self) }
        return holding(RecordForm(id, before: row.shown))
    }

    fileprivate func typed(_ field: String, _ text: String) -> NextRecords {
        guard let form, !working, rules.contains(where: { $0.name == field }) else { return Next(self) }
        var texts = form.texts
        texts[field] = text
        if field == instrumentField, text != form.texts[field] ?? "" { texts = form.withScores(of: text, in: texts) }
        // Total and scores are looked at together, so a change of either takes back what was said about both.
        let about = field == itemsField || field == totalField ? [itemsField, totalField] : [field]
        return holding(
            form.copy {
                $0.texts = texts
                for field in about { $0.broken[field] = nil }
                $0.problem = nil
            })
    }

    fileprivate func scoresAsked(_ on: Bool) -> NextRecords {
        guard let form, kind == .instrumentResult, !working else { return Next(self) }
        let texts = on ? form.withScores(of: form.texts[instrumentField] ?? "", in: form.texts) : form.texts.filter { $0.key != itemsField }
        return holding(
            form.copy {
                $0.scored = on
                $0.texts = texts
                $0.broken[itemsField] = nil
                $0.problem = nil
            })
    }

    fileprivate func submitted() -> NextRecords {
        guard let form, !working else { return Next(self) }
        var broken = form.brokenBy(rules)
        if broken.isEmpty, kind == .instrumentResult { broken = brokenTotal(form.texts) }
        let checked = copy {
            $0.form?.broken = broken
            $0.form?.problem = nil
        }
        if !broken.isEmpty { return Next(checked) }
        // Nothing was changed, so nothing is written: an edit without a change would be a line of history that says nothing.
        if form.id != nil, !form.touched { return holding(nil) }
        return Next(checked.copy { $0.working = true }, .write(id: form.id, form.typed(rules), reason: form.reason))
    }

    fileprivate func deleted() -> NextRecords {
        guard let id = form?.id, !working else { return Next(self) }
        return Next(copy { $0.working = true }, .remove(id: id))
    }

    fileprivate func takingBack() -> NextRecords {
        guard let undo, !working else { return Next(self) }
        return Next(
            copy {
                $0.working = true
                $0.problem = nil
            }, .takeBack(id: undo.id))
    }

    /// What the form was about is on disk: the form goes, and the list is read as it is now.
    fileprivate func done(_ act: LastAct) -> NextRecords {
        Next(
            copy {
                $0.form = nil
                $0.working = false
                $0.undo = act
                $0.problem = nil
            }, .keep(nil), .read)
    }

    fileprivate func notWritten(_ problem: Problem) -> RecordsState {
        copy {
            $0.working = false
            $0.form = form?.refused(problem, rules)
        }
    }
}
