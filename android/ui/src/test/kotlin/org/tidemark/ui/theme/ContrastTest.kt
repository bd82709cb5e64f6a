package org.tidemark.ui.theme

import androidx.compose.material3.ColorScheme
import androidx.compose.ui.graphics.Color
import kotlin.math.pow
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** Contrast by WCAG 2.2 (relative luminance of sRGB): 4.5:1 for text, 3:1 for marks. */
class ContrastTest {
    private fun luminance(colour: Color): Double {
        fun linear(part: Float): Double = if (part <= 0.04045f) part / 12.92 else ((part + 0.055) / 1.055).pow(2.4)
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }

    private fun contrast(one: Color, other: Color): Double {
        val (dark, light) = listOf(luminance(one), luminance(other)).sorted()
        return (light + 0.05) / (dark + 0.05)
    }

    private fun ColorScheme.grounds() = mapOf(
        "surface" to surface,
        "background" to background,
        "lowest" to surfaceContainerLowest,
        "low" to surfaceContainerLow,
        "container" to surfaceContainer,
        "high" to surfaceContainerHigh,
        "highest" to surfaceContainerHighest,
    )

    @Test
    fun `black on white is twenty-one to one`() = assertEquals(21.0, contrast(Color.Black, Color.White), 1e-6)

    @Test
    fun `text stands out on every ground in light and dark`() {
        for (dark in listOf(false, true)) {
            val colours = tidemarkColours(dark)
            val texts = mapOf(
                "onSurface" to colours.onSurface,
                "onSurfaceVariant" to colours.onSurfaceVariant,
                "primary" to colours.primary,
                "tertiary" to colours.tertiary,
                "error" to colours.error,
            )
            for ((ground, below) in colours.grounds()) {
                for ((text, colour) in texts) assertAtLeast(4.5, colour, below, "$text on $ground, dark $dark")
            }
            val pairs = mapOf(
                "primary" to (colours.onPrimary to colours.primary),
                "primaryContainer" to (colours.onPrimaryContainer to colours.primaryContainer),
                "secondaryContainer" to (colours.onSecondaryContainer to colours.secondaryContainer),
                "tertiaryContainer" to (colours.onTertiaryContainer to colours.tertiaryContainer),
                "error" to (colours.onError to colours.error),
                "errorContainer" to (colours.onErrorContainer to colours.errorContainer),
                "surfaceVariant" to (colours.onSurfaceVariant to colours.surfaceVariant),
            )
            for ((name, pair) in pairs) assertAtLeast(4.5, pair.first, pair.second, "on $name, dark $dark")
        }
    }

    @Test
    fun `frames and marks stand out on every ground`() {
        for (dark in listOf(false, true)) {
            val colours = tidemarkColours(dark)
            for ((ground, below) in colours.grounds()) assertAtLeast(3.0, colours.outline, below, "outline on $ground, dark $dark")
        }
    }

    private fun assertAtLeast(least: Double, above: Color, below: Color, what: String) {
        val found = contrast(above, below)
        assertTrue(found >= least, "$what: ${"%.2f".format(found)}")
    }
}
