//! What the system itself shows for the app, in the phone's language.

import Foundation
import TidemarkLogic
import TidemarkStrings

/// What the system itself shows for the app.
struct PhoneWords: Sendable {
    let strings: Strings

    var prompt: PromptWords { PromptWords(about: strings.phoneUnlockAbout()) }

    var notices: NoticeWords { NoticeWords(later: strings.phoneLater(), hidden: strings.phonePrivate()) }

    var reminders: ReminderWords {
        ReminderWords(app: strings.appName(), hidden: strings.phonePrivate()) { [strings] in plain($0, strings) }
    }
}

private func plain(_ kind: ReminderKind, _ strings: Strings) -> String {
    switch kind {
    case .checkIn: strings.phoneCheckIn()
    case .before: strings.phoneBefore()
    case .after: strings.phoneAfter()
    case .followUp: strings.phoneFollowUp()
    case .aftercare: strings.phoneAftercare()
    case .instrument: strings.phoneInstrument()
    case .planReview: strings.phonePlanReview()
    case .visitEve: strings.phoneVisitEve()
    case .backup: strings.phoneBackup()
    }
}

/// The words of the screens from the app's String Catalogue; the English ones where it has none.
func translated(from bundle: Bundle) -> Strings {
    Strings { id, english, given in
        let found = bundle.localizedString(forKey: id, value: nil, table: nil)
        // A key without a text is answered with the key.
        if found == id { return Strings.english(id, english, given) }
        let places = given.map { place -> any CVarArg in
            switch place.value {
            case .text(let text): NSString(string: text)
            case .count(let count): count
            }
        }
        return String(format: found, locale: .current, arguments: places)
    }
}
