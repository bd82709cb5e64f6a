package org.tidemark.ui.session.timer

import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import org.tidemark.logic.session.timer.End
import org.tidemark.logic.session.timer.TimerEvent
import org.tidemark.logic.session.timer.TimerState
import org.tidemark.ui.app.ProblemCard
import org.tidemark.ui.session.Field
import org.tidemark.ui.session.MainButton
import org.tidemark.ui.session.Section
import org.tidemark.ui.session.SideButton
import org.tidemark.ui.words.strings

/** The person gives the length, whatever the clock says. */
internal val realLength = End(early = false, asksLength = true)

/** How a session ends when the clock or the person says otherwise: its real length, and why it was stopped. */
@Composable
internal fun EndForm(end: End, state: TimerState, send: (TimerEvent) -> Unit) {
    Section(if (end.early) strings.sessionStopHeading() else strings.sessionLengthHeading()) {
        if (end.early) Field(strings.sessionStopReason(), end.reason) { send(TimerEvent.EndTold(end.copy(reason = it))) }
        if (end.asksLength) {
            // Asked although the person said nothing: then the clock is why.
            if (state.elapsedMin == null) Text(strings.sessionLengthWhy(), style = MaterialTheme.typography.bodyMedium)
            Field(strings.sessionLengthField(), end.minutes) { send(TimerEvent.EndTold(end.copy(minutes = it))) }
        }
    }
    state.problem?.let { ProblemCard(it) }
    MainButton(if (end.early) strings.sessionStopSave() else strings.sessionLengthSave(), end.canFinish && !state.working) { send(TimerEvent.Ended) }
    SideButton(strings.sessionBackToTimer()) { send(TimerEvent.EndTold(null)) }
}
