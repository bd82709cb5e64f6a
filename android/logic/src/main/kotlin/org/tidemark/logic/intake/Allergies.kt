package org.tidemark.logic.intake

/** Allergies of the sheet by their kind, as a form types them; a line an item, `oil:lavender`, or `latex` alone. */
public data class Allergies(
    /** What stands beside each kind that is ticked, a line each; empty where the kind says it all. */
    val words: Map<String, String> = emptyMap(),
) {
    /** As a form of records holds it. */
    val text: String
        get() = kinds.filter { it in words }.flatMap { kind ->
            val said = words.getValue(kind).lines().map { it.trim() }.filter { it.isNotEmpty() }
            if (said.isEmpty()) listOf(kind) else said.map { "$kind:$it" }
        }.joinToString("\n")

    public companion object {
        public val kinds: List<String> = listOf("scent", "oil", "latex", "nut", "other")

        public fun of(text: String): Allergies = Allergies(
            text.lines().filter { it.isNotBlank() }.groupBy { it.substringBefore(':').trim() }
                .mapValues { (_, items) -> items.joinToString("\n") { it.substringAfter(':', "") } },
        )
    }
}
