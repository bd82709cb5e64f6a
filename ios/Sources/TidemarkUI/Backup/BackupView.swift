//! What stands on the Backup screen? The sealed file, its copies in a folder, and the words that open it. While words are on the screen
//! they are all there is on it.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

public struct BackupView: View {
    private let state: BackupState
    private let send: Send<BackupEvent>
    private let go: Go

    @Environment(\.words) private var words

    public init(_ state: BackupState, _ send: @escaping Send<BackupEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        let strings = words.strings
        if let problem = state.problem { ProblemCard(problem) { send(.shown) } }
        switch state.words {
        case .first(let check): Section(strings.backupWords()) { sheet(check) }
        case .new(_, let check, let problem):
            Section(strings.backupWords()) {
                if let problem { ProblemCard(problem) }
                sheet(check)
            }
        case .present(let wrong, let problem):
            Section(strings.backupWordsNew()) {
                if let problem { ProblemCard(problem) }
                WordsForm(
                    label: strings.backupWordsPresent(), act: strings.backupWordsGoOn(),
                    broken: wrong ? strings.backupWordsPresentWrong() : nil
                ) { send(.presentWordsGiven($0)) }
                WayOut(strings.appCancel()) { send(.wordsLeft) }
            }
        case .waiting, .known, .checked, .changed:
            if state.read {
                FileSection(state: state, send: send, go: go)
                if state.offersCopies { CopiesSection(state: state, send: send) }
                WordsSection(state: state, send: send)
            } else if state.problem == nil {
                Told(strings.appLoading())
            }
        }
    }

    private func sheet(_ check: WordsCheck) -> some View {
        WordsSheet(check: check, act: words.strings.backupWordsDone()) {
            send(.copyAsked)
        } onChecked: {
            send(.wordsChecked($0))
        } onLater: {
            send(.wordsLeft)
        }
    }
}

private struct FileSection: View {
    let state: BackupState
    let send: Send<BackupEvent>
    let go: Go

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Section(strings.backupFile()) {
            Text(words.age(state.daysSince))
            Aside(strings.backupFileAbout())
            switch state.saving {
            case .idle: EmptyView()
            case .writing(_, let progress, let breakingOff):
                if let progress {
                    Text(strings.backupProgress(done: "\(progress.done)", total: "\(progress.total)"))
                } else {
                    Told(strings.backupWriting(), result: true)
                }
                if breakingOff {
                    Told(strings.backupBreaking(), result: true)
                } else {
                    Deed(strings.backupBreakOff()) { send(.breakOffAsked) }
                }
            case .brokenOff: Told(strings.backupBrokenOff(), result: true)
            case .saved(let contents):
                Told(strings.backupSaved(checkIns: String(contents.checkIns), sessions: String(contents.sessions)), result: true)
                if let period = contents.period {
                    Aside(
                        strings.backupSavedDays(
                            first: words.date(LogicalDate(period.from)), last: words.date(LogicalDate(period.to))))
                }
            case .turnedBack: Told(strings.backupTurnedBack(), result: true)
            case .notSaved(let problem): ProblemCard(problem)
            }
            FirstDeed(strings.backupSave(), enabled: !writes) { send(.saveAsked) }
            Deed(strings.backupCheck()) { go.to(.restore) }
        }
    }

    private var writes: Bool { if case .writing = state.saving { true } else { false } }
}

private struct CopiesSection: View {
    let state: BackupState
    let send: Send<BackupEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Section(strings.backupCopies()) {
            if let copies = state.copies {
                Text(strings.backupCopiesInto(folder: copies.folder))
                Told(copies.latest.map { strings.backupCopiesLatest(date: words.date($0)) } ?? strings.backupCopiesNone())
                if copies.failed, !state.copying { Told(strings.backupCopiesFailed(folder: copies.folder), wrong: true) }
                Deed(strings.backupCopiesNow(), enabled: !state.copying) { send(.copyNowAsked) }
                Deed(strings.backupCopiesOther(), enabled: !state.copying) { send(.folderAsked) }
                Deed(strings.backupCopiesStop(), enabled: !state.copying) { send(.copiesLeft) }
            } else {
                Text(strings.backupCopiesAbout())
                Deed(strings.backupCopiesChoose(), enabled: !state.copying) { send(.folderAsked) }
            }
            if state.copying { Told(strings.backupWriting(), result: true) }
        }
    }
}

private struct WordsSection: View {
    let state: BackupState
    let send: Send<BackupEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Section(strings.backupWords()) {
            switch state.words {
            case .waiting:
                Text(strings.backupWordsWaiting())
                Deed(strings.backupWordsShow()) { send(.wordsAsked) }
            case .checked: Told(strings.backupWordsChecked(), result: true)
            case .changed: Told(strings.backupWordsChanged(), result: true)
            case .known, .first, .present, .new:
                Text(strings.backupWordsKnown())
                Deed(strings.backupWordsNew()) { send(.newWordsAsked) }
                Aside(strings.backupWordsNewAbout())
            }
        }
    }
}

extension Words {
    fileprivate func age(_ days: Int64?) -> String {
        switch days {
        case nil: strings.backupNever()
        case 0: strings.backupToday()
        case .some(let days): strings.backupAge(days: Int(clamping: days))
        }
    }
}
