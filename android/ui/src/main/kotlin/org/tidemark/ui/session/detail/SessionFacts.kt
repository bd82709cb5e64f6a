package org.tidemark.ui.session.detail

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.session.PhaseRead
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.before.Choice
import org.tidemark.ui.session.Section
import org.tidemark.ui.session.after.answer
import org.tidemark.ui.session.asked
import org.tidemark.ui.session.care
import org.tidemark.ui.session.label
import org.tidemark.ui.session.named
import org.tidemark.ui.session.pressure
import org.tidemark.ui.session.said
import org.tidemark.ui.session.start
import org.tidemark.ui.session.status
import org.tidemark.ui.session.style
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.strings

/** What the diary holds of a session. Only what was said stands here; nothing stands for what was not. */
@Composable
internal fun SessionFacts(session: Session) {
    val words = LocalWords.current
    val choices = session.choices
    Text(
        listOfNotNull(choices.style?.let { words.style(it) }, words.status(session.status)).joinToString(", "),
        Modifier.semantics { heading() },
        style = MaterialTheme.typography.titleLarge,
    )
    Fact(words.start(session.startedAt), (session.actualMin ?: choices.minutes)?.let { strings.sessionMinutes(it) }.orEmpty())
    choices.pressure?.let { Fact(strings.sessionPressure(), words.pressure(it)) }
    session.told.pressureFelt?.let { Fact(strings.sessionPressureFelt(), words.pressure(it)) }
    session.reason?.let { Fact(strings.sessionReason(), it) }
    listOf(Choice.AREAS, Choice.NEEDS, Choice.OILS).forEach { part -> words.said(part, choices)?.let { Fact(words.label(part), it) } }
    Ratings(session)
    Within(session)
    if (session.told.unwanted.isNotEmpty()) {
        Fact(
            strings.sessionUnwanted(),
            session.told.unwanted.joinToString("\n") { effect ->
                val name = words.named("part.unwanted.${effect.kind}")
                effect.strength?.let { words.strings.sessionStrengthSaid(name, it.toString()) } ?: name
            },
        )
    }
    val done = session.told.aftercare.filter { it.doneAt != null }
    if (done.isNotEmpty()) Fact(strings.sessionCare(), done.joinToString("\n") { words.care(it.item) })
    if (session.told.note.isNotBlank()) Fact(strings.sessionNote(), session.told.note)
}

@Composable
private fun Ratings(session: Session) {
    val words = LocalWords.current
    Section(strings.sessionRatings(), strings.sessionHiddenLine().takeIf { session.beforeHidden }) {
        val columns = listOf(
            strings.sessionBefore() to session.before,
            strings.sessionAfter() to session.after,
            strings.sessionNextMorning() to session.followUp,
        ).filterNot { (_, read) -> read === session.before && session.beforeHidden }
        session.questions.forEach { question ->
            val said = columns.mapNotNull { (name, read) -> read?.let { "$name ${words.answer(question, it.answers[question.measure])}" } }
            Fact(question.label, said.joinToString("   ").ifEmpty { strings.sessionNotRated() })
        }
        columns.forEach { (name, read) -> words.limits(read)?.let { Text("$name: $it", style = MaterialTheme.typography.bodyMedium) } }
        if (session.endedAt != null && session.followUp == null) Text(strings.sessionNoFollowUp(), style = MaterialTheme.typography.bodyMedium)
    }
}

/** What keeps ratings out of figures about change; none when nothing does. */
private fun Words.limits(read: PhaseRead?): String? {
    val found = read ?: return null
    val said = listOfNotNull(strings.sessionRecalled().takeIf { found.recalled }, strings.sessionOutside().takeIf { !found.inWindow })
    return said.ifEmpty { null }?.joinToString(", ")
}

@Composable
private fun Within(session: Session) {
    if (session.happened.isEmpty()) return
    val words = LocalWords.current
    Section(strings.sessionWithin()) {
        session.happened.forEach { Text(strings.sessionAtMinute(it.minute.toString(), words.asked(it.kind)), style = MaterialTheme.typography.bodyLarge) }
    }
}

/** A label and what was said, beside each other or, when they do not fit, below. */
@Composable
internal fun Fact(label: String, said: String) {
    FlowRow(Modifier.fillMaxWidth().padding(vertical = 4.dp), horizontalArrangement = Arrangement.SpaceBetween) {
        Text(label, Modifier.padding(end = 16.dp), style = MaterialTheme.typography.bodyLarge, color = MaterialTheme.colorScheme.onSurfaceVariant)
        Text(said, style = MaterialTheme.typography.bodyLarge)
    }
    HorizontalDivider()
}
