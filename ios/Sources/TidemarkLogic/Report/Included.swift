//! What is ticked for a report, with a few ticks changed. The library's record has no setters.

import TidemarkBindings

extension Included {
    /// The same ticks but for those that are named.
    func copy(
        questions: Bool? = nil, goals: Bool? = nil, trends: Bool? = nil, questionnaires: Bool? = nil, sessions: Bool? = nil,
        medicines: Bool? = nil, events: Bool? = nil, unwanted: Bool? = nil, plan: Bool? = nil, practices: Bool? = nil,
        distress: Bool? = nil, items: Bool? = nil, notes: Bool? = nil, chosenNotes: [EntryId]? = nil, daily: Bool? = nil
    ) -> Included {
        Included(
            questions: questions ?? self.questions, goals: goals ?? self.goals, trends: trends ?? self.trends,
            questionnaires: questionnaires ?? self.questionnaires, sessions: sessions ?? self.sessions,
            medicines: medicines ?? self.medicines, events: events ?? self.events, unwanted: unwanted ?? self.unwanted,
            plan: plan ?? self.plan, practices: practices ?? self.practices, around: around, distress: distress ?? self.distress,
            items: items ?? self.items, notes: notes ?? self.notes, chosenNotes: chosenNotes ?? self.chosenNotes,
            daily: daily ?? self.daily, cutPoints: cutPoints, therapists: therapists, careTeam: careTeam, intake: intake)
    }
}
