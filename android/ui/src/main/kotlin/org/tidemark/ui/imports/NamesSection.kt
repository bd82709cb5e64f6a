package org.tidemark.ui.imports

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.ImportName
import org.tidemark.logic.imports.Becoming
import org.tidemark.logic.imports.ImportsEvent
import org.tidemark.logic.imports.ImportsState
import org.tidemark.logic.imports.RangeTyped
import org.tidemark.logic.imports.SKIP
import org.tidemark.logic.imports.Takes
import org.tidemark.logic.imports.becoming
import org.tidemark.logic.imports.takesNow
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.Field
import org.tidemark.ui.form.Section
import org.tidemark.ui.records.practiceKind
import org.tidemark.ui.words.strings

/** The words of the file and what each stands for; those that wait for an answer come first. */
@Composable
internal fun NamesSection(state: ImportsState, names: List<ImportName>, send: (ImportsEvent) -> Unit) = Section(strings.importNames()) {
    if (names.any { it.becomes == null }) Aside(strings.importNamesAbout())
    val (asked, placed) = names.partition { it.becomes == null }
    (asked + placed).forEachIndexed { at, name ->
        if (at > 0) HorizontalDivider()
        Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(6.dp)) {
            Text(strings.importWord(name.name, strings.importRows(name.rows.toInt())), style = MaterialTheme.typography.titleMedium)
            Answer(state, name) { send(it) }
        }
    }
}

@Composable
private fun Answer(state: ImportsState, name: ImportName, send: (ImportsEvent) -> Unit) {
    val given = state.said.answers[name.name]
    val answer = { text: String? -> send(ImportsEvent.NameAnswered(name.name, text)) }
    val leaveOut = SKIP to strings.importLeaveOut()
    when (name.takesNow) {
        Takes.MOOD -> {
            Aside(strings.importMoodQuestion())
            val placed = (name.becoming as? Becoming.Mood)?.number?.toString()
            Choices(spoken(strings.importMoodQuestion(), name), (1..5).map { "$it" to "$it" } + leaveOut, given ?: placed, answer)
        }
        Takes.PRACTICE -> {
            Aside(strings.importPracticeQuestion())
            val strings = strings
            val placed = (name.becoming as? Becoming.OfPractice)?.kind
            val kinds = state.found?.practices.orEmpty().map { it to strings.practiceKind(it) }
            Choices(spoken(strings.importPracticeQuestion(), name), kinds + leaveOut, given ?: placed, answer)
        }
        Takes.RANGE -> {
            Aside(strings.importRangeQuestion())
            Range(name.name, state.ranges[name.name] ?: RangeTyped()) { send(ImportsEvent.RangeTyped(name.name, it)) }
            LeftOut(spoken(strings.importRangeQuestion(), name), given, answer)
        }
        Takes.OTHER -> {
            Field(strings.importAnswer(), given.orEmpty().takeIf { it != SKIP }.orEmpty(), { answer(it.ifBlank { null }) }, strings.importOtherQuestion(name.takes.orEmpty()))
            LeftOut(spoken(strings.importAnswer(), name), given, answer)
        }
        null -> Placed(name, given, answer)
    }
}

/** The one choice beside a typed answer; a second tap takes it back. */
@Composable
private fun LeftOut(question: String, given: String?, answer: (String?) -> Unit) =
    Choices(question, listOf(SKIP to strings.importLeaveOut()), given) { answer(if (given == SKIP) null else it) }

/** What has its place without a question; its numbers can still be left out. */
@Composable
private fun Placed(name: ImportName, given: String?, answer: (String?) -> Unit) {
    when (val becoming = name.becoming) {
        is Becoming.OfMeasure -> Aside(strings.importBecomesMeasure(becoming.text))
        Becoming.InNote -> Aside(strings.importBecomesNote())
        else -> Aside(strings.importBecomesLeftOut())
    }
    if (name.becoming == Becoming.InNote) return
    val keep = null to strings.importKeep()
    Choices(spoken(strings.importKeep(), name), listOf(keep, SKIP to strings.importLeaveOut()), given.takeIf { it == SKIP }, answer)
}

/** Lowest, highest and the steps between. */
@Composable
internal fun Range(of: String, range: RangeTyped, onRange: (RangeTyped) -> Unit) {
    val named = @Composable { field: String -> strings.importOf(field, of) }
    Field(named(strings.importLowest()), range.lowest, { onRange(range.copy(lowest = it)) }, keyboard = KeyboardType.Decimal)
    Field(named(strings.importHighest()), range.highest, { onRange(range.copy(highest = it)) }, keyboard = KeyboardType.Decimal)
    Field(named(strings.importStep()), range.step, { onRange(range.copy(step = it)) }, keyboard = KeyboardType.Decimal)
}

@Composable
private fun spoken(question: String, name: ImportName): String = strings.importOf(question, name.name)
