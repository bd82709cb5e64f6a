package org.tidemark.logic

import java.util.concurrent.ConcurrentHashMap

/**
 * What was typed or chosen on a screen and is not saved: kept while the diary is open, so that a look at Help or another tab
 * costs nobody a form. In memory only; it goes when the diary is locked, with the [Env] that holds it.
 */
public class Drafts {
    private val kept = ConcurrentHashMap<Place, Any>()

    /** Keeps [draft] for a screen; none takes away what was kept. */
    public fun keep(place: Place, draft: Any?) {
        if (draft == null) kept.remove(place) else kept[place] = draft
    }

    /** What was kept for a screen, of the class asked for. */
    public fun <T : Any> of(place: Place, kind: Class<T>): T? = kept[place]?.takeIf(kind::isInstance)?.let(kind::cast)
}
