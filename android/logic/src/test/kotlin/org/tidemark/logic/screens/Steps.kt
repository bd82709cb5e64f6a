package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.Kind
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.Rated
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.momentFromText
import org.tidemark.logic.Problem
import java.io.File

/** What a script puts into the diary before the screen comes up. */
internal fun given(diary: OpenDiary, what: JsonObject, place: File) {
    if (what.get("kind").asString == "file") return File(place, what.get("name").asString).writeText(what.getAsJsonArray("lines").joinToString("") { it.asString + "\n" })
    val at = momentFromText(what.get("at").asString)
    when (val kind = what.get("kind").asString) {
        "check_in" -> diary.saveCheckIn(
            CheckInDraft(
                ratedAt = at,
                ratings = what.getAsJsonObject("values").entrySet().map { (measure, value) ->
                    Rated(measure, if (value.isJsonNull) null else value.asLong * 1000)
                },
                note = what.get("note")?.asString,
                recordedBy = RecordedBy.OWN,
            ),
            at,
        )
        "session" -> givenSession(diary, what, at)
        // A value a day from that moment on; none is a day without an entry.
        "daily" -> what.getAsJsonArray("values").forEachIndexed { days, value ->
            val day = at.copy(epochMs = at.epochMs + days * DAY_MS)
            if (!value.isJsonNull) {
                val rated = listOf(Rated(what.get("measure").asString, value.asLong * 1000))
                diary.saveCheckIn(CheckInDraft(ratedAt = day, ratings = rated, recordedBy = RecordedBy.OWN), day)
            }
        }
        "visit" -> {
            val visit = listOf(FieldText("at", what.get("visit_at").asString))
            diary.addRecord(Kind.VISIT, visit, RecordedBy.OWN, at)
        }
        "record" -> diary.addRecord(
            Kind.valueOf(what.get("record").asString.uppercase()),
            what.getAsJsonObject("fields").entrySet().map { (name, text) -> FieldText(name, text.asString) },
            RecordedBy.OWN,
            at,
        )
        "backup" -> diary.backup(File(place, GIVEN_BACKUP).path, null, null, at)
        else -> error("a script cannot give a $kind")
    }
}

private const val DAY_MS = 86_400_000L

/** A number of a step in thousandths; none stands for a skip. */
internal fun JsonObject.milli(name: String): Long? = get(name)?.takeIf { !it.isJsonNull }?.let { (it.asDouble * 1000).toLong() }

/** The code of a problem, as scripts name it. */
internal fun Problem.fact(): String = when (this) {
    Problem.StorageFull -> "storage_full"
    Problem.Locked -> "locked"
    Problem.Damaged -> "damaged"
    Problem.MadeByNewerVersion -> "newer"
    Problem.Busy -> "busy"
    Problem.Shut -> "shut"
    is Problem.NotTaken -> "not_taken"
    is Problem.Other -> "other"
}
