package org.tidemark.ui.app

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Place
import org.tidemark.logic.Tab
import org.tidemark.ui.words.strings

/** What stands around every screen: its title, the way back, Help at top right, and the bar of tabs. */
@Composable
public fun Shell(
    title: String,
    go: Go,
    tab: Tab?,
    canGoBack: Boolean,
    sample: String? = null,
    /** Whether Help stands at top right; only Help itself leaves it out. */
    help: Boolean = true,
    content: @Composable ColumnScope.() -> Unit,
) {
    LocalBack.current(go.back)
    // Not a scaffold: it places its bars after what is between them, and a keyboard's focus would come to Help last.
    Surface(Modifier.fillMaxSize(), color = MaterialTheme.colorScheme.background) {
        Column {
            TopBar(title, go, canGoBack, sample, help)
            Box(Modifier.weight(1f).fillMaxWidth(), contentAlignment = Alignment.TopCenter) {
                Column(
                    Modifier.widthIn(max = 640.dp).fillMaxSize().verticalScroll(rememberScrollState()).padding(horizontal = 16.dp, vertical = 12.dp),
                    verticalArrangement = Arrangement.spacedBy(16.dp),
                    content = content,
                )
            }
            if (tab != null) Tabs(tab, go.tab)
        }
    }
}

@Composable
private fun TopBar(title: String, go: Go, canGoBack: Boolean, sample: String?, help: Boolean) {
    // At large fonts the title has a row of its own, under the buttons: beside them its words would break.
    val own = LocalDensity.current.fontScale > LARGEST_IN_ONE_ROW
    Surface(color = MaterialTheme.colorScheme.surface) {
        Column(Modifier.fillMaxWidth()) {
            Row(
                Modifier.fillMaxWidth().padding(horizontal = 8.dp, vertical = 4.dp),
                horizontalArrangement = Arrangement.spacedBy(4.dp),
                verticalAlignment = Alignment.CenterVertically,
            ) {
                if (canGoBack) TextButton(go.back, Modifier.heightIn(min = 48.dp)) { Text(strings.appBack()) }
                if (own) Box(Modifier.weight(1f)) else Title(title, Modifier.weight(1f).padding(start = 8.dp))
                if (help) OutlinedButton({ go.to(Place.Safety) }, Modifier.heightIn(min = 48.dp)) { Text(strings.appHelp()) }
            }
            if (own) Title(title, Modifier.fillMaxWidth().padding(horizontal = 16.dp))
            if (sample != null) {
                Text(
                    sample,
                    Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 2.dp),
                    style = MaterialTheme.typography.labelLarge,
                    color = MaterialTheme.colorScheme.tertiary,
                )
            }
        }
    }
}

@Composable
private fun Title(title: String, modifier: Modifier) {
    Text(title, modifier.semantics { heading() }, style = MaterialTheme.typography.titleLarge)
}

// Not Material's bar: its labels are cut at large fonts. These stand in a second row of the bar instead.
@Composable
private fun Tabs(chosen: Tab, onTab: (Tab) -> Unit) {
    Surface(color = MaterialTheme.colorScheme.surfaceContainer) {
        val around = Modifier.fillMaxWidth().selectableGroup().padding(horizontal = 2.dp, vertical = 4.dp)
        if (LocalDensity.current.fontScale > LARGEST_IN_ONE_ROW) {
            FlowRow(around, horizontalArrangement = Arrangement.SpaceEvenly) {
                Tab.entries.forEach { tab -> TabFace(tabName(tab), tab == chosen, Modifier.padding(horizontal = 8.dp)) { onTab(tab) } }
            }
        } else {
            Row(around) {
                Tab.entries.forEach { tab -> TabFace(tabName(tab), tab == chosen, Modifier.weight(1f)) { onTab(tab) } }
            }
        }
    }
}

private const val LARGEST_IN_ONE_ROW = 1.15f

@Composable
private fun TabFace(name: String, chosen: Boolean, modifier: Modifier, onClick: () -> Unit) {
    Column(
        modifier.heightIn(min = 56.dp).widthIn(min = 48.dp).selectable(chosen, role = Role.Tab, onClick = onClick),
        horizontalAlignment = Alignment.CenterHorizontally,
        verticalArrangement = Arrangement.Center,
    ) {
        Text(
            name,
            textAlign = TextAlign.Center,
            style = MaterialTheme.typography.labelMedium,
            fontWeight = if (chosen) FontWeight.Bold else FontWeight.Normal,
            color = if (chosen) MaterialTheme.colorScheme.primary else MaterialTheme.colorScheme.onSurfaceVariant,
        )
        val mark = if (chosen) MaterialTheme.colorScheme.primary else Color.Transparent
        Surface(Modifier.padding(top = 4.dp).widthIn(min = 24.dp).heightIn(min = 3.dp), color = mark) {}
    }
}

/** The name of a tab. */
@Composable
internal fun tabName(tab: Tab): String = when (tab) {
    Tab.TODAY -> strings.appToday()
    Tab.SESSIONS -> strings.appSessions()
    Tab.TRENDS -> strings.appTrends()
    Tab.REPORT -> strings.appReport()
    Tab.MORE -> strings.appMore()
}
