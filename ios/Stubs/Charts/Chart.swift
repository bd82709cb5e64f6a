//! The chart itself: a view whose marks a test can read. Signatures are Apple's (developer.apple.com/documentation/charts and
//! /swiftui/view-chart-view).

import SwiftUI

// iOS 16.0
public struct Chart<Content: ChartContent>: View {
    private let content: Content

    public init(@ChartContentBuilder content: () -> Content) { self.content = content() }

    public var body: some View { Outside("Chart", carrying: content.drawn()) }
}

extension View {
    // iOS 16.0; Apple's has a `type` besides
    public func chartXScale<Domain: ScaleDomain>(domain: Domain) -> some View { carrying("chartXScale", domain) }

    // iOS 16.0
    public func chartYScale<Domain: ScaleDomain>(domain: Domain) -> some View { carrying("chartYScale", domain) }

    // iOS 16.0
    public func chartXAxis(_ visibility: Visibility) -> some View { carrying("chartXAxis", visibility) }

    // iOS 16.0
    public func chartYAxis(_ visibility: Visibility) -> some View { carrying("chartYAxis", visibility) }

    // iOS 16.0
    public func chartYAxis<Content: AxisContent>(@AxisContentBuilder content: () -> Content) -> some View {
        carrying("chartYAxis", content().places)
    }

    // iOS 16.0
    public func chartLegend(_ visibility: Visibility) -> some View { carrying("chartLegend", visibility) }
}

extension Node {
    /// What a chart would draw, from the back to the front; none on other views. Ours, not Apple's.
    public var marks: [DrawnMark]? { carried["Chart"] as? [DrawnMark] }

    /// From where to where a chart goes. Ours, not Apple's.
    public var xScale: ClosedRange<Double>? { carried["chartXScale"] as? ClosedRange<Double> }

    public var yScale: ClosedRange<Double>? { carried["chartYScale"] as? ClosedRange<Double> }
}
