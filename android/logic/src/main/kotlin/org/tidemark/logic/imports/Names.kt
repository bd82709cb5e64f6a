package org.tidemark.logic.imports

import org.tidemark.bindings.ImportName
import java.math.BigDecimal
import java.time.ZoneId

/** What a name of a file became, as the screen shows it. */
public sealed interface Becoming {
    /** A mood word: 1, the lowest, to 5. */
    public data class Mood(val number: Int) : Becoming

    /** A practice, by its code. */
    public data class OfPractice(val kind: String) : Becoming

    /** A measure, by its id, with its scale in the core's words. */
    public data class OfMeasure(val text: String) : Becoming

    public data object InNote : Becoming

    public data object LeftOut : Becoming

    /** Nothing yet: the person is asked. */
    public data class Asked(val takes: Takes) : Becoming
}

/** What may be answered for a name. Every one may also be left out. */
public enum class Takes { MOOD, PRACTICE, RANGE, OTHER }

/** The answer that leaves the rows of a name out. */
public const val SKIP: String = "skip"

/**
 * What a name became. The library says it in words alone, of which the codes and numbers are read here, in one place; words that
 * nobody knows here are shown as they are.
 */
public val ImportName.becoming: Becoming
    get() {
        val said = becomes ?: return Becoming.Asked(takes.orEmpty().takes())
        val mood = said.removePrefix("$MOOD ").takeIf { it != said }?.toIntOrNull()
        return when {
            said == "left out" -> Becoming.LeftOut
            said == "words in a note" -> Becoming.InNote
            said.startsWith("practice ") -> Becoming.OfPractice(said.removePrefix("practice "))
            mood != null -> Becoming.Mood(mood)
            else -> Becoming.OfMeasure(said)
        }
    }

/** The measure of Daylio's five moods. */
private const val MOOD = "daylio_mood"

private fun String.takes(): Takes = when {
    startsWith("a number from 1") -> Takes.MOOD
    startsWith("a practice") -> Takes.PRACTICE
    startsWith("a range") -> Takes.RANGE
    else -> Takes.OTHER
}

/** What can be answered for a name, placed or not; none when the reader leaves no choice but leaving it out. */
public val ImportName.takesNow: Takes?
    get() = when (val becoming = becoming) {
        is Becoming.Mood -> Takes.MOOD
        is Becoming.OfPractice -> Takes.PRACTICE
        is Becoming.Asked -> becoming.takes
        is Becoming.OfMeasure, Becoming.InNote, Becoming.LeftOut -> null
    }

/** The zones that hold what was typed, at most so many that a list is still looked through. */
internal fun zonesLike(text: String): List<String> {
    val wanted = text.trim().replace(' ', '_')
    if (wanted.length < 2) return emptyList()
    val like = ZoneId.getAvailableZoneIds().filter { '/' in it && it.contains(wanted, ignoreCase = true) && it != text }
    return like.sorted().take(MOST_ZONES)
}

private const val MOST_ZONES = 6

/** A number as it is typed, in thousandths: digits with a point or a comma. */
internal fun String.milli(): Long? = trim().replace(',', '.').takeIf { typed.matches(it) }?.toBigDecimal()?.movePointRight(3)?.toLong()

private val typed = Regex("-?[0-9]{1,9}(\\.[0-9]{1,3})?")

/** A number in thousandths as the core reads it: a point, and no zeros at its end. */
internal fun plain(milli: Long): String = BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString()
