//! What a backup holds, counted as a person would count it.

import TidemarkBindings

/// Tables of what a person wrote, besides check-ins and sessions; what the program keeps for itself is not counted.
private let written = [
    "care_team_member", "crisis_contact", "distress_event", "event", "goal", "instrument_result", "intake_sheet", "medication",
    "medication_change", "plan_adjustment", "practice", "reminder", "safety_plan", "session_moment", "session_plan", "therapist",
    "visit",
]

extension BackupContents {
    /// Check-ins in a backup, deleted ones included.
    public var checkIns: Int { rows("check_in") }

    public var sessions: Int { rows("session") }

    /// Everything else that a person wrote.
    public var otherRecords: Int { written.map(rows).reduce(0, +) }

    private func rows(_ table: String) -> Int { tables.filter { $0.table == table }.map { Int(clamping: $0.rows) }.reduce(0, +) }
}
