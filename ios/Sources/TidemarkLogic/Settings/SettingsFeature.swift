//! What is done in the world for the Settings screen. It touches the disk and may wait for the person.

import Foundation
import TidemarkBindings

/// The Settings screen over a diary.
public func settingsFeature(_ env: Env) -> Feature<SettingsState, SettingsEvent, SettingsEffect> {
    Feature(SettingsState(), shown: .shown, reduce: { reduce($0, $1) }, perform: { perform($0, env) })
}

/// Does what `effect` says. Call it off the main actor.
func perform(_ effect: SettingsEffect, _ env: Env) -> SettingsEvent? {
    switch effect {
    case .read: return reply { try env.settings() }.event(SettingsEvent.read, refused: SettingsEvent.notRead)
    case .choose(let setting): return kept { try env.diary.setSetting(setting: setting) }
    case .chooseSet(let id): return kept { _ = try env.diary.chooseStarterSet(id: id, by: .own, now: env.now()) }
    case .change(let draft): return kept { _ = try env.diary.changeMeasure(draft: draft, by: .own, now: env.now()) }
    case .addOwn(let own, let ends):
        return reply { try env.diary.addMeasure(draft: own.draft(ends, known: try env.diary.measures().count)) }
            .event({ _ in .ownKept }, refused: SettingsEvent.ownNotKept)
    case .addReminder(let clockMin): return kept { try env.addReminder(clockMin) }
    case .switchReminder(let id, let on): return kept { try env.editReminder(id, FieldText(name: "active", text: "\(on)")) }
    case .moveReminder(let id, let clockMin):
        return kept { try env.editReminder(id, FieldText(name: "wall_clock", text: clockText(clockMin))) }
    case .setDays(let id, let days):
        return kept { try env.editReminder(id, FieldText(name: "days", text: days.isEmpty ? nil : try joinItems(items: days))) }
    case .setQuiet(let id, let quiet):
        return kept {
            try env.editReminder(
                id, FieldText(name: "quiet_from", text: quiet.map { clockText($0.fromMin) }),
                FieldText(name: "quiet_to", text: quiet.map { clockText($0.toMin) }))
        }
    case .openSystem(let blocked):
        _ = env.phone.openSystemSettings(blocked)
        return nil
    case .setLock(let on): return env.doorway.vault.setAsksPerson(on, env.doorway.path) ? .kept : .noticed(.lockNotTaken)
    case .export: return reply { try env.export() }.event(SettingsEvent.noticed, refused: SettingsEvent.notKept)
    case .erase: return reply { try env.erase() }.event({ nil }, refused: SettingsEvent.notErased)
    }
}

private func kept(_ act: () throws -> Void) -> SettingsEvent { reply(act).event({ .kept }, refused: SettingsEvent.notKept) }

extension Env {
    fileprivate func settings() throws -> SettingsState {
        let times = phone.reminderTimes()
        let at = now()
        let reminders = try diary.records(kind: .reminder, span: Span()).map { try $0.row(times[$0.id] ?? Rung(), at) }
        let (chosen, measures) = (try diary.settings(), try diary.measures())
        return SettingsState().copy {
            $0.chosen = chosen
            $0.measures = measures
            $0.sets = starterSets()
            $0.regions = doorway.crisis.regions()
            $0.reminders = reminders
            $0.blocked = phone.remindersBlocked()
            $0.lock = lock
        }
    }

    private var lock: SettingsState.Lock {
        if doorway.vault.asksPerson() { return .on }
        return doorway.vault.heldWords(doorway.path) == nil ? .off : .wordsFirst
    }

    /// A reminder of the daily check-in; the phone plans anew once it is on disk.
    func addReminder(_ clockMin: Int) throws {
        let fields = [FieldText(name: "kind", text: "check_in"), FieldText(name: "wall_clock", text: clockText(clockMin))]
        _ = try diary.addRecord(kind: .reminder, fields: fields, recordedBy: .own, now: now())
        phone.rearmReminders()
    }

    fileprivate func editReminder(_ id: String, _ fields: FieldText...) throws {
        _ = try diary.editRecord(kind: .reminder, id: id, fields: fields, by: .own, reason: nil, now: now())
        phone.rearmReminders()
    }

    /// Everything as tables that other programs read, in one archive. It is not sealed: the screen says so.
    fileprivate func export() throws -> SettingsState.Notice {
        let at = now()
        let name = "tidemark-\(try diary.today(now: at).day).zip"
        let path = URL(filePath: phone.outbox).appending(path: name).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let all = TableOptions(
            notes: true, distress: true, reminders: true, safety: true, therapists: true, careTeam: true, intake: true)
        _ = try diary.writeTables(path: path, period: Period(from: "1900-01-01", to: "2199-12-31"), options: all, now: at)
        return phone.saveAs(path, name, "application/zip") ? .exported : .notExported
    }

    /// The key first, then the rest; what the device holds goes last. The door then finds nothing, or says what is left.
    fileprivate func erase() throws {
        try diary.shut()
        try eraseDiary(path: doorway.path)
        doorway.vault.forgetWords(doorway.path)
        leaveCopies()
        phone.rearmReminders()
        doorway.reopen()
    }
}

extension DiaryRecord {
    /// The phone knows when it rang and rings next; what an import brought stands until it does.
    fileprivate func row(_ rung: Rung, _ now: Moment) throws -> ReminderRow {
        let clockMin = text("wall_clock").flatMap(clockMinute)
        return ReminderRow(
            id: id,
            kind: text("kind") ?? "",
            clockMin: clockMin,
            days: clockMin == nil ? [] : try days().map(\.code),
            quiet: quiet,
            active: text("active") != "false",
            last: try rung.lastMs.map(now.at) ?? text("last_fired_at").map { try momentFromText(text: $0) },
            next: try (rung.next?.atMs).map(now.at) ?? text("next_fire_at").map { try momentFromText(text: $0) })
    }
}
