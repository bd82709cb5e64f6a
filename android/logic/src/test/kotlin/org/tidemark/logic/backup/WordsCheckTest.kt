package org.tidemark.logic.backup

import org.tidemark.logic.Moment
import kotlin.test.Test
import kotlin.test.assertEquals

class WordsCheckTest {
    private val words = RecoveryWords("ocean timber velvet anchor maple silent river")

    @Test
    fun `two different places are asked for at any moment and not the same two each time`() {
        val asked = (0L until 200L).map { WordsCheck.of(words, Moment(it * 1000, 0, null)).asked }
        assertEquals(emptyList(), asked.filter { it.size != 2 || it[0] >= it[1] || it[0] < 1 || it[1] > 7 })
        // Of 21 pairs of seven places.
        assertEquals(21, asked.toSet().size)
    }

    @Test
    fun `of fewer than two words the first place is asked for`() {
        for (few in listOf("", "ocean")) assertEquals(listOf(1), WordsCheck.of(RecoveryWords(few), Moment(5000, 0, null)).asked)
    }

    @Test
    fun `large letters and spaces do not count and another word does`() {
        val check = WordsCheck(words, listOf(3, 6))
        assertEquals(emptyList(), check.others(listOf(" Velvet", "SILENT ")))
        assertEquals(listOf(6), check.others(listOf("velvet", "silence")))
        assertEquals(listOf(3, 6), check.others(listOf("silent", "velvet")))
        assertEquals(listOf(3, 6), check.others(emptyList()))
    }

    @Test
    fun `words say nothing in a log`() {
        assertEquals("WordsCheck(words=RecoveryWords, asked=[3, 6], wrong=[])", WordsCheck(words, listOf(3, 6)).toString())
    }
}
