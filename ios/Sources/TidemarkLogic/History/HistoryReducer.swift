//! The rules of the history screen.

public func reduce(_ state: HistoryState, _ event: HistoryEvent) -> Next<HistoryState, HistoryEffect> {
    switch event {
    case .shown, .triedAgain: state.read(state.asked ?? state.shown?.month)
    case .monthChosen(let month): state.read(month)
    case .listChosen(let on): Next(state.copy { $0.asList = on })
    case .monthRead(let page):
        Next(
            state.asked == nil || state.asked == page.month
                ? state.copy {
                    $0.shown = page
                    $0.problem = nil
                } : state)
    case .monthNotRead(let problem): Next(state.copy { $0.problem = problem })
    }
}

extension HistoryState {
    fileprivate func read(_ month: YearMonth?) -> Next<HistoryState, HistoryEffect> {
        Next(copy { $0.asked = month }, .readMonth(month))
    }
}
