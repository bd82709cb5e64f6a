//! The entries of a day over an open diary; the day stands in the title.

import SwiftUI
import TidemarkLogic

/// The entries of a day over an open diary.
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

    var body: some View {
        Runs(env, dayEntriesFeature(date, diary: env.diary, now: env.now)) { state, send in
            Shell(words.strings.entriesTitle(date: words.date(date)), go, sample: state.page?.sampleLabel) {
                DayEntriesView(state, send, go, env.now)
            }
        }
    }
}
