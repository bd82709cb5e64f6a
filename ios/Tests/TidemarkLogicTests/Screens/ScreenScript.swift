//! A screen as a script sees it: events by name, and what stands on it in codes and numbers, not in sentences.

import Foundation
import TidemarkBindings
import TidemarkReplay

@testable import TidemarkLogic

/// How a script drives one screen.
struct Driver: Sendable {
    let start: @MainActor (_ env: Env, _ script: JSON) throws -> Run

    /// A screen from its feature, its events by the words of `tests/screens/README.md`, and the facts of its state.
    init<State, Event, Effect>(
        feature: @escaping @MainActor (_ env: Env, _ script: JSON) throws -> Feature<State, Event, Effect>,
        event: @escaping @MainActor (_ step: JSON, _ env: Env) throws -> Event,
        facts: @escaping @MainActor (_ state: State) -> [String: JSON]
    ) {
        start = { env, script in
            let feature = try feature(env, script)
            let store = env.store(feature)
            return Run(
                step: { step in
                    let wanted = step["event"].string == "shown" ? feature.shown : nil
                    store.send(try wanted ?? event(step, env))
                },
                facts: { .object(facts(store.state)) })
        }
    }
}

/// A screen on its way through a script. Effects run to their end within each step: everything runs where it is called.
@MainActor
struct Run {
    let step: (_ step: JSON) throws -> Void
    let facts: () -> JSON
}

/// What a script asks for and this runner does not have.
struct NotInScripts: Error { let what: String }

extension JSON {
    /// The text under a name, which a step has to have.
    func text(_ name: String) throws -> String {
        guard let text = self[name].string else { throw NotInScripts(what: "a step without \(name)") }
        return text
    }

    /// Whether the name stands there, be it with null.
    func has(_ name: String) -> Bool { fields[name] != nil }

    /// The number under a name in thousandths; none stands for a skip.
    func milli(_ name: String) -> Int64? {
        switch self[name] {
        case .int(let whole): whole * 1000
        case .fraction(let fraction): Int64((fraction * 1000).rounded())
        default: nil
        }
    }

    // What stands on a screen, or null for none.
    static func fact(_ text: String?) -> JSON { .maybe(text) }

    static func fact(_ number: (some BinaryInteger)?) -> JSON { number.map { .count($0) } ?? .null }

    static func fact(_ flag: Bool?) -> JSON { flag.map(JSON.bool) ?? .null }

    static func fact(_ texts: [String]?) -> JSON { texts.map(JSON.texts) ?? .null }
}

extension Problem {
    /// Its code, as scripts name it.
    var fact: String {
        switch self {
        case .storageFull: "storage_full"
        case .locked: "locked"
        case .damaged: "damaged"
        case .madeByNewerVersion: "newer"
        case .busy: "busy"
        case .shut: "shut"
        case .notTaken: "not_taken"
        case .other: "other"
        }
    }
}

extension Answer {
    /// A number in thousandths; a skip is the word.
    var fact: JSON { milli.map(JSON.int) ?? .text("skipped") }
}

/// The name of a case without its values, in snake case, as scripts and the library's codes write it.
func code<Value>(of value: Value) -> String {
    let name = Mirror(reflecting: value).children.first?.label ?? "\(value)"
    return name.reduce(into: "") { snake, letter in
        if letter.isUppercase, !snake.isEmpty { snake += "_" }
        snake += letter.lowercased()
    }
}
