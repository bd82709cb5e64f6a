package org.tidemark.logic.settings

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.MeasureUnit
import org.tidemark.logic.CareDiary
import org.tidemark.logic.shown
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

class OwnMeasureTest {
    @TempDir
    lateinit var folder: Path

    private fun other(lowest: String, highest: String) = OwnMeasure("Sway", scale = OwnScale.OTHER, lowest = lowest, highest = highest).ends

    @Test
    fun `typed ends are whole numbers with the highest above the lowest by a thousand at most`() {
        assertEquals(-5 to 5, other("-5", " +5 "))
        assertEquals(-5 to 0, other("−5", "0"))
        assertEquals(0 to 1000, other("0", "1000"))
        assertEquals(99_000 to 100_000, other("99000", "100000"))
        val none = listOf(
            "" to "5", "0" to "", "0" to "5.5", "0" to "5,5", "a" to "5", "5" to "5", "5" to "-5", "0" to "1001",
            "99999" to "100001", "-100001" to "-100000", "0" to "99999999999", "1 0" to "20", "--5" to "5",
        )
        none.forEach { (lowest, highest) -> assertNull(other(lowest, highest), "$lowest to $highest") }
    }

    @Test
    fun `saving needs a name and ends and waits for the one before`() {
        assertEquals(false, OwnMeasure(" ").canSave)
        assertEquals(true, OwnMeasure("Sway").canSave)
        assertEquals(false, OwnMeasure("Sway", saving = true).canSave)
        assertEquals(false, OwnMeasure("Sway", scale = OwnScale.OTHER, lowest = "1").canSave)
        val saving = SettingsState(own = OwnMeasure("Sway", scale = OwnScale.OTHER))
        assertEquals(saving to emptyList(), reduce(saving, SettingsEvent.OwnSaved).let { it.state to it.effects })
    }

    @Test
    fun `each scale is on disk as it was chosen`() {
        CareDiary(folder).use { real ->
            val env = real.env()
            val screen = env.shown(settingsFeature(env))
            val known = env.diary.measures().size
            val own = listOf(
                OwnMeasure("Ten", low = "none", high = "most"),
                OwnMeasure("Hundred", scale = OwnScale.HUNDRED, session = true),
                OwnMeasure("Hours", low = "typed before", high = "and this", scale = OwnScale.HOURS, session = true),
                OwnMeasure("Sway", scale = OwnScale.OTHER, lowest = "-5", highest = "5"),
            )
            for (form in own) {
                screen.send(SettingsEvent.OwnAsked)
                screen.send(SettingsEvent.OwnTyped(form))
                screen.send(SettingsEvent.OwnSaved)
                assertNull(screen.state.own, form.label)
            }
            val added = env.diary.measures().drop(known)
            assertEquals(listOf(0L to 10_000L, 0L to 100_000L, 0L to 24_000L, -5_000L to 5_000L), added.map { it.minMilli to it.maxMilli })
            assertEquals(listOf(1_000L, 1_000L, 250L, 1_000L), added.map { it.stepMilli })
            assertEquals(listOf(MeasureUnit.SCORE, MeasureUnit.SCORE, MeasureUnit.HOUR, MeasureUnit.SCORE), added.map { it.unit })
            assertEquals(listOf(false, true, false, false), added.map { it.session })
            assertEquals(listOf("none" to "most", null to null, null to null, null to null), added.map { it.anchorLow to it.anchorHigh })
            assertEquals(true, added.all { it.daily && it.active })
        }
    }
}
