//! How do the pages look before anything is sent? As they will be sent, and what each says, for whoever reads text more easily or
//! listens.

import SwiftUI
import TidemarkBindings
import TidemarkLogic

public struct PreviewView: View {
    private let state: PreviewState
    private let send: Send<PreviewEvent>
    private let go: Go

    @Environment(\.words) private var words

    public init(_ state: PreviewState, _ send: @escaping Send<PreviewEvent>, _ go: Go) {
        self.state = state
        self.send = send
        self.go = go
    }

    public var body: some View {
        let strings = words.strings
        if let pages = state.pages {
            Text(strings.reportPreviewLine())
            ForEach(pages, id: \.number) { page in
                PageView(page: page, of: pages.count, asked: state.read.contains(page.number), send: send)
            }
            if let options = state.options {
                FirstDeed(strings.reportGoOn()) { go.to(.reportShare(options: options)) }
            } else {
                Aside(strings.reportPreviewBack())
            }
        } else if let problem = state.problem {
            ProblemCard(problem) { send(.shown) }
        } else {
            Told(strings.reportLayingOut())
        }
    }
}

private struct PageView: View {
    let page: PreviewState.Page
    let of: Int
    let asked: Bool
    let send: Send<PreviewEvent>

    @Environment(\.words) private var words
    @Environment(\.inks) private var inks
    @Environment(\.pictureDecoder) private var decoder

    var body: some View {
        let strings = words.strings
        let number = String(page.number)
        let picture = decoder.decode(page.picture.png)
        VStack(alignment: .leading, spacing: 8) {
            Heading(strings.reportPage(page: number, pages: String(of)))
            if let picture {
                // Paper is white in the dark too: it is what will be printed.
                picture.resizable().scaledToFit()
                    .background(Color.white)
                    .overlay { Rectangle().strokeBorder(inks.outline.colour, lineWidth: 1) }
                    .accessibilityLabel(strings.reportPicture(page: number))
                    .accessibilityValue(page.spoken.map(\.text).joined(separator: "\n"))
                Deed(asked ? strings.reportHidePage(page: number) : strings.reportReadPage(page: number)) {
                    send(.wordsAsked(page: page.number))
                }
            }
            if asked || picture == nil { PageWords(spoken: page.spoken) }
        }
    }
}

/// A page in words, in its reading order; its headings can be jumped between.
private struct PageWords: View {
    let spoken: [Spoken]

    var body: some View {
        Card {
            ForEach(Array(spoken.enumerated()), id: \.offset) { _, said in
                switch said.kind {
                case .heading: Text(said.text).font(.subheadline).bold().accessibilityAddTraits(.isHeader)
                case .text, .row, .figure: Text(said.text).font(.subheadline)
                }
            }
        }
    }
}
