//! What the plan says, and what changed in it, as a person reads it.

import TidemarkBindings
import TidemarkLogic

extension Words {
    /// The name of a field of the plan.
    func planField(_ field: String) -> String { field == "since" ? strings.planSince() : named("label.plan.\(field)") }

    /// What a field of the plan says; a text of a later version as it is.
    func planText(_ field: String, _ text: String) -> String {
        let lines = text.split(separator: "\n").map(String.init)
        return switch field {
        case "frequency": often(text)
        case "keep_apart": apart(text).joined(separator: "\n")
        case "minutes": Int(text).map { strings.sessionMinutes(n: $0) } ?? text
        case "preferred_days": lines.map { named("part.weekday.\($0)") }.joined(separator: ", ")
        case "preferred_times": lines.joined(separator: ", ")
        case "modality": named("part.style.\(text)")
        case "pressure": named("part.pressure.\(text)")
        case "review_on", "since": date(LogicalDate(text))
        default: text
        }
    }

    /// The rules of hours from other things, a line each.
    func apart(_ text: String) -> [String] {
        let apart = Apart(text)
        return [
            Int(apart.talkingTherapy).map { strings.planHoursTalkingTherapy(n: $0) }, Int(apart.dose).map { strings.planHoursDose(n: $0) },
        ].compactMap { $0 }
    }

    private func often(_ text: String) -> String {
        let often = Often(text)
        guard let count = Int(often.count) else { return text }
        let said =
            switch often.unit {
            case .perWeek: strings.planPerWeek(n: count)
            case .perMonth: strings.planPerMonth(n: count)
            case .everyDays: strings.planEveryDays(n: count)
            }
        return sentence(said)
    }

    func planReason(_ code: String) -> String { named("part.reason.\(code)") }

    /// Who decided, at the beginning of a line.
    func decider(_ code: String) -> String {
        switch code {
        case "self": strings.planDecidedSelf()
        case "together": strings.planDecidedTogether()
        default: named("part.decided.\(code)")
        }
    }
}
