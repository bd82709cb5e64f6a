//! The lock, everything out, and everything gone.

import SwiftUI
import TidemarkLogic

/// The lock. It is offered once the recovery words are written down, and never before.
struct LockSection: View {
    private let state: SettingsState.Lock
    private let send: Send<SettingsEvent>
    private let go: Go
    private let lock: @MainActor () -> Void
    @Environment(\.words) private var words

    init(_ state: SettingsState.Lock, _ send: @escaping Send<SettingsEvent>, _ go: Go, lock: @escaping @MainActor () -> Void) {
        self.state = state
        self.send = send
        self.go = go
        self.lock = lock
    }

    var body: some View {
        let strings = words.strings
        Section(strings.settingsLock()) {
            if state == .wordsFirst {
                Aside(strings.settingsLockWordsFirst())
                Deed(strings.settingsLockWordsShow()) { go.to(.backup) }
            } else {
                SwitchRow(strings.settingsLockSwitch(), on: state == .on) { send(.lockSwitched(on: $0)) }
                Aside(strings.settingsLockAbout())
                if state == .on { Deed(strings.settingsLockNow(), lock) }
            }
        }
    }
}

/// Everything out, and everything gone.
struct OutSection: View {
    private let send: Send<SettingsEvent>
    @Environment(\.words) private var words

    init(_ send: @escaping Send<SettingsEvent>) { self.send = send }

    var body: some View {
        let strings = words.strings
        Section(strings.settingsOut()) {
            Aside(strings.settingsOutAbout())
            Deed(strings.settingsExport()) { send(.exportAsked) }
        }
        Section(strings.settingsGone()) {
            Aside(strings.settingsGoneAbout())
            Deed(strings.settingsErase()) { send(.eraseAsked) }
        }
    }
}

/// Erases only for the whole word, typed.
struct EraseForm: View {
    private let form: SettingsState.Erasing
    private let send: Send<SettingsEvent>
    @Environment(\.words) private var words

    init(_ form: SettingsState.Erasing, _ send: @escaping Send<SettingsEvent>) {
        self.form = form
        self.send = send
    }

    var body: some View {
        let strings = words.strings
        let word = strings.settingsEraseWord()
        Section(strings.settingsGone()) {
            Aside(strings.settingsGoneAbout())
            if let problem = form.problem { ProblemCard(problem) }
            Field(strings.settingsEraseType(word: word), form.typed, broken: form.wrong ? strings.settingsEraseWrong() : nil) {
                send(.eraseTyped($0))
            }
            Deed(strings.settingsErase(), enabled: !trimmed(form.typed).isEmpty) { send(.eraseConfirmed(word: word)) }
            WayOut(strings.settingsEraseKeep()) { send(.eraseLeft) }
        }
    }
}
