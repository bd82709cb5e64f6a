package org.tidemark.ui.trends

import org.tidemark.bindings.MeasureUnit
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.hours
import org.tidemark.ui.words.number
import kotlin.math.roundToLong

/** A value in its measure's unit: 6.5 or 7 h 15. */
internal fun Words.value(unit: MeasureUnit, value: Double): String =
    if (unit == MeasureUnit.HOUR) hours(milli(value)) else plain(value)

/** A number without its unit, as an axis has it. */
internal fun Words.plain(value: Double): String = number(milli(value))

private fun milli(value: Double): Long = (value * 1000).roundToLong()
