//! What the core, the diary and the person say in the previews of looking back, the report and the door: no words of a view.

@testable import TidemarkUI

/// A text without what the sample says in it; the names of the calendar stand alone.
@MainActor
func withoutSample(_ text: String) -> String {
    if weekdays.contains(text) { return "" }
    return told.reduce(text) { $0.replacing($1, with: " ") }
}

private let weekdays: Set<String> = [
    "M", "T", "W", "F", "S", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
]

/// The longest first: a sentence may hold a label.
@MainActor
private let told: [String] = {
    let trends = [Sample.stressSentence, Sample.moodSentence, Sample.painSentence, Sample.driftSentence]
    let visit = VisitPrepPreviews.questions + VisitPrepPreviews.goals + [VisitPrepPreviews.quality, VisitPrepPreviews.long]
    let sets = OnboardingPreviews.sets.map { Words().sentence($0.label) } + OnboardingPreviews.labels.values
    let marked = ["Sertraline", "Pain", Sample.apart]
    return (trends + visit + sets + marked + InsightsPreviews.texts + ReportPreviews.texts + PagesPreviews.texts).sorted {
        ($0.count, $0) > ($1.count, $1)
    }
}()
