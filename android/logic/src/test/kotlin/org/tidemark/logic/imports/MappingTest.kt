package org.tidemark.logic.imports

import org.tidemark.bindings.Direction
import kotlin.test.Test
import kotlin.test.assertEquals

/** What is said of the columns: what is missing in it, and the map that is written of it. */
class MappingTest {
    private val known = listOf(KnownMeasure("stress", "Stress"), KnownMeasure("mood", "Mood"), KnownMeasure("own_warmth", "Warmth"))
    private val day = "Day" to ColumnUse.Day("%d/%m/%Y")
    private val start = "Start" to ColumnUse.Time("%H:%M")
    private val length = "Length" to ColumnUse.Length

    private fun table(vararg columns: Pair<String, ColumnUse>) = Mapping(columns.map { (name, use) -> TableColumn(name, "", use) }, known, '|')

    private fun of(measure: String, about: About) = ColumnUse.Values(measureId = measure, about = about)

    private fun calm(about: About, label: String = "Calm", highest: String = "10", direction: Direction? = Direction.HIGHER_BETTER) =
        ColumnUse.Values(label = label, range = RangeTyped("0", highest, "0,5"), direction = direction, about = about)

    @Test
    fun `two words of another script are two measures`() {
        // Three letters each, so that nothing but the letters tells them apart.
        assertEquals(emptyList(), table(day, "a" to calm(About.DAY, "Сон"), "b" to calm(About.DAY, "Дом")).faults)
        assertEquals(listOf<Fault>(Fault.MeasureTwice(2)), table(day, "a" to calm(About.DAY, "Сон"), "b" to calm(About.DAY, "сон ")).faults)
    }

    @Test
    fun `a zone is found by its city as it is typed`() {
        for (typed in listOf("new york", "New_York")) assertEquals(true, "America/New_York" in zonesLike(typed), typed)
        assertEquals(emptyList(), zonesLike("x") + zonesLike(" "))
    }

    @Test
    fun `sessions stand after the lines of the whole and before the measures and a measure stands once`() {
        val told = table(
            day, start, length, "Style" to ColumnUse.Style, "Firm" to ColumnUse.Pressure, "Stress" to of("stress", About.DAY),
            "Stress \"before\"" to of("stress", About.BEFORE), "Stress after" to of("stress", About.AFTER), "Calm before" to calm(About.BEFORE),
            "Calm after" to calm(About.AFTER, " calm "), "Words" to ColumnUse.Note, "Rest" to ColumnUse.LeftOut,
        )
        assertEquals(emptyList(), told.faults)
        val wanted = """
            format = "columns"
            delimiter = "|"
            decimal = "."
            missing = ["-", "NA"]
            date = { column = "Day", format = "%d/%m/%Y" }
            note = "Words"

            [session]
            started = { column = ["Day", "Start"], format = "%d/%m/%Y %H:%M" }
            minutes = "Length"
            modality = "Style"
            pressure = "Firm"
            before = { stress = "Stress \"before\"", own_calm = "Calm before" }
            after = { stress = "Stress after", own_calm = "Calm after" }

            [[measure]]
            id = "stress"
            column = "Stress"

            [[measure]]
            id = "own_calm"
            label = "Calm"
            min = "0"
            max = "10"
            step = "0.5"
            direction = "higher_better"

        """.trimIndent()
        assertEquals(wanted, told.toml())
    }

    @Test
    fun `a day with its time is when the session began and a measure of the diary needs no part`() {
        val wanted = """
            format = "columns"
            delimiter = "|"
            decimal = "."
            missing = ["-", "NA"]
            time = { column = "When", format = "%Y-%m-%d %H:%M" }

            [session]
            started = { column = "When", format = "%Y-%m-%d %H:%M" }
            minutes = "Length"
            before = { mood = "Mood" }

        """.trimIndent()
        val told = table(length, "Mood" to of("mood", About.BEFORE), "When" to ColumnUse.Day("%Y-%m-%d %H:%M"))
        assertEquals(emptyList(), told.faults)
        assertEquals(wanted, told.toml())
    }

    @Test
    fun `without sessions a time is that of the whole row and a new measure of two kinds is one with its column`() {
        val alone = """
            format = "columns"
            delimiter = "|"
            decimal = "."
            missing = ["-", "NA"]
            time = { column = ["Day", "Start"], format = "%d/%m/%Y %H:%M" }

            [[measure]]
            id = "mood"
            column = "Mood"

        """.trimIndent()
        assertEquals(alone, table(day, start, "Mood" to of("mood", About.DAY)).toml())
        val both = table(day, start, length, "Calm after" to calm(About.AFTER), "Calm" to calm(About.DAY))
        assertEquals(emptyList(), both.faults)
        val parts = """
            [session]
            started = { column = ["Day", "Start"], format = "%d/%m/%Y %H:%M" }
            minutes = "Length"
            after = { own_calm = "Calm after" }

            [[measure]]
            id = "own_calm"
            column = "Calm"
            label = "Calm"
            min = "0"
            max = "10"
            step = "0.5"
            direction = "higher_better"

        """.trimIndent()
        assertEquals(parts, both.toml().substringAfter("\n\n"))
    }

    @Test
    fun `a session needs its length and the time it began`() {
        assertEquals(listOf(Fault.NoDay, Fault.NoStart(0)), table(length).faults)
        assertEquals(listOf(Fault.NoStart(1)), table(day, length).faults)
        assertEquals(listOf(Fault.NoFormat(0), Fault.NoStart(1)), table("Day" to ColumnUse.Day(null), length).faults)
        assertEquals(listOf<Fault>(Fault.NoFormat(1)), table(day, "Start" to ColumnUse.Time(null), length).faults)
        assertEquals(emptyList(), table(day, start, length).faults)
        assertEquals(emptyList(), table("When" to ColumnUse.Day("%Y-%m-%dT%H:%M:%S%:z"), length).faults)
        // Each part of a session says so by itself, where it stands; nothing of a session is nothing to take.
        val parts = listOf(ColumnUse.Style, ColumnUse.Pressure, of("mood", About.BEFORE), of("mood", About.AFTER))
        for (part in parts) assertEquals(listOf<Fault>(Fault.NoLength(2)), table(day, start, "Part" to part).faults, "$part")
        assertEquals(listOf<Fault>(Fault.NothingToTake), table(day, start).faults)
    }

    @Test
    fun `numbers stay what they were said to be when the length goes and when it comes back`() {
        val told = table(day, start, length, "Style" to ColumnUse.Style, "Before" to calm(About.BEFORE), "After" to calm(About.AFTER), "Calm" to calm(About.DAY))
        assertEquals(emptyList(), told.faults)
        val gone = told.with(2, ColumnUse.LeftOut)
        assertEquals(listOf<Fault>(Fault.NoLength(3), Fault.NoLength(4), Fault.NoLength(5)), gone.faults)
        assertEquals(told.columns.drop(3), gone.columns.drop(3))
        assertEquals(told, gone.with(2, ColumnUse.Length))
    }

    @Test
    fun `a measure is of the day, before and after once each`() {
        val stress = About.entries.map { it.name to of("stress", it) }.toTypedArray()
        assertEquals(emptyList(), table(day, start, length, *stress).faults)
        for ((at, about) in About.entries.withIndex()) {
            assertEquals(listOf<Fault>(Fault.MeasureTwice(6)), table(day, start, length, *stress, "Again" to of("stress", about)).faults, "$at")
        }
        val twice = table(day, start, length, "One" to calm(About.AFTER), "Two" to calm(About.AFTER, "CALM"))
        assertEquals(listOf<Fault>(Fault.MeasureTwice(4)), twice.faults)
    }

    @Test
    fun `two columns of one new measure say the same of it`() {
        fun second(values: ColumnUse.Values) = table(day, start, length, "One" to calm(About.BEFORE), "Two" to values).faults
        assertEquals(emptyList(), second(calm(About.AFTER, "calm", "10,0")))
        assertEquals(listOf<Fault>(Fault.RangeDiffers(4)), second(calm(About.AFTER, highest = "5")))
        assertEquals(listOf<Fault>(Fault.DirectionDiffers(4)), second(calm(About.AFTER, direction = Direction.NEUTRAL)))
        // What is not said yet is asked for, and differs from nothing.
        assertEquals(listOf(Fault.NoRange(4), Fault.NoDirection(4)), second(calm(About.AFTER, highest = "", direction = null)))
        val unnamed = table(day, start, length, "One" to calm(About.BEFORE, " "), "Two" to calm(About.AFTER, "", "5"))
        assertEquals(listOf<Fault>(Fault.NoLabel(3), Fault.NoLabel(4)), unnamed.faults)
    }

    @Test
    fun `two labels of one name in files are not taken for one measure and the diary's own label is`() {
        val marks = table(day, start, length, "One" to calm(About.BEFORE, "Calm!"), "Two" to calm(About.AFTER, "Calm?"))
        assertEquals(listOf<Fault>(Fault.MeasureTwice(4)), marks.faults)
        val long = "How tense my shoulders and my neck are "
        val cut = table(day, start, length, "One" to calm(About.BEFORE, long + "left"), "Two" to calm(About.AFTER, long + "right"))
        assertEquals(listOf<Fault>(Fault.MeasureTwice(4)), cut.faults)
        val own = table(day, start, length, "One" to of("own_warmth", About.BEFORE), "Two" to calm(About.AFTER, "warmth"))
        assertEquals(emptyList(), own.faults)
        // What was typed is written, and the core says whether the diary's measure is the same.
        assertEquals("label = \"warmth\"", own.toml().substringAfter("id = \"own_warmth\"\n").substringBefore("\n"))
    }

    @Test
    fun `length, style and pressure are one column each`() {
        for (use in listOf(ColumnUse.Length, ColumnUse.Style, ColumnUse.Pressure)) {
            val moved = table(day, "One" to use, "Mood" to of("mood", About.DAY), "Two" to ColumnUse.LeftOut).with(3, use)
            assertEquals(listOf(day.second, ColumnUse.LeftOut, of("mood", About.DAY), use), moved.columns.map { it.use })
        }
    }
}
