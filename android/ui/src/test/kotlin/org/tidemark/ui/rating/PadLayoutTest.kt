package org.tidemark.ui.rating

import androidx.compose.ui.unit.dp
import kotlin.test.Test
import kotlin.test.assertEquals

class PadLayoutTest {
    @Test
    fun `eleven cells stand in one row when each has its 48`() {
        // 11 cells of 48 with 10 spaces of 4 between are 568.
        assertEquals(PadLayout.ROW, padLayout(568.dp, 1f, 11))
        assertEquals(PadLayout.GRID, padLayout(567.dp, 1f, 11))
    }

    @Test
    fun `six in a row need 308 and less is a list`() {
        assertEquals(PadLayout.GRID, padLayout(308.dp, 1f, 11))
        assertEquals(PadLayout.LIST, padLayout(307.dp, 1f, 11))
    }

    @Test
    fun `large fonts are a list whatever the width`() = assertEquals(PadLayout.LIST, padLayout(900.dp, 2f, 11))
}
