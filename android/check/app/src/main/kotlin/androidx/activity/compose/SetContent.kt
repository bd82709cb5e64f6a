package androidx.activity.compose

import androidx.activity.ComponentActivity
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionContext

/** Stands in for the one of androidx.activity: its shape alone. */
@Suppress("UNUSED_PARAMETER")
fun ComponentActivity.setContent(parent: CompositionContext? = null, content: @Composable () -> Unit) = Unit

/** Stands in for the one of androidx.activity: its shape alone. */
@Composable
@Suppress("UNUSED_PARAMETER")
fun BackHandler(enabled: Boolean = true, onBack: () -> Unit) = Unit
