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

    /** A column that is a day, a time or the note takes that from any other one. */
    internal fun with(at: Int, use: ColumnUse): Mapping = copy(
        columns = columns.mapIndexed { place, column ->
            when {
                place == at -> column.copy(use = use)
                use.single && column.use::class == use::class -> column.copy(use = ColumnUse.LeftOut)
                else -> column
            }
        },
    )

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
                if (uses.none { it is ColumnUse.Values || it == ColumnUse.Note }) add(Fault.NothingToTake)
                columns.forEachIndexed { at, column -> (column.use as? ColumnUse.Values)?.let { addAll(faults(at, it)) } }
            }
        }

    private fun place(of: (ColumnUse) -> Boolean) = columns.indexOfFirst { of(it.use) }

    private fun faults(at: Int, values: ColumnUse.Values): List<Fault> {
        val same = columns.withIndex().any { (place, other) -> place < at && (other.use as? ColumnUse.Values)?.let(::idOf) == idOf(values) }
        if (same) return listOf(Fault.MeasureTwice(at))
        if (values.measureId != null) return emptyList()
        return buildList {
            if (values.label.isBlank()) add(Fault.NoLabel(at))
            if (values.range.answer == null) add(Fault.NoRange(at))
            if (values.direction == null) add(Fault.NoDirection(at))
        }
    }
}

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

    /** Numbers: of a measure of the diary, or of a new one. */
    public data class Values(
        val measureId: String? = null,
        val label: String = "",
        val range: RangeTyped = RangeTyped(),
        val direction: Direction? = null,
    ) : ColumnUse
}

/** What keeps a table from being read; a place is that of the column. */
public sealed interface Fault {
    public data object NoDay : Fault

    /** It has to be said how the day or the time is written. */
    public data class NoFormat(val at: Int) : Fault

    /** The day has a time in it already. */
    public data object TimeTwice : Fault

    public data object NothingToTake : Fault

    /** Another column is this measure already. */
    public data class MeasureTwice(val at: Int) : Fault

    public data class NoLabel(val at: Int) : Fault

    public data class NoRange(val at: Int) : Fault

    public data class NoDirection(val at: Int) : Fault
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
