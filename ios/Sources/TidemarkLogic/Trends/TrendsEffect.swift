//! What is read for the trends screen: the trends of a stretch, and what else happened in its days.

import TidemarkBindings

public enum TrendsEffect: Hashable, Sendable {
    case readPage(Stretch)
}

/// The trends screen over a diary.
public func trendsFeature(
    diary: any OpenDiaryProtocol, now: @escaping @Sendable () -> Moment
) -> Feature<TrendsState, TrendsEvent, TrendsEffect> {
    Feature(TrendsState(), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, diary: diary, now: now) })
}

/// Does what `effect` says. Touches the disk: call it off the main actor.
func perform(_ effect: TrendsEffect, diary: any OpenDiaryProtocol, now: () -> Moment) -> TrendsEvent {
    switch effect {
    case .readPage(let stretch):
        reply { try diary.page(stretch, now()) }.event(TrendsEvent.pageRead, refused: TrendsEvent.pageNotRead)
    }
}

extension OpenDiaryProtocol {
    fileprivate func page(_ stretch: Stretch, _ now: Moment) throws -> TrendsPage {
        let today = try today(now: now)
        var asked = Span()
        if let days = stretch.days, let last = CivilDay(today.day) {
            asked = Span(from: last.minus(days: days - 1).iso, to: today.day)
        }
        let found = try trends(measureIds: [], span: asked)
        let markers = try found.period.map { try self.markers($0.from, $0.to) } ?? []
        return TrendsPage(
            stretch: stretch, period: found.period, trends: found.trends, markers: markers, sampleLabel: today.sampleLabel)
    }

    /// Sessions that took place, changes of medicines, and events, as far as they touch the days.
    private func markers(_ from: String, _ to: String) throws -> [Marker] {
        let sessions = try records(kind: .session, span: Span(from: from, to: to))
            .filter { ["held", "stopped_early"].contains($0.text("status")) }
            .compactMap { session in
                session.text("logical_date").map {
                    let style = session.text("modality").map { "part.style.\($0)" }
                    return Marker(kind: .session, day: $0, lastDay: nil, words: style, coded: true)
                }
            }
        let names = Dictionary(
            try records(kind: .medication, span: Span()).map { ($0.id, $0.text("name")) }, uniquingKeysWith: { _, later in later })
        let medicines = try records(kind: .medicationChange, span: Span()).compactMap { change in
            change.text("at").map {
                let name = change.text("medication_id").flatMap { names[$0] ?? nil }
                return Marker(kind: .medicine, day: String($0.prefix(10)), lastDay: nil, words: name, coded: false)
            }
        }
        let events = try records(kind: .event, span: Span()).compactMap { event in
            event.text("start").map {
                let label = event.text("label")
                let code = event.text("kind").map { "part.event.\($0)" }
                return Marker(kind: .event, day: $0, lastDay: event.text("end"), words: label ?? code, coded: label == nil)
            }
        }
        // In order of their days, then of their kinds, then as they were read.
        return (sessions + medicines + events)
            .filter { ($0.lastDay ?? $0.day) >= from && $0.day <= to }
            .enumerated()
            .sorted { ($0.element.day, $0.element.kind.rawValue, $0.offset) < ($1.element.day, $1.element.kind.rawValue, $1.offset) }
            .map(\.element)
    }
}

extension DiaryRecord {
    /// What a field holds; none when it holds nothing.
    func text(_ field: String) -> String? { fields.first { $0.name == field }.flatMap(\.text) }
}
