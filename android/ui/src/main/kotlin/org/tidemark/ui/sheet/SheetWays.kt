package org.tidemark.ui.sheet

import androidx.compose.runtime.Composable
import org.tidemark.logic.report.Way
import org.tidemark.logic.sheet.SheetOut
import org.tidemark.ui.form.Deed
import org.tidemark.ui.form.Told
import org.tidemark.ui.report.Notice
import org.tidemark.ui.report.WayButtons
import org.tidemark.ui.report.told
import org.tidemark.ui.words.LocalWords
import org.tidemark.ui.words.strings

/** A look at a page, the ways out of the phone for it, and what came of the last one; said only when it is so. */
@Composable
internal fun SheetWays(out: SheetOut, ready: Boolean = true, onLook: () -> Unit, onWay: (Way) -> Unit) {
    val words = LocalWords.current
    val (problem, sent) = out.problem to out.sent
    when {
        out.working -> Told(strings.reportMaking())
        problem != null -> Notice(words.told(problem), wrong = true)
        sent != null -> Notice(words.told(sent.way, sent.bytes, sent.noted), wrong = false)
    }
    Deed(strings.reportLook(), enabled = ready, onClick = onLook)
    WayButtons(SheetOut.ways, ready && !out.working, onWay)
}
