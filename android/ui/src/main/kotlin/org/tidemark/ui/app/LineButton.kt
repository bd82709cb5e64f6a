package org.tidemark.ui.app

import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp

/** A quiet button that stands among lines of text, aligned with them. [spoken] names what it is about when the text does not. */
@Composable
internal fun LineButton(text: String, spoken: String? = null, enabled: Boolean = true, onClick: () -> Unit) {
    val named = if (spoken == null) Modifier else Modifier.semantics { contentDescription = spoken }
    TextButton(
        onClick,
        Modifier.heightIn(min = 48.dp).widthIn(min = 48.dp).then(named),
        enabled = enabled,
        contentPadding = PaddingValues(vertical = 8.dp),
    ) { Text(text) }
}
