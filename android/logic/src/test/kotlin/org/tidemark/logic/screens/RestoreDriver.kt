package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.logic.Env
import org.tidemark.logic.backup.RecoveryWords
import org.tidemark.logic.backup.checkIns
import org.tidemark.logic.backup.otherRecords
import org.tidemark.logic.restore.Done
import org.tidemark.logic.restore.Refused
import org.tidemark.logic.restore.RestoreEvent
import org.tidemark.logic.restore.RestoreState
import org.tidemark.logic.restore.RestoreWork
import org.tidemark.logic.restore.Way
import org.tidemark.logic.restore.restoreFeature

internal val restoreDriver = Driver(
    feature = { env, _ -> restoreFeature(RestoreWork(env.diary, env.doorway, env.phone, env.now), here = true) },
    event = ::restoreEvent,
    facts = ::restoreFacts,
)

@Suppress("UNUSED_PARAMETER")
private fun restoreEvent(step: JsonObject, env: Env): RestoreEvent = when (val name = step.get("event").asString) {
    "file_asked" -> RestoreEvent.FileAsked
    "words_given" -> RestoreEvent.WordsGiven(RecoveryWords(step.get("words").asString))
    "way_chosen" -> RestoreEvent.WayChosen(Way.valueOf(step.get("way").asString.uppercase()))
    "break_off_asked" -> RestoreEvent.BreakOffAsked
    "another_asked" -> RestoreEvent.AnotherAsked
    else -> error("Restore has no event $name")
}

private fun restoreFacts(state: RestoreState): Map<String, Any?> = mapOf(
    "step" to state.step.name.lowercase(),
    "file" to state.file?.name,
    "check_ins" to state.contents?.checkIns,
    "others" to state.contents?.otherRecords,
    "from" to state.contents?.period?.from,
    "to" to state.contents?.period?.to,
    "refused" to when (val refused = state.refused) {
        null -> null
        Refused.WrongWords -> "wrong_words"
        is Refused.Damaged -> "damaged ${refused.have} of ${refused.parts}"
        Refused.Newer -> "newer"
        Refused.NotRead -> "not_read"
        is Refused.NewerEntries -> "newer_entries ${refused.entries}"
        Refused.NotCompared -> "not_compared"
        Refused.BrokenOff -> "broken_off"
        is Refused.Other -> refused.problem.fact()
    },
    "done" to when (val done = state.done) {
        null -> null
        is Done.Replaced -> if (done.kept) "replaced, former kept" else "replaced"
        is Done.Merged -> "merged ${done.added} ${done.newer} ${done.differing}"
    },
    "shut" to state.shut,
    "breaking_off" to state.breakingOff,
)
