package org.tidemark.ui.imports

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Direction
import org.tidemark.logic.imports.About
import org.tidemark.logic.imports.ColumnUse
import org.tidemark.logic.imports.ImportsEvent
import org.tidemark.logic.imports.Mapping
import org.tidemark.logic.imports.TableColumn
import org.tidemark.logic.imports.WrittenAs
import org.tidemark.logic.imports.dayFormats
import org.tidemark.logic.imports.onlyFor
import org.tidemark.logic.imports.timeFormats
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.FirstDeed
import org.tidemark.ui.form.Labelled
import org.tidemark.ui.form.Section
import org.tidemark.ui.form.TickRow
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.strings

/** Which column of a table is what; each with what its first row holds. */
@Composable
internal fun ColumnsView(mapping: Mapping, file: String, send: (ImportsEvent) -> Unit) {
    val faults = if (mapping.checked) mapping.faults else emptyList()
    Section(strings.importColumns()) {
        Text(strings.importColumnsAbout(file), style = MaterialTheme.typography.bodyLarge)
        mapping.columns.forEachIndexed { at, column ->
            val said = faults.filter { it.place == at }.map { strings.fault(it) }
            ColumnCard(mapping, column, said) { send(ImportsEvent.ColumnSet(at, it)) }
        }
    }
    TickRow(strings.importComma(), mapping.comma) { send(ImportsEvent.CommaChosen(it)) }
    Field(strings.importMissing(), mapping.missing, { send(ImportsEvent.MissingTyped(it)) }, strings.importMissingHint())
    faults.filter { it.place == null }.forEach { Told(strings.fault(it), wrong = true) }
    FirstDeed(strings.importLook()) { send(ImportsEvent.ColumnsGiven) }
    Deed(strings.importAnother()) { send(ImportsEvent.FileAsked) }
}

@Composable
private fun ColumnCard(mapping: Mapping, column: TableColumn, faults: List<String>, onUse: (ColumnUse) -> Unit) = Card(Modifier.fillMaxWidth()) {
    Column(Modifier.padding(horizontal = 16.dp, vertical = 12.dp), verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Text(column.name, style = MaterialTheme.typography.titleMedium)
        Aside(if (column.sample.isEmpty()) strings.importSampleNone() else strings.importSample(column.sample))
        val uses = listOf(
            Kind.LEFT_OUT to strings.importLeaveOut(),
            Kind.DAY to strings.importUseDay(),
            Kind.TIME to strings.importUseTime(),
            Kind.VALUES to strings.importUseValues(),
            Kind.NOTE to strings.importUseNote(),
            Kind.LENGTH to strings.importUseLength(),
            Kind.STYLE to strings.importUseStyle(),
            Kind.PRESSURE to strings.importUsePressure(),
        )
        Choices(column.name, uses, kindOf(column.use)) { kind -> if (kind != kindOf(column.use)) onUse(begun(kind, column)) }
        when (val use = column.use) {
            is ColumnUse.Day -> Written(column.name, dayFormats, use.format) { onUse(ColumnUse.Day(it)) }
            is ColumnUse.Time -> Written(column.name, timeFormats, use.format) { onUse(ColumnUse.Time(it)) }
            is ColumnUse.Values -> Values(mapping, column.name, use, onUse)
            ColumnUse.LeftOut, ColumnUse.Note, ColumnUse.Length, ColumnUse.Style, ColumnUse.Pressure -> Unit
        }
        faults.forEach { Told(it, wrong = true) }
    }
}

/** What a column can be, without its details. */
private enum class Kind { LEFT_OUT, DAY, TIME, VALUES, NOTE, LENGTH, STYLE, PRESSURE }

private fun kindOf(use: ColumnUse): Kind = when (use) {
    ColumnUse.LeftOut -> Kind.LEFT_OUT
    is ColumnUse.Day -> Kind.DAY
    is ColumnUse.Time -> Kind.TIME
    is ColumnUse.Values -> Kind.VALUES
    ColumnUse.Note -> Kind.NOTE
    ColumnUse.Length -> Kind.LENGTH
    ColumnUse.Style -> Kind.STYLE
    ColumnUse.Pressure -> Kind.PRESSURE
}

private fun begun(kind: Kind, column: TableColumn): ColumnUse = when (kind) {
    Kind.LEFT_OUT -> ColumnUse.LeftOut
    Kind.DAY -> ColumnUse.Day(dayFormats.onlyFor(column.sample))
    Kind.TIME -> ColumnUse.Time(timeFormats.onlyFor(column.sample))
    Kind.VALUES -> ColumnUse.Values(label = column.name)
    Kind.NOTE -> ColumnUse.Note
    Kind.LENGTH -> ColumnUse.Length
    Kind.STYLE -> ColumnUse.Style
    Kind.PRESSURE -> ColumnUse.Pressure
}

@Composable
private fun Written(name: String, ways: List<WrittenAs>, chosen: String?, onChoose: (String) -> Unit) {
    Aside(strings.importWritten())
    Choices(strings.importOf(strings.importWritten(), name), ways.map { it.code to it.example }, chosen, onChoose)
}

@Composable
private fun Values(mapping: Mapping, name: String, values: ColumnUse.Values, onUse: (ColumnUse) -> Unit) {
    val strings = strings
    val of = listOf<Pair<String?, String>>(null to strings.importMeasureNew()) + mapping.measures.map { it.id to it.label }
    Labelled(strings.importMeasure()) {
        Choices(strings.importOf(strings.importMeasure(), name), of, values.measureId) { onUse(values.copy(measureId = it)) }
    }
    // Once no column is the length any more, what was said stays to be said otherwise.
    if (mapping.hasSessions || values.about != About.DAY) {
        Labelled(strings.importAbout()) {
            Choices(strings.importOf(strings.importAbout(), name), About.entries.map { it to strings.about(it) }, values.about) { onUse(values.copy(about = it)) }
        }
    }
    if (values.measureId != null) return
    Field(strings.importOf(strings.importLabel(), name), values.label, { onUse(values.copy(label = it)) })
    Range(name, values.range) { onUse(values.copy(range = it)) }
    Labelled(strings.importDirection()) {
        Choices(strings.importOf(strings.importDirection(), name), Direction.entries.map { it to strings.direction(it) }, values.direction) { onUse(values.copy(direction = it)) }
    }
}
