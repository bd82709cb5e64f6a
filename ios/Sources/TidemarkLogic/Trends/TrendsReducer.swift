//! The rules of the trends screen.

/// Rows that a table shows at first, and how many more each time.
public let tableRows = 30

public func reduce(_ state: TrendsState, _ event: TrendsEvent) -> Next<TrendsState, TrendsEffect> {
    switch event {
    case .shown: Next(state, .readPage(state.stretch))
    case .stretchChosen(let stretch):
        Next(
            state.copy {
                $0.stretch = stretch
                $0.tables = $0.tables.mapValues { _ in tableRows }
            }, .readPage(stretch))
    case .tableChosen(let measure, let on): Next(state.copy { $0.tables[measure] = on ? tableRows : nil })
    case .moreRows(let measure): Next(state.copy { state in state.tables[measure] = state.tables[measure].map { $0 + tableRows } })
    case .markersListed(let on): Next(state.copy { $0.markersListed = on })
    // Of two stretches tapped in a row only the one that is marked is shown.
    case .pageRead(let page):
        Next(
            page.stretch == state.stretch
                ? state.copy {
                    $0.page = page
                    $0.problem = nil
                } : state)
    case .pageNotRead(let problem): Next(state.copy { $0.problem = problem })
    }
}
