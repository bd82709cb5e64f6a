package org.tidemark.logic.imports

/** A way to write days or times, as the core names it, with 24 November 2026, 21:04 written so. */
public data class WrittenAs(val code: String, val example: String)

/** The ways to write a day, or a day with its time in one column. */
public val dayFormats: List<WrittenAs> = listOf(
    WrittenAs("%Y-%m-%d", "2026-11-24"),
    WrittenAs("%d/%m/%Y", "24/11/2026"),
    WrittenAs("%m/%d/%Y", "11/24/2026"),
    WrittenAs("%d.%m.%Y", "24.11.2026"),
    WrittenAs("%d-%m-%Y", "24-11-2026"),
    WrittenAs("%Y/%m/%d", "2026/11/24"),
    WrittenAs("%Y-%m-%d %H:%M", "2026-11-24 21:04"),
    WrittenAs("%Y-%m-%d %H:%M:%S", "2026-11-24 21:04:00"),
    WrittenAs("%Y-%m-%dT%H:%M:%S", "2026-11-24T21:04:00"),
    WrittenAs("%Y-%m-%dT%H:%M:%S%:z", "2026-11-24T21:04:00+01:00"),
    WrittenAs("%d/%m/%Y %H:%M", "24/11/2026 21:04"),
    WrittenAs("%m/%d/%Y %I:%M %p", "11/24/2026 09:04 PM"),
    WrittenAs("%d.%m.%Y %H:%M", "24.11.2026 21:04"),
)

/** The ways to write a time beside its day. */
public val timeFormats: List<WrittenAs> = listOf(
    WrittenAs("%H:%M", "21:04"),
    WrittenAs("%H:%M:%S", "21:04:00"),
    WrittenAs("%I:%M %p", "09:04 PM"),
)

/** Whether a day written so has its time with it. */
internal fun withTime(code: String): Boolean = code.contains("%M")

/** The one way in which [sample] can be written; none when no way fits, or more than one: then the person says it. */
public fun List<WrittenAs>.onlyFor(sample: String): String? = filter { fits(it.code, sample.trim()) }.singleOrNull()?.code

/** Whether a text can be written so: its numbers in their bounds, everything else as it stands. */
internal fun fits(code: String, text: String): Boolean {
    var at = 0
    var next = 0
    while (next < code.length) {
        val letter = code[next]
        if (letter != '%') {
            if (at >= text.length || text[at] != letter) return false
            at++
            next++
            continue
        }
        val named = if (code[next + 1] == ':') code.substring(next + 1, next + 3) else code.substring(next + 1, next + 2)
        next += 1 + named.length
        val rest = text.substring(at)
        at += when (named) {
            "Y" -> digits(rest, 4, 4, 1..9999)
            "d" -> digits(rest, 1, 2, 1..31)
            "m" -> digits(rest, 1, 2, 1..12)
            "H" -> digits(rest, 1, 2, 0..23)
            "I" -> digits(rest, 1, 2, 1..12)
            "M" -> digits(rest, 2, 2, 0..59)
            "S" -> digits(rest, 2, 2, 0..59)
            "p" -> if (rest.take(2).lowercase() in setOf("am", "pm")) 2 else null
            else -> offset(rest)
        } ?: return false
    }
    return at == text.length
}

/** How many digits stand at the beginning, when they make a number in its bounds. */
private fun digits(text: String, least: Int, most: Int, bounds: IntRange): Int? {
    val found = text.take(most).takeWhile { it in '0'..'9' }
    return found.length.takeIf { it >= least && found.toInt() in bounds }
}

/** The length of `+01:00`. */
private fun offset(text: String): Int? =
    OFFSET.length.takeIf { text.length >= it && text[0] in "+-" && text[3] == ':' && (text.substring(1, 3) + text.substring(4, 6)).all { digit -> digit in '0'..'9' } }

private const val OFFSET = "+01:00"
