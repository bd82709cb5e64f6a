//! What stands at the shut door? Why it is shut, what is safe, and every way in that there is. It never offers a new diary.

import SwiftUI
import TidemarkLogic

public struct LockView: View {
    private let state: DoorState.Locked
    private let send: Send<DoorEvent>

    @Environment(\.words) private var words

    public init(_ state: DoorState.Locked, _ send: @escaping Send<DoorEvent>) {
        self.state = state
        self.send = send
    }

    public var body: some View {
        Told(words.reason(state.why))
        if let notice = state.notice { NoticeLine(notice: notice) }
        if let asks = state.asks {
            WordsAsked(state: state, asks: asks, send: send)
        } else if state.working {
            Told(words.strings.lockWorking())
        } else {
            ForEach(Array(state.offers.enumerated()), id: \.offset) { at, offer in
                let text = words.offered(offer, state.why)
                if at == 0 { FirstDeed(text) { send(offer.event) } } else { Deed(text) { send(offer.event) } }
                if offer == .export { Aside(words.strings.lockExportAbout()) }
            }
        }
    }
}

extension Offer {
    fileprivate var event: DoorEvent {
        switch self {
        case .tryAgain: .shown
        case .words: .wordsAsked
        case .snapshot: .snapshotAsked
        case .restore: .restoreAsked
        case .export: .exportAsked
        }
    }
}

private struct WordsAsked: View {
    let state: DoorState.Locked
    let asks: WordsFor
    let send: Send<DoorEvent>

    @Environment(\.words) private var words

    var body: some View {
        let strings = words.strings
        Section(strings.lockWordsTitle()) {
            if asks == .snapshot { Aside(strings.lockWordsSnapshot()) }
            WordsForm(
                label: strings.lockWordsField(), act: strings.lockWordsOpen(), broken: state.wrongWords ? strings.lockWordsWrong() : nil,
                enabled: !state.working
            ) { send(.wordsGiven($0)) }
            if state.working { Told(strings.lockWorking()) } else { WayOut(strings.appBack()) { send(.wordsLeft) } }
        }
    }
}

private struct NoticeLine: View {
    let notice: DoorState.Notice

    @Environment(\.words) private var words

    var body: some View {
        switch notice {
        case .exported: Told(words.strings.lockExported(), result: true)
        case .notExported: Told(words.strings.lockNotExported(), result: true)
        case .noSnapshot: Told(words.strings.lockNoSnapshot(), result: true)
        case .refused(let problem): ProblemCard(problem)
        }
    }
}

extension Words {
    fileprivate func offered(_ offer: Offer, _ why: Why) -> String {
        switch offer {
        case .tryAgain: why == .shut ? strings.lockUnlock() : strings.appTryAgain()
        case .words: strings.lockWords()
        case .snapshot: strings.lockSnapshot()
        case .restore: strings.lockRestore()
        case .export: strings.lockExport()
        }
    }

    fileprivate func reason(_ why: Why) -> String {
        switch why {
        case .shut: strings.lockShut()
        case .turnedBack: strings.lockTurnedBack()
        case .notNow: strings.lockNotNow()
        case .noKey: strings.lockNoKey()
        case .keyGone: strings.lockKeyGone()
        case .keyOrFile: strings.lockKeyOrFile()
        case .damaged: strings.lockDamaged()
        case .missing: strings.lockMissing()
        case .newer: strings.lockNewer()
        case .other(let problem): self.problem(problem)
        }
    }
}
