package org.tidemark.logic

/** Places the person went through, the one on screen last; never empty. */
public data class Navigation(val places: List<Place> = listOf(Place.Today)) {
    public val place: Place get() = places.last()

    /** The tab that is marked; that of the first place. */
    public val tab: Tab get() = Tab.entries.firstOrNull { it.root == places.first() } ?: Tab.TODAY

    /** Goes on to a place; going to the one on screen changes nothing. */
    public fun to(next: Place): Navigation = if (next == place) this else Navigation(places + next)

    /** Takes the place on screen away and goes on to another: what is finished is not gone back to. */
    public fun instead(next: Place): Navigation = Navigation(places.dropLast(1) + next)

    /** The place before; from the root of another tab, Today; from Today nothing, and the system leaves the app. */
    public fun back(): Navigation? = when {
        places.size > 1 -> Navigation(places.dropLast(1))
        place != Place.Today -> Navigation()
        else -> null
    }

    public fun tab(tab: Tab): Navigation = Navigation(listOf(tab.root))
}
