package org.tidemark.ui.sheet

import androidx.compose.runtime.Composable
import org.tidemark.logic.report.Way
import org.tidemark.logic.sheet.SheetOut
import org.tidemark.ui.form.Told
import org.tidemark.ui.report.Notice
import org.tidemark.ui.report.WayButtons
import org.tidemark.ui.report.told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** The ways out of the phone for a page, and what came of the last one; said only when it is so. */
@Composable
internal fun SheetWays(out: SheetOut, ready: Boolean = true, onWay: (Way) -> Unit) {
    val words = LocalWords.current
    val (problem, sent) = out.problem to out.sent
    when {
        out.working -> Told(strings.reportMaking())
        problem != null -> Notice(words.told(problem), wrong = true)
        sent != null -> Notice(words.told(sent.way, sent.bytes, sent.noted), wrong = false)
    }
    WayButtons(SheetOut.ways, ready && !out.working, onWay)
}
