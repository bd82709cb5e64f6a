package org.tidemark.logic.safety

import org.tidemark.bindings.contactRegions
import org.tidemark.bindings.lockedContacts
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Moment

/** A service of the dated table of contacts that ships with the core. */
public data class CrisisEntry(
    val service: String,
    /** Number to call. */
    val number: String,
    /** Number to write to. */
    val text: String?,
    /** When somebody answers. */
    val hours: String?,
    /** The day the number was checked; none when it was not. */
    val checkedOn: LogicalDate?,
    /** Whether it was never checked, or not within twelve months. */
    val needsCheck: Boolean,
    /** The country it is for, two capital letters of ISO 3166: the same number reaches nobody in another. */
    val region: String?,
)

/** Whom to call in a region. The table belongs to the core, and is read without a key and without a diary. */
public class CrisisTable(
    /** Regions with entries, two capital letters of ISO 3166. */
    public val regions: () -> List<String>,
    /** Entries of a region; of all regions when none is named, or one the table lacks. */
    public val entries: (region: String?, now: Moment) -> List<CrisisEntry>,
) {
    public companion object {
        /** The one of this version. */
        public val shipped: CrisisTable = CrisisTable(
            ::contactRegions,
            { region, now ->
                lockedContacts(null, region, now).contacts.map { found ->
                    CrisisEntry(
                        found.service,
                        found.number,
                        found.text,
                        found.hours,
                        found.verifiedOn?.let { LogicalDate(it) },
                        found.needsCheck,
                        found.region,
                    )
                }
            },
        )
    }
}
