//! What `tidemark stats` prints and refuses.

use clap::{CommandFactory, Parser};
use serde_json::Value;

use super::{Args, run};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    args: Args,
}

fn ask(words: &[&str], input: &str) -> Result<Value, String> {
    let line = Line::try_parse_from([&["stats"], words].concat()).map_err(|error| error.to_string())?;
    let mut out = Vec::new();
    run(line.args, &mut input.as_bytes(), &mut out).map_err(|error| error.to_string())?;
    assert_eq!(out.last(), Some(&b'\n'));
    serde_json::from_slice(&out).map_err(|error| error.to_string())
}

fn refusal(words: &[&str], input: &str) -> String {
    ask(words, input).expect_err("the input is refused")
}

/// R `sleep`: t = 4.0621 (after − before), df 9, p = .002833.
#[test]
fn the_sleep_data_give_students_t() {
    let rows = "before,after\n0.7,1.9\n-1.6,0.8\n-0.2,1.1\n-1.2,0.1\n-0.1,-0.1\n3.4,4.4\n3.7,5.5\n0.8,1.6\n0.0,4.6\n2.0,3.4\n";
    let answer = ask(&["paired-mean"], rows).unwrap();
    assert!((answer["t"].as_f64().unwrap() - 4.0621).abs() < 5e-5);
    assert!((answer["p_value"].as_f64().unwrap() - 0.002_833).abs() < 5e-7);
    assert_eq!(answer["df"].as_f64(), Some(9.0));
    assert_eq!(answer["method"], "paired-mean");
    assert_eq!(answer["cautions"], Value::Array(Vec::new()));
}

#[test]
fn an_empty_rating_is_missing_and_never_zero() {
    let answer = ask(&["sign-count"], "before,after\n7,4\n,3\n6,\n5,5\n").unwrap();
    assert_eq!((answer["n"].as_u64(), answer["n_missing"].as_u64()), (Some(2), Some(2)));
    assert_eq!((answer["lower"].as_u64(), answer["same"].as_u64()), (Some(1), Some(1)));
}

#[test]
fn what_is_not_defined_is_null_beside_a_reason() {
    let answer = ask(&["hodges-lehmann"], "before,after\n7,4\n6,5\n8,5\n5,5\n").unwrap();
    assert_eq!(answer["refused"], serde_json::json!({ "reason": "too_few", "have": 4, "need": 6 }));
    assert!(answer["ci_low"].is_null() && answer["achieved_level"].is_null());
    assert_eq!(answer["estimate"].as_f64(), Some(-1.75));
    let answer = ask(&["gls-trend"], "date,value\n").unwrap();
    assert!(answer["slope_per_day"].is_null());
    assert_eq!(answer["refused"]["reason"], "too_few");
}

#[test]
fn bad_numbers_are_named_by_line_and_column() {
    for (cell, reason) in [
        ("NaN", "not a finite number"),
        ("inf", "not a finite number"),
        ("seven", "not a number"),
        ("\"3,5\"", "a decimal comma is not read here; write a point"),
        ("1e200", "larger than 1e100"),
    ] {
        let text = refusal(&["mann-kendall"], &format!("date,value\n2026-01-05,4\n2026-01-06,{cell}\n"));
        assert_eq!(text, format!("line 3, column 2: {reason}"));
    }
    let text = refusal(&["paired-mean"], "before,after\n3,5,4,5\n");
    assert!(text.starts_with("line 2, column 3: 4 columns where the header has 2"), "{text}");
    assert!(refusal(&["paired-mean"], "a,b\n1,2\n").contains("no column named before"));
}

#[test]
fn dates_may_stand_in_any_order_but_never_twice() {
    let ordered = ask(&["mann-kendall"], "date,value\n2026-01-05,1\n2026-01-06,2\n2026-01-07,4\n").unwrap();
    let mixed = ask(&["mann-kendall"], "date,value\n2026-01-07,4\n2026-01-05,1\n2026-01-06,2\n").unwrap();
    assert_eq!(ordered, mixed);
    let twice = "date,value\n2026-01-05,1\n2026-01-06,2\n2026-01-05,\n";
    assert_eq!(refusal(&["mann-kendall"], twice), "line 4: the same date as line 2");
    let wrong = "date,value\n2026-02-30,1\n";
    assert_eq!(refusal(&["mann-kendall"], wrong), "line 2, column 1: not a date as YYYY-MM-DD");
}

#[test]
fn a_phase_is_a_or_b_and_a_row_without_a_value_keeps_its_place() {
    let rows = "phase,value\nA,1\nA,\nA,2\nB,4\nb,5\n";
    let answer = ask(&["baseline-corrected-tau"], rows).unwrap();
    // Slope ½ a row over the gap: what is left is 1, 1, 2.5, 3.
    assert!((answer["estimate"].as_f64().unwrap() - 4.0 / 20.0_f64.sqrt()).abs() < 1e-12);
    assert_eq!((answer["n"].as_u64(), answer["n_missing"].as_u64()), (Some(4), Some(1)));
    let text = refusal(&["nap"], "phase,value\nA,1\nC,2\n");
    assert_eq!(text, "line 3, column 1: not a phase; A and B are");
    assert_eq!(refusal(&["tau-u"], "phase,value\nA,1\nB,1e101\n"), "line 3, column 2: larger than 1e100");
}

#[test]
fn a_cycle_and_a_least_change_are_above_zero() {
    for words in [
        ["seasonal-kendall", "--period", "0"],
        ["sign-count", "--meaningful", "0"],
        ["sign-count", "--meaningful", "NaN"],
    ] {
        assert!(refusal(&words, "").contains(words[1]), "{words:?}");
    }
}

#[test]
fn a_level_outside_zero_to_one_is_refused_before_anything_is_read() {
    assert!(refusal(&["paired-mean", "--level", "95"], "before,after\n").contains("--level"));
    assert!(refusal(&["wilson", "--successes", "3", "--trials", "2"], "").contains("more successes"));
}

#[test]
fn more_than_64_mib_is_refused() {
    let mut out = Vec::new();
    let line = Line::try_parse_from(["stats", "sign-count"]).unwrap();
    let mut endless = std::io::repeat(b'\n');
    let error = run(line.args, &mut endless, &mut out).expect_err("refused");
    assert_eq!(error.to_string(), "the input is longer than 64 MiB");
}

/// The cases of the library, through the command: same fields, same numbers. How near the numbers have to be is the
/// library's own test; here a wrong field or option is looked for.
#[test]
fn the_command_answers_the_cases_of_the_library() {
    let oracles = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../core/stats/oracles");
    let mut answered = 0;
    for method in Line::command().get_subcommands().map(|method| method.get_name().to_owned()) {
        let method = method.as_str();
        let folder = oracles.join(method.replace('-', "_"));
        let entries = std::fs::read_dir(&folder).unwrap_or_else(|_| panic!("{method} has no cases"));
        for entry in entries {
            let path = entry.unwrap().path();
            let Some(case) = path.to_str().unwrap().strip_suffix(".expected.json").map(str::to_owned) else {
                continue;
            };
            let table = std::fs::read_to_string(format!("{case}.csv")).unwrap_or_default();
            let rows: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            for row in rows.as_array().unwrap() {
                let options: Vec<&str> =
                    row["options"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
                let answer = ask(&[&[method], &options[..]].concat(), &table).unwrap();
                for (field, expected) in row["expected"].as_object().unwrap() {
                    let given = answer.get(field).unwrap_or(&Value::Null);
                    assert!(alike(expected, given), "{case} {options:?} {field}: {given} for {expected}");
                }
                answered += 1;
            }
        }
    }
    assert!(answered > 100, "{answered}");
}

#[cfg(test)]
fn alike(expected: &Value, given: &Value) -> bool {
    match (expected, given) {
        (Value::Number(one), Value::Number(other)) => {
            let (one, other) = (one.as_f64().unwrap(), other.as_f64().unwrap());
            (one - other).abs() <= 1e-6 + 1e-4 * one.abs()
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.iter().all(|(name, value)| other.get(name).is_some_and(|other| alike(value, other)))
        }
        _ => expected == given,
    }
}

const SESSIONS: &str = "date,value,session\n2026-01-05,5,0\n2026-01-06,4,1\n2026-01-07,6,0\n2026-01-08,,0\n2026-01-09,3,1\n2026-01-10,6,0\n2026-01-11,5,0\n2026-01-12,5,0\n2026-01-13,4,1\n";

#[test]
fn sessions_are_compared_over_the_rows_whose_day_before_is_rated() {
    let answer = ask(&["session-effect", "--outcome-lag", "0"], SESSIONS).unwrap();
    assert_eq!((answer["n"].as_u64(), answer["n_missing"].as_u64()), (Some(6), Some(3)));
    assert_eq!((answer["n_sessions"].as_u64(), answer["n_comparison"].as_u64()), (Some(2), Some(4)));
    // Days 6 and 13: 4 after 5, and 4 after 5.
    assert_eq!(answer["naive_difference"].as_f64(), Some(-1.0));
    assert!(answer["phi"].is_null() && answer["effect"].is_f64());
    let answer = ask(&["selection-flag"], SESSIONS).unwrap();
    assert_eq!(answer["mean_before_sessions"].as_f64(), Some(5.0));
}

#[test]
fn a_window_before_the_session_is_written_with_a_minus_sign() {
    let answer = ask(&["event-study", "--from", "-1", "--to", "0"], SESSIONS).unwrap();
    assert_eq!(answer["lags"][0]["lag"], -1);
    assert!(refusal(&["event-study", "--from", "2", "--to", "1"], SESSIONS).contains("window"));
    assert!(refusal(&["event-study", "--from", "-61"], SESSIONS).contains("window"));
}

#[test]
fn an_empty_session_is_refused_and_not_taken_for_none() {
    for (cell, reason) in
        [("", "empty; 1 is a session, 0 is none"), ("2", "not 0 or 1"), ("yes", "not 0 or 1")]
    {
        let table = format!("date,value,session\n2026-01-05,5,0\n2026-01-06,4,{cell}\n");
        assert_eq!(refusal(&["selection-flag"], &table), format!("line 3, column 3: {reason}"));
    }
}

const KINDS: &str = "date,before,after,group\n2026-01-05,7,4,deep\n2026-01-12,5,3,light\n2026-01-19,6,5,light\n2026-01-26,8,4,deep\n2026-02-02,4,2,deep\n2026-02-09,,6,light\n";

#[test]
fn the_first_kind_is_that_of_the_first_row_and_an_unrated_session_is_missing() {
    let answer = ask(&["group-difference"], KINDS).unwrap();
    assert_eq!((answer["n_first"].as_u64(), answer["n_second"].as_u64()), (Some(3), Some(2)));
    assert_eq!(answer["n_missing"].as_u64(), Some(1));
    let lines: Vec<&str> = KINDS.lines().skip(1).collect();
    let turned = format!("date,before,after,group\n{}\n{}\n", lines[5], lines[..5].join("\n"));
    let turned = ask(&["group-difference"], &turned).unwrap();
    assert_eq!((turned["n_first"].as_u64(), turned["n_second"].as_u64()), (Some(2), Some(3)));
    let difference = |answer: &Value| answer["difference"].as_f64().unwrap();
    assert!((difference(&answer) + difference(&turned)).abs() < 1e-9);
}

#[test]
fn two_groups_are_compared_and_no_third() {
    for (row, reason) in [
        ("2026-02-16,5,4,warm", "line 8, column 4: a third group; two are compared"),
        ("2026-02-16,5,4,", "line 8, column 4: no group"),
        ("2026-01-26,5,4,deep", "line 8: the same date as line 5"),
        ("2026-02-09,,4,deep", "line 8: the same date as line 7"),
        ("2026-02-16,1e101,4,deep", "line 8, column 2: larger than 1e100"),
    ] {
        assert_eq!(refusal(&["group-difference"], &format!("{KINDS}{row}\n")), reason);
    }
    let answer = ask(&["group-difference"], &KINDS.replace("light", "deep")).unwrap();
    assert_eq!(answer["refused"]["reason"], "not_identifiable");
    assert!(answer["difference"].is_null());
}
