//! What is on the first page? What this is and is not. The first rating is one tap away, and so is the way back from a file.

import SwiftUI
import TidemarkLogic

public struct WelcomeView: View {
    private let state: DoorState.NoDiary
    private let send: Send<DoorEvent>

    @Environment(\.words) private var words

    public init(_ state: DoorState.NoDiary, _ send: @escaping Send<DoorEvent>) {
        self.state = state
        self.send = send
    }

    public var body: some View {
        if let check = state.words { wordsFirst(check) } else { firstPage }
    }

    /// This phone cannot keep words until later: they are written down before anything is.
    @ViewBuilder
    private func wordsFirst(_ check: WordsCheck) -> some View {
        let strings = words.strings
        Section(strings.onboardingWordsFirst()) { Aside(strings.onboardingWordsFirstAbout()) }
        if let problem = state.problem { ProblemCard(problem) }
        if state.making {
            Told(strings.onboardingMaking())
        } else {
            WordsSheet(check: check, act: strings.onboardingWordsMake(), onCopy: nil) {
                send(.wordsChecked($0))
            } onLater: {
                send(.wordsLeft)
            }
        }
    }

    @ViewBuilder private var firstPage: some View {
        let strings = words.strings
        Text(strings.onboardingAbout())
        Section(strings.onboardingIs()) {
            Point(strings.onboardingIsPrivate())
            Point(strings.onboardingIsHonest())
        }
        Section(strings.onboardingIsNot()) {
            Point(strings.onboardingNotClinical())
            Point(strings.onboardingNotWatched())
        }
        if let problem = state.problem { ProblemCard(problem) { send(.begun(setUp: state.setUp)) } }
        if state.making {
            Told(strings.onboardingMaking())
        } else {
            FirstDeed(strings.onboardingRateNow()) { send(.begun(setUp: false)) }
            Deed(strings.onboardingSetUp()) { send(.begun(setUp: true)) }
            Aside(strings.onboardingSetUpAbout())
            Deed(strings.onboardingHaveBackup()) { send(.restoreAsked) }
            Aside(strings.onboardingHaveBackupAbout())
        }
    }
}

/// A line of a list; its dot is not read.
private struct Point: View {
    private let text: String
    @Environment(\.inks) private var inks

    init(_ text: String) { self.text = text }

    var body: some View {
        HStack(alignment: .firstTextBaseline, spacing: 10) {
            Circle().fill(inks.primary.colour).frame(width: 6, height: 6).accessibilityHidden(true)
            Text(text)
        }
    }
}
