package org.tidemark.logic.imports

import org.tidemark.bindings.Direction

/** Which column of a table is what, as the person says it. The core reads the table; this only writes down what it is told. */
public data class Mapping(
    val columns: List<TableColumn>,
    /** The measures that the diary has. */
    val measures: List<KnownMeasure>,
    val delimiter: Char,
    /** Whether numbers have a comma where others have a point. */
    val comma: Boolean = false,
    /** The marks that stand for no value, with spaces between. */
    val missing: String = "- NA",
    /** Whether it was looked through for faults: they are said from then on. */
    val checked: Boolean = false,
) {
    internal constructor(table: TableTop, measures: List<KnownMeasure>) : this(table.columns, measures, table.delimiter)

    /** What a table has once, a column takes from any other one. */
    internal fun with(at: Int, use: ColumnUse): Mapping = copy(
        columns = columns.mapIndexed { place, column ->
            when {
                place == at -> column.copy(use = use)
                use.single && column.use::class == use::class -> column.copy(use = ColumnUse.LeftOut)
                else -> column
            }
        },
    )

    /** Whether a column says how long a massage session was: then a row can be one. */
    val hasSessions: Boolean get() = columns.any { it.use == ColumnUse.Length }

    /** What is still missing before the table can be read. */
    val faults: List<Fault>
        get() {
            val uses = columns.map { it.use }
            val day = uses.filterIsInstance<ColumnUse.Day>().firstOrNull()
            val time = uses.filterIsInstance<ColumnUse.Time>().firstOrNull()
            return buildList {
                if (day == null) add(Fault.NoDay)
                if (day != null && day.format == null) add(Fault.NoFormat(place { it is ColumnUse.Day }))
                if (time != null && time.format == null) add(Fault.NoFormat(place { it is ColumnUse.Time }))
                if (time != null && day?.format?.let(::withTime) == true) add(Fault.TimeTwice)
                if (uses.none { it is ColumnUse.Values || it == ColumnUse.Note || it.ofSession }) add(Fault.NothingToTake)
                if (hasSessions && time == null && day?.format?.let(::withTime) != true) add(Fault.NoStart(place { it == ColumnUse.Length }))
                columns.forEachIndexed { at, column ->
                    if (column.use.ofSession && !hasSessions) add(Fault.NoLength(at))
                    (column.use as? ColumnUse.Values)?.let { addAll(faults(at, it)) }
                }
            }
        }

    private fun place(of: (ColumnUse) -> Boolean) = columns.indexOfFirst { of(it.use) }

    private fun faults(at: Int, values: ColumnUse.Values): List<Fault> {
        val same = columns.take(at).mapNotNull { it.use as? ColumnUse.Values }.filter { idOf(it) == idOf(values) }
        // Two labels that come to one name in files are two measures to whoever typed them.
        if (same.any { it.about == values.about || labelOf(it) != labelOf(values) }) return listOf(Fault.MeasureTwice(at))
        if (values.measureId != null) return emptyList()
        val first = same.firstOrNull { it.measureId == null && it.label.isNotBlank() }
        return buildList {
            if (values.label.isBlank()) add(Fault.NoLabel(at))
            if (values.range.answer == null) add(Fault.NoRange(at))
            if (values.direction == null) add(Fault.NoDirection(at))
            if (differ(first?.range?.answer, values.range.answer)) add(Fault.RangeDiffers(at))
            if (differ(first?.direction, values.direction)) add(Fault.DirectionDiffers(at))
        }
    }

    private fun labelOf(values: ColumnUse.Values): String =
        (measures.firstOrNull { it.id == values.measureId }?.label ?: values.label).trim().lowercase()
}

/** Whether both are said, and are not the same. */
private fun <T : Any> differ(one: T?, other: T?): Boolean = one != null && other != null && one != other

/** A column of the table, with what its first row holds: the person's own, for their eyes alone. */
public data class TableColumn(val name: String, val sample: String, val use: ColumnUse = ColumnUse.LeftOut)

/** A measure that the diary has. */
public data class KnownMeasure(val id: String, val label: String)

/** What a column is. */
public sealed interface ColumnUse {
    /** Of these a table has one. */
    public val single: Boolean get() = false

    public data object LeftOut : ColumnUse

    /** The day, or the day with its time; how it is written is a code of [dayFormats]. */
    public data class Day(val format: String?) : ColumnUse {
        override val single: Boolean get() = true
    }

    /** The time beside the day, a code of [timeFormats]. */
    public data class Time(val format: String?) : ColumnUse {
        override val single: Boolean get() = true
    }

    public data object Note : ColumnUse {
        override val single: Boolean get() = true
    }

    /** How long a massage session was, in minutes; without it no row is one. */
    public data object Length : ColumnUse {
        override val single: Boolean get() = true
    }

    /** The style of a massage session. */
    public data object Style : ColumnUse {
        override val single: Boolean get() = true
    }

    /** The pressure of a massage session, 1 to 5. */
    public data object Pressure : ColumnUse {
        override val single: Boolean get() = true
    }

    /** Numbers: of a measure of the diary, or of a new one. */
    public data class Values(
        val measureId: String? = null,
        val label: String = "",
        val range: RangeTyped = RangeTyped(),
        val direction: Direction? = null,
        val about: About = About.DAY,
    ) : ColumnUse
}

/** What numbers are about. Of one measure a table may have each of these once. */
public enum class About {
    DAY,

    /** The time before the massage session of the row. */
    BEFORE,

    /** The time after it. */
    AFTER,
}

/** Whether it means something in a row with a massage session alone. */
private val ColumnUse.ofSession: Boolean
    get() = when (this) {
        ColumnUse.Length, ColumnUse.Style, ColumnUse.Pressure -> true
        is ColumnUse.Values -> about != About.DAY
        ColumnUse.LeftOut, ColumnUse.Note, is ColumnUse.Day, is ColumnUse.Time -> false
    }

/** What keeps a table from being read; a place is that of the column. */
public sealed interface Fault {
    public data object NoDay : Fault

    /** It has to be said how the day or the time is written. */
    public data class NoFormat(val at: Int) : Fault

    /** The day has a time in it already. */
    public data object TimeTwice : Fault

    public data object NothingToTake : Fault

    /** A massage session needs the time it began; the place is that of its length. */
    public data class NoStart(val at: Int) : Fault

    /** It is of a massage session, and no column says how long one was. */
    public data class NoLength(val at: Int) : Fault

    /** Another column is this measure already. */
    public data class MeasureTwice(val at: Int) : Fault

    public data class NoLabel(val at: Int) : Fault

    public data class NoRange(val at: Int) : Fault

    public data class NoDirection(val at: Int) : Fault

    /** An earlier column of the same new measure has another range. */
    public data class RangeDiffers(val at: Int) : Fault

    /** An earlier column of the same new measure has another direction. */
    public data class DirectionDiffers(val at: Int) : Fault
}

/** The name of a measure in files: the diary's own, or one made of the label, the same each time the file is read. */
internal fun idOf(values: ColumnUse.Values): String = values.measureId ?: run {
    // A letter of another script is its number, or two words of it were one measure.
    val name = values.label.trim().lowercase().map { letter ->
        when {
            letter in 'a'..'z' || letter in '0'..'9' -> "$letter"
            letter.code < 0x80 -> "_"
            else -> "u" + letter.code.toString(16)
        }
    }.joinToString("")
    "own_$name".take(MOST_OF_A_NAME)
}

private const val MOST_OF_A_NAME = 40
