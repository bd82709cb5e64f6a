//! The library's answers as JSON: which method of which family a case asks, and its fields.

use serde_json::{Value, json};
use tidemark_stats::{Answer, Field, tau_b};

use crate::ask;
use crate::input::{Asked, date};

/// The answer to one case; a method without a place in `ask/` fails.
pub(crate) fn answer(method: &str, csv: Option<&str>, options: &[String]) -> Value {
    let asked = Asked { csv: csv.unwrap_or_default(), options };
    if method == "median" {
        return json!({ "median": tidemark_stats::median(&asked.numbers()) });
    }
    if method == "tau_b" {
        // Not a method of the command: a part of `mann-kendall`.
        let tau = tau_b(&asked.series());
        let refused = tau.err().map(|why| json!({ "reason": why.reason() }));
        return json!({ "tau_b": tau.ok(), "refused": refused });
    }
    let families: &[fn(&str, &Asked<'_>) -> Option<Answer>] = &[
        ask::counts,
        ask::paired,
        ask::planning,
        ask::process,
        ask::rank,
        ask::sessions,
        ask::single_case,
        ask::trend,
    ];
    let found = families.iter().find_map(|family| family(method, &asked));
    object(found.unwrap_or_else(|| panic!("oracles/{method}/ belongs to no method of this test")).fields())
}

pub(crate) fn object(fields: &[(&'static str, Field)]) -> Value {
    fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json(value)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn json(field: &Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Number(value) => {
            assert!(value.is_finite(), "{value} in an answer");
            json!(value)
        }
        Field::Integer(value) => json!(value),
        Field::Flag(value) => json!(value),
        Field::Day(day) => json!(date(*day)),
        Field::Text(text) => json!(text),
        Field::List(values) => values.iter().map(json).collect(),
        Field::Object(fields) => object(fields),
    }
}
