//! How does the way back from a file look? File, words, what is in it, and only then the question what to do with it.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

private let steps = "3"

public struct RestoreView: View {
    private let state: RestoreState
    private let send: Send<RestoreEvent>
    /// The clock that the day of a file is told on.
    private let now: @Sendable () -> Moment
    private let reopen: @MainActor () -> Void

    @Environment(\.words) private var words

    public init(
        _ state: RestoreState, _ send: @escaping Send<RestoreEvent>, now: @escaping @Sendable () -> Moment,
        reopen: @escaping @MainActor () -> Void
    ) {
        self.state = state
        self.send = send
        self.now = now
        self.reopen = reopen
    }

    public var body: some View {
        if state.step != .words, let refused = state.refused { Notice(words.refused(refused), wrong: true) }
        switch state.step {
        case .file: fileStep
        case .words: wordsStep
        case .working: workingStep
        case .contents: if let contents = state.contents { ContentsStep(state: state, contents: contents, send: send, now: now) }
        case .done: doneStep
        }
    }

    @ViewBuilder private var fileStep: some View {
        let strings = words.strings
        Aside(strings.restoreStep(step: "1", steps: steps))
        Section(strings.restoreFile()) {
            Text(strings.restoreFileAbout())
            FirstDeed(strings.restoreChoose()) { send(.fileAsked) }
            if state.shut { Deed(strings.restoreLeave(), reopen) }
            Aside(strings.restoreNone())
        }
    }

    @ViewBuilder private var wordsStep: some View {
        let strings = words.strings
        Aside(strings.restoreStep(step: "2", steps: steps))
        Section(strings.restoreWords()) {
            Text(strings.restoreWordsAbout(file: state.file?.name ?? ""))
            WordsForm(label: strings.lockWordsField(), act: strings.restoreLook(), broken: state.refused.map(words.refused)) {
                send(.wordsGiven($0))
            }
            Deed(strings.restoreAnother()) { send(.anotherAsked) }
        }
    }

    @ViewBuilder private var workingStep: some View {
        let strings = words.strings
        Told(strings.restoreWorking())
        if let progress = state.progress { Text(strings.restoreProgress(done: "\(progress.done)", total: "\(progress.total)")) }
        if state.breakingOff {
            Told(strings.restoreBreaking(), result: true)
        } else if state.canBreakOff {
            Deed(strings.restoreBreakOff()) { send(.breakOffAsked) }
        }
    }

    private var doneStep: some View {
        let strings = words.strings
        return Section(strings.restoreDone()) {
            switch state.done {
            case .replaced(let kept): if kept { Text(strings.restoreKept()) }
            case .merged(let added, let newer, let differing):
                Text(strings.restoreMerged(added: String(added), newer: String(newer), differing: String(differing)))
            case nil: EmptyView()
            }
            FirstDeed(strings.restoreGo(), reopen)
        }
    }
}

private struct ContentsStep: View {
    let state: RestoreState
    let contents: BackupContents
    let send: Send<RestoreEvent>
    let now: @Sendable () -> Moment

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Aside(strings.restoreStep(step: "3", steps: steps))
        Section(strings.restoreContents()) {
            Card {
                ForEach(Array(counts.enumerated()), id: \.offset) { _, text in Text(text) }
                Aside(strings.restoreDeleted())
            }
            if state.here {
                // What loses nothing stands first.
                Deed(strings.restoreMerge()) { send(.wayChosen(.merge)) }
                Aside(strings.restoreMergeAbout())
                if beyond {
                    Deed(strings.restoreReplaceAll()) { send(.wayChosen(.replaceAll)) }
                } else {
                    Deed(strings.restoreReplace()) { send(.wayChosen(.replace)) }
                }
                if state.refused != .notCompared { Aside(strings.restoreReplaceAbout()) }
            } else {
                FirstDeed(strings.restoreOpen()) { send(.wayChosen(.replace)) }
            }
            Deed(strings.restoreAnother()) { send(.anotherAsked) }
        }
    }

    /// Whether the diary that is here holds what the file lacks, or nobody can say.
    private var beyond: Bool {
        switch state.refused {
        case .newerEntries, .notCompared: true
        case .wrongWords, .damaged, .newer, .notRead, .brokenOff, .other, nil: false
        }
    }

    private var counts: [String] {
        let strings = words.strings
        let days = contents.period.map {
            strings.restorePeriod(first: words.date(LogicalDate($0.from)), last: words.date(LogicalDate($0.to)))
        }
        return [
            strings.restoreMade(date: words.dateOf(contents.madeAtMs, now())),
            days ?? strings.restoreNoEntries(),
            strings.restoreCheckIns(n: contents.checkIns),
            strings.restoreSessions(n: contents.sessions),
            strings.restoreOthers(n: contents.otherRecords),
        ]
    }
}

extension Words {
    fileprivate func refused(_ refused: RestoreState.Refused) -> String {
        switch refused {
        case .wrongWords: strings.restoreWrongWords()
        case .damaged(let have, let parts): strings.restoreDamaged(have: String(have), parts: String(parts))
        case .newer: strings.restoreNewer()
        case .notRead: strings.restoreNotRead()
        case .newerEntries(let entries): strings.restoreNewerEntries(n: Int(entries))
        case .notCompared: strings.restoreNotCompared()
        case .brokenOff: strings.restoreBrokenOff()
        case .other(let problem): self.problem(problem)
        }
    }
}
