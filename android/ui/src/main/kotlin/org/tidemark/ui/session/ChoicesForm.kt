package org.tidemark.ui.session

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Area
import org.tidemark.bindings.AreaUse
import org.tidemark.bindings.Modality
import org.tidemark.bindings.Region
import org.tidemark.bindings.Side
import org.tidemark.logic.session.SessionChoices
import org.tidemark.logic.session.before.Choice
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.strings

/** Lengths that are one tap away, in minutes. */
private val usual = listOf(20, 30, 45, 60, 75, 90)

/** What is agreed for a session: a row for each part, or its editor. */
@Composable
internal fun ChoicesForm(choices: SessionChoices, open: Choice?, parts: List<Choice>, onOpen: (Choice?) -> Unit, onChoose: (SessionChoices) -> Unit) {
    val words = LocalWords.current
    Column(Modifier.fillMaxWidth()) {
        parts.forEach { part ->
            val label = words.label(part)
            if (open == part) {
                Editor(Modifier.padding(vertical = 8.dp)) {
                    Text(label, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
                    PartEditor(part, choices, onChoose)
                    SideButton(strings.sessionClose()) { onOpen(null) }
                }
            } else {
                ValueRow(label, words.said(part, choices) ?: strings.appNotSet(), strings.sessionChange(label)) { onOpen(part) }
            }
            HorizontalDivider()
        }
    }
}

@Composable
private fun PartEditor(part: Choice, choices: SessionChoices, onChoose: (SessionChoices) -> Unit) {
    val words = LocalWords.current
    val label = words.label(part)
    when (part) {
        Choice.STYLE -> OneOf(Modality.entries, choices.style, { words.style(it) }, label) { onChoose(choices.copy(style = it)) }
        Choice.PRESSURE -> PressurePad(choices.pressure, label) { onChoose(choices.copy(pressure = it)) }
        Choice.MINUTES -> OneOf((usual + listOfNotNull(choices.minutes)).distinct().sorted(), choices.minutes, { strings.sessionMinutes(it) }, label) {
            onChoose(choices.copy(minutes = it))
        }
        Choice.AREAS -> AreasEditor(choices.areas) { onChoose(choices.copy(areas = it)) }
        Choice.NEEDS -> {
            Field(strings.sessionNeedsField(), choices.comfortNeeds, lines = 3) { onChoose(choices.copy(comfortNeeds = it)) }
            Field(strings.sessionStopField(), choices.stopSignal) { onChoose(choices.copy(stopSignal = it)) }
        }
        // Of one session before it begins, with a row of their own there.
        Choice.DOSES, Choice.BEGIN -> {}
        Choice.OILS -> Field(strings.sessionOilsField(), choices.oils, lines = 2) { onChoose(choices.copy(oils = it)) }
    }
}

/** Five steps of pressure in words; the one chosen again takes it back. */
@Composable
internal fun PressurePad(chosen: Int?, label: String, onChoose: (Int?) -> Unit) {
    val words = LocalWords.current
    OneOf((1..5).toList(), chosen, { words.pressure(it) }, label) { onChoose(it.takeIf { step -> step != chosen }) }
}

/** Regions to work on or to leave out, as a list; one is added by region, side and use. */
@Composable
internal fun AreasEditor(areas: List<Area>, onAreas: (List<Area>) -> Unit) {
    val words = LocalWords.current
    var region by remember { mutableStateOf<Region?>(null) }
    var side by remember { mutableStateOf(Side.BOTH) }
    areas.forEach { area ->
        val remove = strings.sessionAreaRemove(words.area(area))
        Row(Modifier.fillMaxWidth(), horizontalArrangement = Arrangement.spacedBy(8.dp), verticalAlignment = Alignment.CenterVertically) {
            Text("${words.use(area.wanted)}: ${words.area(area)}", Modifier.weight(1f), style = MaterialTheme.typography.bodyLarge)
            TextButton({ onAreas(areas - area) }, Modifier.heightIn(min = 48.dp).semantics { contentDescription = remove }) {
                Text(strings.sessionRemoveShort())
            }
        }
    }
    Text(strings.sessionAreaAdd(), style = MaterialTheme.typography.bodyMedium)
    OneOf(Region.entries, region, { words.region(it).capital(words.locale) }, strings.sessionAreaAdd()) { region = it }
    val chosen = region ?: return
    OneOf(listOf(Side.LEFT, Side.BOTH, Side.RIGHT), side, { words.side(it).capital(words.locale) }, words.region(chosen)) { side = it }
    Side {
        AreaUse.entries.forEach { use ->
            SideButton("${words.use(use)}: ${words.region(chosen)}") {
                // One use a place: the later word counts.
                onAreas(areas.filterNot { it.region == chosen && it.side == side } + Area(chosen, side, use))
                region = null
                side = Side.BOTH
            }
        }
    }
}

internal fun Words.use(use: AreaUse): String = when (use) {
    AreaUse.FOCUS -> strings.sessionAreaFocus()
    AreaUse.AVOID -> strings.sessionAreaAvoid()
}

internal fun Words.label(part: Choice): String = when (part) {
    Choice.STYLE -> strings.sessionStyle()
    Choice.PRESSURE -> strings.sessionPressure()
    Choice.MINUTES -> strings.sessionLength()
    Choice.AREAS -> strings.sessionAreas()
    Choice.NEEDS -> strings.sessionNeeds()
    Choice.OILS -> strings.sessionOils()
    Choice.DOSES -> strings.sessionDoses()
    Choice.BEGIN -> strings.sessionBegunAsk()
}

/** What was chosen, in words; none where nothing was. */
internal fun Words.said(part: Choice, choices: SessionChoices): String? = when (part) {
    Choice.STYLE -> choices.style?.let(::style)
    Choice.PRESSURE -> choices.pressure?.let(::pressure)
    Choice.MINUTES -> choices.minutes?.let { strings.sessionMinutes(it) }
    Choice.AREAS -> choices.areas.ifEmpty { null }?.joinToString("\n") { "${use(it.wanted)}: ${area(it)}" }
    Choice.NEEDS -> listOf(choices.comfortNeeds.trim(), choices.stopSignal.trim()).filter { it.isNotEmpty() }.ifEmpty { null }?.joinToString("\n")
    Choice.OILS -> choices.oils.trim().ifEmpty { null }
    Choice.DOSES, Choice.BEGIN -> null
}
