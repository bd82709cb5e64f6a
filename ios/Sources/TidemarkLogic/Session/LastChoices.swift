//! What a new session starts from: the last one, else the plan.

import TidemarkBindings

extension OpenDiaryProtocol {
    /// What the last session was like; before the first one, what the plan says.
    func lastChoices(_ now: Moment) throws -> SessionChoices {
        let held = [SessionStatus.held.code, SessionStatus.stoppedEarly.code]
        var last: (text: (String) -> String?, at: Int64)?
        for session in try records(kind: .session, span: Span()) {
            let text = texts(session.fields)
            guard let status = text("status"), held.contains(status) else { continue }
            let at = try momentFromText(text: text("started_at") ?? "").epochMs
            // Of two that started together the first read stands.
            if let found = last, found.at >= at { continue }
            last = (text, at)
        }
        // A dose belongs to one session.
        if let last { return try SessionChoices(last.text).copy { $0.doses = [] } }
        guard let plan = try planInForce(day: today(now: now).day) else { return SessionChoices() }
        let text = texts(plan.fields)
        return try SessionChoices { text(planned($0)) }
    }
}

/// What a plan calls a field of a session.
private func planned(_ name: String) -> String {
    switch name {
    case "pressure_asked": "pressure"
    case "planned_min": "minutes"
    default: name
    }
}
