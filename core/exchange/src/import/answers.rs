//! What did the person say about the names of a file? `super=5`, `Floss=other`, `Coffee=0..20`, `Steps=skip`.
//!
//! An answer is read once, when it is given; whether it fits its name, the reader of the file decides.

use std::collections::BTreeMap;

use tidemark_model::{DecimalMark, MeasureId, Milli, PracticeKind, Scale};

use super::name::Name;
use crate::ImportError;

/// The answers given, by name.
#[derive(Clone, Debug, Default)]
pub struct Answers(BTreeMap<String, (Name, Answer, String)>);

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Rows with this name are left out.
    Skip,
    /// It is this practice.
    Practice(PracticeKind),
    /// Its numbers lie on this scale.
    Scale(Scale),
    /// It stands for this number.
    Number(Milli),
    /// Its numbers are values of this measure of the diary.
    Measure(MeasureId),
}

const TAKES: &str = "NAME=ANSWER, where the answer is a number, a range such as 0..10 or 0..10/0.5, a measure of this \
                     diary, a practice or skip";

impl Answers {
    /// Takes one answer, written `NAME=ANSWER`; of two for one name the later counts.
    ///
    /// # Errors
    /// [`ImportError::Answer`] for anything else.
    pub fn add(&mut self, text: &str) -> Result<(), ImportError> {
        let refused = || ImportError::Answer { takes: TAKES };
        // No answer holds an equals sign; a name may.
        let (name, answer) = text.rsplit_once('=').ok_or_else(refused)?;
        let name = Name::new(name).ok_or_else(refused)?;
        let answer = Answer::read(answer.trim()).ok_or_else(refused)?;
        self.0.insert(name.key(), (name, answer, text.to_owned()));
        Ok(())
    }

    /// The answer for a name.
    pub(super) fn of(&self, name: &Name) -> Option<&Answer> {
        self.0.get(&name.key()).map(|(_, answer, _)| answer)
    }

    /// The names answered for, as they were written, in their order.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.0.values().map(|(name, ..)| name)
    }

    /// The answers as they were given, in the order of their names.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(|(.., text)| text.as_str())
    }
}

impl Answer {
    fn read(text: &str) -> Option<Self> {
        if text == "skip" {
            return Some(Self::Skip);
        }
        if let Ok(kind) = PracticeKind::from_code(text) {
            return Some(Self::Practice(kind));
        }
        if text.contains("..") {
            return scale(text).map(Self::Scale);
        }
        let number = Milli::parse(text, DecimalMark::Point).ok().map(Self::Number);
        number.or_else(|| MeasureId::new(text).ok().map(Self::Measure))
    }
}

/// `MIN..MAX`, or `MIN..MAX/STEP`.
fn scale(text: &str) -> Option<Scale> {
    let number = |text: &str| Milli::parse(text, DecimalMark::Point).ok();
    let (range, step) = match text.split_once('/') {
        Some((range, step)) => (range, number(step)?),
        None => (text, Milli::whole(1)),
    };
    let (min, max) = range.split_once("..")?;
    Scale::new(number(min)?, number(max)?, step).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(text: &str) -> Option<Answer> {
        let mut answers = Answers::default();
        answers.add(text).ok()?;
        answers.of(&Name::new("Super").unwrap()).cloned()
    }

    #[test]
    fn an_answer_is_told_by_its_form() {
        assert_eq!(answer("super=5"), Some(Answer::Number(Milli::whole(5))));
        assert_eq!(answer(" SUPER = skip "), Some(Answer::Skip));
        assert_eq!(answer("super=movement"), Some(Answer::Practice(PracticeKind::Movement)));
        assert_eq!(answer("super=stress"), Some(Answer::Measure(MeasureId::new("stress").unwrap())));
        let halves = Scale::new(Milli::whole(-3), Milli::whole(3), Milli::new(500).unwrap()).unwrap();
        assert_eq!(answer("super=-3..3/0.5"), Some(Answer::Scale(halves)));
        for wrong in ["super", "=5", "super=", "super=A b", "super=5..1", "super=1..2..3", "super=0..10/3"] {
            assert_eq!(answer(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_name_may_hold_an_equals_sign() {
        let mut answers = Answers::default();
        answers.add("a=b=3").unwrap();
        assert_eq!(answers.of(&Name::new("A=B").unwrap()), Some(&Answer::Number(Milli::whole(3))));
    }
}
