//! The questions of the first day, a page each.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct OnboardingPreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", OnboardingState())
            screen("Empty", empty)
            Looks { screen($0, filled) }
            screen("Error", Sample.state(filled, reduce, .notKept(.storageFull)))
            screen("Day end", at(.dayEnd))
            screen("Reminder", at(.reminder))
            screen("Reminder kept", Sample.state(at(.reminder), reduce, .reminderKept(minutes: 1200)))
            screen("Lock", at(.lock))
        }

        static let sets = [
            StarterSet(id: "stress_and_worry", label: "stress and worry", measures: ["stress", "anxiety"]),
            StarterSet(id: "low_mood", label: "low mood", measures: ["mood", "energy", "sleep_quality", "functioning"]),
        ]
        static let labels = [
            "stress": "Stress", "anxiety": "Anxiety", "mood": "Mood", "energy": "Energy", "sleep_quality": "Sleep quality",
            "functioning": "Getting through the day",
        ]
        static let empty = Sample.state(OnboardingState(), reduce, .read(sets: sets, labels: labels, rolloverMin: 240))
        static let filled = Sample.state(empty, reduce, .setKept(id: "low_mood"))

        static func at(_ page: OnboardingState.Page) -> OnboardingState { filled.copy { $0.page = page } }

        static func screen(_ name: String, _ state: OnboardingState) -> some View {
            Pictured(name, title: { $0.strings.onboardingTitle() }) { OnboardingView(state, { _ in }, { _ in }) }
        }
    }
#endif
