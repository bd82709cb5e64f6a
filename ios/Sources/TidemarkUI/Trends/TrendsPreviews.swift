//! The trends in each of their states.

#if DEBUG
    import SwiftUI

    @testable import TidemarkLogic

    struct TrendsPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", TrendsState())
            screen("Empty", read(TrendsPage(stretch: .days90, period: nil, trends: [], markers: [], sampleLabel: nil)))
            Looks { screen($0, filled) }
            screen("Table", table)
            screen("Year", year)
            screen("Year as table", Sample.state(year, reduce, .tableChosen(measure: "stress", on: true)))
            screen("Error", Sample.state(TrendsState(), reduce, .pageNotRead(.locked)))
            screen("Error over what was read", Sample.state(filled, reduce, .pageNotRead(.busy)))
        }

        static let page = TrendsPage(
            stretch: .days90, period: Sample.quarter, trends: [Sample.stressTrend, Sample.fewTrend, Sample.moodTrend], markers: Sample.markers,
            sampleLabel: nil)
        static let filled = read(page)
        static let table = Sample.state(filled, reduce, .tableChosen(measure: "stress", on: true))
        static let year = Sample.state(
            TrendsState(), reduce, .stretchChosen(.year),
            .pageRead(
                TrendsPage(
                    stretch: .year, period: Sample.yearTrend.period, trends: [Sample.yearTrend], markers: Sample.markers, sampleLabel: nil)),
            .markersListed(on: true))

        static func read(_ page: TrendsPage) -> TrendsState { Sample.state(TrendsState(), reduce, .pageRead(page)) }

        static func screen(_ name: String, _ state: TrendsState) -> some View {
            Pictured(name, title: { $0.strings.trendsTitle() }) { TrendsView(state, { _ in }, .nowhere) }
        }
    }
#endif
