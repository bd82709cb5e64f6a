package org.tidemark.logic.backup

import org.tidemark.bindings.BackupContents

/** Check-ins in a backup, deleted ones included. */
public val BackupContents.checkIns: Int get() = rows("check_in")

public val BackupContents.sessions: Int get() = rows("session")

/** Everything else that a person wrote; what the program keeps for itself is not counted. */
public val BackupContents.otherRecords: Int get() = written.sumOf { rows(it) }

private val written = listOf(
    "care_team_member", "crisis_contact", "distress_event", "event", "goal", "instrument_result", "intake_sheet", "medication",
    "medication_change", "plan_adjustment", "practice", "reminder", "safety_plan", "session_moment", "session_plan", "therapist", "visit",
)

private fun BackupContents.rows(table: String): Int = tables.filter { it.table == table }.sumOf { it.rows }.toInt()
