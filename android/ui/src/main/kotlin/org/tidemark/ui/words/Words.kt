package org.tidemark.ui.words

import androidx.compose.runtime.Composable
import androidx.compose.runtime.ProvidableCompositionLocal
import androidx.compose.runtime.staticCompositionLocalOf
import org.tidemark.strings.Strings
import java.util.Locale

/** The words of the screens and the way numbers, times and dates are written. */
public data class Words(
    val strings: Strings = Strings(),
    val locale: Locale = Locale.UK,
    /** Whether times run to 24 hours; the phone's setting. */
    val hours24: Boolean = true,
)

public val LocalWords: ProvidableCompositionLocal<Words> = staticCompositionLocalOf { Words() }

/** The words in use. */
internal val strings: Strings
    @Composable get() = LocalWords.current.strings
