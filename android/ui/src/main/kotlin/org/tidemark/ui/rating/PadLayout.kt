package org.tidemark.ui.rating

import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp

/** How the cells of a pad lie. */
internal enum class PadLayout {
    /** All in one row, and Skip below. */
    ROW,

    /** Rows of six: 0 to 5, then 6 to 10 and Skip. */
    GRID,

    /** One below the other, the ends with their words: for large fonts. */
    LIST,
}

/** Smallest side of anything that is tapped. */
internal val TARGET: Dp = 48.dp

/** Space between cells. */
internal val BETWEEN: Dp = 4.dp

/** Cells in a row of a grid. */
internal const val GRID_ROW: Int = 6

internal fun padLayout(width: Dp, fontScale: Float, cells: Int): PadLayout = when {
    fontScale >= 1.6f -> PadLayout.LIST
    width >= TARGET * cells + BETWEEN * (cells - 1) -> PadLayout.ROW
    width >= TARGET * GRID_ROW + BETWEEN * (GRID_ROW - 1) -> PadLayout.GRID
    else -> PadLayout.LIST
}
