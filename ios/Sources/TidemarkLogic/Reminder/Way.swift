//! Where a notification leads, and the word that it carries for that.

extension Due {
    /// Where a notification leads.
    public func place(_ kind: ReminderKind) -> Place {
        switch kind {
        case .checkIn: .today
        case .before, .after: .sessions
        // Without the session the card on Today leads to it.
        case .followUp, .aftercare: sessionId.map { .sessionTomorrow(sessionId: $0) } ?? .today
        case .instrument: .records(kind: "instrument_result")
        case .planReview: .records(kind: "session_plan")
        case .visitEve: .visitPrep
        case .backup: .backup
        }
    }
}

extension Place {
    /// A place as a word that a notification carries; none for a place that no notification leads to.
    public var word: String? {
        switch self {
        case .today: "today"
        case .sessions: "sessions"
        case .sessionTomorrow(let sessionId): "tomorrow:\(sessionId)"
        case .sessionTimer(let sessionId): "timer:\(sessionId)"
        case .records(let kind): "records:\(kind)"
        case .visitPrep: "visit"
        case .backup: "backup"
        default: nil
        }
    }

    /// The place of such a word. A notification may come back with words of its own, so everything that is not exactly one of ours is
    /// Today: an id has the form of an id, a list is one that a notification leads to.
    public init(word: String?) {
        let parts = (word ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let rest = parts.dropFirst().first
        let id = rest.flatMap { $0.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) == nil ? nil : $0 }
        switch (parts.first, rest, id) {
        case ("sessions", nil, _): self = .sessions
        case ("visit", nil, _): self = .visitPrep
        case ("backup", nil, _): self = .backup
        case ("tomorrow", _, let id?): self = .sessionTomorrow(sessionId: id)
        case ("timer", _, let id?): self = .sessionTimer(sessionId: id)
        case ("records", let list?, _) where lists.contains(list): self = .records(kind: list)
        default: self = .today
        }
    }
}

private let lists = ["instrument_result", "session_plan"]
