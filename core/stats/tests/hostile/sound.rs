//! What every answer keeps: finite numbers, p-values in (0, 1], ends in order, and a reason beside every null.

use tidemark_stats::{Answer, Field};

/// Null by definition: a window without days before a session has no leads, least squares has no φ.
const MAY_BE_NULL: [&str; 3] = ["leads_f", "leads_p_value", "phi"];

#[cfg(test)]
pub(crate) fn assert_sound(answers: impl IntoIterator<Item = Answer>) {
    answers.into_iter().for_each(|answer| check(&answer));
}

#[cfg(test)]
fn check(answer: &Answer) {
    let find = |name: &str| answer.fields().iter().find(|(field, _)| *field == name).map(|(_, value)| value);
    for (name, value) in answer.fields() {
        sound(name, value, answer);
    }
    if let (Some(Field::Number(low)), Some(Field::Number(high))) = (find("ci_low"), find("ci_high")) {
        assert!(low <= high, "{answer:?}");
    }
    let nulls =
        answer.fields().iter().any(|(name, value)| *value == Field::Null && !MAY_BE_NULL.contains(name));
    // Tau-U has an estimate and, by definition, nothing else.
    let bare = find("method") == Some(&Field::Text("tau-u".to_owned()));
    assert!(!nulls || bare || find("refused").is_some(), "null without a reason: {answer:?}");
}

#[cfg(test)]
fn sound(name: &str, value: &Field, answer: &Answer) {
    match value {
        Field::Number(number) => {
            assert!(number.is_finite(), "{name} in {answer:?}");
            match name {
                "p_value" => assert!(*number > 0.0 && *number <= 1.0, "{answer:?}"),
                "se" | "sd" | "sigma" | "variance" | "variance_observation" | "variance_level" => {
                    assert!(*number >= 0.0, "{name} in {answer:?}");
                }
                "df" | "n_effective" => assert!(*number > 0.0, "{name} in {answer:?}"),
                _ => {}
            }
        }
        Field::List(values) => values.iter().for_each(|value| sound(name, value, answer)),
        Field::Object(fields) => fields.iter().for_each(|(name, value)| sound(name, value, answer)),
        _ => {}
    }
}
