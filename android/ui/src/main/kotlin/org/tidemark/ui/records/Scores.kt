package org.tidemark.ui.records

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.logic.records.RecordForm
import org.tidemark.logic.records.RecordsEvent
import org.tidemark.logic.records.questionnaire
import org.tidemark.logic.records.scores
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Choices
import org.tidemark.ui.form.Labelled
import org.tidemark.ui.form.TickRow
import org.tidemark.ui.form.Told
import org.tidemark.ui.words.strings

/** The single scores of a questionnaire by their numbers, when the person wants to write them down. Its questions are not here. */
@Composable
internal fun Scores(form: RecordForm, send: (RecordsEvent) -> Unit) {
    val of = form.questionnaire
    val count = of?.items ?: return
    val broken = form.broken["items"]?.let { strings.broken(it) }
    Column(Modifier.fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(12.dp)) {
        TickRow(strings.recordsScores(), form.scored) { send(RecordsEvent.ScoresAsked(it)) }
        if (form.scored) {
            Aside(strings.recordsScoresAbout())
            val given = scores(form.texts["items"].orEmpty())
            for (number in 1..count) Score(number, of.highest, given[number]) { send(RecordsEvent.Scored(number, it)) }
            if (given.isNotEmpty()) Told(strings.recordsSumSoFar(given.values.sum().toString()))
            if (broken != null) Told(broken, wrong = true)
        }
    }
}

@Composable
private fun Score(number: Int, highest: Int, score: Int?, onScore: (Int?) -> Unit) {
    val label = strings.recordsQuestion(number.toString())
    Labelled(label) { Choices(label, (0..highest).map { it to it.toString() } + (null to strings.appNotSet()), score, onScore) }
}
