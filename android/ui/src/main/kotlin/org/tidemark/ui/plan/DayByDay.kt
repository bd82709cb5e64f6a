package org.tidemark.ui.plan

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.PlanDay
import org.tidemark.bindings.PlanEntry
import org.tidemark.bindings.PlanLane
import org.tidemark.bindings.SessionStatus
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.Place
import org.tidemark.logic.plan.PlanDays
import org.tidemark.logic.plan.PlanEvent
import org.tidemark.ui.app.Go
import org.tidemark.ui.app.LineButton
import org.tidemark.ui.form.Aside
import org.tidemark.ui.form.Section
import org.tidemark.ui.session.status
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.fullDay
import org.tidemark.ui.words.strings
import org.tidemark.ui.words.time
import org.tidemark.ui.words.written

/** Two weeks day by day: sessions, talking therapy and doses, and beside a session what is nearer to it than the plan keeps apart. */
@Composable
internal fun DayByDay(shown: PlanDays, send: (PlanEvent) -> Unit, go: Go) = Section(strings.planDays()) {
    val words = LocalWords.current
    Text(strings.planDaysPeriod(words.written(shown.from), words.written(shown.to)), style = MaterialTheme.typography.bodyLarge)
    FlowRow(horizontalArrangement = Arrangement.spacedBy(24.dp)) {
        LineButton(strings.planDaysEarlier(), strings.planDaysEarlierSpoken()) { send(PlanEvent.DaysMoved(-WEEKS)) }
        LineButton(strings.planDaysLater(), strings.planDaysLaterSpoken()) { send(PlanEvent.DaysMoved(WEEKS)) }
    }
    if (shown.days.isEmpty()) Text(strings.planDaysEmpty(), style = MaterialTheme.typography.bodyLarge)
    shown.days.forEach { Day(it, go) }
}

private const val WEEKS = 2

@Composable
private fun Day(day: PlanDay, go: Go) = Column(Modifier.fillMaxWidth().padding(top = 8.dp), verticalArrangement = Arrangement.spacedBy(4.dp)) {
    val date = LocalWords.current.fullDay(LogicalDate(day.day))
    Text(date, Modifier.semantics { heading() }, style = MaterialTheme.typography.titleMedium)
    day.entries.forEach { Entry(it, go) }
}

@Composable
private fun Entry(entry: PlanEntry, go: Go) {
    val words = LocalWords.current
    val time = words.time(entry.minute.toInt())
    when (val what = entry.what) {
        is PlanLane.Session -> {
            LineButton(strings.planDaySession(time, words.status(what.status))) { go.to(what.place) }
            what.apart.forEach { Aside(it.text) }
        }
        is PlanLane.TalkingTherapy -> Line(what.withWhom?.let { strings.planDayTherapyWith(time, it) } ?: strings.planDayTherapy(time))
        is PlanLane.Dose -> Line(strings.planDayDose(time, what.name))
    }
}

@Composable
private fun Line(text: String) = Text(text, style = MaterialTheme.typography.bodyLarge)

/** One that is planned leads to its start, any other to what was told of it. */
private val PlanLane.Session.place: Place
    get() = if (status == SessionStatus.PLANNED) Place.SessionBefore(id) else Place.SessionDetail(id)
