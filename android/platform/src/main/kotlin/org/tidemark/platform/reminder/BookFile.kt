package org.tidemark.platform.reminder

import org.json.JSONArray
import org.json.JSONException
import org.json.JSONObject
import org.tidemark.logic.reminder.Book
import org.tidemark.logic.reminder.Due
import org.tidemark.logic.reminder.EndedSession
import org.tidemark.logic.reminder.QuietHours
import org.tidemark.logic.reminder.Reminder
import org.tidemark.logic.reminder.ReminderKind
import org.tidemark.logic.reminder.Rings
import org.tidemark.logic.reminder.Rung
import org.tidemark.logic.reminder.RunningSession
import org.tidemark.platform.file.readBounded
import org.tidemark.platform.file.writeWhole
import java.io.File
import java.io.IOException
import java.time.DayOfWeek

/**
 * The book on disk, `reminders.json` in the folder that no backup carries. Readable without a key, so it holds times, codes and random
 * ids only. One that cannot be read is an empty book: `open.json` still has the clock times, and the open diary has everything.
 */
internal class BookFile(private val file: File) {
    fun read(): Book = try {
        readBounded(file, LONGEST)?.let { book(JSONObject(it.toString(Charsets.UTF_8))) } ?: Book()
    } catch (_: IOException) {
        Book()
    } catch (_: JSONException) {
        Book()
    }

    /** False when it could not be written; the former one stays. */
    fun write(book: Book): Boolean = try {
        writeWhole(file, (json(book).toString() + "\n").toByteArray())
        true
    } catch (_: IOException) {
        false
    }

    private companion object {
        const val LONGEST = 1024 * 1024
    }
}

private const val FORMAT = "tidemark-reminders"
private const val VERSION = 1

private fun json(book: Book): JSONObject = JSONObject()
    .put("format", FORMAT)
    .put("version", VERSION)
    .put("min_reader", VERSION)
    .put("reminders", JSONArray(book.reminders.map(::json)))
    .put("sessions", JSONArray(book.sessions.map(::json)))
    .put("rung", JSONObject(book.rung.mapValues { json(it.value) }))
    .put("done_until", JSONObject(book.doneUntilMs.mapKeys { it.key.code }))
    .putOpt("running", book.running?.let { JSONObject().put("session_id", it.sessionId).put("started_ms", it.startedMs) })

private fun json(reminder: Reminder): JSONObject {
    val made = JSONObject().put("key", reminder.key).put("kind", reminder.kind.code)
    when (val rings = reminder.rings) {
        is Rings.AtClock -> made.put("wall_clock_min", rings.minute).put("days", JSONArray(rings.days.map { it.value }.sorted()))
        is Rings.AfterSession -> made.put("elapsed_min", rings.minutes)
    }
    reminder.quiet?.let { made.put("quiet_from_min", it.fromMin).put("quiet_to_min", it.toMin) }
    return made.put("snooze_min", reminder.snoozeMin).put("private", reminder.private)
}

private fun json(session: EndedSession): JSONObject = JSONObject()
    .put("session_id", session.sessionId)
    .put("ended_ms", session.endedMs)
    .put("rated", JSONArray(session.rated.map { it.code }.sorted()))

private fun json(rung: Rung): JSONObject =
    JSONObject().putOpt("last_ms", rung.lastMs).putOpt("next", rung.next?.let(::json)).putOpt("snoozed", rung.snoozed?.let(::json))

private fun json(due: Due): JSONObject = JSONObject().put("at_ms", due.atMs).putOpt("session_id", due.sessionId)

private fun book(from: JSONObject): Book {
    if (from.getString("format") != FORMAT || from.getInt("min_reader") > VERSION) return Book()
    val done = from.getJSONObject("done_until")
    return Book(
        reminders = from.getJSONArray("reminders").objects().mapNotNull(::reminder),
        sessions = from.getJSONArray("sessions").objects().map(::session),
        rung = from.getJSONObject("rung").let { rung -> rung.keys().asSequence().associateWith { rung(rung.getJSONObject(it)) } },
        doneUntilMs = done.keys().asSequence().mapNotNull { code -> ReminderKind.of(code)?.let { it to done.getLong(code) } }.toMap(),
        running = from.optJSONObject("running")?.let { RunningSession(it.getString("session_id"), it.getLong("started_ms")) },
    )
}

private fun reminder(from: JSONObject): Reminder? {
    val kind = ReminderKind.of(from.getString("kind")) ?: return null
    val rings = if (from.has("elapsed_min")) {
        Rings.AfterSession(from.getInt("elapsed_min"))
    } else {
        val days = from.getJSONArray("days")
        Rings.AtClock(from.getInt("wall_clock_min"), (0 until days.length()).mapNotNull { weekday(days.getInt(it)) }.toSet())
    }
    if (rings is Rings.AtClock && rings.minute !in 0 until DAY_MIN) return null
    val quiet = if (from.has("quiet_from_min")) QuietHours(from.getInt("quiet_from_min"), from.getInt("quiet_to_min")) else null
    if (quiet != null && (quiet.fromMin !in 0 until DAY_MIN || quiet.toMin !in 0 until DAY_MIN)) return null
    return Reminder(from.getString("key"), kind, rings, quiet, from.getInt("snooze_min"), from.getBoolean("private"))
}

private fun session(from: JSONObject): EndedSession {
    val rated = from.getJSONArray("rated")
    val kinds = (0 until rated.length()).mapNotNull { ReminderKind.of(rated.getString(it)) }
    return EndedSession(from.getString("session_id"), from.getLong("ended_ms"), kinds.toSet())
}

private fun rung(from: JSONObject): Rung = Rung(
    lastMs = if (from.has("last_ms")) from.getLong("last_ms") else null,
    next = from.optJSONObject("next")?.let(::due),
    snoozed = from.optJSONObject("snoozed")?.let(::due),
)

private fun due(from: JSONObject): Due = Due(from.getLong("at_ms"), if (from.has("session_id")) from.getString("session_id") else null)

private fun weekday(number: Int): DayOfWeek? = DayOfWeek.entries.firstOrNull { it.value == number }

private fun JSONArray.objects(): List<JSONObject> = (0 until length()).map(::getJSONObject)

private const val DAY_MIN = 24 * 60
