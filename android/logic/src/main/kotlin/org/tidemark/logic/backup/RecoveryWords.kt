package org.tidemark.logic.backup

import org.tidemark.logic.Moment

/** The recovery passphrase, usually seven words. Shown on the screen, never in a log: its text form says nothing. */
public class RecoveryWords(public val text: String) {
    /** Each word, in order. */
    public val each: List<String> get() = text.trim().split(' ').filter { it.isNotEmpty() }

    override fun equals(other: Any?): Boolean = other is RecoveryWords && other.text == text

    override fun hashCode(): Int = text.hashCode()

    override fun toString(): String = "RecoveryWords"
}

/** Words on the screen, and the two of them that are typed to show that they were written down. */
public data class WordsCheck(
    val words: RecoveryWords,
    /** Places of the words that are asked for, from 1. */
    val asked: List<Int>,
    /** Places whose word was typed otherwise. */
    val wrong: List<Int> = emptyList(),
) {
    /** The places among those asked for at which [typed] has another word; large letters and spaces do not count. */
    public fun others(typed: List<String>): List<Int> =
        asked.filterIndexed { at, place -> typed.getOrNull(at)?.trim()?.lowercase() != words.each.getOrNull(place - 1) }

    public companion object {
        /** Asks for two places; which, follows from the moment, so that the same two are not asked each time. */
        public fun of(words: RecoveryWords, now: Moment): WordsCheck {
            val count = words.each.size
            if (count < 2) return WordsCheck(words, listOf(1))
            val seconds = now.epochMs / 1000
            val first = (seconds % count).toInt()
            val asked = listOf(first, (first + 1 + (seconds / 7 % (count - 1)).toInt()) % count).map { it + 1 }
            return WordsCheck(words, asked.sorted())
        }
    }
}
