package org.tidemark.bindings

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** The texts that the core words. */
class CatalogueTest {
    private val texts = catalogue().associateBy { it.id }

    @Test
    fun `each text has one id some words and a note for translators`() {
        assertEquals(catalogue().size, texts.size)
        assertTrue(texts.size > 100, "${texts.size}")
        assertEquals(emptyList(), texts.values.filter { it.text.isBlank() || it.note.isBlank() }.map { it.id })
        assertEquals(catalogue().map { it.id }.sorted(), catalogue().map { it.id })
    }

    @Test
    fun `a text with a count has both its forms and names what counts`() {
        val line = texts.getValue("period.line")
        assertEquals(Triple("{dates} ({days} days)", "{dates} ({days} day)", "days"), Triple(line.text, line.one, line.count))
        val counted = texts.values.filter { it.count != null }
        assertTrue(counted.all { it.one != null && "{${it.count}}" in it.text }, "${counted.filter { it.one == null }.map { it.id }}")
        assertTrue(texts.values.filter { it.count == null }.all { it.one == null })
    }

    @Test
    fun `every section that can leave has a name`() =
        assertEquals("trends" to "massage sessions", texts.getValue("label.section.trends").text to texts.getValue("label.section.sessions").text)
}
