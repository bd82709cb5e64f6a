package org.tidemark.logic.safety

import org.tidemark.logic.LogicalDate

/** A service of the dated table of crisis contacts that ships with the app. */
public data class CrisisEntry(
    val service: String,
    /** Number to call. */
    val number: String?,
    /** Number to write to. */
    val text: String?,
    /** When somebody answers. */
    val hours: String?,
    /** The day the number was checked; none when it was not. */
    val checkedOn: LogicalDate?,
    /** Whether it was never checked, or more than twelve months ago. */
    val needsCheck: Boolean,
    /** Whether it is the emergency number. */
    val emergency: Boolean = false,
)

/**
 * Whom to call in a region: the table belongs to the core, and this is the place where its calls of the bindings go in. Until
 * they are there, [none] says so by having nothing; no number is written down here.
 */
public class CrisisTable(
    /** Regions with entries, two capital letters of ISO 3166. */
    public val regions: () -> List<String>,
    /** Entries of a region; for none, those that answer from anywhere. */
    public val entries: (region: String?) -> List<CrisisEntry>,
) {
    public companion object {
        public val none: CrisisTable = CrisisTable({ emptyList() }, { emptyList() })
    }
}
