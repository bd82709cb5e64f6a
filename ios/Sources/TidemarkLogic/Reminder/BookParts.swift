//! The book from its parts, for the phone that keeps it on disk. It changes nothing in them.

extension Book {
    /// As it was written down.
    public init(
        reminders: [Reminder], sessions: [EndedSession], rung: [String: Rung], doneUntilMs: [ReminderKind: Int64], running: RunningSession?
    ) {
        self.init(reminders: reminders, sessions: sessions, rung: rung)
        self.doneUntilMs = doneUntilMs
        self.running = running
    }
}

extension RunningSession {
    /// As it was written down.
    public init(_ sessionId: String, startedMs: Int64) { self.init(sessionId: sessionId, startedMs: startedMs) }
}
