//! Which practice does a word of another app name, without doubt? Anything else stays a word, or is asked.

use tidemark_model::PracticeKind;

/// English words that mean one practice. `therapy` is not among them: it may be massage.
const WORDS: &[(&str, PracticeKind)] = &[
    ("breathing", PracticeKind::Breathing),
    ("breathing exercises", PracticeKind::Breathing),
    ("breathwork", PracticeKind::Breathing),
    ("cycling", PracticeKind::Movement),
    ("exercise", PracticeKind::Movement),
    ("gym", PracticeKind::Movement),
    ("meditate", PracticeKind::Mindfulness),
    ("meditation", PracticeKind::Mindfulness),
    ("mindfulness", PracticeKind::Mindfulness),
    ("psychotherapy", PracticeKind::Psychotherapy),
    ("run", PracticeKind::Movement),
    ("running", PracticeKind::Movement),
    ("sport", PracticeKind::Movement),
    ("sports", PracticeKind::Movement),
    ("swimming", PracticeKind::Movement),
    ("walk", PracticeKind::Movement),
    ("walking", PracticeKind::Movement),
    ("workout", PracticeKind::Movement),
    ("yoga", PracticeKind::Movement),
];

/// The practice that `key`, a word in small letters, names.
pub(super) fn practice(key: &str) -> Option<PracticeKind> {
    let found = WORDS.binary_search_by(|(word, _)| (*word).cmp(key)).ok()?;
    WORDS.get(found).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_order_and_only_whole() {
        assert!(WORDS.is_sorted_by(|(one, _), (other, _)| one < other));
        assert_eq!(practice("yoga"), Some(PracticeKind::Movement));
        for unsure in ["therapy", "physical therapy", "sleep", "dog walk", ""] {
            assert_eq!(practice(unsure), None, "{unsure}");
        }
    }
}
