package org.tidemark.logic.plan

/** How often, as it is typed: a number and what it counts. Written `2 per week`, `1 per month` or `every 14 days`. */
public data class Often(val count: String = "", val unit: OftenUnit = OftenUnit.EVERY_DAYS) {
    /** As the core writes it; empty without a number. */
    val text: String
        get() = count.trim().ifEmpty { return "" }.let {
            when (unit) {
                OftenUnit.PER_WEEK -> "$it per week"
                OftenUnit.PER_MONTH -> "$it per month"
                OftenUnit.EVERY_DAYS -> "every $it days"
            }
        }

    public companion object {
        /** What a text says; the unit the form begins with when it says none. */
        public fun of(text: String): Often {
            val words = text.split(' ')
            return when {
                words.size != 3 -> Often()
                words[1] == "per" && words[2] == "week" -> Often(words[0], OftenUnit.PER_WEEK)
                words[1] == "per" && words[2] == "month" -> Often(words[0], OftenUnit.PER_MONTH)
                words[0] == "every" -> Often(words[1], OftenUnit.EVERY_DAYS)
                else -> Often()
            }
        }
    }
}

public enum class OftenUnit { PER_WEEK, PER_MONTH, EVERY_DAYS }

/** Hours that a session keeps from other things, as they are typed; a line a rule, `talking_therapy:4`. */
public data class Apart(val talkingTherapy: String = "", val dose: String = "") {
    val text: String
        get() = listOf("talking_therapy" to talkingTherapy.trim(), "dose" to dose.trim())
            .filter { it.second.isNotEmpty() }.joinToString("\n") { (from, hours) -> "$from:$hours" }

    public companion object {
        public fun of(text: String): Apart {
            val hours = text.lines().filter { ':' in it }.associate { it.substringBefore(':') to it.substringAfter(':') }
            return Apart(hours["talking_therapy"].orEmpty(), hours["dose"].orEmpty())
        }
    }
}
