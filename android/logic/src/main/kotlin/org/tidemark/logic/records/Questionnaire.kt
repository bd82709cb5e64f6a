package org.tidemark.logic.records

/** Names of the fields of a result of a questionnaire. */
internal const val INSTRUMENT: String = "instrument"
internal const val TOTAL: String = "total"
internal const val ITEMS: String = "items"

/**
 * What a result of a questionnaire may hold: its highest total, and how many questions there are with the highest score of each;
 * none for those kept as totals. The core has the same numbers and decides again when it saves.
 */
public data class Questionnaire(val most: Int, val items: Int?, val highest: Int) {
    public companion object {
        private val known = mapOf(
            "phq_9" to Questionnaire(27, 9, 3),
            "gad_7" to Questionnaire(21, 7, 3),
            "pcl_5" to Questionnaire(80, 20, 4),
            "isi" to Questionnaire(28, null, 0),
            "pss_10" to Questionnaire(40, null, 0),
        )

        /** The questionnaire of a code; none for one that is not known here. */
        public fun of(code: String?): Questionnaire? = known[code]
    }
}

/** The scores in the field for them, `9:0` one a line, by the number of the question. */
public fun scores(items: String): Map<Int, Int> = items.lines().mapNotNull { line ->
    val number = line.substringBefore(':').trim().toIntOrNull()
    val score = line.substringAfter(':', "").trim().toIntOrNull()
    if (number == null || score == null) null else number to score
}.toMap().toSortedMap()

/** The field with another score of one question, in the order of the questions. */
internal fun withScore(items: String, number: Int, score: Int?): String {
    val rest = scores(items) - number
    val all = if (score == null) rest else rest + (number to score)
    return all.toSortedMap().entries.joinToString("\n") { "${it.key}:${it.value}" }
}

/** The questions of a form that have single scores, when they are asked for. */
public val RecordForm.questionnaire: Questionnaire? get() = Questionnaire.of(texts[INSTRUMENT])

/** A total above the highest one, or scores that do not make it: all of them are the total, a part of them is never above it. */
internal fun brokenTotal(texts: Map<String, String>): Map<String, Broken> {
    val of = Questionnaire.of(texts[INSTRUMENT]) ?: return emptyMap()
    val total = texts[TOTAL].orEmpty().trim().toIntOrNull() ?: return emptyMap()
    if (total > of.most) return mapOf(TOTAL to Broken.Above(total, of.most))
    val scores = scores(texts[ITEMS].orEmpty())
    if (scores.isEmpty()) return emptyMap()
    val sum = scores.values.sum()
    val wrong = sum > total || scores.size == of.items && sum != total
    return if (wrong) mapOf(ITEMS to Broken.Sum(sum, total)) else emptyMap()
}
