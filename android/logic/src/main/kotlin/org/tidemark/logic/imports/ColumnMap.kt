package org.tidemark.logic.imports

/** The column map of the core: `docs/formats.md`. */
internal fun Mapping.toml(): String {
    val day = columns.first { it.use is ColumnUse.Day }
    val time = columns.firstOrNull { it.use is ColumnUse.Time }
    val dayFormat = (day.use as ColumnUse.Day).format.orEmpty()
    val timeFormat = (time?.use as? ColumnUse.Time)?.format
    val lines = mutableListOf(
        "format = \"columns\"",
        "delimiter = ${if (delimiter == '\t') "\"tab\"" else quoted(delimiter.toString())}",
        "decimal = \"${if (comma) "," else "."}\"",
        "missing = [${missing.split(' ').filter { it.isNotEmpty() }.joinToString(", ") { quoted(it) }}]",
        when {
            time != null -> "time = { column = [${quoted(day.name)}, ${quoted(time.name)}], format = ${quoted("$dayFormat $timeFormat")} }"
            withTime(dayFormat) -> "time = { column = ${quoted(day.name)}, format = ${quoted(dayFormat)} }"
            else -> "date = { column = ${quoted(day.name)}, format = ${quoted(dayFormat)} }"
        },
    )
    columns.firstOrNull { it.use == ColumnUse.Note }?.let { lines += "note = ${quoted(it.name)}" }
    for (column in columns) (column.use as? ColumnUse.Values)?.let { lines += lines(column.name, it) }
    return lines.joinToString("\n", postfix = "\n")
}

private fun lines(column: String, values: ColumnUse.Values): List<String> {
    val of = listOf("", "[[measure]]", "id = ${quoted(idOf(values))}", "column = ${quoted(column)}")
    val direction = values.direction
    if (values.measureId != null || direction == null) return of
    val number = { text: String -> quoted(text.milli()?.let { plain(it) }.orEmpty()) }
    return of + listOf(
        "label = ${quoted(values.label.trim())}",
        "min = ${number(values.range.lowest)}",
        "max = ${number(values.range.highest)}",
        "step = ${number(values.range.step)}",
        "direction = ${quoted(direction.name.lowercase())}",
    )
}

/** A text as TOML writes it. */
private fun quoted(text: String): String = text.map { letter ->
    when {
        letter == '"' || letter == '\\' -> "\\$letter"
        letter < ' ' || letter == '\u007f' -> "\\u" + letter.code.toString(16).padStart(4, '0')
        else -> letter.toString()
    }
}.joinToString("", "\"", "\"")
