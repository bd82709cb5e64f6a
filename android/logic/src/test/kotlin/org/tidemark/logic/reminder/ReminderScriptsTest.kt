package org.tidemark.logic.reminder

import com.google.gson.JsonObject
import com.google.gson.JsonParser
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import java.io.File
import java.time.DayOfWeek
import java.time.OffsetDateTime
import java.time.ZoneId
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** Replays `tests/reminders`. */
class ReminderScriptsTest {
    private val folder = File("../../tests/reminders")

    @TestFactory
    fun `the phone rings when the scripts say`(): List<DynamicTest> {
        val files = folder.listFiles { file -> file.extension == "json" }.orEmpty().sorted()
        assertTrue(files.size >= 8, "there are scripts")
        return files.map { DynamicTest.dynamicTest(it.nameWithoutExtension) { replay(JsonParser.parseString(it.readText()).asJsonObject) } }
    }

    private fun replay(script: JsonObject) {
        var zone = ZoneId.of(script.text("zone"))
        var book = Book(script.all("reminders").map { it.reminder() }, script.all("sessions").map { it.session() })
        script.all("steps").forEachIndexed { number, step ->
            val now = ms(step.text("at"))
            step.get("zone")?.let { zone = ZoneId.of(it.asString) }
            step.getAsJsonObject("done")?.entrySet()?.forEach { (kind, until) ->
                book = book.copy(doneUntilMs = book.doneUntilMs + (ReminderKind.of(kind)!! to ms(until.asString)))
            }
            when (val act = step.text("do")) {
                "arm" -> book = book.armed(now, zone)
                "snooze" -> book = book.snoozed(step.text("key"), now, zone)
                "ring" -> {
                    val rang = book.ring(now, zone)
                    book = rang.book
                    val expected = step.getAsJsonArray("rings").map { it.asString }
                    assertEquals(expected, rang.rings.map { it.reminder.key }, "rings of step ${number + 1}")
                }
                else -> error("a script cannot $act")
            }
            val alarm = step.get("alarm").takeIf { !it.isJsonNull }?.let { ms(it.asString) }
            assertEquals(alarm, book.alarmMs, "alarm after step ${number + 1}, ${book.alarmMs?.let { java.time.Instant.ofEpochMilli(it).atZone(zone) }}")
        }
    }

    private fun JsonObject.reminder() = Reminder(
        key = text("key"),
        kind = ReminderKind.of(text("kind"))!!,
        rings = get("clock")?.let { clock ->
            Rings.AtClock(minute(clock.asString), getAsJsonArray("days").map { DayOfWeek.of(it.asInt) }.toSet())
        } ?: Rings.AfterSession(get("after_session_min").asInt),
        quiet = getAsJsonArray("quiet")?.let { QuietHours(minute(it[0].asString), minute(it[1].asString)) },
        snoozeMin = get("snooze_min")?.asInt ?: Reminder.USUAL_SNOOZE_MIN,
    )

    private fun JsonObject.session() = EndedSession(
        text("id"),
        ms(text("ended")),
        getAsJsonArray("rated")?.map { ReminderKind.of(it.asString)!! }.orEmpty().toSet(),
    )

    private fun JsonObject.text(name: String) = get(name).asString

    private fun JsonObject.all(name: String) = getAsJsonArray(name)?.map { it.asJsonObject }.orEmpty()

    private fun ms(text: String) = OffsetDateTime.parse(text).toInstant().toEpochMilli()

    private fun minute(text: String) = text.substringBefore(':').toInt() * 60 + text.substringAfter(':').toInt()
}
