package org.tidemark.ui.history

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.requiredWidthIn
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.tidemark.bindings.DayMark
import org.tidemark.bindings.MonthDay
import org.tidemark.logic.LogicalDate
import org.tidemark.logic.history.MonthPage
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.day
import org.tidemark.ui.words.number
import org.tidemark.ui.words.placesBefore
import org.tidemark.ui.words.weekdays

internal const val WEEK = 7

/** The month in rows of seven; each day is spoken in full. */
@Composable
internal fun MonthGrid(page: MonthPage, open: (LogicalDate) -> Unit) {
    val words = LocalWords.current
    val blank: List<MonthDay?> = List(words.placesBefore(page.month)) { null }
    // Seven targets of 48 dp are wider than a 360 dp phone leaves between the margins: the grid reaches into them there.
    Column(Modifier.requiredWidthIn(min = 336.dp).fillMaxWidth(), verticalArrangement = Arrangement.spacedBy(2.dp)) {
        WeekdayRow()
        (blank + page.days).chunked(WEEK).forEach { week ->
            Row(Modifier.fillMaxWidth()) {
                week.forEach { day -> if (day == null) Box(Modifier.weight(1f)) else DayCell(page, day, Modifier.weight(1f), open) }
                repeat(WEEK - week.size) { Box(Modifier.weight(1f)) }
            }
        }
    }
}

/** The letters of the weekdays over a month, from the first one of the locale. */
@Composable
internal fun WeekdayRow() = Row(Modifier.fillMaxWidth()) {
    LocalWords.current.weekdays().forEach { (letter, name) ->
        Text(
            letter,
            Modifier.weight(1f).clearAndSetSemantics { contentDescription = name },
            textAlign = TextAlign.Center,
            style = MaterialTheme.typography.labelLarge,
            color = MaterialTheme.colorScheme.onSurfaceVariant,
        )
    }
}

@Composable
private fun DayCell(page: MonthPage, day: MonthDay, modifier: Modifier, open: (LogicalDate) -> Unit) {
    val words = LocalWords.current
    val colours = MaterialTheme.colorScheme
    val opens = page.opens(day)
    val today = day.day == page.today.iso
    val spoken = words.spoken(day, page.today)
    val tap = { open(LogicalDate(day.day)) }
    val frame = if (today) Modifier.border(BorderStroke(2.dp, colours.primary), CORNERS) else Modifier
    Column(
        modifier.heightIn(min = 56.dp).clip(CORNERS).then(frame)
            .then(if (opens) Modifier.clickable(role = Role.Button, onClick = tap) else Modifier)
            .clearAndSetSemantics {
                contentDescription = spoken
                if (opens) {
                    role = Role.Button
                    onClick { tap(); true }
                }
            }.padding(vertical = 6.dp),
        horizontalAlignment = Alignment.CenterHorizontally,
        verticalArrangement = Arrangement.spacedBy(4.dp),
    ) {
        Text(
            words.number(day.day.takeLast(2).toLong() * 1000),
            style = MaterialTheme.typography.bodyLarge,
            fontWeight = if (today) FontWeight.Bold else FontWeight.Normal,
            color = if (opens) colours.onSurface else colours.outline,
        )
        Row(Modifier.heightIn(min = 12.dp), horizontalArrangement = Arrangement.spacedBy(2.dp)) {
            if (day.mark != DayMark.BLANK) MarkShape(day.mark)
            OtherShapes(day)
        }
    }
}

private val CORNERS = RoundedCornerShape(10.dp)

/** The same days as a list: for whoever reads by ear, by keyboard or with large fonts. */
@Composable
internal fun DayList(page: MonthPage, open: (LogicalDate) -> Unit) {
    Column(Modifier.fillMaxWidth()) {
        page.listed.forEach { day ->
            DayRow(page, day) { open(LogicalDate(day.day)) }
            HorizontalDivider()
        }
    }
}

@Composable
private fun DayRow(page: MonthPage, day: MonthDay, onOpen: () -> Unit) {
    val words = LocalWords.current
    Row(
        Modifier.fillMaxWidth().heightIn(min = 48.dp).clickable(role = Role.Button, onClick = onOpen).semantics(mergeDescendants = true) {}
            .padding(vertical = 10.dp),
        horizontalArrangement = Arrangement.spacedBy(12.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (day.mark == DayMark.BLANK) Spacer(Modifier.size(12.dp)) else MarkShape(day.mark)
        Column(Modifier.weight(1f)) {
            Text(words.day(LogicalDate(day.day)), style = MaterialTheme.typography.bodyLarge)
            Text(words.held(day, page.today), style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
        }
        OtherShapes(day)
    }
}

/** What stands on a day beside its check-ins. */
@Composable
private fun OtherShapes(day: MonthDay) {
    if (day.sessions > 0u) SessionShape(tookPlace = true) else if (day.planned > 0u) SessionShape(tookPlace = false)
    if (day.others > 0u) OtherShape()
}
