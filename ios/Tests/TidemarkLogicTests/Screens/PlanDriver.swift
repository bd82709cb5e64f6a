import Foundation
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let planDriver = Driver(
    feature: { env, _ in planFeature(env) },
    event: { step, _ in try planEvent(step) },
    facts: { state in
        let plan = state.plan
        return [
            "in_force": .fact(texts: plan?.inForce?.fact),
            "coming": .fact(texts: plan?.coming?.fact),
            "review_due": .fact(plan?.reviewDue),
            "changes": plan.map { .list($0.changes.map(\.fact)) } ?? .null,
            "reasons": .fact(plan?.reasons),
            "adjustable": .fact(plan?.adjustable.map(\.name)),
            "form": .fact(texts: state.form?.texts),
            "form_broken": .fact(broken: state.form?.broken),
            "change": state.change?.fact ?? .null,
            "change_broken": .fact(broken: state.change?.broken),
            "change_problem": .fact((state.form?.problem ?? state.change?.problem)?.fact),
            "saved": .bool(state.saved != nil),
            "days_shown": .fact(state.days.map { [$0.from, $0.to] }),
            "days": state.days?.fact ?? .null,
            "problem": .fact(state.problem?.fact),
        ]
    })

private func planEvent(_ step: JSON) throws -> PlanEvent {
    switch try step.text("event") {
    case "added": return .added
    case "typed": return .typed(field: try step.text("field"), try step.text("text"))
    case "change_asked": return .changeAsked
    case "field_chosen": return .fieldChosen(try step.text("field"))
    case "to_typed": return .toTyped(try step.text("text"))
    case "emptied": return .emptied(step["on"].flag)
    case "reason_chosen": return .reasonChosen(try step.text("reason"))
    case "decider_chosen": return .deciderChosen(try step.text("decided_by"))
    case "day_typed": return .dayTyped(try step.text("text"))
    case "finding_chosen": return .findingChosen(step["finding"].string)
    case "closed": return .closed
    case "submitted": return .submitted
    case "undone": return .undone
    case "days_moved": return .daysMoved(weeks: Int(step["weeks"].number ?? 0))
    case let name: throw NotInScripts(what: "the event \(name) of the plan")
    }
}

extension PlanDays {
    fileprivate var fact: JSON { .list(days.flatMap { day in day.entries.map { $0.fact(day.day) } }) }
}

extension PlanEntry {
    /// Day, time, what stands there, and what is nearer to it than the plan keeps apart.
    fileprivate func fact(_ day: String) -> JSON {
        let time = String(format: "%02d:%02d", Int(minute) / 60, Int(minute) % 60)
        let (said, apart): (String, [String]) =
            switch what {
            case .session(_, let status, let apart): ("session \(status.code)", apart.map(\.text))
            case .talkingTherapy(_, let whom): (["talking_therapy", whom].compactMap { $0 }.joined(separator: " "), [])
            case .dose(_, let name): ("dose \(name)", [])
            }
        return .list([.text(day), .text(time), .text(said), .texts(apart)])
    }
}

extension PlanVersion {
    fileprivate var fact: [String: String] { shown.merging(["version": number]) { _, number in number } }
}

extension PlanAdjustment {
    fileprivate var fact: JSON {
        .list([.text(at), .text(field), .fact(from), .fact(to), .text(reason), .text(decidedBy), .fact(finding)])
    }
}

extension ChangeDraft {
    fileprivate var fact: JSON {
        .object([
            "field": .fact(field), "to": .text(to), "empties": .bool(empties), "reason": .fact(reason),
            "decided_by": .fact(decidedBy), "at": .text(at), "finding": .fact(finding),
        ])
    }
}
