//! Answers of the command line in the form of the cases.

use serde_json::{Map, Value, json};

use crate::replay::{decimal, decimals};

/// Fields of an object under the names of the cases; an empty second name is the same one.
pub(crate) fn of(from: &Value, names: &[(&str, &str)]) -> Value {
    let field = |(name, theirs): &(&str, &str)| {
        ((*name).to_owned(), from[if theirs.is_empty() { *name } else { *theirs }].clone())
    };
    Value::from(names.iter().map(field).collect::<Map<String, Value>>())
}

pub(crate) fn today(from: &Value) -> Value {
    let answers = from["answers"].as_array().unwrap().iter();
    let answers = answers.map(|answer| of(answer, &[("measure_id", ""), ("value_milli", "")]));
    let count = |name: &str| from[name].as_array().unwrap().len();
    json!({
        "day": from["day"], "rollover_min": from["rollover_min"], "asked": from["asked"],
        "answers": answers.collect::<Vec<_>>(), "check_ins": from["check_ins"],
        "running": !from["running_session_id"].is_null(), "planned": count("planned_session_ids"),
        "morning_after": count("morning_after_session_ids"), "away_since": from["away_since"],
        "days_since_backup": from["days_since_backup"],
    })
}

pub(crate) fn month(from: &Value) -> Value {
    let day =
        |d: &Value| json!([d["day"], d["mark"], d["check_ins"], d["sessions"], d["planned"], d["others"]]);
    let said = |day: &Value| *day != json!([day[0], "blank", 0, 0, 0, 0]);
    let days: Vec<Value> = from["days"].as_array().unwrap().iter().map(day).filter(said).collect();
    json!({ "from": from["from"], "to": from["to"], "days": days })
}

pub(crate) fn entries(from: &Value) -> Value {
    let one = |entry: &Value| {
        let values = entry["values"].as_array().map(Vec::as_slice).unwrap_or_default();
        let value = |v: &Value| json!([v["measure_id"], decimals(v["value"].as_f64())]);
        json!({
            "kind": entry["kind"], "day": entry["logical_date"], "recorded_by": entry["recorded_by"],
            "revision": entry["revision"], "entry_mode": entry["entry_mode"],
            "values": values.iter().map(value).collect::<Vec<_>>(),
        })
    };
    from.as_array().unwrap().iter().map(one).collect()
}

pub(crate) fn trend(from: &Value) -> Value {
    let points = from["points"].as_array().unwrap().iter();
    let points = points.map(|p| json!([p["day"], decimals(p["value"].as_f64()), p["mode"]]));
    let gaps = from["gaps"].as_array().unwrap().iter().map(|g| json!([g["from"], g["to"], g["days"]]));
    let level = silent(&from["level"]).unwrap_or_else(|| {
        let days = from["level"]["days"].as_array().unwrap();
        let last = days.last().map(|d| ["level", "low", "high"].map(|name| decimals(d[name].as_f64())));
        json!({ "days": days.len(), "last": last })
    });
    let drift = silent(&from["drift"]).unwrap_or_else(|| {
        let drift = &from["drift"];
        json!({
            "slope": decimals(drift["slope_per_30_days"].as_f64()), "low": decimals(drift["interval"]["low"].as_f64()),
            "high": decimals(drift["interval"]["high"].as_f64()), "n": drift["n"],
        })
    });
    json!({
        "measure_id": from["measure_id"], "n": from["n"], "n_missing": from["n_missing"],
        "min": decimals(from["min"].as_f64()), "max": decimals(from["max"].as_f64()),
        "median": decimals(from["median"].as_f64()), "points": points.collect::<Vec<_>>(),
        "gaps": gaps.collect::<Vec<_>>(), "level": level, "drift": drift, "cautions": from["cautions"],
        "sentences": sentences(from),
    })
}

pub(crate) fn change(from: &Value) -> Value {
    let figure = silent(&from["change"]).unwrap_or_else(|| {
        let change = &from["change"];
        json!({
            "is_mean": change["centre"] == "mean", "estimate": decimals(change["estimate"].as_f64()),
            "low": decimals(change["interval"]["low"].as_f64()), "high": decimals(change["interval"]["high"].as_f64()),
            "n": change["n"],
        })
    });
    json!({
        "measure_id": from["measure_id"], "sessions": from["sessions"], "n": from["n"],
        "before_median": decimals(from["before_median"].as_f64()),
        "after_median": decimals(from["after_median"].as_f64()), "lower": from["counts"]["lower"],
        "same": from["counts"]["same"], "higher": from["counts"]["higher"], "change": figure,
        "cautions": from["cautions"], "sentences": sentences(from),
    })
}

pub(crate) fn cards(from: &Value) -> Value {
    let card = |c: &Value| json!({ "question": c["question"], "shown": c["shown"], "n": c["n"], "text": c["sentence"]["text"] });
    json!({
        "as_of": from["as_of"], "waiting": from["waiting"], "next": from["next"]["text"],
        "cards": from["cards"].as_array().unwrap().iter().map(card).collect::<Vec<_>>(),
    })
}

pub(crate) fn settings(from: &Value) -> Value {
    let text = |name: &str| from[name].as_str().unwrap();
    let (hours, minutes) = text("rollover").split_once(':').unwrap();
    let minutes: u32 = hours.parse::<u32>().unwrap() * 60 + minutes.parse::<u32>().unwrap();
    json!({
        "rollover_min": minutes, "hide_before": text("hide_before") == "true", "paper": text("paper"),
        "region": Some(text("region")).filter(|region| !region.is_empty()),
        "private_notifications": text("private_notifications") == "true",
    })
}

pub(crate) fn record(from: &Value, wanted: &[Value]) -> Value {
    let mut said = Map::new();
    said.insert("revision".to_owned(), from["revision"].clone());
    for name in wanted.iter().filter_map(Value::as_str) {
        said.insert(name.to_owned(), from[name].clone());
    }
    Value::from(said)
}

fn sentences(from: &Value) -> Vec<Value> {
    from["sentences"].as_array().unwrap().iter().map(|sentence| sentence["text"].clone()).collect()
}

/// Why a figure is withheld, when it is.
fn silent(figure: &Value) -> Option<Value> {
    let refused = figure.get("refused")?;
    let number = |name: &str| refused[name].as_f64().map_or(Value::Null, decimal);
    // The bindings give both numbers for the reasons about too few, and none for the others.
    let counted = refused["reason"].as_str().is_some_and(|reason| reason.starts_with("too_few"));
    let number = |name| if counted { number(name) } else { Value::Null };
    Some(json!({ "silent": refused["reason"], "have": number("have"), "need": number("need") }))
}
