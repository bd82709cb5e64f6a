import SwiftUI
import Testing

@testable import TidemarkUI

@Suite("Things beside each other")
struct FlowTests {
    private func placed(_ widths: [CGFloat], within width: CGFloat) -> (places: [CGPoint?], size: CGSize) {
        let views = LayoutSubviews(sizes: widths.map { CGSize(width: $0, height: 44) })
        var cache: Void = ()
        let size = Flow().sizeThatFits(proposal: ProposedViewSize(width: width, height: nil), subviews: views, cache: &cache)
        Flow().placeSubviews(
            in: CGRect(x: 0, y: 0, width: width, height: size.height), proposal: .unspecified, subviews: views, cache: &cache)
        return (views.placed, size)
    }

    @Test("stand in a row while they fit, and in the next one from there on")
    func rows() {
        // Beside a label it takes no more than it needs. 100 + 8 + 100 = 208; the third begins the second row, 44 + 8 further down.
        let (places, size) = placed([100, 100, 100], within: 210)
        #expect(places == [CGPoint(x: 0, y: 0), CGPoint(x: 108, y: 0), CGPoint(x: 0, y: 52)])
        #expect(size == CGSize(width: 208, height: 96))
        #expect(placed([100, 100, 100], within: 316).size.height == 44)
    }

    @Test("none is wider than there is room, and none is left out")
    func wide() {
        let (places, size) = placed([500, 20], within: 210)
        #expect(places == [CGPoint(x: 0, y: 0), CGPoint(x: 0, y: 52)])
        #expect(size.height == 96)
        #expect(placed([], within: 210).size.height == 0)
    }
}
