package org.tidemark.ui.form

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.material3.Button
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.style.TextAlign

/** The likeliest thing to do next on a screen; as wide as the column. */
@Composable
public fun FirstDeed(text: String, enabled: Boolean = true, onClick: () -> Unit) {
    Button(onClick, Modifier.fillMaxWidth().heightIn(min = TARGET), enabled = enabled) { Text(text, textAlign = TextAlign.Center) }
}

/** Another thing to do, as wide as the column. */
@Composable
public fun Deed(text: String, enabled: Boolean = true, onClick: () -> Unit) {
    OutlinedButton(onClick, Modifier.fillMaxWidth().heightIn(min = TARGET), enabled = enabled) { Text(text, textAlign = TextAlign.Center) }
}

/** A way out that changes nothing. */
@Composable
public fun WayOut(text: String, onClick: () -> Unit) {
    TextButton(onClick, Modifier.heightIn(min = TARGET)) { Text(text) }
}
