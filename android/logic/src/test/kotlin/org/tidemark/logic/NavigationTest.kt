package org.tidemark.logic

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull

class NavigationTest {
    @Test
    fun `back goes the way that was come and leaves only from today`() {
        val deep = Navigation().tab(Tab.TRENDS).to(Place.Insights).to(Place.Safety)
        assertEquals(Place.Insights, deep.back()?.place)
        assertEquals(Place.Trends, deep.back()?.back()?.place)
        assertEquals(Navigation(), deep.back()?.back()?.back())
        assertNull(Navigation().back())
    }

    @Test
    fun `what is finished is not gone back to`() {
        val after = Navigation().to(Place.SessionBefore()).instead(Place.SessionTimer("s")).instead(Place.SessionAfter("s"))
        assertEquals(listOf(Place.Today, Place.SessionAfter("s")), after.places)
        assertEquals(Tab.TODAY, after.tab)
    }

    @Test
    fun `a second tap on help opens it once`() {
        val help = Navigation().to(Place.Safety)
        assertEquals(help, help.to(Place.Safety))
    }
}
