//! What went wrong and what is safe.

import SwiftUI
import TidemarkLogic

/// What went wrong and what is safe, spoken when it appears; the button does again what did not work.
public struct ProblemCard: View {
    private let problem: Problem
    private let again: (@MainActor () -> Void)?
    @Environment(\.words) private var words
    @Environment(\.inks) private var inks

    public init(_ problem: Problem, again: (@MainActor () -> Void)? = nil) {
        self.problem = problem
        self.again = again
    }

    public var body: some View {
        let text = words.problem(problem)
        VStack(alignment: .leading, spacing: 8) {
            Text(text).font(.body).foregroundStyle(inks.onErrorContainer.colour).spoken(text, atOnce: true)
            if let again {
                Tap(again) {
                    Text(words.strings.appTryAgain())
                        .font(.headline)
                        .padding(.horizontal, 16)
                        .frame(minHeight: target)
                        .foregroundStyle(inks.onErrorContainer.colour)
                        .overlay { RoundedRectangle(cornerRadius: 14).strokeBorder(inks.onErrorContainer.colour) }
                }
            }
        }
        .padding(12)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(inks.errorContainer.colour, in: RoundedRectangle(cornerRadius: 12))
    }
}

/// What stands while a screen has not been read: the word for it, or why it could not be.
struct NotRead: View {
    private let problem: Problem?
    private let again: @MainActor () -> Void
    @Environment(\.words) private var words

    init(_ problem: Problem?, again: @escaping @MainActor () -> Void) {
        self.problem = problem
        self.again = again
    }

    var body: some View {
        if let problem {
            ProblemCard(problem, again: again)
        } else {
            Told(words.strings.appLoading())
        }
    }
}
