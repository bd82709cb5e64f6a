//! Every choice about the diary. A form that asks for something stands alone until it is saved or left.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

/// Every choice about the diary.
public struct SettingsView: View {
    private let state: SettingsState
    private let send: Send<SettingsEvent>
    private let go: Go
    private let lock: @MainActor () -> Void
    @Environment(\.words) private var words

    public init(_ state: SettingsState, _ send: @escaping Send<SettingsEvent>, _ go: Go, lock: @escaping @MainActor () -> Void) {
        self.state = state
        self.send = send
        self.go = go
        self.lock = lock
    }

    public var body: some View {
        if let problem = state.problem { ProblemCard(problem) { send(.shown) } }
        if let own = state.own {
            OwnForm(own, send)
        } else if let erasing = state.erasing {
            EraseForm(erasing, send)
        } else if let chosen = state.chosen {
            if let notice = state.notice { Told(words.notice(notice), result: true) }
            all(chosen)
        } else if state.problem == nil {
            Told(words.strings.appLoading())
        }
    }

    @ViewBuilder
    private func all(_ chosen: Settings) -> some View {
        MeasuresSection(state, send)
        Divider()
        day(chosen)
        Divider()
        RemindersSection(state, chosen, send)
        Divider()
        LockSection(state.lock, send, go, lock: lock)
        Divider()
        report(chosen)
        Divider()
        OutSection(send)
    }

    private func day(_ chosen: Settings) -> some View {
        let strings = words.strings
        let minutes = Int(chosen.rolloverMin)
        let text = strings.settingsDayEnd(time: words.time(minutes))
        return Section(strings.settingsDay()) {
            ClockSteps(of: text, text: text, minutes: minutes, range: 0...DayTimes.latestDayEnd) { minutes in
                if let minutes = UInt16(exactly: minutes) { send(.chosen(.rollover(minutes: minutes))) }
            }
            Aside(strings.settingsDayEndAbout())
            SwitchRow(strings.settingsHideBefore(), on: chosen.hideBefore) { send(.chosen(.hideBefore(on: $0))) }
        }
    }

    private func report(_ chosen: Settings) -> some View {
        let strings = words.strings
        return Section(strings.settingsReport()) {
            Labelled(strings.settingsPaper()) {
                Choices(strings.settingsPaper(), [(.a4, strings.settingsPaperA4()), (.letter, strings.settingsPaperLetter())], chosen: chosen.paper) {
                    send(.chosen(.sheetOfPaper(paper: $0)))
                }
            }
            if !state.regions.isEmpty {
                Labelled(strings.settingsRegion()) {
                    Choices(strings.settingsRegion(), regions, chosen: .some(chosen.region)) { send(.chosen(.regionOf(region: $0))) }
                }
            }
        }
    }

    private var regions: [(String?, String)] {
        [(nil, words.strings.settingsRegionNone())] + state.regions.map { (.some($0), words.country($0)) }.sorted { $0.1 < $1.1 }
    }
}

extension Words {
    fileprivate func notice(_ notice: SettingsState.Notice) -> String {
        switch notice {
        case .saved: strings.settingsSaved()
        case .exported: strings.settingsExported()
        case .notExported: strings.settingsNotExported()
        case .lockNotTaken: strings.settingsLockNotTaken()
        }
    }
}
