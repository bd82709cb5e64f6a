//! What is done in the world for a session that is told by hand.

import TidemarkBindings

/// A session told by hand, over a diary; no `sessionId` to add one.
public func detailFeature(
    diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment, sessionId: String?
) -> Feature<DetailState, DetailEvent, DetailEffect> {
    Feature(DetailState(sessionId), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, diary: diary, now: now) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: DetailEffect, diary: any OpenDiaryProtocol, now: () -> Moment) -> DetailEvent {
    switch effect {
    // The session is over: what was rated before it steers nothing that the person still gives here.
    case .read(let sessionId):
        reply { try diary.session(sessionId, now()) }.event(DetailEvent.read, refused: DetailEvent.refused)
    case .begin:
        reply { try diary.begin(now()) }.event({ $0 }, refused: DetailEvent.refused)
    case .add(let form, let questions, let anyway):
        reply {
            do {
                return DetailEvent.saved(try diary.add(form, questions, anyway, now()))
            } catch DiaryError.Overlap {
                // The one refusal with a question of its own.
                return .overlaps
            }
        }.event({ $0 }, refused: DetailEvent.refused)
    case .change(let session, let form):
        reply { try diary.change(session, form, now()) }.event(DetailEvent.saved, refused: DetailEvent.refused)
    case .delete(let sessionId):
        reply { try diary.removeRecord(kind: .session, id: sessionId, by: .own, now: now()) }
            .event({ .deleted }, refused: DetailEvent.refused)
    }
}

extension OpenDiaryProtocol {
    fileprivate func begin(_ now: Moment) throws -> DetailEvent {
        let last = try lastChoices(now)
        let form = DetailState.Form(date: wallDate(now), time: "", minutes: last.minutes.map { String($0) } ?? "")
        return .begun(form.copy { $0.choices = last }, try measures().filter { $0.session && $0.active }.map(\.question))
    }

    fileprivate func add(_ form: DetailState.Form, _ questions: [Question], _ anyway: Bool, _ now: Moment) throws -> Session {
        let measures = FieldText(name: "measures", text: try joinItems(items: questions.map(\.measure.name)))
        let draft = SessionDraft(
            startedAt: try form.start(like: now),
            ending: form.tookPlace ? .after(minutes: UInt16(form.length ?? 0)) : .notHeld,
            status: form.status,
            modality: form.choices.style ?? .other,
            recordedBy: .own,
            // What was agreed for the last one was not agreed for this one.
            plannedMin: form.tookPlace ? nil : form.choices.minutes.flatMap { UInt16(exactly: $0) },
            reason: filled(form.reason),
            pressureAsked: form.choices.pressure.flatMap { UInt8(exactly: $0) },
            pressureFelt: form.pressureFelt.flatMap { UInt8(exactly: $0) },
            areas: form.choices.areas,
            note: filled(form.note),
            ratings: form.drafts(questions),
            overlap: anyway,
            details: try form.choices.details() + [measures])
        return try session(try saveSession(draft: draft, now: now).id, now)
    }

    fileprivate func change(_ old: Session, _ form: DetailState.Form, _ now: Moment) throws -> Session {
        // A start whose wall clock was not changed keeps its seconds.
        let same = form.date == wallDate(old.startedAt) && form.startMinute == old.form.startMinute
        let start = same ? old.startedAt : try form.start(like: now)
        var end: Moment?
        if form.tookPlace, let length = form.length {
            let kept = same && length == old.actualMin ? old.endedAt : nil
            end = kept ?? start.minus(minutes: -length)
        }
        // What was not changed is not written: a form shows less than a session may hold, such as whether an oil was tolerated.
        var fields = try form.choices.fieldsOther(than: old.choices)
        fields += [
            FieldText(name: "status", text: form.status.code),
            FieldText(name: "started_at", text: try momentToText(moment: start)),
            FieldText(name: "ended_at", text: try end.map { try momentToText(moment: $0) }),
            FieldText(name: "pressure_felt", text: form.pressureFelt.map { String($0) }),
            FieldText(name: "reason", text: filled(form.reason)),
            FieldText(name: "note", text: filled(form.note)),
        ]
        if end == nil { fields.append(FieldText(name: "actual_min", text: nil)) }
        _ = try editRecord(kind: .session, id: old.id, fields: fields, by: .own, reason: nil, now: now)
        return try session(old.id, now)
    }
}

extension DetailState.Form {
    fileprivate func start(like now: Moment) throws -> Moment { try moment(date, minute: startMinute ?? 0, like: now) }

    /// Phases and measures in the order they are asked.
    fileprivate func drafts(_ questions: [Question]) -> [SessionRatingDraft] {
        if !tookPlace { return [] }
        return Phase.allCases.compactMap { phase in
            let given = ratings[phase] ?? [:]
            let asked = questions.map(\.measure).filter { given[$0] != nil }
            let others = given.keys.filter { !asked.contains($0) }.sorted { $0.name < $1.name }
            let rated = (asked + others).map { Rated(measureId: $0.name, valueMilli: given[$0]?.milli) }
            return rated.isEmpty ? nil : SessionRatingDraft(phase: phase, ratings: rated, ratedAt: nil, recalled: fromMemory == true)
        }
    }
}
