//! The pages before anything is sent, in each of their states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct PagesPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", loading)
            Looks { screen($0, filled) }
            screen("Beside", beside)
            screen("In words", Sample.state(filled, reduce, .wordsAsked(page: 1)))
            // No decoder: the words stand in place of the picture.
            Pictured("Without pictures", title: { $0.strings.reportPreview() }) { PreviewView(filled, { _ in }, .nowhere) }
            screen("Error", Sample.state(loading, reduce, .notLaidOut(.storageFull)))
        }

        /// What the core says on two pages.
        static let texts = [
            "Self-recorded diary, 12 Sep 2026 to 24 Nov 2026", "Entries on 70 of 74 days.", "Stress, median 5, n 70", "A chart of stress.",
            "Sessions", "3 sessions took place.",
        ]

        static let loading = PreviewState(ReportPreviews.options)
        static let filled = Sample.state(loading, reduce, .laidOut([page(1, Array(texts.prefix(4))), page(2, Array(texts.suffix(2)))]))

        /// Of a page that has no report.
        static let beside = Sample.state(PreviewState(nil), reduce, .laidOut([page(1, Array(texts.prefix(4)))]))

        private static let paper = Image(systemName: "doc.richtext")

        static func page(_ number: Int, _ said: [String]) -> PreviewState.Page {
            let kinds: [SpokenKind] = [.heading, .text, .row, .figure]
            return PreviewState.Page(
                number: number, picture: Picture(Data([UInt8(number)])), spoken: zip(kinds, said).map { Spoken(kind: $0, text: $1) })
        }

        static func screen(_ name: String, _ state: PreviewState) -> some View {
            Pictured(name, title: { $0.strings.reportPreview() }) { PreviewView(state, { _ in }, .nowhere) }
                .environment(\.pictureDecoder, PictureDecoder { _ in paper })
                // Once more, for what stands around this one would hide its name.
                .previewDisplayName(name)
        }
    }
#endif
