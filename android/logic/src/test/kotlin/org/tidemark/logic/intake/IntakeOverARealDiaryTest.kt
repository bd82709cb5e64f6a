package org.tidemark.logic.intake

import org.junit.jupiter.api.io.TempDir
import org.tidemark.bindings.Kind
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.Span
import org.tidemark.bindings.intakeFields
import org.tidemark.bindings.recordFields
import org.tidemark.logic.CareDiary
import org.tidemark.logic.Env
import org.tidemark.logic.Store
import org.tidemark.logic.records.text
import org.tidemark.logic.shown
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

/** The intake sheet over the real library: versions, ticks, medicines, and words that are not lost. */
class IntakeOverARealDiaryTest {
    @TempDir
    lateinit var folder: Path

    private fun over(check: CareDiary.() -> Unit) = CareDiary(folder).use(check)

    private fun Env.intake(): Store<IntakeState, IntakeEvent, IntakeEffect> = shown(intakeFeature(this))

    private fun Store<IntakeState, IntakeEvent, IntakeEffect>.write(vararg fields: Pair<String, String>) = apply {
        send(IntakeEvent.Changed)
        for ((field, text) in fields) send(IntakeEvent.Typed(field, text))
        send(IntakeEvent.Submitted)
        assertNull(state.form, "${state.form?.broken} ${state.form?.problem}")
    }

    private val Store<IntakeState, IntakeEvent, IntakeEffect>.leaves get() = state.leaves.map { it.field }

    @Test
    fun `medicines leave by their names and what they are for only with a tick of its own`() = over {
        val sertraline = add(Kind.MEDICATION, "name" to "Sertraline", "purpose" to "worry").id
        val iron = add(Kind.MEDICATION, "name" to "Iron").id
        val screen = env().intake().write("medicines" to "$sertraline\n$iron")
        assertEquals("Sertraline\nIron", screen.state.read?.parts?.first { it.field == "medicines" }?.text)
        // The box of allergies stands on the page, empty or not.
        assertEquals(listOf("allergies"), screen.leaves)
        screen.send(IntakeEvent.Ticked("medicine_purposes", true))
        assertEquals(listOf("allergies"), screen.leaves)
        screen.send(IntakeEvent.Ticked("medicines", true))
        assertEquals(listOf("medicines", "medicine_purposes", "allergies"), screen.leaves)
        assertEquals("Sertraline: worry", screen.state.leaves[1].text)
        // A medicine that is deleted is not carried on to the next version, and not named in this one.
        diary.removeRecord(Kind.MEDICATION, sertraline, RecordedBy.OWN, now)
        screen.send(IntakeEvent.Shown)
        assertEquals(listOf("medicines" to "Iron", "allergies" to ""), screen.state.leaves.map { it.field to it.text })
        screen.write("name" to "Ada")
        assertEquals(iron, diary.records(Kind.INTAKE_SHEET, Span()).last().text("medicines"))
    }

    @Test
    fun `words that were begun stay when a tick arrives and after a look at help`() = over {
        val env = env()
        val screen = env.intake().write("name" to "Ada")
        screen.send(IntakeEvent.Changed)
        screen.send(IntakeEvent.Typed("boundaries", "no feet"))
        screen.send(IntakeEvent.Ticked("triggers", true))
        assertEquals("no feet", screen.state.form?.texts?.get("boundaries"))
        assertEquals("no feet", env.intake().state.form?.texts?.get("boundaries"))
        screen.send(IntakeEvent.Closed)
        assertNull(env.intake().state.form)
    }

    @Test
    fun `every part has a tick and a tick each part`() {
        val rules = recordFields(Kind.INTAKE_SHEET).filter { it.settable }.map { it.name } - setOf("reviewed_on", "shared")
        assertEquals(rules, intakeFields() - PURPOSES)
    }

    @Test
    fun `allergies are typed by their kind and written a line an item`() {
        val typed = Allergies(mapOf("oil" to " lavender \n\nlemon: sweet", "latex" to "", "other" to "wool"))
        assertEquals("oil:lavender\noil:lemon: sweet\nlatex\nother:wool", typed.text)
        assertEquals(mapOf("oil" to "lavender\nlemon: sweet", "latex" to "", "other" to "wool"), Allergies.of(typed.text).words)
        assertEquals("", Allergies.of("").text)
    }
}
