package org.tidemark.logic.imports

/** The column map of the core: `docs/formats.md`. */
internal fun Mapping.toml(): String {
    val day = columns.first { it.use is ColumnUse.Day }
    val time = columns.firstOrNull { it.use is ColumnUse.Time }
    val dayFormat = (day.use as ColumnUse.Day).format.orEmpty()
    val timeFormat = (time?.use as? ColumnUse.Time)?.format
    val dayAlone = written(quoted(day.name), dayFormat)
    val moment = if (time == null) dayAlone else written("[${quoted(day.name)}, ${quoted(time.name)}]", "$dayFormat $timeFormat")
    val lines = mutableListOf(
        "format = \"columns\"",
        "delimiter = ${if (delimiter == '\t') "\"tab\"" else quoted(delimiter.toString())}",
        "decimal = \"${if (comma) "," else "."}\"",
        "missing = [${missing.split(' ').filter { it.isNotEmpty() }.joinToString(", ") { quoted(it) }}]",
        when {
            withTime(dayFormat) -> "time = $dayAlone"
            // The time is when the session began. What is of the day is of the day: a row without a session may have no time.
            time == null || hasSessions -> "date = $dayAlone"
            else -> "time = $moment"
        },
    )
    named(ColumnUse.Note)?.let { lines += "note = $it" }
    named(ColumnUse.Length)?.let { lines += session(moment, it) }
    // A measure stands once, whichever of its columns the table has.
    valued().groupBy { (_, values) -> idOf(values) }.forEach { (id, columns) -> lines += measure(id, columns) }
    return lines.joinToString("\n", postfix = "\n")
}

private fun written(column: String, format: String): String = "{ column = $column, format = ${quoted(format)} }"

private fun Mapping.named(use: ColumnUse): String? = columns.firstOrNull { it.use == use }?.let { quoted(it.name) }

/** The columns with numbers, by their names as TOML writes them. */
private fun Mapping.valued(): List<Pair<String, ColumnUse.Values>> =
    columns.mapNotNull { column -> (column.use as? ColumnUse.Values)?.let { quoted(column.name) to it } }

private fun Mapping.session(started: String, minutes: String): List<String> = buildList {
    addAll(listOf("", "[session]", "started = $started", "minutes = $minutes"))
    named(ColumnUse.Style)?.let { add("modality = $it") }
    named(ColumnUse.Pressure)?.let { add("pressure = $it") }
    for ((key, about) in listOf("before" to About.BEFORE, "after" to About.AFTER)) {
        val rated = valued().filter { (_, values) -> values.about == about }
        if (rated.isNotEmpty()) add("$key = { ${rated.joinToString(", ") { (name, values) -> "${idOf(values)} = $name" }} }")
    }
}

/** The part of a measure; one that the diary has needs none for what is rated around a session. */
private fun measure(id: String, columns: List<Pair<String, ColumnUse.Values>>): List<String> {
    val ofDay = columns.firstOrNull { (_, values) -> values.about == About.DAY }?.let { (name, _) -> "column = $name" }
    val made = columns.map { (_, values) -> values }.firstOrNull { it.measureId == null }?.let(::definition).orEmpty()
    if (ofDay == null && made.isEmpty()) return emptyList()
    return listOf("", "[[measure]]", "id = ${quoted(id)}") + listOfNotNull(ofDay) + made
}

private fun definition(values: ColumnUse.Values): List<String> {
    val direction = values.direction ?: return emptyList()
    val number = { text: String -> quoted(text.milli()?.let { plain(it) }.orEmpty()) }
    return listOf(
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
