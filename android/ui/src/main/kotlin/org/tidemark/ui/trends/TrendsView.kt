package org.tidemark.ui.trends

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Trend
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.trends.Marker
import org.tidemark.logic.trends.MarkerKind
import org.tidemark.logic.trends.Stretch
import org.tidemark.logic.trends.TrendsEvent
import org.tidemark.logic.trends.TrendsPage
import org.tidemark.logic.trends.TrendsState
import org.tidemark.logic.trends.drawn
import org.tidemark.strings.Strings
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.LineButton
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.rating.direction
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.date
import org.tidemark.ui.words.strings

/** A panel for each measure, over the days chosen at the top. */
@Composable
public fun TrendsView(state: TrendsState, send: (TrendsEvent) -> Unit, go: Go) {
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        OutlinedButton({ go.to(Place.History) }, Modifier.heightIn(min = 48.dp)) { Text(strings.trendsHistory()) }
        OutlinedButton({ go.to(Place.Insights) }, Modifier.heightIn(min = 48.dp)) { Text(strings.trendsInsights()) }
    }
    Stretches(state.stretch) { send(TrendsEvent.StretchChosen(it)) }
    state.problem?.let { ProblemCard(it) { send(TrendsEvent.Shown) } }
    val page = state.page
    if (page == null) {
        if (state.problem == null) Text(strings.appLoading())
        return
    }
    if (page.trends.isEmpty()) Text(strings.trendsEmpty(), style = MaterialTheme.typography.bodyLarge)
    page.trends.forEach { trend ->
        Panel(trend, page.markers, state.tables[trend.measureId], send)
        HorizontalDivider()
    }
    Markers(page, state.markersListed, send)
    if (page.trends.isNotEmpty()) Quiet(strings.trendsAssociations())
}

@Composable
private fun Stretches(chosen: Stretch, onChoose: (Stretch) -> Unit) {
    val words = LocalWords.current.strings
    FlowRow(
        Modifier.fillMaxWidth().selectableGroup().semantics { contentDescription = words.trendsStretch() },
        horizontalArrangement = Arrangement.spacedBy(8.dp),
        verticalArrangement = Arrangement.spacedBy(8.dp),
    ) {
        Stretch.entries.forEach { stretch -> StretchFace(words.name(stretch), stretch == chosen) { onChoose(stretch) } }
    }
}

private fun Strings.name(stretch: Stretch): String = when (stretch) {
    Stretch.DAYS_30 -> trendsDays30()
    Stretch.DAYS_90 -> trendsDays90()
    Stretch.YEAR -> trendsYear()
    Stretch.ALL -> trendsAll()
}

/** Chosen is said by a frame and weight as well as by colour. */
@Composable
private fun StretchFace(name: String, chosen: Boolean, onClick: () -> Unit) {
    val colours = MaterialTheme.colorScheme
    Surface(
        Modifier.heightIn(min = 48.dp).widthIn(min = 72.dp).selectable(chosen, role = Role.RadioButton, onClick = onClick),
        shape = RoundedCornerShape(10.dp),
        color = if (chosen) colours.primaryContainer else colours.surfaceContainerLowest,
        contentColor = if (chosen) colours.onPrimaryContainer else colours.onSurface,
        border = BorderStroke(if (chosen) 2.dp else 1.dp, if (chosen) colours.primary else colours.outline),
    ) {
        Box(Modifier.padding(horizontal = 14.dp, vertical = 8.dp), contentAlignment = Alignment.Center) {
            Text(name, style = MaterialTheme.typography.labelLarge, fontWeight = if (chosen) FontWeight.Bold else FontWeight.Normal)
        }
    }
}

@Composable
private fun Panel(trend: Trend, markers: List<Marker>, rows: Int?, send: (TrendsEvent) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.SpaceBetween, itemVerticalAlignment = Alignment.CenterVertically) {
            Text(trend.label, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
            Quiet(words.direction(trend.direction))
        }
        FlowRow(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(12.dp)) {
            Quiet(words.strings.trendsDates(words.date(LogicalDate(trend.period.from)), words.date(LogicalDate(trend.period.to))))
            Quiet(words.strings.trendsN(trend.n.toString()))
            if (trend.nMissing > 0u) Quiet(words.strings.trendsMissing(trend.nMissing.toInt()))
        }
        val summary = trend.sentences.firstOrNull()?.text.orEmpty()
        val chart = trend.drawn && rows == null
        if (chart) {
            TrendChart(trend, markers, summary)
            TrendLegend(trend, markers)
        } else if (rows != null) {
            TrendTable(trend, rows) { send(TrendsEvent.MoreRows(trend.measureId)) }
        }
        trend.sentences.forEachIndexed { at, sentence ->
            // The chart says its first sentence itself: it is not to be heard twice.
            val heard = if (chart && at == 0) Modifier.clearAndSetSemantics {} else Modifier
            Text(sentence.text, heard, style = MaterialTheme.typography.bodyMedium)
        }
        if (trend.drawn) TableButton(trend, rows == null, send)
    }
}

@Composable
private fun TableButton(trend: Trend, toTable: Boolean, send: (TrendsEvent) -> Unit) {
    val spoken = if (toTable) strings.trendsTableSpoken(trend.label) else strings.trendsChartSpoken(trend.label)
    OutlinedButton(
        { send(TrendsEvent.TableChosen(trend.measureId, toTable)) },
        Modifier.heightIn(min = 48.dp).semantics { contentDescription = spoken },
    ) { Text(if (toTable) strings.trendsShowTable() else strings.trendsShowChart()) }
}

/** Sessions, changes of medicines and events as a list: what the markers under the axes are. */
@Composable
private fun Markers(page: TrendsPage, listed: Boolean, send: (TrendsEvent) -> Unit) {
    if (page.markers.isEmpty() || page.trends.isEmpty()) return
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        if (listed) {
            Text(strings.trendsMarkers(), Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
            page.markers.forEach { Text(words.marker(it), style = MaterialTheme.typography.bodyMedium) }
        }
        LineButton(if (listed) strings.trendsHideMarkers() else strings.trendsShowMarkers()) { send(TrendsEvent.MarkersListed(!listed)) }
    }
}

private fun Words.marker(mark: Marker): String {
    val kind = when (mark.kind) {
        MarkerKind.SESSION -> strings.trendsSignSession()
        MarkerKind.MEDICINE -> strings.trendsSignMedicine()
        MarkerKind.EVENT -> strings.trendsSignEvent()
    }
    val own = mark.words?.let { if (mark.coded) strings.named(it) else it }
    val what = listOfNotNull(kind, own).joinToString(", ")
    val from = date(LogicalDate(mark.day))
    return mark.lastDay?.let { strings.trendsMarkerDays(from, date(LogicalDate(it)), what) } ?: strings.trendsMarker(from, what)
}

@Composable
private fun Quiet(text: String) {
    Text(text, style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
}
