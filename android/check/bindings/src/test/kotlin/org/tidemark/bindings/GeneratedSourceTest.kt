package org.tidemark.bindings

import kotlin.io.path.Path
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.readText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue

/** The generator ignores keys of `uniffi.toml` that it does not know; each key is held to what it does to the source. */
class GeneratedSourceTest {
    private val source = Path(System.getProperty("tidemark.generated"), "org/tidemark/bindings/tidemark.kt").readText()

    @Test
    fun `package_name names the package`() = assertTrue(source.lineSequence().any { it == "package org.tidemark.bindings" })

    @Test
    fun `generate_immutable_records leaves no record with a field that can be set`() {
        val records = Regex("""data class (\w+) \((.*?)\n\)""", RegexOption.DOT_MATCHES_ALL).findAll(source)
            .associate { it.groupValues[1] to it.groupValues[2] }
        // Every record of `bindings/mobile/src`, a line that begins with the derive or the remote of one.
        val declared = Path(System.getProperty("tidemark.generated"), "../../../../../bindings/mobile/src").listDirectoryEntries("*.rs")
            .flatMap { it.readText().split(Regex("""uniffi::(?:Record|remote\(Record\))\)?\]""")).drop(1) }
            .map { Regex("""pub struct (\w+)""").find(it)!!.groupValues[1] }
        assertTrue(declared.size > 60, "${declared.size}")
        assertEquals(emptySet(), declared.toSet() - records.keys)
        assertEquals(emptySet(), records.filterValues { Regex("""\bvar\b""").containsMatchIn(it) }.keys)
        assertTrue(records.getValue("Moment").contains("val `epochMs`: kotlin.Long"))
    }

    @Test
    fun `kotlin_target_version reads enums through entries`() {
        assertTrue(source.contains("RecordedBy.entries["))
        assertFalse(source.contains("RecordedBy.values()["))
    }

    @Test
    fun `docs cross with their units and ranges`() =
        assertTrue(source.contains("Milliseconds since 1970-01-01 UTC, within the years 1900 to 2199."))

    @Test
    fun `nothing from Android is imported`() = assertFalse(source.contains("import android."))
}
