//! A result in the words of `tidemark stats`: which fields a method answers with, in which order, and null beside
//! `refused` where a figure is not defined.
//!
//! Kept here, beside the methods, so that the command line, the tests and every other shell say the same words. Knows
//! no JSON and no calendar: a shell writes numbers and days in its own format.

use crate::{Caution, Interval, Refused};

/// One method's answer: always `method`, `variant`, `n`, `n_missing`, `cautions`, then the method's own fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    fields: Vec<(&'static str, Field)>,
}

/// A value of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Not defined; never a zero.
    Null,
    /// A finite number.
    Number(f64),
    /// A count or a rank sum.
    Integer(i64),
    /// Yes or no.
    Flag(bool),
    /// A day number, as in the input.
    Day(i32),
    /// A name, as in the input or of a rule.
    Text(String),
    /// Values in order.
    List(Vec<Field>),
    /// Named values in order.
    Object(Vec<(&'static str, Field)>),
}

impl Answer {
    /// The part all answers have; `cautions` and `variant` are empty until they are set.
    pub(crate) fn new(method: &'static str, n: usize, n_missing: usize) -> Self {
        Self {
            fields: vec![
                ("method", method.into()),
                ("variant", "".into()),
                ("n", n.into()),
                ("n_missing", n_missing.into()),
                ("cautions", Field::List(Vec::new())),
            ],
        }
    }

    /// The variant that ran and what limits the reading; `None` where nothing ran.
    pub(crate) fn ran(mut self, ran: Option<(&'static str, &[Caution])>) -> Self {
        if let Some((variant, cautions)) = ran {
            self.set("variant", variant.into());
            self.set("cautions", Field::List(cautions.iter().map(|caution| caution.code().into()).collect()));
        }
        self
    }

    /// One more field.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Field>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    /// The ends of an interval as `ci_low` and `ci_high`.
    pub(crate) fn interval(self, interval: Option<Interval>) -> Self {
        self.with("ci_low", interval.map(Interval::low)).with("ci_high", interval.map(Interval::high))
    }

    /// Why a figure above is null, as `refused`; no field where nothing was refused.
    pub(crate) fn refused(self, refused: Option<Refused>) -> Self {
        match refused {
            None => self,
            Some(refused) => self.with("refused", reason(refused)),
        }
    }

    fn set(&mut self, name: &'static str, value: Field) {
        if let Some((_, slot)) = self.fields.iter_mut().find(|(field, _)| *field == name) {
            *slot = value;
        }
    }

    /// Names and values, in order.
    #[must_use]
    pub fn fields(&self) -> &[(&'static str, Field)] {
        &self.fields
    }
}

fn reason(refused: Refused) -> Field {
    let mut fields = vec![("reason", refused.reason().into())];
    match refused {
        Refused::TooFew { have, need } => fields.extend([("have", have.into()), ("need", need.into())]),
        Refused::TooFewEffective { have, need } => {
            fields.extend([("have", have.into()), ("need", need.into())]);
        }
        Refused::SpanTooLong { days, most } => fields.extend([("have", days.into()), ("most", most.into())]),
        _ => {}
    }
    Field::Object(fields)
}

impl From<f64> for Field {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl From<usize> for Field {
    fn from(value: usize) -> Self {
        Self::Integer(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Field {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<bool> for Field {
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}

impl From<&str> for Field {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl<T: Into<Self>> From<Option<T>> for Field {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Field {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}
