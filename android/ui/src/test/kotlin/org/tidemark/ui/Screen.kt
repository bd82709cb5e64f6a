package org.tidemark.ui

import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.LayoutDirection
import org.tidemark.strings.Strings
import org.tidemark.ui.theme.TidemarkTheme
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import java.io.File

/** How a screen is shown in a test. */
internal data class Look(
    val dark: Boolean = false,
    val fontScale: Float = 1f,
    val rightToLeft: Boolean = false,
    val words: Words = Words(),
) {
    companion object {
        val LIGHT: Look = Look()
        val DARK: Look = Look(dark = true)
        val LARGE: Look = Look(fontScale = 2f)

        /** Texts 40 % longer, as a translation may be. */
        val LONGER: Look = Look(words = Words(Strings { _, english -> longer(english) }))
        val RIGHT_TO_LEFT: Look = Look(rightToLeft = true, words = Words(Strings { _, english -> "\u2067$english\u2069" }))
        val ALL: Map<String, Look> = mapOf("light" to LIGHT, "dark" to DARK, "large" to LARGE, "rtl" to RIGHT_TO_LEFT)
    }
}

private fun longer(text: String): String {
    val extra = (text.length * 2 + 4) / 5
    return text + " " + "õ".repeat(extra.coerceAtMost(8)) + if (extra > 8) " " + "õ".repeat(extra - 8) else ""
}

/** The font that pictures are compared with: the one of the report, so that no font of the machine is in them. */
private val inter: FontFamily by lazy {
    val folder = File("../../core/report/fonts")
    FontFamily(
        Font("InterRegular", File(folder, "Inter-Regular.ttf").readBytes(), FontWeight.Normal),
        Font("InterSemiBold", File(folder, "Inter-SemiBold.ttf").readBytes(), FontWeight.Bold),
    )
}

/** A screen in its surroundings. */
@Composable
internal fun Shown(look: Look, content: @Composable () -> Unit) {
    val direction = if (look.rightToLeft) LayoutDirection.Rtl else LayoutDirection.Ltr
    val density = Density(LocalDensity.current.density, look.fontScale)
    CompositionLocalProvider(LocalWords provides look.words, LocalLayoutDirection provides direction, LocalDensity provides density) {
        TidemarkTheme(look.dark, inter) { Surface { content() } }
    }
}
