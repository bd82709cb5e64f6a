package org.tidemark.logic.imports

import org.tidemark.logic.Env
import org.tidemark.logic.Feature
import org.tidemark.logic.Meanwhile
import org.tidemark.logic.Place

/** Imports over an open diary; a file that was being looked at is looked at again. */
public fun importsFeature(env: Env): Feature<ImportsState, ImportsEvent, ImportsEffect> {
    val meanwhile = Meanwhile<ImportsEvent>()
    return Feature(
        env.drafts.of(Place.Imports, ImportsState::class.java) ?: ImportsState(),
        ImportsEvent.Shown,
        ::reduce,
        ImportsWork(env, meanwhile)::perform,
        meanwhile,
        // One that runs is broken off while it runs, and not after it.
        atOnce = { it is ImportsEffect.BreakOff },
    )
}
