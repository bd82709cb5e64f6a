//! How are recovery words taken and shown? Typed in the clear, so that a slip is seen, and the keyboard learns nothing; shown once,
//! each with its place, and two of them asked for.

import SwiftUI
import TidemarkLogic

/// Takes recovery words.
struct WordsForm: View {
    let label: String
    let act: String
    /// Why the words given last are not taken.
    let broken: String?
    var enabled = true
    let onWords: @MainActor (RecoveryWords) -> Void

    @Environment(\.words) private var words
    @State private var typed = ""

    var body: some View {
        Field(label, typed, hint: words.strings.lockWordsAbout(), broken: broken, keyboard: .asciiCapable) { typed = $0 }.unlearned()
        FirstDeed(act, enabled: enabled && !typed.allSatisfy(\.isWhitespace)) { onWords(RecoveryWords(typed)) }
    }
}

/// Shows words once, and asks for two of them.
struct WordsSheet: View {
    let check: WordsCheck
    let act: String
    /// Nothing when they cannot be copied here.
    let onCopy: (@MainActor () -> Void)?
    let onChecked: @MainActor ([String]) -> Void
    let onLater: @MainActor () -> Void

    @Environment(\.words) private var words
    @State private var typed: [Int: String] = [:]

    var body: some View {
        let strings = words.strings
        Text(strings.backupWordsOnce())
        Card {
            // Each word is an element of its own: a screen reader goes from one to the next as slowly as they are written.
            ForEach(Array(check.words.each.enumerated()), id: \.offset) { at, word in
                Text(strings.backupWord(place: String(at + 1), word: word)).font(.title3)
            }
        }
        .privacySensitive()
        if let onCopy {
            Deed(strings.backupWordsCopy(), onCopy)
            Aside(strings.backupWordsCopyAbout())
        }
        Section(strings.backupWordsCheck()) {
            ForEach(check.asked, id: \.self) { place in
                Field(
                    strings.backupWordAsked(place: String(place)), typed[place] ?? "",
                    broken: check.wrong.contains(place) ? strings.backupWordWrong(place: String(place)) : nil, keyboard: .asciiCapable
                ) { typed[place] = $0 }
                .unlearned()
            }
        }
        FirstDeed(act, enabled: given.allSatisfy { !$0.allSatisfy(\.isWhitespace) }) { onChecked(given) }
        WayOut(strings.backupWordsLater(), onLater)
    }

    private var given: [String] { check.asked.map { typed[$0] ?? "" } }
}

extension View {
    /// What is typed is neither changed nor remembered by the keyboard.
    fileprivate func unlearned() -> some View { autocorrectionDisabled().textInputAutocapitalization(.never) }
}
