package org.tidemark.ui.session.detail

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
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
import org.tidemark.logic.Question
import org.tidemark.logic.session.PhaseRead
import org.tidemark.logic.session.Session
import org.tidemark.logic.session.Unwanted
import org.tidemark.logic.session.before.Choice
import org.tidemark.ui.session.LabelAndValue
import org.tidemark.ui.session.Section
import org.tidemark.ui.session.after.answer
import org.tidemark.ui.session.asked
import org.tidemark.ui.session.care
import org.tidemark.ui.session.doses
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
    Column(Modifier.fillMaxWidth()) {
        Fact(words.start(session.startedAt), (session.actualMin ?: choices.minutes)?.let { strings.sessionMinutes(it) }.orEmpty())
        choices.pressure?.let { Fact(strings.sessionPressure(), words.pressure(it)) }
        session.told.pressureFelt?.let { Fact(strings.sessionPressureFelt(), words.pressure(it)) }
        session.reason?.let { Fact(strings.sessionReason(), it) }
        listOf(Choice.AREAS, Choice.NEEDS, Choice.OILS).forEach { part -> words.said(part, choices)?.let { Fact(words.label(part), it) } }
        words.doses(choices.doses, session.medicines, session.startedAt)?.let { Fact(words.label(Choice.DOSES), it) }
    }
    Ratings(session)
    Within(session)
    Since(session)
}

@Composable
private fun Ratings(session: Session) {
    val words = LocalWords.current
    val phases = listOf(
        strings.sessionBefore() to session.before,
        strings.sessionAfter() to session.after,
        strings.sessionNextMorning() to session.followUp,
    ).mapNotNull { (name, read) -> read?.let { name to it } }
    if (session.endedAt == null && phases.isEmpty()) return
    Section(strings.sessionRatings(), strings.sessionHiddenLine().takeIf { session.beforeHidden }) {
        Column(Modifier.fillMaxWidth()) {
            if (phases.isNotEmpty()) session.questions.forEach { Fact(it.label, words.rated(it, phases), below = true) }
        }
        phases.forEach { (name, read) -> words.limits(read)?.let { Text("$name: $it", style = MaterialTheme.typography.bodyMedium) } }
        if (session.endedAt != null && session.followUp == null) Text(strings.sessionNoFollowUp(), style = MaterialTheme.typography.bodyMedium)
    }
}

/** The answers of each phase that was rated, a line each; one word for a measure that was rated in none. */
private fun Words.rated(question: Question, phases: List<Pair<String, PhaseRead>>): String {
    val given = phases.filter { (_, read) -> question.measure in read.answers }
    if (given.isEmpty()) return strings.sessionNotRated()
    return given.joinToString("   ") { (name, read) -> "$name ${answer(question, read.answers[question.measure])}" }
}

/** What keeps ratings out of figures about change; none when nothing does. */
private fun Words.limits(read: PhaseRead): String? {
    val said = listOfNotNull(strings.sessionRecalled().takeIf { read.recalled }, strings.sessionOutside().takeIf { !read.inWindow })
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

/** What was noted of the time after. */
@Composable
private fun Since(session: Session) {
    val words = LocalWords.current
    val told = session.told
    Column(Modifier.fillMaxWidth()) {
        if (told.unwanted.isNotEmpty()) Fact(strings.sessionUnwanted(), told.unwanted.joinToString("\n") { words.effect(it) })
        val done = told.aftercare.filter { it.doneAt != null }
        if (done.isNotEmpty()) Fact(strings.sessionCare(), done.joinToString("\n") { words.care(it.item) })
        if (told.note.isNotBlank()) Fact(strings.sessionNote(), told.note)
    }
}

private fun Words.effect(effect: Unwanted): String {
    val name = named("part.unwanted.${effect.kind}")
    return effect.strength?.let { strings.sessionStrengthSaid(name, it.toString()) } ?: name
}

/** Longer words stand below their label. */
private const val LONGEST_BESIDE = 24

@Composable
private fun Fact(label: String, said: String, below: Boolean = false) {
    Box(Modifier.fillMaxWidth().padding(vertical = 10.dp)) {
        LabelAndValue(label, said, below || '\n' in said || said.length > LONGEST_BESIDE, MaterialTheme.colorScheme.onSurfaceVariant, MaterialTheme.colorScheme.onSurface)
    }
    HorizontalDivider()
}
