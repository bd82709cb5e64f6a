package org.tidemark.ui.theme

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.material3.ColorScheme
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily

// Neither red nor green: colour never says whether a number is good. Text stands at 4.5:1 and marks at 3:1 on every ground
// used here; ContrastTest computes it.
private val light: ColorScheme = lightColorScheme(
    primary = Color(0xFF1D4E6B),
    onPrimary = Color.White,
    primaryContainer = Color(0xFFCFE5F2),
    onPrimaryContainer = Color(0xFF08293B),
    secondary = Color(0xFF4A5560),
    onSecondary = Color.White,
    secondaryContainer = Color(0xFFDDE6EC),
    onSecondaryContainer = Color(0xFF1B252C),
    tertiary = Color(0xFF6A4A12),
    onTertiary = Color.White,
    tertiaryContainer = Color(0xFFF6E3BF),
    onTertiaryContainer = Color(0xFF33230A),
    error = Color(0xFF5B3A78),
    onError = Color.White,
    errorContainer = Color(0xFFECDFF6),
    onErrorContainer = Color(0xFF2E1742),
    background = Color(0xFFFBFCFD),
    onBackground = Color(0xFF171C20),
    surface = Color(0xFFFBFCFD),
    onSurface = Color(0xFF171C20),
    surfaceVariant = Color(0xFFE6ECF0),
    onSurfaceVariant = Color(0xFF3D474E),
    outline = Color(0xFF6C777F),
    outlineVariant = Color(0xFFC2CBD1),
    surfaceContainerLowest = Color.White,
    surfaceContainerLow = Color(0xFFF4F7F9),
    surfaceContainer = Color(0xFFEEF2F5),
    surfaceContainerHigh = Color(0xFFE8EDF1),
    surfaceContainerHighest = Color(0xFFE2E8ED),
)

private val dark: ColorScheme = darkColorScheme(
    primary = Color(0xFF9CCDE8),
    onPrimary = Color(0xFF06304A),
    primaryContainer = Color(0xFF1D4E6B),
    onPrimaryContainer = Color(0xFFD6EBF7),
    secondary = Color(0xFFBAC7D1),
    onSecondary = Color(0xFF243039),
    secondaryContainer = Color(0xFF3A464F),
    onSecondaryContainer = Color(0xFFDDE6EC),
    tertiary = Color(0xFFE6C583),
    onTertiary = Color(0xFF3D2A05),
    tertiaryContainer = Color(0xFF573E0D),
    onTertiaryContainer = Color(0xFFFBE5BC),
    error = Color(0xFFD9B9F2),
    onError = Color(0xFF3C2155),
    errorContainer = Color(0xFF533770),
    onErrorContainer = Color(0xFFF0E0FC),
    background = Color(0xFF10151A),
    onBackground = Color(0xFFE2E7EB),
    surface = Color(0xFF10151A),
    onSurface = Color(0xFFE2E7EB),
    surfaceVariant = Color(0xFF3A444B),
    onSurfaceVariant = Color(0xFFC3CDD4),
    outline = Color(0xFF8C979F),
    outlineVariant = Color(0xFF3F494F),
    surfaceContainerLowest = Color(0xFF0B0F13),
    surfaceContainerLow = Color(0xFF171D22),
    surfaceContainer = Color(0xFF1B2227),
    surfaceContainerHigh = Color(0xFF252D33),
    surfaceContainerHighest = Color(0xFF30383E),
)

/** Colours of the light or the dark theme. */
public fun tidemarkColours(dark: Boolean): ColorScheme = if (dark) org.tidemark.ui.theme.dark else light

/** The look of every screen. [family] is the system's on a phone, and the one that pictures are compared with in tests. */
@Composable
public fun TidemarkTheme(
    dark: Boolean = isSystemInDarkTheme(),
    family: FontFamily = FontFamily.Default,
    content: @Composable () -> Unit,
) {
    MaterialTheme(colorScheme = tidemarkColours(dark), typography = typography(family), content = content)
}

private fun typography(family: FontFamily): Typography {
    fun TextStyle.own() = copy(fontFamily = family)
    val base = Typography()
    return Typography(
        displayLarge = base.displayLarge.own(),
        displayMedium = base.displayMedium.own(),
        displaySmall = base.displaySmall.own(),
        headlineLarge = base.headlineLarge.own(),
        headlineMedium = base.headlineMedium.own(),
        headlineSmall = base.headlineSmall.own(),
        titleLarge = base.titleLarge.own(),
        titleMedium = base.titleMedium.own(),
        titleSmall = base.titleSmall.own(),
        bodyLarge = base.bodyLarge.own(),
        bodyMedium = base.bodyMedium.own(),
        bodySmall = base.bodySmall.own(),
        labelLarge = base.labelLarge.own(),
        labelMedium = base.labelMedium.own(),
        labelSmall = base.labelSmall.own(),
    )
}
