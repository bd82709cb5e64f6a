//! What is done in the world for the report builder: read, lay out, remember. Nothing leaves and nothing is written.

import TidemarkBindings

/// What is to be done in the world, one after another.
public enum ReportEffect: Hashable, Sendable {
    case read

    /// Lays the pages out and lists what leaves; writes nothing.
    case layOut(ReportOptions)

    /// Reads the notes that a report of these days could hold.
    case listNotes(of: NotesOf, madeAt: Moment)

    /// Remembers the choices for the way back.
    case keep(ReportChoices)
}

/// The report builder over a diary; what was chosen before is chosen still.
public func reportFeature(_ env: Env) -> Feature<ReportState, ReportEvent, ReportEffect> {
    Feature(
        ReportState(choices: env.drafts.of(.report)), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, env) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: ReportEffect, _ env: Env) -> ReportEvent? {
    switch effect {
    case .read:
        return reply { try basis(env.diary, env.now()) }.event(ReportEvent.read, refused: ReportEvent.notRead)
    case .layOut(let options):
        return reply { try laid(env.diary, options) }.event(ReportEvent.laidOut, refused: ReportEvent.notLaidOut)
    case .listNotes(let of, let madeAt):
        return reply { try listed(env.diary, of, madeAt) }.event(ReportEvent.notesRead, refused: ReportEvent.notesNotRead)
    case .keep(let choices):
        env.drafts.keep(.report, choices)
        return nil
    }
}

private func basis(_ diary: any OpenDiaryProtocol, _ now: Moment) throws -> Basis {
    let today = try diary.today(now: now).day
    return Basis(
        madeAt: now,
        usual: try diary.reportPeriod(now: now),
        lastVisit: try diary.records(kind: .visit, span: Span()).compactMap { $0.text("logical_date") }.filter { $0 < today }.max(),
        paper: try diary.settings().paper,
        ticked: [
            .usual: defaultSections(),
            .prescriber: sectionsFor(recipient: .prescriber),
            .talkingTherapist: sectionsFor(recipient: .talkingTherapist),
            .massageTherapist: sectionsFor(recipient: .massageTherapist),
        ])
}

/// Of what is ticked, only the sessions decide which notes there are; of the sheet, nothing does.
private func listed(_ diary: any OpenDiaryProtocol, _ of: NotesOf, _ madeAt: Moment) throws -> ListedNotes {
    let included = defaultSections().copy(sessions: of.sessions)
    let options = ReportOptions(madeAt: madeAt, paper: .a4, period: of.period, included: included)
    return ListedNotes(of: of, notes: try diary.notesToTick(options: options))
}

private func laid(_ diary: any OpenDiaryProtocol, _ options: ReportOptions) throws -> Laid {
    let pages = Int(try diary.previewReport(options: options).pages())
    return Laid(options: options, leaves: try diary.leaves(output: .pages, options: options), pages: pages)
}
