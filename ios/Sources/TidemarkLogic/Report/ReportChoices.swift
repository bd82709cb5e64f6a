//! What the person chose for a report: for whom, which days, which sections. What each recipient gets comes from the core.

import TidemarkBindings

/// For whom a report is; what is ticked for each comes from the core.
public enum Recipient: Hashable, Sendable, CaseIterable {
    case usual, prescriber, talkingTherapist, massageTherapist, ownChoice
}

/// Which days a report covers.
public enum Days: Hashable, Sendable {
    /// Since the last visit, or what the core takes instead.
    case usual

    /// Chosen days, as typed: `YYYY-MM-DD`.
    case chosen(from: String, to: String)

    /// The chosen period; none when either is no day, the last one is before the first, or none was chosen.
    public var period: Period? {
        guard case .chosen(let from, let to) = self, let first = CivilDay(filled(from) ?? ""),
            let last = CivilDay(filled(to) ?? ""), first <= last
        else { return nil }
        return Period(from: first.iso, to: last.iso)
    }
}

private let longestName = 80

/// What the person chose for a report. Kept in memory until the diary is locked.
public struct ReportChoices: Hashable, Sendable, Copied {
    public internal(set) var included: Included
    public internal(set) var paper: Paper
    public internal(set) var recipient = Recipient.usual
    public internal(set) var days = Days.usual
    /// Whether the name is printed; off unless ticked.
    public internal(set) var named = false
    public internal(set) var name = ""

    init(_ included: Included, _ paper: Paper) {
        self.included = included
        self.paper = paper
    }

    /// The days it covers; none while those that were typed cannot be taken.
    public func period(_ usual: Period) -> Period? { days == .usual ? usual : days.period }

    /// Whether a note goes along: ticked by itself, or with all of them.
    public func hasNote(_ entry: EntryId) -> Bool { included.notes || included.chosenNotes.contains(entry) }

    public var nameTooLong: Bool { named && (filled(name)?.unicodeScalars.count ?? 0) > longestName }

    /// What the library is asked for; none while the days or the name cannot be taken.
    public func options(_ madeAt: Moment, _ usual: Period) -> ReportOptions? {
        guard let period = period(usual), !nameTooLong else { return nil }
        return ReportOptions(madeAt: madeAt, paper: paper, period: period, name: named ? filled(name) : nil, included: included)
    }
}

/// A tick of the report.
public enum Tick: Hashable, Sendable, CaseIterable {
    case trends, sessions, questionnaires, medicines, questions, goals, events, unwanted, plan, practices

    /// All notes, with the other words that go only with all of them; the core refuses some beside all.
    case notes
    case distress, items, daily

    /// Ticked by default, or by a recipient.
    public static let usual: [Tick] = [
        .trends, .sessions, .questionnaires, .medicines, .questions, .goals, .events, .unwanted, .plan, .practices,
    ]

    /// Left out unless the person ticks them.
    public static let asked = allCases.filter { !usual.contains($0) }

    /// The code that its name in the catalogue ends in.
    public var code: String {
        switch self {
        case .trends: "trends"
        case .sessions: "sessions"
        case .questionnaires: "questionnaires"
        case .medicines: "medicines"
        case .questions: "questions"
        case .goals: "goals"
        case .events: "events"
        case .unwanted: "unwanted_effects"
        case .plan: "plan"
        case .practices: "practices"
        case .notes: "notes"
        case .distress: "distress"
        case .items: "item_scores"
        case .daily: "daily_table"
        }
    }

    public func get(_ included: Included) -> Bool {
        switch self {
        case .trends: included.trends
        case .sessions: included.sessions
        case .questionnaires: included.questionnaires
        case .medicines: included.medicines
        case .questions: included.questions
        case .goals: included.goals
        case .events: included.events
        case .unwanted: included.unwanted
        case .plan: included.plan
        case .practices: included.practices
        case .notes: included.notes
        case .distress: included.distress
        case .items: included.items
        case .daily: included.daily
        }
    }

    public func set(_ included: Included, _ on: Bool) -> Included {
        switch self {
        case .trends: included.copy(trends: on)
        case .sessions: included.copy(sessions: on)
        case .questionnaires: included.copy(questionnaires: on)
        case .medicines: included.copy(medicines: on)
        case .questions: included.copy(questions: on)
        case .goals: included.copy(goals: on)
        case .events: included.copy(events: on)
        case .unwanted: included.copy(unwanted: on)
        case .plan: included.copy(plan: on)
        case .practices: included.copy(practices: on)
        case .notes: included.copy(notes: on, chosenNotes: [])
        case .distress: included.copy(distress: on)
        case .items: included.copy(items: on)
        case .daily: included.copy(daily: on)
        }
    }
}
