package org.tidemark.logic

import java.math.BigDecimal

/** More cells than these are no pad but a stepper. */
private const val MOST_CELLS = 11

/** The numbers of a pad from lowest to highest, in thousandths; none when there are too many for cells. */
public val Question.cells: List<Long>?
    get() {
        val steps = (maxMilli - minMilli) / stepMilli + 1
        return if (steps > MOST_CELLS) null else (minMilli..maxMilli step stepMilli).toList()
    }

/** [from] moved by that many steps, within the scale. Without a number it begins in the middle: no end pulls the answer. */
public fun Question.stepped(from: Long?, by: Int): Long {
    val middle = minMilli + (maxMilli - minMilli) / stepMilli / 2 * stepMilli
    return if (from == null) middle else (from + by * stepMilli).coerceIn(minMilli, maxMilli)
}

/** What was typed, in thousandths, with a decimal point or comma; none when it is no number of the scale. */
public fun Question.typed(text: String): Long? {
    val milli = text.trim().replace(',', '.').toBigDecimalOrNull()?.multiply(BigDecimal(1000)) ?: return null
    val whole = runCatching { milli.longValueExact() }.getOrNull() ?: return null
    return whole.takeIf { it in minMilli..maxMilli && (it - minMilli) % stepMilli == 0L }
}
