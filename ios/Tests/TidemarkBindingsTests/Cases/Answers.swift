import TidemarkBindings
import TidemarkReplay

// What crosses, in the form of the cases.

func today(_ from: Today) -> JSON {
    .object([
        "day": .text(from.day), "rollover_min": .count(from.rolloverMin), "asked": .texts(from.asked.map(\.id)),
        "answers": .list(
            from.answers.map {
                .object(["measure_id": .text($0.measureId), "value_milli": $0.valueMilli.map(JSON.int) ?? .null])
            }),
        "check_ins": .count(from.checkIns), "running": .bool(from.runningSessionId != nil),
        "planned": .count(from.plannedSessionIds.count), "morning_after": .count(from.morningAfterSessionIds.count),
        "away_since": .maybe(from.awaySince), "days_since_backup": from.daysSinceBackup.map(JSON.int) ?? .null,
    ])
}

func savedCheckIn(_ from: SavedCheckIn) -> JSON {
    let delay: UInt32 =
        switch from.entryMode {
        case .late(let delayMin), .backfill(let delayMin): delayMin
        case .live, .imported: 0
        }
    return .object(["day": .text(from.day), "entry_mode": .text(code(from.entryMode)), "delay_min": .count(delay)])
}

func month(_ from: Month) -> JSON {
    let said = from.days.filter { $0.mark != .blank || $0.checkIns + $0.sessions + $0.planned + $0.others > 0 }
    let days = said.map { day in
        JSON.list([
            .text(day.day), .text("\(day.mark)"), .count(day.checkIns), .count(day.sessions), .count(day.planned),
            .count(day.others),
        ])
    }
    return .object(["from": .text(from.period.from), "to": .text(from.period.to), "days": .list(days)])
}

func entry(_ from: Entry) -> JSON {
    .object([
        "kind": .text(from.kind), "day": .text(from.day), "recorded_by": .text(from.recordedBy),
        "revision": .count(from.revision), "entry_mode": .maybe(from.entryMode),
        "values": .list(from.values.map { .list([.text($0.measureId), .decimal($0.value)]) }),
    ])
}

func trend(_ from: Trend) -> JSON {
    let level: JSON =
        switch from.level {
        case .drawn(let band):
            .object([
                "days": .count(band.days.count),
                "last": band.days.last.map { .list([.decimal($0.level), .decimal($0.low), .decimal($0.high)]) } ?? .null,
            ])
        case .silent(let silence): silent(silence)
        }
    let drift: JSON =
        switch from.drift {
        case .estimated(let drift):
            .object([
                "slope": .decimal(drift.slopePer30Days), "low": .decimal(drift.interval.low),
                "high": .decimal(drift.interval.high), "n": .count(drift.n),
            ])
        case .silent(let silence): silent(silence)
        }
    return .object([
        "measure_id": .text(from.measureId), "n": .count(from.n), "n_missing": .count(from.nMissing),
        "min": .decimal(from.min), "max": .decimal(from.max), "median": .decimal(from.median),
        "points": .list(from.points.map { .list([.text($0.day), .decimal($0.value), .text(code($0.mode))]) }),
        "gaps": .list(from.gaps.map { .list([.text($0.from), .text($0.to), .count($0.days)]) }),
        "level": level, "drift": drift, "cautions": .texts(from.cautions), "sentences": .texts(from.sentences.map(\.text)),
    ])
}

func change(_ from: SessionChange) -> JSON {
    let figure: JSON =
        switch from.change {
        case .estimated(let change):
            .object([
                "is_mean": .bool(change.isMean), "estimate": .decimal(change.estimate), "low": .decimal(change.interval.low),
                "high": .decimal(change.interval.high), "n": .count(change.n),
            ])
        case .silent(let silence): silent(silence)
        }
    return .object([
        "measure_id": .text(from.measureId), "sessions": .count(from.sessions), "n": .count(from.n),
        "before_median": .decimal(from.beforeMedian), "after_median": .decimal(from.afterMedian),
        "lower": .count(from.counts.lower), "same": .count(from.counts.same), "higher": .count(from.counts.higher),
        "change": figure, "cautions": .texts(from.cautions), "sentences": .texts(from.sentences.map(\.text)),
    ])
}

func cards(_ from: CardWeek) -> JSON {
    .object([
        "as_of": .text(from.asOf), "waiting": .bool(from.waiting), "next": .maybe(from.next?.text),
        "cards": .list(
            from.cards.map {
                .object([
                    "question": .text($0.question), "shown": .text("\($0.shown)"), "n": .count($0.n),
                    "text": .text($0.sentence.text),
                ])
            }),
    ])
}

func record(_ from: DiaryRecord, wanted: [String]) -> JSON {
    var fields: [String: JSON] = ["revision": from.revision.map { .count($0) } ?? .null]
    for field in from.fields where wanted.contains(field.name) {
        fields[field.name] = .maybe(field.text)
    }
    return .object(fields)
}

func importPreview(_ from: ImportPreview) -> JSON {
    .object([
        "format": .text(from.format), "new": .count(from.counts.new), "same": .count(from.counts.same),
        "deleted": .count(from.counts.deleted), "rejected": .count(from.rejected), "empty_rows": .count(from.emptyRows),
        "left_out_rows": .count(from.leftOutRows), "new_measures": .texts(from.newMeasures),
        "from": .maybe(from.period?.from), "to": .maybe(from.period?.to),
    ])
}

func contents(_ from: BackupContents) -> JSON {
    let tables = Dictionary(uniqueKeysWithValues: from.tables.map { ($0.table, JSON.count($0.rows)) })
    return .object(["from": .maybe(from.period?.from), "to": .maybe(from.period?.to), "tables": .object(tables)])
}

func settings(_ from: Settings) -> JSON {
    .object([
        "rollover_min": .count(from.rolloverMin), "hide_before": .bool(from.hideBefore), "paper": .text("\(from.paper)"),
        "region": .maybe(from.region), "private_notifications": .bool(from.privateNotifications),
    ])
}

private func code(_ mode: EntryMode) -> String {
    switch mode {
    case .live: "live"
    case .late: "late"
    case .backfill: "backfill"
    case .imported: "imported"
    }
}

private func silent(_ silence: Silence) -> JSON {
    .object(["silent": .text(silence.code), "have": .decimal(silence.have), "need": .decimal(silence.need)])
}
