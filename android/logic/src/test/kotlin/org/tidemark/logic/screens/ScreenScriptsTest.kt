package org.tidemark.logic.screens

import com.google.gson.GsonBuilder
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import org.tidemark.bindings.OpenDiary
import org.tidemark.bindings.momentFromText
import org.tidemark.logic.Doorway
import org.tidemark.logic.Env
import org.tidemark.logic.FakeVault
import org.tidemark.logic.Moment
import java.io.File
import java.nio.file.Files
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** Replays `tests/screens/<name>.json` over a real diary; the iOS app replays the same files. What they say: the README there. */
class ScreenScriptsTest {
    private val folder = File("../../tests/screens")

    @TestFactory
    fun scripts(): List<DynamicTest> {
        val files = folder.listFiles { file -> file.extension == "json" }.orEmpty().sorted()
        assertTrue(files.isNotEmpty(), "no script in $folder")
        return files.map { file -> DynamicTest.dynamicTest(file.nameWithoutExtension) { replay(file) } }
    }

    private fun replay(file: File) {
        val script = JsonParser.parseString(file.readText()).asJsonObject
        val place = Files.createTempDirectory("screens").toFile()
        try {
            var now = momentFromText(script.get("now").asString)
            val real = diary(script, place, now)
            val fault = RefusingDiary(real)
            val direct = java.util.concurrent.Executor { it.run() }
            val phone = ScriptPhone(place).also { it.file = File(place, GIVEN_BACKUP).takeIf(File::exists) }
            val vault = FakeVault().apply { if (script.get("words_kept")?.asBoolean == true) words = WORDS }
            val doorway = Doorway(File(place, "my.diary").path, vault.vault)
            val env = Env(fault, { now }, phone.phone, direct, direct, doorway)
            val run = checkNotNull(drivers[script.get("screen").asString]) { "no driver for ${script.get("screen")}" }.start(env, script)
            val seen = mutableListOf<JsonObject>()
            script.getAsJsonArray("steps").map { it.asJsonObject }.forEachIndexed { at, step ->
                step.get("wait_min")?.let { now = now.copy(epochMs = now.epochMs + it.asLong * 60_000) }
                step.get("refuse")?.let { fault.refused = it.asJsonObject }
                step.getAsJsonObject("phone")?.let { phone.tell(it) }
                step.get("refuse_nothing")?.let { fault.refused = null }
                if (step.has("event")) run.step(step)
                val facts = run.facts()
                seen += facts
                step.getAsJsonObject("state")?.let { wanted -> assertEquals(wanted.text(), facts.only(wanted).text(), "${file.name}, step ${at + 1}") }
            }
            System.getenv("TIDEMARK_SCREENS_OUT")?.let { out ->
                val left = File(out, "kotlin/${file.nameWithoutExtension}.jsonl").apply { parentFile.mkdirs() }
                left.writeText(seen.joinToString("\n", postfix = "\n") { it.text() })
            }
            real.shut()
            real.close()
        } finally {
            place.deleteRecursively()
        }
    }

    private fun diary(script: JsonObject, place: File, now: Moment): OpenDiary =
        OpenDiary.create(File(place, "my.diary").path, WORDS, null, now).also { diary ->
            script.getAsJsonArray("given")?.forEach { given(diary, it.asJsonObject, place) }
        }

    private fun JsonObject.only(wanted: JsonObject): JsonElement =
        JsonObject().also { made -> wanted.keySet().forEach { made.add(it, if (has(it)) get(it) else json("no such fact")) } }
}

/** Recovery words of every script's diary. */
internal const val WORDS: String = "four plain words here"

/** File of a backup that a script gives. */
internal const val GIVEN_BACKUP: String = "given.backup"

private val gson = GsonBuilder().disableHtmlEscaping().serializeNulls().create()

private fun JsonElement.text(): String = gson.toJson(sorted())

private fun JsonElement.sorted(): JsonElement = when (this) {
    is JsonObject -> JsonObject().also { made -> keySet().sorted().forEach { made.add(it, get(it).sorted()) } }
    is com.google.gson.JsonArray -> com.google.gson.JsonArray().also { made -> forEach { made.add(it.sorted()) } }
    else -> this
}
