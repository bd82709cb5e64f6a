package org.tidemark.logic.imports

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

/** The top of a table, in the ways programs write one. */
class TableTopTest {
    private fun names(bytes: ByteArray) = tableTop(bytes)?.let { top -> top.columns.map { it.name to it.sample } to top.delimiter }

    private val wanted = listOf("Tag" to "1", "Gefühl, früh" to "a \"b\"")

    @Test
    fun `delimiters marks and encodings are told`() {
        for (mark in listOf(',', ';', '\t', '|')) {
            val text = "\r\n Tag $mark\"Gefühl, früh\"\r\n1$mark\"a \"\"b\"\"\"\r\n"
            assertEquals(wanted to mark, names(text.toByteArray()), "$mark")
            assertEquals(wanted to mark, names(text.toByteArray(charset("windows-1252"))), "$mark, 1252")
            assertEquals(wanted to mark, names(byteArrayOf(-1, -2) + text.toByteArray(Charsets.UTF_16LE)), "$mark, UTF-16")
            assertEquals(wanted to mark, names(byteArrayOf(-17, -69, -65) + text.toByteArray()), "$mark, mark")
        }
        assertEquals(listOf("a" to "", "b" to "") to ',', names("a,b".toByteArray()))
        assertEquals(listOf("a" to "1", "b\nc" to "2") to ';', names("a;\"b\nc\"\n1;2\n3;4".toByteArray()))
    }

    @Test
    fun `bytes of Windows that are no letters of Latin-1 are read as that system writes them`() {
        // The euro sign, an s with a caron, a dash.
        val bytes = byteArrayOf(0x80.toByte(), 0x2c, 0x9a.toByte(), 0x0a, 0x31, 0x2c, 0x96.toByte())
        assertEquals(listOf("€" to "1", "š" to "–") to ',', names(bytes))
    }

    @Test
    fun `what is no table of two columns is none`() {
        assertNull(names(ByteArray(0)))
        assertNull(names("Dear diary\n".toByteArray()))
        assertNull(names(byteArrayOf(0x50, 0x4b, 3, 4, 0, 0, ','.code.toByte(), 1)))
    }

    @Test
    fun `a long file is read no further than its top`() {
        val long = "a,b\n" + "1,é\n".repeat(200_000)
        val path = kotlin.io.path.createTempFile().toFile().apply { writeText(long) }
        assertEquals(listOf("a" to "1", "b" to "é"), columnsOf(path.path)?.columns?.map { it.name to it.sample })
        path.delete()
    }

    @Test
    fun `a day fits the ways it can be written in and is taken for none of two`() {
        assertEquals(listOf("%d/%m/%Y", "%m/%d/%Y"), dayFormats.map { it.code }.filter { fits(it, "03/11/2026") })
        assertNull(dayFormats.onlyFor("03/11/2026"))
        assertEquals("%d/%m/%Y", dayFormats.onlyFor("24/11/2026"))
        assertEquals("%m/%d/%Y", dayFormats.onlyFor("11/24/2026"))
        assertNull(dayFormats.onlyFor("2026-13-01"))
        assertEquals("%I:%M %p", timeFormats.onlyFor("9:04 pm"))
        assertEquals("%H:%M", timeFormats.onlyFor("21:04"))
        // Each example is written as its code says, and so by no other one that has as many numbers.
        for (way in dayFormats + timeFormats) assertEquals(true, fits(way.code, way.example), way.code)
    }
}
