//! The entries of a day over an open diary.

import SwiftUI
import TidemarkLogic

/// Not drawn yet.
struct DayEntriesScreen: View {
    private let date: LogicalDate
    private let env: Env
    private let go: Go
    @Environment(\.words) private var words

    init(_ date: LogicalDate, _ env: Env, _ go: Go) {
        self.date = date
        self.env = env
        self.go = go
    }

    var body: some View { Shell(words.strings.entriesTitle(date: words.date(date)), go) { Told(words.strings.appLoading()) } }
}
