package org.tidemark.ui.form

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.requiredWidthIn
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import org.tidemark.logic.LogicalDate
import org.tidemark.ui.history.Chevron
import org.tidemark.ui.history.WEEK
import org.tidemark.ui.history.WeekdayRow
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.Words
import org.tidemark.ui.words.fullDay
import org.tidemark.ui.words.month
import org.tidemark.ui.words.number
import org.tidemark.ui.words.placesBefore
import org.tidemark.ui.words.strings
import java.time.LocalDate
import java.time.YearMonth

/** Fields with the button of a calendar beside them, which opens under them on the day that is typed, or on [today]. */
@Composable
internal fun BesideCalendar(label: String, day: String, today: String, onDay: (String) -> Unit, fields: @Composable () -> Unit) {
    var open by remember { mutableStateOf(false) }
    val (now, on) = typedDay(today).let { it to (typedDay(day) ?: it) }
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp), itemVerticalAlignment = Alignment.CenterVertically) {
        fields()
        if (on != null) {
            val spoken = strings.recordsCalendarOf(label)
            TextButton({ open = !open }, Modifier.heightIn(min = TARGET).semantics { contentDescription = spoken }) { Text(strings.recordsCalendar()) }
        }
    }
    if (open && on != null) {
        Calendar(on, now, { open = false }) {
            open = false
            onDay(it.toString())
        }
    }
}

// Not Material's calendar: at large fonts it loses the second digit of a day, and its words and its today are its own.
/** One day of a month to choose and then to take; the months before and after are one tap away. */
@Composable
internal fun Calendar(on: LocalDate, today: LocalDate?, onLeave: () -> Unit, onTake: (LocalDate) -> Unit) {
    var chosen by remember(on) { mutableStateOf(on) }
    var month by remember(on) { mutableStateOf(YearMonth.from(on)) }
    // As wide as the month of the history, for the same reason.
    Column(Modifier.requiredWidthIn(min = 336.dp).fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        MonthRow(month) { month = it }
        WeekdayRow()
        Column(Modifier.selectableGroup()) {
            LocalWords.current.weeks(month).forEach { week ->
                Row(Modifier.fillMaxWidth()) {
                    week.forEach { day ->
                        if (day == null) Box(Modifier.weight(1f)) else Day(day, day == chosen, day == today, Modifier.weight(1f)) { chosen = day }
                    }
                }
            }
        }
        FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp), itemVerticalAlignment = Alignment.CenterVertically) {
            OutlinedButton({ onTake(chosen) }, Modifier.heightIn(min = TARGET)) { Text(strings.recordsCalendarTake()) }
            WayOut(strings.appCancel(), onLeave)
        }
    }
}

@Composable
private fun MonthRow(month: YearMonth, onMonth: (YearMonth) -> Unit) {
    val words = LocalWords.current
    Row(Modifier.fillMaxWidth(), verticalAlignment = Alignment.CenterVertically) {
        Arrow(back = true, month.minusMonths(1), words.strings::historyMonthBefore, onMonth)
        Text(
            words.month(month),
            Modifier.weight(1f).semantics { liveRegion = LiveRegionMode.Polite },
            textAlign = TextAlign.Center,
            style = MaterialTheme.typography.titleMedium,
        )
        Arrow(back = false, month.plusMonths(1), words.strings::historyMonthAfter, onMonth)
    }
}

@Composable
private fun Arrow(back: Boolean, to: YearMonth, spoken: (String) -> String, onMonth: (YearMonth) -> Unit) {
    val name = spoken(LocalWords.current.month(to))
    OutlinedButton({ onMonth(to) }, Modifier.size(ARROW).semantics { contentDescription = name }) { Chevron(back) }
}

private val ARROW = DpSize(72.dp, TARGET)

/** Chosen is said by ground and weight, today by a frame. */
@Composable
private fun Day(day: LocalDate, chosen: Boolean, today: Boolean, modifier: Modifier, onChoose: () -> Unit) {
    val words = LocalWords.current
    val colours = MaterialTheme.colorScheme
    val full = words.fullDay(LogicalDate(day.toString()))
    val spoken = if (today) words.strings.historyDay(full, words.strings.historyToday()) else full
    Surface(
        modifier.heightIn(min = TARGET).semantics { contentDescription = spoken }.selectable(chosen, role = Role.RadioButton, onClick = onChoose),
        shape = RoundedCornerShape(10.dp),
        color = if (chosen) colours.primary else Color.Transparent,
        contentColor = if (chosen) colours.onPrimary else colours.onSurface,
        border = BorderStroke(2.dp, colours.primary).takeIf { today },
    ) {
        Box(Modifier.clearAndSetSemantics {}, contentAlignment = Alignment.Center) {
            Text(
                words.number(day.dayOfMonth * 1_000L),
                style = MaterialTheme.typography.bodyLarge,
                fontWeight = if (chosen || today) FontWeight.Bold else FontWeight.Normal,
            )
        }
    }
}

/** Rows of seven, from the first weekday of the locale; none where a day of another month would be. */
private fun Words.weeks(month: YearMonth): List<List<LocalDate?>> {
    val days = List(placesBefore(month)) { null } + (1..month.lengthOfMonth()).map { month.atDay(it) }
    return days.chunked(WEEK).map { it + List(WEEK - it.size) { null } }
}
