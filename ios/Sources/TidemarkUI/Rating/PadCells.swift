//! The cells of a pad in three layouts: all in one row with Skip below, rows of six, or one below the other with the words of the
//! ends.

import SwiftUI
import TidemarkLogic

/// Cells in a row of a grid.
let gridRow = 6

/// Space between cells, in points.
private let between: CGFloat = 4

/// One cell: a number, or Skip.
struct PadCell: Hashable {
    let answer: Answer
    let text: String
    /// What a screen reader says; the ends carry their words.
    let spoken: String
}

/// The first layout that fits is taken, the list at large fonts whatever fits.
struct PadCells: View {
    private let question: Question
    private let steps: [Int64]
    private let answer: Answer?
    private let give: @MainActor (Answer) -> Void
    @Environment(\.words) private var words
    @Environment(\.dynamicTypeSize) private var size

    init(_ question: Question, _ steps: [Int64], _ answer: Answer?, _ give: @escaping @MainActor (Answer) -> Void) {
        self.question = question
        self.steps = steps
        self.answer = answer
        self.give = give
    }

    var body: some View {
        if size.isAccessibilitySize {
            list
        } else {
            ViewThatFits(in: .horizontal) {
                row
                grid
                list
            }
        }
    }

    private var row: some View {
        VStack(spacing: between) {
            cells(numbers)
            cells([skip])
        }
    }

    private var grid: some View {
        VStack(spacing: between) {
            ForEach(rows(numbers + [skip]), id: \.self) { cells in
                HStack(spacing: between) {
                    ForEach(cells, id: \.self) { face($0) }
                    // A short last row keeps the width of its cells.
                    ForEach(Array(cells.count..<gridRow), id: \.self) { _ in
                        Text("").frame(minWidth: target, maxWidth: .infinity).accessibilityHidden(true)
                    }
                }
            }
        }
    }

    private var list: some View {
        VStack(spacing: between) {
            ForEach(numbers + [skip], id: \.self) { cell in
                CellFace(cell.spoken, cell.spoken, chosen: cell.answer == answer, leading: true) { give(cell.answer) }
            }
        }
    }

    private func cells(_ cells: [PadCell]) -> some View {
        HStack(spacing: between) { ForEach(cells, id: \.self) { face($0) } }
    }

    private func face(_ cell: PadCell) -> some View {
        CellFace(cell.text, cell.spoken, chosen: cell.answer == answer) { give(cell.answer) }
    }

    private var numbers: [PadCell] {
        steps.map { milli in
            let text = words.value(question, milli)
            return PadCell(answer: .recorded(milli: milli), text: text, spoken: words.anchor(question, milli) ?? text)
        }
    }

    private var skip: PadCell {
        let text = words.strings.ratingSkip()
        return PadCell(answer: .skipped, text: text, spoken: text)
    }
}

/// In rows of six: 0 to 5, then 6 to 10 and Skip.
private func rows(_ cells: [PadCell]) -> [[PadCell]] {
    stride(from: 0, to: cells.count, by: gridRow).map { Array(cells[$0..<min($0 + gridRow, cells.count)]) }
}

/// Chosen is said by a frame and weight as well as by colour.
private struct CellFace: View {
    private let text: String
    private let spoken: String
    private let chosen: Bool
    private let leading: Bool
    private let act: @MainActor () -> Void
    @Environment(\.inks) private var inks

    init(_ text: String, _ spoken: String, chosen: Bool, leading: Bool = false, _ act: @escaping @MainActor () -> Void) {
        self.text = text
        self.spoken = spoken
        self.chosen = chosen
        self.leading = leading
        self.act = act
    }

    var body: some View {
        Tap(act) {
            Text(text)
                .font(.headline)
                .fontWeight(chosen ? .bold : .regular)
                .lineLimit(leading ? 3 : 1)
                .multilineTextAlignment(leading ? .leading : .center)
                .padding(.horizontal, leading ? 16 : 2)
                .padding(.vertical, 8)
                .frame(minWidth: target, maxWidth: .infinity, minHeight: target, alignment: leading ? .leading : .center)
                .framed(chosen: chosen, inks)
        }
        .accessibilityLabel(spoken)
        .accessibilityAddTraits(chosen ? .isSelected : [])
    }
}
