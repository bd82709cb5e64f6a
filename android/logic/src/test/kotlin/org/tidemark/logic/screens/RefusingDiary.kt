package org.tidemark.logic.screens

import com.google.gson.JsonObject
import org.tidemark.bindings.BackupWritten
import org.tidemark.bindings.CheckInDraft
import org.tidemark.bindings.ChecklistAnswer
import org.tidemark.bindings.DiaryException
import org.tidemark.bindings.FieldText
import org.tidemark.bindings.ImportChoices
import org.tidemark.bindings.Kind
import org.tidemark.bindings.MeasureDraft
import org.tidemark.bindings.MomentKind
import org.tidemark.bindings.OpenDiaryInterface
import org.tidemark.bindings.Output
import org.tidemark.bindings.Paper
import org.tidemark.bindings.PendingImport
import org.tidemark.bindings.PlanChange
import org.tidemark.bindings.RecordedBy
import org.tidemark.bindings.ReportOptions
import org.tidemark.bindings.SessionDraft
import org.tidemark.bindings.SessionEnd
import org.tidemark.bindings.SessionRatingDraft
import org.tidemark.bindings.Setting
import org.tidemark.bindings.Sheet
import org.tidemark.bindings.Span
import org.tidemark.bindings.Watcher
import org.tidemark.logic.Moment

/** A real diary of which a script makes one call refuse: `{"call": "saveCheckIn", "error": "StorageFull"}`. A call that scripts name is overridden here. */
internal class RefusingDiary(private val real: OpenDiaryInterface) : OpenDiaryInterface by real {
    var refused: JsonObject? = null

    override fun saveCheckIn(draft: CheckInDraft, now: Moment) = unless("saveCheckIn") { real.saveCheckIn(draft, now) }

    override fun changeRating(checkInId: String, measureId: String, valueMilli: Long?, now: Moment) =
        unless("changeRating") { real.changeRating(checkInId, measureId, valueMilli, now) }

    override fun saveSession(draft: SessionDraft, now: Moment) = unless("saveSession") { real.saveSession(draft, now) }

    override fun startPlannedSession(sessionId: String, by: RecordedBy, now: Moment) =
        unless("startPlannedSession") { real.startPlannedSession(sessionId, by, now) }

    override fun noteSessionMoment(sessionId: String, kind: MomentKind, note: String?, by: RecordedBy, now: Moment) =
        unless("noteSessionMoment") { real.noteSessionMoment(sessionId, kind, note, by, now) }

    override fun finishSession(sessionId: String, end: SessionEnd, by: RecordedBy, now: Moment) =
        unless("finishSession") { real.finishSession(sessionId, end, by, now) }

    override fun rateSession(sessionId: String, draft: SessionRatingDraft, recordedBy: RecordedBy, now: Moment) =
        unless("rateSession") { real.rateSession(sessionId, draft, recordedBy, now) }

    override fun addRecord(kind: Kind, fields: List<FieldText>, recordedBy: RecordedBy, now: Moment) =
        unless("addRecord") { real.addRecord(kind, fields, recordedBy, now) }

    override fun editRecord(kind: Kind, id: String, fields: List<FieldText>, by: RecordedBy, reason: String?, now: Moment) =
        unless("editRecord") { real.editRecord(kind, id, fields, by, reason, now) }

    override fun records(kind: Kind, span: Span) = unless("records") { real.records(kind, span) }

    override fun removeCheckIn(checkInId: String, now: Moment) = unless("removeCheckIn") { real.removeCheckIn(checkInId, now) }

    override fun month(year: Int, month: UInt) = unless("month") { real.month(year, month) }

    override fun trends(measureIds: List<String>, span: Span) = unless("trends") { real.trends(measureIds, span) }

    override fun hideCard(question: String, now: Moment) = unless("hideCard") { real.hideCard(question, now) }

    override fun setSetting(setting: Setting) = unless("setSetting") { real.setSetting(setting) }

    override fun addMeasure(draft: MeasureDraft) = unless("addMeasure") { real.addMeasure(draft) }

    override fun sealBackup(path: String, watcher: Watcher?, now: Moment) = unless("sealBackup") { real.sealBackup(path, watcher, now) }

    override fun noteBackup(path: String, written: BackupWritten, place: String?, now: Moment) =
        unless("noteBackup") { real.noteBackup(path, written, place, now) }

    override fun removeRecord(kind: Kind, id: String, by: RecordedBy, now: Moment) =
        unless("removeRecord") { real.removeRecord(kind, id, by, now) }

    override fun writeReport(path: String, options: ReportOptions, watcher: Watcher?) =
        unless("writeReport") { real.writeReport(path, options, watcher) }

    override fun leaves(output: Output, options: ReportOptions) = unless("leaves") { real.leaves(output, options) }

    override fun notesToTick(options: ReportOptions) = unless("notesToTick") { real.notesToTick(options) }

    override fun applyImport(pending: PendingImport, choices: ImportChoices, watcher: Watcher?, now: Moment) =
        unless("applyImport") { real.applyImport(pending, choices, watcher, now) }

    override fun undoImport(batchId: String, keepEdited: Boolean, now: Moment) = unless("undoImport") { real.undoImport(batchId, keepEdited, now) }

    override fun imports() = unless("imports") { real.imports() }

    override fun undo(by: RecordedBy, now: Moment) = unless("undo") { real.undo(by, now) }

    override fun setChecklist(therapistId: String, answer: ChecklistAnswer, by: RecordedBy, now: Moment) =
        unless("setChecklist") { real.setChecklist(therapistId, answer, by, now) }

    override fun adjustPlan(change: PlanChange, by: RecordedBy, now: Moment) = unless("adjustPlan") { real.adjustPlan(change, by, now) }

    override fun planCalendar(from: String, days: UShort) = unless("planCalendar") { real.planCalendar(from, days) }

    override fun keptApart(sessionId: String) = unless("keptApart") { real.keptApart(sessionId) }

    override fun shareIntake(sheetId: String, fields: List<String>, tick: Boolean, by: RecordedBy, now: Moment) =
        unless("shareIntake") { real.shareIntake(sheetId, fields, tick, by, now) }

    override fun previewSheet(sheet: Sheet, paper: Paper, madeAt: Moment) = unless("previewSheet") { real.previewSheet(sheet, paper, madeAt) }

    override fun writeSheet(path: String, sheet: Sheet, paper: Paper, madeAt: Moment) =
        unless("writeSheet") { real.writeSheet(path, sheet, paper, madeAt) }

    private fun <T> unless(call: String, act: () -> T): T {
        val wanted = refused?.takeIf { it.get("call").asString == call } ?: return act()
        throw when (val error = wanted.get("error").asString) {
            "StorageFull" -> DiaryException.StorageFull()
            "Busy" -> DiaryException.Busy()
            "Shut" -> DiaryException.Shut()
            "Cancelled" -> DiaryException.Cancelled("a script")
            "OutputNotWritten" -> DiaryException.OutputNotWritten("report.pdf")
            else -> error("a script cannot refuse with $error")
        }
    }
}
