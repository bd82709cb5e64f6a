//! A real diary of which a script makes one call refuse: `{"call": "saveCheckIn", "error": "StorageFull"}`. It is the same open
//! diary in the library; a call that scripts name is overridden here.

import TidemarkBindings
import TidemarkReplay

final class RefusingDiary: OpenDiary, @unchecked Sendable {
    var refused: JSON?

    static func over(_ real: OpenDiary) -> RefusingDiary { RefusingDiary(unsafeFromHandle: real.uniffiCloneHandle()) }

    override func saveCheckIn(draft: CheckInDraft, now: Moment) throws -> SavedCheckIn {
        try unless("saveCheckIn")
        return try super.saveCheckIn(draft: draft, now: now)
    }

    override func changeRating(checkInId: String, measureId: String, valueMilli: Int64?, now: Moment) throws {
        try unless("changeRating")
        try super.changeRating(checkInId: checkInId, measureId: measureId, valueMilli: valueMilli, now: now)
    }

    override func removeCheckIn(checkInId: String, now: Moment) throws {
        try unless("removeCheckIn")
        try super.removeCheckIn(checkInId: checkInId, now: now)
    }

    override func month(year: Int32, month: UInt32) throws -> Month {
        try unless("month")
        return try super.month(year: year, month: month)
    }

    override func trends(measureIds: [String], span: Span) throws -> Trends {
        try unless("trends")
        return try super.trends(measureIds: measureIds, span: span)
    }

    override func hideCard(question: String, now: Moment) throws {
        try unless("hideCard")
        try super.hideCard(question: question, now: now)
    }

    override func saveSession(draft: SessionDraft, now: Moment) throws -> SavedSession {
        try unless("saveSession")
        return try super.saveSession(draft: draft, now: now)
    }

    override func startPlannedSession(sessionId: String, by: RecordedBy, now: Moment) throws {
        try unless("startPlannedSession")
        try super.startPlannedSession(sessionId: sessionId, by: by, now: now)
    }

    override func noteSessionMoment(
        sessionId: String, kind: MomentKind, note: String?, by: RecordedBy, now: Moment
    ) throws -> DiaryRecord {
        try unless("noteSessionMoment")
        return try super.noteSessionMoment(sessionId: sessionId, kind: kind, note: note, by: by, now: now)
    }

    override func finishSession(sessionId: String, end: SessionEnd, by: RecordedBy, now: Moment) throws -> SavedSession {
        try unless("finishSession")
        return try super.finishSession(sessionId: sessionId, end: end, by: by, now: now)
    }

    override func rateSession(
        sessionId: String, draft: SessionRatingDraft, recordedBy: RecordedBy, now: Moment
    ) throws -> [Warning] {
        try unless("rateSession")
        return try super.rateSession(sessionId: sessionId, draft: draft, recordedBy: recordedBy, now: now)
    }

    override func addRecord(kind: Kind, fields: [FieldText], recordedBy: RecordedBy, now: Moment) throws -> DiaryRecord {
        try unless("addRecord")
        return try super.addRecord(kind: kind, fields: fields, recordedBy: recordedBy, now: now)
    }

    override func editRecord(
        kind: Kind, id: String, fields: [FieldText], by: RecordedBy, reason: String?, now: Moment
    ) throws -> DiaryRecord {
        try unless("editRecord")
        return try super.editRecord(kind: kind, id: id, fields: fields, by: by, reason: reason, now: now)
    }

    override func records(kind: Kind, span: Span) throws -> [DiaryRecord] {
        try unless("records")
        return try super.records(kind: kind, span: span)
    }

    override func removeRecord(kind: Kind, id: String, by: RecordedBy, now: Moment) throws {
        try unless("removeRecord")
        try super.removeRecord(kind: kind, id: id, by: by, now: now)
    }

    override func sealBackup(path: String, watcher: Watcher?, now: Moment) throws -> BackupWritten {
        try unless("sealBackup")
        return try super.sealBackup(path: path, watcher: watcher, now: now)
    }

    override func noteBackup(path: String, written: BackupWritten, place: String?, now: Moment) throws {
        try unless("noteBackup")
        try super.noteBackup(path: path, written: written, place: place, now: now)
    }

    override func writeReport(path: String, options: ReportOptions, watcher: Watcher?) throws -> ReportWritten {
        try unless("writeReport")
        return try super.writeReport(path: path, options: options, watcher: watcher)
    }

    override func leaves(output: Output, options: ReportOptions) throws -> [Leaving] {
        try unless("leaves")
        return try super.leaves(output: output, options: options)
    }

    override func notesToTick(options: ReportOptions) throws -> [NoteToTick] {
        try unless("notesToTick")
        return try super.notesToTick(options: options)
    }

    override func setSetting(setting: Setting) throws {
        try unless("setSetting")
        try super.setSetting(setting: setting)
    }

    override func setChecklist(
        therapistId: String, answer: ChecklistAnswer, by: RecordedBy, now: Moment
    ) throws -> DiaryRecord {
        try unless("setChecklist")
        return try super.setChecklist(therapistId: therapistId, answer: answer, by: by, now: now)
    }

    override func adjustPlan(change: PlanChange, by: RecordedBy, now: Moment) throws -> PlanChanged {
        try unless("adjustPlan")
        return try super.adjustPlan(change: change, by: by, now: now)
    }

    override func planCalendar(from: String, days: UInt16) throws -> [PlanDay] {
        try unless("planCalendar")
        return try super.planCalendar(from: from, days: days)
    }

    override func keptApart(sessionId: String) throws -> [Sentence] {
        try unless("keptApart")
        return try super.keptApart(sessionId: sessionId)
    }

    override func shareIntake(
        sheetId: String, fields: [String], tick: Bool, by: RecordedBy, now: Moment
    ) throws -> DiaryRecord {
        try unless("shareIntake")
        return try super.shareIntake(sheetId: sheetId, fields: fields, tick: tick, by: by, now: now)
    }

    override func previewSheet(sheet: Sheet, paper: Paper, madeAt: Moment) throws -> ReportPreview {
        try unless("previewSheet")
        return try super.previewSheet(sheet: sheet, paper: paper, madeAt: madeAt)
    }

    override func writeSheet(path: String, sheet: Sheet, paper: Paper, madeAt: Moment) throws -> SheetWritten {
        try unless("writeSheet")
        return try super.writeSheet(path: path, sheet: sheet, paper: paper, madeAt: madeAt)
    }

    override func addMeasure(draft: MeasureDraft) throws -> Measure {
        try unless("addMeasure")
        return try super.addMeasure(draft: draft)
    }

    override func applyImport(
        pending: PendingImport, choices: ImportChoices, watcher: Watcher?, now: Moment
    ) throws -> ImportOutcome {
        try unless("applyImport")
        return try super.applyImport(pending: pending, choices: choices, watcher: watcher, now: now)
    }

    override func undoImport(batchId: String, keepEdited: Bool, now: Moment) throws -> ImportUndone {
        try unless("undoImport")
        return try super.undoImport(batchId: batchId, keepEdited: keepEdited, now: now)
    }

    override func imports() throws -> [AppliedImport] {
        try unless("imports")
        return try super.imports()
    }

    override func undo(by: RecordedBy, now: Moment) throws -> Undone {
        try unless("undo")
        return try super.undo(by: by, now: now)
    }

    private func unless(_ call: String) throws {
        guard let refused, refused["call"].string == call else { return }
        switch try refused.text("error") {
        case "StorageFull": throw DiaryError.StorageFull
        case "NotNoted": throw DiaryError.NotNoted(path: "")
        case "Busy": throw DiaryError.Busy
        case "Shut": throw DiaryError.Shut
        case "Cancelled": throw DiaryError.Cancelled(reason: "a script")
        case "OutputNotWritten": throw DiaryError.OutputNotWritten(path: "report.pdf")
        case let error: throw NotInScripts(what: "a refusal with \(error)")
        }
    }
}
