//! The calendar beside a field for a day.

#if DEBUG
    import SwiftUI

    struct DayCalendarPreviews: PreviewProvider {
        static var previews: some View {
            Looks { Pictured($0, title: { $0.strings.recordsOn() }) { Shown() } }
        }

        private struct Shown: View {
            @Environment(\.words) private var words

            var body: some View {
                // 3 November 2026 in UTC.
                DayCalendar(
                    words.strings.recordsOn(), Date(timeIntervalSince1970: 1_793_664_000), move: { _ in }, take: {}, leave: {})
            }
        }
    }
#endif
