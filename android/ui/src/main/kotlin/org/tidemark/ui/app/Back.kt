package org.tidemark.ui.app

import androidx.compose.runtime.Composable
import androidx.compose.runtime.ProvidableCompositionLocal
import androidx.compose.runtime.staticCompositionLocalOf

/** Gives the screen that is shown the system's own way back, such as a phone's gesture; a window has none. */
public val LocalBack: ProvidableCompositionLocal<@Composable (onBack: () -> Unit) -> Unit> = staticCompositionLocalOf { {} }
