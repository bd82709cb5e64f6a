package org.tidemark.logic.sheet

import org.tidemark.bindings.Sheet
import org.tidemark.logic.Env
import org.tidemark.logic.Reply
import org.tidemark.logic.reply
import org.tidemark.logic.report.ShareProblem
import org.tidemark.logic.report.Way
import org.tidemark.logic.report.outgoing
import org.tidemark.logic.report.takes
import org.tidemark.logic.report.whole

/** A page beside the report on its way out of the phone. Nothing is written before a way is tapped. */
public data class SheetOut(
    /** The page is being written or handed over. */
    val working: Boolean = false,
    /** What was handed over last. */
    val sent: SheetSent? = null,
    val problem: ShareProblem? = null,
) {
    public companion object {
        /** The ways that a page can go. */
        public val ways: List<Way> = listOf(Way.SHARE, Way.SAVE_AS, Way.PRINT)

        internal val working: SheetOut = SheetOut(working = true)
    }
}

/** A page that was handed over: its way, how large the file was, and whether the diary could note that it left. */
public data class SheetSent(val way: Way, val bytes: Long, val noted: Boolean)

/** Writes a page whole, looks at its size and hands it over. Touches the disk: call it off the main thread. */
internal fun Env.send(sheet: Sheet, way: Way): SheetOut {
    val made = when (val reply = reply { written(sheet) }) {
        is Reply.Refused -> return SheetOut(problem = ShareProblem.NotWritten(reply.problem))
        is Reply.Done -> reply.value ?: return SheetOut(problem = ShareProblem.WrongSize)
    }
    if (!phone.takes(made, PDF, way)) return SheetOut(problem = ShareProblem.NotTaken(way))
    return SheetOut(sent = SheetSent(way, made.bytes, made.noted))
}

private const val PDF = "application/pdf"

private fun Env.written(sheet: Sheet) = now().let { at ->
    val file = phone.outgoing("${sheet.word}-${diary.today(at).day}.pdf")
    file.whole { diary.writeSheet(file.path, sheet, diary.settings().paper, at).bytes }
}

/** What the file is called beside its date; nobody's name is in it. */
private val Sheet.word: String
    get() = when (this) {
        is Sheet.Intake -> "intake"
        is Sheet.Caregiver -> "caregiver"
        is Sheet.Questions -> "questions"
    }
