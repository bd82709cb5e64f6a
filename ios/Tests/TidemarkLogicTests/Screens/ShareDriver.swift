import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

let shareDriver = Driver(
    feature: { env, _ in shareFeature(env, ReportOptions(madeAt: env.now(), paper: .a4)) },
    event: { step, _ in try shareEvent(step) },
    facts: shareFacts)

private func shareEvent(_ step: JSON) throws -> ShareEvent {
    switch try step.text("event") {
    case "form_chosen": return .formChosen(try named(try step.text("form")))
    case "password_typed": return .passwordTyped(try step.text("password"))
    case "password_repeated": return .passwordRepeated(try step.text("password"))
    case "went": return .went(try named(try step.text("way")))
    case let name: throw NotInScripts(what: "the event \(name) of Share")
    }
}

private func shareFacts(_ state: ShareState) -> [String: JSON] {
    [
        "form": .text(code(of: state.form)),
        "leaves": .fact(state.leaves[state.form]?.map(\.code).sorted()),
        "password_problem": .fact(state.passwordProblem.map { code(of: $0) }),
        "password_kept": .bool(!state.password.isEmpty),
        "sent": .fact(state.sent.map { "\(code(of: $0.form)) \(code(of: $0.way))" }),
        "whole": .fact(state.sent.map { $0.bytes > 0 }),
        "problem": .fact(state.problem?.fact),
    ]
}

extension ShareProblem {
    var fact: String {
        switch self {
        case .notWritten(let problem): "not_written \(problem.fact)"
        case .notListed(let problem): "not_listed \(problem.fact)"
        case .notTaken(let way): "not_taken \(code(of: way))"
        case .wrongSize: "wrong_size"
        }
    }
}
