//! The rules of the plan: a change says what, to what and why before it is sent, and stays in its form until it is on disk.

import TidemarkBindings

private typealias NextPlan = Next<PlanState, PlanEffect>

public func reduce(_ state: PlanState, _ event: PlanEvent) -> Next<PlanState, PlanEffect> {
    switch event {
    case .shown: return state.reads()
    case .read(let plan): return state.read(plan)
    case .notRead(let problem): return Next(state.copy { $0.problem = problem })
    case .added:
        if state.plan?.newest != nil || state.form != nil { return Next(state) }
        return state.opening { $0.form = RecordForm(nil, before: [:]) }
    case .typed(let field, let text): return state.typed(field, text)
    case .changeAsked:
        if state.plan?.newest == nil || state.change != nil { return Next(state) }
        return state.opening { $0.change = ChangeDraft() }
    case .fieldChosen(let field):
        return state.changing("field", "to") {
            if $0.field == field { return }
            $0.field = field
            $0.to = ""
            $0.empties = false
        }
    case .toTyped(let text): return state.changing("to") { $0.to = text }
    case .emptied(let on): return state.changing("to") { $0.empties = on }
    case .reasonChosen(let reason): return state.changing("reason") { $0.reason = reason }
    case .deciderChosen(let decidedBy): return state.changing("decided_by") { $0.decidedBy = decidedBy }
    case .dayTyped(let text): return state.changing("at") { $0.at = text }
    case .findingChosen(let finding): return state.changing { $0.finding = finding }
    case .closed:
        if state.working { return Next(state) }
        return state.copy {
            $0.form = nil
            $0.change = nil
        }.kept()
    case .submitted: return state.submitted()
    case .undone: return state.takingBack()
    case .written(let id, let at):
        return state.copy {
            $0.form = nil
            $0.change = nil
            $0.working = false
            $0.saved = PlanState.Saved(id: id, at: at)
            $0.problem = nil
        }.reads(after: .keep(PlanDrafts(form: nil, change: nil)))
    case .notWritten(let problem): return state.notWritten(problem)
    case .takenBack:
        return state.copy {
            $0.working = false
            $0.saved = nil
            $0.problem = nil
        }.reads()
    case .notTakenBack(let problem):
        return Next(
            state.copy {
                $0.working = false
                $0.problem = problem
            })
    case .daysMoved(let weeks): return state.daysMoved(weeks: weeks)
    case .daysRead(let days): return Next(state.daysRead(days))
    case .daysNotRead(let problem): return Next(state.daysNotRead(problem))
    }
}

extension PlanState {
    fileprivate func kept() -> NextPlan { Next(self, .keep(PlanDrafts(form: form, change: change))) }

    fileprivate func opening(_ form: (inout PlanState) -> Void) -> NextPlan {
        copy {
            form(&$0)
            $0.saved = nil
        }.kept()
    }

    /// A form of a plan that is not there, or of one that was written meanwhile, has nothing to be about.
    fileprivate func read(_ plan: PlanRead) -> NextPlan {
        Next(
            copy {
                $0.plan = plan
                $0.problem = nil
                if plan.newest == nil { $0.change = nil } else { $0.form = nil }
            })
    }

    fileprivate func typed(_ field: String, _ text: String) -> NextPlan {
        guard form != nil, !working, plan?.rules.contains(where: { $0.name == field }) ?? false else { return Next(self) }
        return copy {
            $0.form?.texts[field] = text
            $0.form?.broken[field] = nil
            $0.form?.problem = nil
        }.kept()
    }

    /// What a change says is another; the parts it is about are no longer marked.
    fileprivate func changing(_ parts: String..., change made: (inout ChangeDraft) -> Void) -> NextPlan {
        guard let change, !working else { return Next(self) }
        return copy {
            $0.change = change.copy { draft in
                made(&draft)
                for part in parts { draft.broken[part] = nil }
                draft.problem = nil
            }
        }.kept()
    }

    fileprivate func submitted() -> NextPlan {
        guard let plan, !working else { return Next(self) }
        if let form { return first(plan, form) }
        guard let change else { return Next(self) }
        let broken = change.brokenBy(plan)
        let checked = copy {
            $0.change?.broken = broken
            $0.change?.problem = nil
        }
        guard broken.isEmpty, let rule = plan.adjustable.first(where: { $0.name == change.field }), let reason = change.reason,
            let decidedBy = change.decidedBy
        else { return Next(checked) }
        let to = RecordsEffect.Typed(field: rule.name, text: change.empties ? "" : filled(change.to) ?? "", form: rule.form)
        return Next(
            checked.copy { $0.working = true },
            .adjust(to, reason: reason, decidedBy: decidedBy, at: filled(change.at) ?? "", finding: change.finding))
    }

    private func first(_ plan: PlanRead, _ form: RecordForm) -> NextPlan {
        let typed = form.typed(plan.rules)
        var broken = form.brokenBy(plan.rules)
        // A plan that says nothing is none.
        if broken.isEmpty, typed.allSatisfy({ $0.field == "since" }) { broken = ["aim": .needed] }
        let checked = copy {
            $0.form?.broken = broken
            $0.form?.problem = nil
        }
        return broken.isEmpty ? Next(checked.copy { $0.working = true }, .add(typed)) : Next(checked)
    }

    fileprivate func takingBack() -> NextPlan {
        guard let saved, !working else { return Next(self) }
        return Next(
            copy {
                $0.working = true
                $0.problem = nil
            }, .takeBack(id: saved.id))
    }

    fileprivate func notWritten(_ problem: Problem) -> NextPlan {
        let rules = plan?.rules ?? []
        return Next(
            copy {
                $0.form = form?.refused(problem, rules)
                $0.change = change?.refused(problem, rules)
                $0.working = false
            })
    }
}

extension ChangeDraft {
    fileprivate func brokenBy(_ plan: PlanRead) -> [String: Broken] {
        var broken: [String: Broken] = [:]
        if let rule = plan.adjustable.first(where: { $0.name == field }) {
            if !empties { broken["to"] = filled(to) == nil ? .needed : rule.broken(to) }
        } else {
            broken["field"] = .needed
        }
        if reason == nil { broken["reason"] = .needed }
        if decidedBy == nil { broken["decided_by"] = .needed }
        if let day = filled(at), CivilDay(day) == nil { broken["at"] = .noDay }
        return broken
    }

    /// A rule of the core stands at the part it is about: what the field may hold, or the day.
    fileprivate func refused(_ problem: Problem, _ rules: [FieldRule]) -> ChangeDraft {
        copy {
            guard case .notTaken(let reason) = problem else {
                $0.problem = problem
                return
            }
            if reason.hasPrefix("the day of an adjustment") {
                $0.broken["at"] = .rule(reason: reason)
            } else if reason.hasPrefix("an adjustment") || field != nil && rules.field(of: reason) == field {
                $0.broken["to"] = .rule(reason: reason)
            } else {
                $0.problem = problem
            }
        }
    }
}
