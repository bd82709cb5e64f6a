package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.Ending
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Modality
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Phase
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.SessionDraft
import org.tidemark.bindings.SessionRatingDraft
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.Moment

/** What sessions ask when nothing else is said; a diary fixes it when a session is made. */
private const val ASKED = "stress | mood | pain | anxiety"

/** Puts a session into the diary: held unless `status` says otherwise, with the timer running when that is `running`. */
internal fun givenSession(diary: OpenDiary, what: JsonObject, at: Moment) {
    val status = what.get("status")?.asString ?: "held"
    val draft = SessionDraft(
        startedAt = at,
        ending = if (status == "held") Ending.After((what.get("minutes")?.asInt ?: 60).toUShort()) else Ending.NotHeld,
        status = if (status == "held") SessionStatus.HELD else SessionStatus.PLANNED,
        modality = Modality.valueOf((what.get("style")?.asString ?: "swedish").uppercase()),
        recordedBy = RecordedBy.OWN,
        plannedMin = what.get("planned_min")?.asInt?.toUShort(),
        pressureAsked = what.get("pressure")?.asInt?.toUByte(),
        note = what.get("note")?.asString,
        ratings = listOf("before" to Phase.BEFORE, "after" to Phase.AFTER).mapNotNull { (name, phase) ->
            what.getAsJsonObject(name)?.let { SessionRatingDraft(phase, it.rated()) }
        },
        details = listOf(FieldText("measures", ASKED)),
    )
    if (status == "running") diary.startSession(draft, at) else diary.saveSession(draft, at)
}

private fun JsonObject.rated(): List<Rated> =
    entrySet().map { (measure, value) -> Rated(measure, if (value.isJsonNull) null else value.asLong * 1000) }
