//! Are the texts that a person reads in the app plain enough for a reader of about twelve?
//!
//! Measured by the grade of Kincaid et al. 1975 (0.39 words a sentence + 11.8 syllables a word − 15.59; grade 7 is about
//! age 12). Texts for a clinician, such as those of the report's method page, are not measured.

use tidemark_findings::messages;

/// Grade of a twelve-year-old's class, and the most that a single text may have.
pub(super) const MEAN_GRADE: f64 = 7.0;
pub(super) const MOST_GRADE: f64 = 11.0;

/// Read in the app: cards, fixed statements, what is still missing, and the limits that stand under findings.
fn in_the_app(id: &str) -> bool {
    ["card.", "fixed.", "limits.", "detail."].iter().any(|family| id.starts_with(family))
}

/// A text with its arguments as short words, brackets left out: they hold numbers for those who look for them.
fn plain(text: &str) -> String {
    let mut shown = String::new();
    let (mut argument, mut bracket) = (false, 0);
    for letter in text.chars() {
        match letter {
            '{' => argument = true,
            '}' => {
                argument = false;
                shown.push_str("mood");
            }
            '(' => bracket += 1,
            ')' => bracket -= 1,
            _ if argument || bracket > 0 => {}
            other => shown.push(other),
        }
    }
    shown
}

/// Groups of vowels; a silent e at the end is none, one at least.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |letter: char| "aeiouy".contains(letter);
    let mut count = 0;
    let mut before = false;
    for letter in word.chars() {
        count += usize::from(vowel(letter) && !before);
        before = vowel(letter);
    }
    let silent =
        word.ends_with('e') && !word.ends_with("le") || word.ends_with("ed") && !word.ends_with("ted");
    (count - usize::from(silent && count > 1)).max(1)
}

pub(super) fn grade(text: &str) -> f64 {
    let text = plain(text);
    let words: Vec<&str> = text
        .split(|letter: char| !letter.is_alphabetic() && letter != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    let ends = text.split(['.', '?', ';', ':']).filter(|part| part.chars().any(char::is_alphabetic)).count();
    let float = |count: usize| f64::from(u32::try_from(count).unwrap());
    let spoken: usize = words.iter().map(|word| syllables(word)).sum();
    0.39 * float(words.len()) / float(ends.max(1)) + 11.8 * float(spoken) / float(words.len()) - 15.59
}

/// Counted by hand.
#[test]
fn syllables_are_those_that_are_spoken() {
    for (word, count) in [
        ("mood", 1),
        ("session", 2),
        ("pressure", 2),
        ("lower", 2),
        ("comparable", 4),
        ("estimated", 4),
        ("paused", 1),
        ("the", 1),
        ("little", 2),
        ("days", 1),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

/// 0.39 · 5 + 11.8 · 6/5 − 15.59 = 0.52.
#[test]
fn a_grade_is_that_of_the_formula() {
    assert!((grade("Cards change on any day.") - 0.52).abs() < 1e-9);
}

#[test]
fn what_is_read_in_the_app_is_plain() {
    let graded: Vec<(&str, f64)> = messages()
        .filter(|(id, _)| in_the_app(id))
        .flat_map(|(id, message)| message.forms().map(move |form| (id, grade(form))))
        .collect();
    let hard: Vec<&(&str, f64)> = graded.iter().filter(|(_, grade)| *grade > MOST_GRADE).collect();
    assert!(hard.is_empty(), "{hard:?}");
    let mean =
        graded.iter().map(|(_, grade)| grade).sum::<f64>() / f64::from(u32::try_from(graded.len()).unwrap());
    assert!(mean <= MEAN_GRADE, "mean grade {mean:.1}: {graded:?}");
}
