//! The rules of the Settings screen: what was chosen shows once it is on disk, and only the whole word erases.

import TidemarkBindings

private typealias NextSettings = Next<SettingsState, SettingsEffect>

public func reduce(_ state: SettingsState, _ event: SettingsEvent) -> Next<SettingsState, SettingsEffect> {
    switch event {
    case .shown: return Next(state, .read)
    case .chosen(let setting): return state.ask(.choose(setting))
    case .starterSetChosen(let id): return state.ask(.chooseSet(id: id))
    case .dailySwitched(let measure, let on): return state.ask(.change(measure.draft(daily: on, active: measure.active || on)))
    case .archiveSwitched(let measure, let archived):
        return state.ask(.change(measure.draft(daily: measure.daily, active: !archived)))
    case .reminderAdded(let clockMin): return state.ask(.addReminder(clockMin: clockMin))
    case .reminderSwitched(let id, let on): return state.ask(.switchReminder(id: id, on: on))
    case .reminderMoved(let id, let clockMin): return state.ask(.moveReminder(id: id, clockMin: clockMin))
    case .reminderOpened, .daySwitched, .quietSwitched, .quietMoved: return state.reminder(event)
    case .blockedOpened: return state.blocked.map { Next(state, .openSystem($0)) } ?? Next(state)
    case .lockSwitched(let on): return on && state.lock == .wordsFirst ? Next(state) : state.ask(.setLock(on: on))
    case .exportAsked: return state.ask(.export)
    case .read(let found):
        return Next(
            found.copy {
                $0.openReminder = state.openReminder
                $0.own = state.own
                $0.erasing = state.erasing
                $0.notice = state.notice
                $0.problem = state.problem
            })
    case .notRead(let problem): return Next(state.copy { $0.problem = problem })
    case .kept: return Next(state.copy { $0.notice = .saved }, .read)
    case .notKept(let problem): return Next(state.copy { $0.problem = problem }, .read)
    case .noticed(let notice): return Next(state.copy { $0.notice = notice })
    case .ownAsked, .ownTyped, .ownSaved, .ownLeft, .ownKept, .ownNotKept: return state.ownForm(event)
    case .eraseAsked, .eraseTyped, .eraseConfirmed, .eraseLeft, .notErased: return state.eraseForm(event)
    }
}

extension SettingsState {
    fileprivate func ask(_ effect: SettingsEffect) -> NextSettings {
        Next(
            copy {
                $0.notice = nil
                $0.problem = nil
            }, effect)
    }

    /// Days and quiet hours, of a reminder that is there.
    fileprivate func reminder(_ event: SettingsEvent) -> NextSettings {
        func row(_ id: String) -> ReminderRow? { reminders.first { $0.id == id } }
        switch event {
        case .reminderOpened(let id):
            if let id, row(id) == nil { return Next(self) }
            return Next(copy { $0.openReminder = id == openReminder ? nil : id })
        case .daySwitched(let id, let day, let on):
            guard let days = row(id)?.days(with: day, on: on) else { return Next(self) }
            return ask(.setDays(id: id, days: days.count == Weekday.allCases.count ? [] : days))
        case .quietSwitched(let id, let on):
            guard let row = row(id), on != (row.quiet != nil) else { return Next(self) }
            return ask(.setQuiet(id: id, on ? usualQuiet : nil))
        case .quietMoved(let id, let quiet):
            // From one time to the same time would be no quiet hours at all.
            return row(id) == nil || quiet.fromMin == quiet.toMin ? Next(self) : ask(.setQuiet(id: id, quiet))
        default: return Next(self)
        }
    }

    fileprivate func ownForm(_ event: SettingsEvent) -> NextSettings {
        switch event {
        case .ownAsked:
            return Next(
                copy {
                    $0.own = own ?? OwnMeasure()
                    $0.notice = nil
                })
        case .ownTyped(let typed): return Next(copy { $0.own = own == nil ? nil : typed.withoutWhatHoursLack })
        case .ownSaved:
            guard let own, own.canSave, let ends = own.ends else { return Next(self) }
            return Next(
                copy {
                    $0.own?.saving = true
                    $0.own?.problem = nil
                }, .addOwn(own, ends: ends))
        case .ownLeft: return Next(copy { $0.own = nil })
        case .ownKept:
            return Next(
                copy {
                    $0.own = nil
                    $0.notice = .saved
                }, .read)
        case .ownNotKept(let problem):
            return Next(
                copy {
                    $0.own?.saving = false
                    $0.own?.problem = problem
                })
        default: return Next(self)
        }
    }

    fileprivate func eraseForm(_ event: SettingsEvent) -> NextSettings {
        switch event {
        case .eraseAsked:
            return Next(
                copy {
                    $0.erasing = erasing ?? Erasing()
                    $0.notice = nil
                })
        case .eraseTyped(let typed):
            return Next(
                copy {
                    $0.erasing?.typed = typed
                    $0.erasing?.wrong = false
                })
        case .eraseConfirmed(let word):
            guard let erasing else { return Next(self) }
            // Only the whole word erases, and a word that a translation forgot erases nothing.
            if let typed = filled(erasing.typed), typed.lowercased() == word.lowercased() { return Next(self, .erase) }
            return Next(copy { $0.erasing?.wrong = true })
        case .eraseLeft: return Next(copy { $0.erasing = nil })
        case .notErased(let problem): return Next(copy { $0.erasing?.problem = problem })
        default: return Next(self)
        }
    }
}

extension ReminderRow {
    /// The days with one of them ticked or not; none when that changes nothing, or would leave no day at all.
    fileprivate func days(with day: String, on: Bool) -> [String]? {
        // One that counts from a session has no days.
        guard !days.isEmpty else { return nil }
        let changed = Weekday.allCases.map(\.code).filter { $0 == day ? on : days.contains($0) }
        return changed.isEmpty || changed == days ? nil : changed
    }
}

extension Measure {
    /// The measure as it is, but for whether it is asked.
    fileprivate func draft(daily: Bool, active: Bool) -> MeasureDraft {
        MeasureDraft(
            id: id, label: label, frame: frame, unit: unit, direction: direction, minMilli: minMilli, maxMilli: maxMilli,
            stepMilli: stepMilli, anchorLow: anchorLow, anchorHigh: anchorHigh, daily: daily, session: session, active: active)
    }
}
