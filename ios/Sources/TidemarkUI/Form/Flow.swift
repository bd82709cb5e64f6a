//! Things beside each other in as many rows as they need, each as wide as it is: nothing is cut at large fonts.

import SwiftUI

/// Things beside each other in as many rows as they need.
struct Flow: Layout {
    var spacing: CGFloat = 8

    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) -> CGSize {
        let width = proposal.width ?? .infinity
        let rows = rows(subviews, within: width)
        let height = rows.map(\.height).reduce(0, +) + spacing * CGFloat(max(rows.count - 1, 0))
        let widest = rows.map(\.width).max() ?? 0
        return CGSize(width: min(width, widest), height: height)
    }

    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Void) {
        var top = bounds.minY
        for row in rows(subviews, within: bounds.width) {
            var left = bounds.minX
            for (view, size) in row.views {
                // In the middle of its row: a line of text beside a button.
                view.place(
                    at: CGPoint(x: left, y: top + (row.height - size.height) / 2), anchor: .topLeading,
                    proposal: ProposedViewSize(width: size.width, height: size.height))
                left += size.width + spacing
            }
            top += row.height + spacing
        }
    }

    private struct Row {
        var views: [(LayoutSubview, CGSize)] = []
        var width: CGFloat = 0
        var height: CGFloat = 0
    }

    private func rows(_ subviews: Subviews, within width: CGFloat) -> [Row] {
        var rows: [Row] = []
        var row = Row()
        for view in subviews {
            let size = view.sizeThatFits(ProposedViewSize(width: width.isFinite ? width : nil, height: nil))
            if !row.views.isEmpty, row.width + spacing + size.width > width {
                rows.append(row)
                row = Row()
            }
            row.width += row.views.isEmpty ? size.width : spacing + size.width
            row.height = max(row.height, size.height)
            row.views.append((view, size))
        }
        return row.views.isEmpty ? rows : rows + [row]
    }
}

/// Two things at the ends of one line; one below the other where they do not fit, or where letters are large.
struct Ends<First: View, Last: View>: View {
    private let first: First
    private let last: Last
    @Environment(\.dynamicTypeSize) private var size

    init(@ViewBuilder first: () -> First, @ViewBuilder last: () -> Last) {
        self.first = first()
        self.last = last()
    }

    var body: some View {
        if size.isAccessibilitySize {
            below
        } else {
            ViewThatFits(in: .horizontal) {
                HStack(alignment: .firstTextBaseline, spacing: 12) {
                    first
                    Spacer(minLength: 0)
                    last
                }
                below
            }
        }
    }

    private var below: some View {
        VStack(alignment: .leading, spacing: 4) {
            first
            last
        }
        .frame(maxWidth: .infinity, alignment: .leading)
    }
}
