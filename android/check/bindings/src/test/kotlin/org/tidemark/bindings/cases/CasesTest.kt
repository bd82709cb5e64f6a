package org.tidemark.bindings.cases

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.google.gson.JsonPrimitive
import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.DiaryException
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.extension
import kotlin.io.path.nameWithoutExtension
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** The shared cases (`tests/cases`) over the generated Kotlin. What a case is, is in `tests/cases/README.md`. */
class CasesTest {
    @TempDir
    lateinit var room: Path

    @Test
    fun `every case holds over the generated Kotlin`() {
        val files = Files.list(top.resolve("tests/cases")).use { all -> all.filter { it.extension == "json" }.sorted().toList() }
        assertTrue(files.size >= 7, "the cases are not where they were")
        val wrong = files.flatMap { file ->
            val name = file.nameWithoutExtension
            replay(name, JsonParser.parseString(file.readText()).asJsonObject)
        }
        assertEquals(emptyList(), wrong)
    }

    private fun replay(name: String, case: JsonObject): List<String> {
        val phone = Phone(room.resolve(name).createDirectories())
        val ids = mutableMapOf<String, String>()
        val wrong = mutableListOf<String>()
        val lines = case.getAsJsonArray("steps").mapIndexed { at, each ->
            val step = each.asJsonObject
            if (step.has("but") && step.getAsJsonObject("but").has("kotlin")) return@mapIndexed "null"
            val call = step.get("call").asString
            val answer = try {
                val done = phone.call(call, resolved(step.get("with"), ids).asJsonObject)
                if (step.has("as") && done.id != null) ids["$" + step.get("as").asString] = done.id
                done.answer
            } catch (refused: DiaryException) {
                obj("error" to snake(refused::class.simpleName.orEmpty()))
            }
            val wanted = if (step.has("error")) obj("error" to step.get("error")) else step.get("answer")
            val held = holds(wanted, answer) && (step.has("error") || !isError(answer))
            if (!held) wrong += "$name, step ${at + 1} ($call): wanted ${line(wanted)}, got ${line(answer)}"
            line(answer)
        }
        System.getenv("TIDEMARK_CASES_OUT")?.let { out ->
            val folder = Path.of(out, "kotlin").createDirectories()
            folder.resolve("$name.jsonl").writeText(lines.joinToString("") { it + "\n" })
        }
        return wrong
    }

    private fun isError(answer: JsonElement): Boolean = answer is JsonObject && answer.has("error")

    private fun resolved(with: JsonElement, ids: Map<String, String>): JsonElement = when (with) {
        is JsonObject -> JsonObject().also { made -> with.entrySet().forEach { (name, value) -> made.add(name, resolved(value, ids)) } }
        is JsonArray -> JsonArray().also { made -> with.forEach { made.add(resolved(it, ids)) } }
        is JsonPrimitive -> if (with.isString) JsonPrimitive(ids[with.asString] ?: with.asString) else with
        else -> JsonNull.INSTANCE
    }

    private fun snake(name: String): String =
        name.replace(Regex("(?<=.)[A-Z]")) { "_" + it.value.lowercase() }.lowercase()
}
