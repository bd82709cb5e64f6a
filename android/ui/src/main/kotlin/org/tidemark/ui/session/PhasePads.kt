package org.tidemark.ui.session

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.logic.Moment
import org.tidemark.logic.Problem
import org.tidemark.logic.Question
import org.tidemark.logic.session.PhaseRatings
import org.tidemark.logic.session.RatingEvent
import org.tidemark.logic.session.RatingLine
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.rating.HeardByRules
import org.tidemark.ui.rating.RatingPad
import org.tidemark.ui.rating.shown
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** The pads of one phase: the open one, a row for each other, and the line that says what is on disk. */
@Composable
internal fun PhasePads(ratings: PhaseRatings, send: (RatingEvent) -> Unit, now: () -> Moment) {
    HeardByRules(ratings.advances) { send(RatingEvent.ScreenReader(it)) }
    Column(Modifier.fillMaxWidth()) {
        ratings.questions.forEach { question ->
            PadOrRow(question, ratings, send, now)
            HorizontalDivider()
        }
    }
    RatedLine(ratings, send)
}

@Composable
private fun PadOrRow(question: Question, ratings: PhaseRatings, send: (RatingEvent) -> Unit, now: () -> Moment) {
    val given = ratings.given[question.measure]
    if (ratings.open == question.measure) {
        Card(Modifier.fillMaxWidth().padding(vertical = 8.dp)) {
            RatingPad(question, given?.answer, { send(RatingEvent.Rated(question.measure, it, now())) }, Modifier.padding(12.dp))
        }
        return
    }
    val act = if (given == null) strings.ratingRate() else strings.ratingChange()
    val value = given?.let { LocalWords.current.shown(question, it.answer) } ?: "–"
    ValueRow(question.label, "$value   $act", act) { send(RatingEvent.PadOpened(question.measure)) }
}

@Composable
private fun RatedLine(ratings: PhaseRatings, send: (RatingEvent) -> Unit) {
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        when (val line = ratings.line) {
            RatingLine.Empty -> Spoken(strings.sessionEachSaves())
            RatingLine.Saving -> Spoken(strings.sessionSaving())
            RatingLine.Saved -> Spoken(strings.sessionSaved())
            is RatingLine.NotSaved -> {
                ProblemCard(line.problem) { send(RatingEvent.TriedAgain) }
                if (line.problem == Problem.StorageFull) Spoken(strings.sessionNumberWaits())
            }
        }
        if (ratings.outOfWindow) Text(strings.sessionOutOfWindow(), style = MaterialTheme.typography.bodyMedium)
    }
}

/** A line that is spoken when it changes. */
@Composable
internal fun Spoken(text: String) {
    Text(text, Modifier.semantics { liveRegion = LiveRegionMode.Polite }, style = MaterialTheme.typography.bodyLarge)
}
