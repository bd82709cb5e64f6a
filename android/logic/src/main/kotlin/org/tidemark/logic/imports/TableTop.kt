package org.tidemark.logic.imports

import java.io.IOException
import java.io.RandomAccessFile
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.nio.charset.Charset

/** The column names of a table, each with what stands below it, and what is between them. */
internal data class TableTop(val columns: List<TableColumn>, val delimiter: Char)

/** So much of a file is looked at: its first two rows. */
private const val TOP = 256 * 1024

/**
 * What the top of a file says, so that a person can say which column is what; none when it is no table of two columns or more. The
 * core reads the file itself, and says what is wrong with it.
 */
internal fun columnsOf(path: String): TableTop? = try {
    // `readNBytes` came with Android 13.
    RandomAccessFile(path, "r").use { file -> ByteArray(minOf(file.length(), TOP.toLong()).toInt()).also(file::readFully) }.let(::tableTop)
} catch (_: IOException) {
    null
}

internal fun tableTop(bytes: ByteArray): TableTop? {
    // A row that was cut by the limit is not looked at.
    val whole = if (bytes.size < TOP) bytes else bytes.copyOf(bytes.lastIndexOf('\n'.code.toByte()) + 1)
    val text = decoded(whole).takeIf { '\u0000' !in it } ?: return null
    val first = firstRow(text)
    val delimiter = delimiters.maxBy { mark -> first.split(mark).size }
    val rows = rows(text, delimiter, most = 2)
    val names = rows.firstOrNull()?.map { it.trim() }.orEmpty()
    if (names.size < 2) return null
    return TableTop(names.mapIndexed { at, name -> TableColumn(name, rows.getOrNull(1)?.getOrNull(at).orEmpty().trim()) }, delimiter)
}

/** Of two that stand equally often the earlier one. */
private val delimiters = listOf(',', ';', '\t', '|')

private fun firstRow(text: String): String {
    var quoted = false
    return text.trimStart('\n', '\r').takeWhile { letter ->
        if (letter == '"') quoted = !quoted
        quoted || letter != '\n' && letter != '\r'
    }.replace(Regex("\"[^\"]*\""), "")
}

private fun decoded(bytes: ByteArray): String {
    fun begins(vararg mark: Int) = bytes.size >= mark.size && mark.indices.all { bytes[it] == mark[it].toByte() }
    return when {
        begins(0xEF, 0xBB, 0xBF) -> bytes.decodeToString(3)
        begins(0xFF, 0xFE) -> String(bytes, 2, bytes.size - 2, Charsets.UTF_16LE)
        begins(0xFE, 0xFF) -> String(bytes, 2, bytes.size - 2, Charsets.UTF_16BE)
        else -> try {
            Charsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()
        } catch (_: CharacterCodingException) {
            String(bytes, Charset.forName("windows-1252"))
        }
    }
}

/** The first rows of a table, blank lines left out; a quote counts only where a field begins, and `""` in it is one. */
private fun rows(text: String, delimiter: Char, most: Int): List<List<String>> {
    val rows = mutableListOf<List<String>>()
    var row = mutableListOf<String>()
    var field = StringBuilder()
    var quoted = false
    var at = 0
    fun endField() {
        row += field.toString()
        field = StringBuilder()
    }
    fun endRow() {
        endField()
        if (row.size > 1 || row.single().isNotBlank()) rows += row
        row = mutableListOf()
    }
    while (at < text.length && rows.size < most) {
        val letter = text[at]
        when {
            quoted && letter == '"' && text.getOrNull(at + 1) == '"' -> field.append(text[at++])
            quoted && letter == '"' -> quoted = false
            quoted -> field.append(letter)
            letter == '"' && field.isEmpty() -> quoted = true
            letter == delimiter -> endField()
            letter == '\n' || letter == '\r' -> endRow()
            else -> field.append(letter)
        }
        at++
    }
    if (rows.size < most && (row.isNotEmpty() || field.isNotEmpty())) endRow()
    return rows
}
