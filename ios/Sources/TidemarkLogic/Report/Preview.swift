//! The pages of a report, or of a page beside it, before anything is sent: pictures, and what each page says.

import Foundation
import TidemarkBindings

/// The pages of a report, or of a page beside it, before anything is sent.
public struct PreviewState: Hashable, Sendable, Copied {
    /// What the report is made with; none for a page beside it, which goes on its way from its own screen.
    public let options: ReportOptions?
    /// The pages in order; none until they were laid out.
    public internal(set) var pages: [Page]?
    /// Pages whose words are shown as text.
    public internal(set) var read: Set<Int> = []
    public internal(set) var problem: Problem?

    init(_ options: ReportOptions?) { self.options = options }

    /// A page as a picture, and what it says for a screen reader.
    public struct Page: Hashable, Sendable {
        public let number: Int
        public let picture: Picture
        public let spoken: [Spoken]
    }
}

/// Bytes of a PNG file; the same when they are the same object, so that a state is compared without looking at pixels.
public final class Picture: Hashable, Sendable {
    public let png: Data

    init(_ png: Data) { self.png = png }

    public static func == (one: Picture, other: Picture) -> Bool { one === other }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

public enum PreviewEvent: Hashable, Sendable {
    case shown

    /// The words of a page are to be shown, or hidden again.
    case wordsAsked(page: Int)
    case laidOut([PreviewState.Page])
    case notLaidOut(Problem)
}

public enum PreviewEffect: Hashable, Sendable {
    case layOut
}

public func reduce(_ state: PreviewState, _ event: PreviewEvent) -> Next<PreviewState, PreviewEffect> {
    switch event {
    case .shown:
        if state.pages != nil { return Next(state) }
        return Next(state.copy { $0.problem = nil }, .layOut)
    case .wordsAsked(let page): return Next(state.copy { $0.read.formSymmetricDifference([page]) })
    case .laidOut(let pages):
        return Next(
            state.copy {
                $0.pages = pages
                $0.problem = nil
            })
    case .notLaidOut(let problem): return Next(state.copy { $0.problem = problem })
    }
}

/// Three times the width of a usual phone in its own units: sharp, and a page stays below half a megabyte.
private let pictureWidth: UInt32 = 1080

/// The preview of a report over a diary; pictures are `width` pixels wide.
public func previewFeature(
    diary: any OpenDiaryProtocol, options: ReportOptions, width: UInt32? = nil
) -> Feature<PreviewState, PreviewEvent, PreviewEffect> {
    feature(options, width) { try diary.previewReport(options: options) }
}

/// The preview of a page beside the report.
public func sheetPreviewFeature(
    _ env: Env, _ sheet: Sheet, width: UInt32? = nil
) -> Feature<PreviewState, PreviewEvent, PreviewEffect> {
    feature(nil, width) { try env.diary.previewSheet(sheet: sheet, paper: try env.diary.settings().paper, madeAt: env.now()) }
}

private func feature(
    _ options: ReportOptions?, _ width: UInt32?, _ layOut: @escaping @Sendable () throws -> ReportPreview
) -> Feature<PreviewState, PreviewEvent, PreviewEffect> {
    Feature(PreviewState(options), shown: .shown, reduce: { reduce($0, $1) }) { effect in
        switch effect {
        case .layOut: reply { try pages(try layOut(), width ?? pictureWidth) }.event(PreviewEvent.laidOut, refused: PreviewEvent.notLaidOut)
        }
    }
}

private func pages(_ preview: ReportPreview, _ width: UInt32) throws -> [PreviewState.Page] {
    try (0..<preview.pages()).map { at in
        let page = at + 1
        let picture = Picture(try preview.picture(page: page, width: width))
        return PreviewState.Page(number: Int(page), picture: picture, spoken: try preview.spoken(page: page))
    }
}
