package org.tidemark.ui.report

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.Image
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Button
import androidx.compose.material3.Card
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.FilterQuality
import androidx.compose.ui.layout.ContentScale
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Spoken
import org.tidemark.bindings.SpokenKind
import org.tidemark.logic.Place
import org.tidemark.logic.report.Page
import org.tidemark.logic.report.PreviewEvent
import org.tidemark.logic.report.PreviewState
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.TARGET
import org.tidemark.ui.words.strings

/** The pages as they will be sent, and what each says, for whoever reads text more easily or listens. */
@Composable
public fun PreviewView(state: PreviewState, send: (PreviewEvent) -> Unit, go: Go) {
    val pages = state.pages
    if (pages == null) {
        state.problem?.let { ProblemCard(it) { send(PreviewEvent.Shown) } } ?: Text(strings.reportLayingOut())
        return
    }
    Text(strings.reportPreviewLine(), style = MaterialTheme.typography.bodyLarge)
    pages.forEach { page -> PageView(page, pages.size, page.number in state.read, send) }
    val options = state.options
    if (options == null) {
        Aside(strings.reportPreviewBack())
    } else {
        Button({ go.to(Place.ReportShare(options)) }, Modifier.heightIn(min = TARGET)) { Text(strings.reportGoOn()) }
    }
}

@Composable
private fun PageView(page: Page, of: Int, asked: Boolean, send: (PreviewEvent) -> Unit) {
    val number = page.number.toString()
    val decoder = LocalPictureDecoder.current
    val picture = remember(page.picture, decoder) { decoder.decode(page.picture.png) }
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Text(
            strings.reportPage(number, of.toString()),
            Modifier.semantics { heading() },
            style = MaterialTheme.typography.titleMedium,
            color = MaterialTheme.colorScheme.primary,
        )
        if (picture != null) {
            // Paper is white in the dark too: it is what will be printed.
            Surface(color = Color.White, border = BorderStroke(1.dp, MaterialTheme.colorScheme.outline)) {
                Image(picture, strings.reportPicture(number), Modifier.fillMaxWidth(), contentScale = ContentScale.FillWidth, filterQuality = FilterQuality.High)
            }
            OutlinedButton({ send(PreviewEvent.WordsAsked(page.number)) }, Modifier.heightIn(min = TARGET)) {
                Text(if (asked) strings.reportHidePage(number) else strings.reportReadPage(number))
            }
        }
        if (asked || picture == null) Words(page.spoken)
    }
}

/** A page in words, in its reading order; its headings can be jumped between. */
@Composable
private fun Words(spoken: List<Spoken>) {
    Card(Modifier.fillMaxWidth()) {
        Column(Modifier.padding(16.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
            spoken.forEach { said ->
                when (said.kind) {
                    SpokenKind.HEADING -> Text(said.text, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleSmall, fontWeight = FontWeight.Bold)
                    SpokenKind.TEXT, SpokenKind.ROW, SpokenKind.FIGURE -> Text(said.text, style = MaterialTheme.typography.bodyMedium)
                }
            }
        }
    }
}
