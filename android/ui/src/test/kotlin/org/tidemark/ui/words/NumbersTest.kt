package org.tidemark.ui.words

import org.tidemark.strings.Strings
import kotlin.test.Test
import kotlin.test.assertEquals

class NumbersTest {
    /** As the core words the same hours (its own test: 7.125 is 7 h 08; 6 h 20 comes from a file as 6.33). */
    @Test
    fun `hours are rounded to the minute and not cut`() {
        assertEquals(listOf("7 h 08", "6 h 20", "7 h 15", "0 h 00"), listOf(7125L, 6330L, 7250L, 0L).map { Words().hours(it) })
    }

    @Test
    fun `what is filled into a text is not looked at again`() {
        val said = Strings().ratingScale("Sleep {low}", "0", "10", "higher is better", "{high}")
        assertEquals("Sleep {low}, 0 to 10, higher is better, {high}", said)
    }
}
