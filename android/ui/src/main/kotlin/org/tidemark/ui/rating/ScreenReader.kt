package org.tidemark.ui.rating

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.ProvidableCompositionLocal
import androidx.compose.runtime.staticCompositionLocalOf

/** Whether a screen reader speaks the screen; pads then stay where they are, since what opens by itself takes the voice along. */
public val LocalScreenReader: ProvidableCompositionLocal<Boolean> = staticCompositionLocalOf { false }

/** Tells the rules of pads, which say by [advances] what they believe, when a screen reader was switched on or off. */
@Composable
internal fun HeardByRules(advances: Boolean, tell: (on: Boolean) -> Unit) {
    val on = LocalScreenReader.current
    LaunchedEffect(on) { if (on == advances) tell(on) }
}
