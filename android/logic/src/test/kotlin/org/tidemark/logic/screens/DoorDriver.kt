package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.Env
import org.tidemark.logic.backup.RecoveryWords
import org.tidemark.logic.door.DoorEnv
import org.tidemark.logic.door.DoorEvent
import org.tidemark.logic.door.DoorState
import org.tidemark.logic.door.Notice
import org.tidemark.logic.door.Why
import org.tidemark.logic.door.doorFeature

internal val doorDriver = Driver(
    feature = { env, _ -> doorFeature(DoorEnv(env.doorway.path, env.doorway.vault, env.phone, env.now, env.work, env.home)) },
    event = ::doorEvent,
    facts = ::doorFacts,
)

@Suppress("UNUSED_PARAMETER")
private fun doorEvent(step: JsonObject, env: Env): DoorEvent = when (val name = step.get("event").asString) {
    "begun" -> DoorEvent.Begun(step.get("set_up").asBoolean)
    "words_asked" -> DoorEvent.WordsAsked
    "words_left" -> DoorEvent.WordsLeft
    "words_given" -> DoorEvent.WordsGiven(RecoveryWords(step.get("words").asString))
    "snapshot_asked" -> DoorEvent.SnapshotAsked
    "export_asked" -> DoorEvent.ExportAsked
    "help_asked" -> DoorEvent.HelpAsked
    "help_left" -> DoorEvent.HelpLeft
    "restore_asked" -> DoorEvent.RestoreAsked
    "lock_asked" -> DoorEvent.LockAsked
    else -> error("the door has no event $name")
}

private fun doorFacts(state: DoorState): Map<String, Any?> {
    val locked = state as? DoorState.Locked
    return mapOf(
        "at" to when (state) {
            DoorState.Starting -> "starting"
            DoorState.Mismatched -> "mismatched"
            is DoorState.NoDiary -> "no_diary"
            is DoorState.Locked -> "locked"
            is DoorState.Open -> "open"
            is DoorState.Help -> "help"
            is DoorState.Restoring -> "restoring"
        },
        "why" to locked?.why?.fact(),
        "offers" to locked?.offers.orEmpty().map { it.name.lowercase() },
        "asks" to locked?.asks?.name?.lowercase(),
        "wrong_words" to (locked?.wrongWords ?: false),
        "notice" to when (val notice = locked?.notice) {
            null -> null
            Notice.Exported -> "exported"
            Notice.NotExported -> "not_exported"
            Notice.NoSnapshot -> "no_snapshot"
            is Notice.Refused -> "refused ${notice.problem.fact()}"
        },
    )
}

private fun Why.fact(): String = when (this) {
    Why.Shut -> "shut"
    Why.TurnedBack -> "turned_back"
    Why.NotNow -> "not_now"
    Why.NoKey -> "no_key"
    Why.KeyGone -> "key_gone"
    Why.KeyOrFile -> "key_or_file"
    Why.Damaged -> "damaged"
    Why.Missing -> "missing"
    Why.Newer -> "newer"
    is Why.Other -> "other ${problem.fact()}"
}
