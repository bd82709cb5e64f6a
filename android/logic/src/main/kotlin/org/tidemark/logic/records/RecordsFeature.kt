package org.tidemark.logic.records

import org.tidemark.bindings.Kind
import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Place

/** The kind of records that a place names, such as `medication_change`; none when there is no such kind. */
public fun kindOf(name: String): Kind? = Kind.entries.firstOrNull { it.name.lowercase() == name }

/** A list of records and its form over a diary; a form that was left open is open again. */
public fun recordsFeature(env: Env, kind: Kind): Feature<RecordsState, RecordsEvent, RecordsEffect> {
    val place = Place.Records(kind.name.lowercase())
    val kept = env.drafts.of(place, RecordForm::class.java)
    return Feature(
        RecordsState(kind, form = kept),
        RecordsEvent.Shown,
        ::reduce,
        RecordsWork(kind, env.diary, env.now, env.drafts, place)::perform,
    )
}
