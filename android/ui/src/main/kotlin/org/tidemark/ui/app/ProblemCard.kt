package org.tidemark.ui.app

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Problem
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.problem
import org.tidemark.ui.words.strings

/** What went wrong and what is safe, spoken when it appears; the button does again what did not work. */
@Composable
public fun ProblemCard(problem: Problem, onTryAgain: (() -> Unit)? = null) {
    Card(
        Modifier.fillMaxWidth(),
        colors = CardDefaults.cardColors(
            containerColor = MaterialTheme.colorScheme.errorContainer,
            contentColor = MaterialTheme.colorScheme.onErrorContainer,
        ),
    ) {
        Column(Modifier.padding(12.dp)) {
            Text(
                LocalWords.current.problem(problem),
                Modifier.semantics { liveRegion = LiveRegionMode.Polite },
                style = MaterialTheme.typography.bodyLarge,
            )
            if (onTryAgain != null) {
                OutlinedButton(onTryAgain, Modifier.heightIn(min = 48.dp)) { Text(strings.appTryAgain()) }
            }
        }
    }
}
