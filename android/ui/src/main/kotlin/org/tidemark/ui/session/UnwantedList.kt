package org.tidemark.ui.session

import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.Direction
import org.tidemark.logic.Answer
import org.tidemark.logic.MeasureId
import org.tidemark.logic.Question
import org.tidemark.logic.session.Unwanted
import org.tidemark.logic.session.Written
import org.tidemark.logic.session.unwantedKinds
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.rating.RatingPad
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time

/** Effects to tick, and how strong the one ticked last is; Skip leaves that open. */
@Composable
internal fun UnwantedList(unwanted: List<Unwanted>, open: String?, onTap: (String) -> Unit, onStrength: (String, Int?) -> Unit) {
    val words = LocalWords.current
    AnyOf(unwantedKinds, { kind -> unwanted.any { it.kind == kind } }, { words.named("part.unwanted.$it") }, onTap)
    val asked = unwanted.firstOrNull { it.kind == open }
    if (asked != null) StrengthPad(words.strings.sessionStrength(words.named("part.unwanted.${asked.kind}")), asked.strength) { onStrength(asked.kind, it) }
    unwanted.filter { it.strength != null && it.kind != open }.forEach { effect ->
        val said = words.strings.sessionStrengthSaid(words.named("part.unwanted.${effect.kind}"), effect.strength.toString())
        Text(said, style = MaterialTheme.typography.bodyMedium)
    }
}

/** How strong something was, 0 to 10; no value stands before the person chose one. */
@Composable
internal fun StrengthPad(label: String, strength: Int?, onStrength: (Int?) -> Unit) {
    val question = Question(
        measure = MeasureId("strength"),
        label = label,
        direction = Direction.HIGHER_WORSE,
        minMilli = 0,
        maxMilli = 10_000,
        stepMilli = 1000,
        anchorLow = strings.sessionStrengthLow(),
        anchorHigh = strings.sessionStrengthHigh(),
    )
    Card {
        RatingPad(
            question,
            strength?.let { Answer.Recorded(it * 1000L) },
            { answer -> onStrength((answer as? Answer.Recorded)?.let { (it.milli / 1000).toInt() }) },
            Modifier.padding(12.dp),
        )
    }
}

/** What is on disk of what was told; "Saved" only when everything is. */
@Composable
internal fun WrittenLine(written: Written, onTryAgain: () -> Unit) {
    when (written) {
        Written.AsRead -> {}
        is Written.Writing -> Spoken(strings.sessionSaving())
        is Written.Saved -> Spoken(strings.sessionSavedAt(LocalWords.current.time(written.at)))
        is Written.NotSaved -> ProblemCard(written.problem, onTryAgain)
    }
}
