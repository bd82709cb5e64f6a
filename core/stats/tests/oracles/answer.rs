//! Answers of the library in the words of `tidemark stats`.

use serde_json::{Map, Value, json};
use tidemark_stats::{
    Caution, DataError, Differences, KendallVariance, Level, Pairs, Refused, Seed, Series, TrendDf, Trials,
    gls_trend, hodges_lehmann, local_level, mann_kendall, median, paired_mean, sign_count, sign_flip, tau_b,
    wilson,
};

pub(crate) fn answer(method: &str, csv: Option<&str>, options: &[String]) -> Value {
    let csv = csv.unwrap_or_default();
    let level = option(options, "--level")
        .map_or(Level::P95, |text| Level::new(text.parse().expect("level")).expect("level"));
    match method {
        "paired_mean" => paired_mean_answer(&pairs(csv), options, level),
        "sign_flip" => sign_flip_answer(&pairs(csv)),
        "hodges_lehmann" => hodges_lehmann_answer(&pairs(csv), level),
        "gls_trend" => gls_trend_answer(&series(csv), options, level),
        "mann_kendall" => mann_kendall_answer(&series(csv), options),
        "tau_b" => with_refused(json!({}), "tau_b", tau_b(&series(csv))),
        "sign_count" => sign_count_answer(&pairs(csv)),
        "median" => json!({ "median": median(&numbers(csv)) }),
        "wilson" => wilson_answer(options, level),
        "local_level" => local_level_answer(&series(csv)),
        _ => panic!("oracles/{method}/ belongs to no method of this test"),
    }
}

fn option<'a>(options: &'a [String], name: &str) -> Option<&'a str> {
    options.iter().skip_while(|option| *option != name).nth(1).map(String::as_str)
}

fn merged(mut one: Value, other: Value) -> Value {
    if let (Value::Object(one), Value::Object(other)) = (&mut one, other) {
        one.extend(other);
    }
    one
}

fn refused(refused: Refused, null: &[&str]) -> Value {
    let mut fields: Map<String, Value> = null.iter().map(|name| ((*name).to_owned(), Value::Null)).collect();
    let reason = refused.reason();
    let value = match refused {
        Refused::TooFew { have, need } => json!({ "reason": reason, "have": have, "need": need }),
        Refused::TooFewEffective { have, need } => json!({ "reason": reason, "have": have, "need": need }),
        _ => json!({ "reason": reason }),
    };
    fields.insert("refused".to_owned(), value);
    Value::Object(fields)
}

fn with_refused(base: Value, name: &str, result: Result<f64, Refused>) -> Value {
    match result {
        Ok(value) => merged(base, json!({ name: value })),
        Err(why) => merged(base, refused(why, &[name])),
    }
}

fn cautions(list: &[Caution]) -> Vec<&'static str> {
    list.iter().map(|caution| caution.code()).collect()
}

fn paired_mean_answer(pairs: &Pairs, options: &[String], level: Level) -> Value {
    let differences = if options.iter().any(|option| option == "--effective-n") {
        Differences::Autocorrelated
    } else {
        Differences::Independent
    };
    let found = paired_mean(pairs, differences, level).expect("a mean");
    let base = json!({ "n": found.n, "n_missing": found.n_missing, "mean": found.mean, "sd": found.sd.ok(),
        "rho": found.effective.map(|size| size.rho), "n_effective": found.effective.map(|size| size.n_effective) });
    merged(
        base,
        match found.test {
            Ok(test) => json!({ "se": test.se, "df": test.df, "t": test.t, "p_value": test.p_value,
                "ci_low": test.interval.low(), "ci_high": test.interval.high() }),
            Err(why) => refused(why, &["se", "df", "ci_low", "ci_high", "t", "p_value"]),
        },
    )
}

fn sign_flip_answer(pairs: &Pairs) -> Value {
    let found = sign_flip(pairs, Seed::new(1)).expect("a mean");
    let base = json!({ "n": found.n, "n_missing": found.n_missing, "mean": found.mean, "nonzero": found.nonzero,
        "exact": found.null == tidemark_stats::SignFlipNull::Exact });
    with_refused(base, "p_value", found.p_value)
}

fn hodges_lehmann_answer(pairs: &Pairs, level: Level) -> Value {
    let found = hodges_lehmann(pairs, level).expect("an estimate");
    let base = json!({ "n": found.n, "n_missing": found.n_missing, "estimate": found.estimate });
    merged(
        base,
        match found.interval {
            Ok(interval) => json!({ "ci_low": interval.interval.low(), "ci_high": interval.interval.high(),
                "achieved_level": interval.achieved_level }),
            Err(why) => refused(why, &["ci_low", "ci_high", "achieved_level"]),
        },
    )
}

fn gls_trend_answer(series: &Series, options: &[String], level: Level) -> Value {
    let df = match option(options, "--df") {
        Some("satterthwaite") => TrendDf::Satterthwaite,
        _ => TrendDf::Residual,
    };
    let found = gls_trend(series, df, level).expect("a slope");
    let base = json!({ "n": found.n, "n_missing": found.n_missing, "intercept": found.intercept,
        "slope_per_day": found.slope_per_day, "slope_per_30_days": found.slope_per_30_days,
        "cautions": cautions(&found.cautions) });
    merged(
        base,
        match found.fit {
            Ok(fit) => json!({ "se": fit.se, "ci_low": fit.interval.low(), "ci_high": fit.interval.high(),
                "df": fit.df, "phi": fit.phi, "sigma": fit.sigma, "log_likelihood": fit.log_likelihood,
                "p_value": fit.p_value }),
            Err(why) => {
                refused(why, &["se", "ci_low", "ci_high", "df", "phi", "sigma", "log_likelihood", "p_value"])
            }
        },
    )
}

fn mann_kendall_answer(series: &Series, options: &[String]) -> Value {
    let variance = match option(options, "--variance") {
        Some("independent") => KendallVariance::Independent,
        Some("yue-wang") => KendallVariance::YueWang,
        Some("hamed-rao") => KendallVariance::HamedRao,
        _ => KendallVariance::Ar1,
    };
    let found = mann_kendall(series, variance).expect("a count");
    let base = json!({ "n": found.n, "n_missing": found.n_missing, "s": found.s, "tau_b": found.tau_b.ok() });
    merged(
        base,
        match found.test {
            Ok(test) => {
                json!({ "variance": test.variance, "variance_factor": test.variance_factor, "z": test.z,
                "p_value": test.p_value })
            }
            Err(why) => refused(why, &["variance", "variance_factor", "z", "p_value"]),
        },
    )
}

fn sign_count_answer(pairs: &Pairs) -> Value {
    let found = sign_count(pairs);
    json!({ "n": found.n, "n_missing": found.n_missing, "lower": found.lower, "same": found.same,
        "higher": found.higher })
}

fn wilson_answer(options: &[String], level: Level) -> Value {
    let count = |name| option(options, name).expect("count").parse().expect("count");
    let trials = Trials::new(count("--successes"), count("--trials")).expect("trials");
    let base = json!({ "n": trials.trials() });
    merged(
        base,
        match wilson(trials, level) {
            Ok(found) => json!({ "proportion": found.proportion, "ci_low": found.interval.low(),
                "ci_high": found.interval.high() }),
            Err(why) => refused(why, &["proportion", "ci_low", "ci_high"]),
        },
    )
}

fn local_level_answer(series: &Series) -> Value {
    let found = local_level(series);
    let base = json!({ "n": found.n, "n_missing": found.n_missing, "cautions": cautions(&found.cautions) });
    merged(
        base,
        match found.fit {
            Ok(fit) => {
                let days: Vec<Value> = fit
                    .smoothed
                    .iter()
                    .map(|day| json!({ "date": date(day.day), "level": day.level, "se": day.se }))
                    .collect();
                json!({ "variance_observation": fit.variance_observation, "variance_level": fit.variance_level,
                    "log_likelihood": fit.log_likelihood, "smoothed": days })
            }
            Err(why) => refused(why, &["variance_observation", "variance_level", "log_likelihood"]),
        },
    )
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("row").iter().map(str::to_owned).collect()).collect()
}

fn number(text: &str) -> Option<f64> {
    (!text.is_empty()).then(|| text.parse().expect("number"))
}

fn numbers(text: &str) -> Vec<f64> {
    rows(text).iter().filter_map(|row| number(&row[0])).collect()
}

fn pairs(text: &str) -> Pairs {
    let rows = rows(text);
    let complete: Vec<(f64, f64)> =
        rows.iter().filter_map(|row| number(&row[0]).zip(number(&row[1]))).collect();
    let missing = rows.len() - complete.len();
    let made: Result<Pairs, DataError> = Pairs::new(complete);
    made.expect("pairs").with_missing(missing)
}

fn series(text: &str) -> Series {
    let rows = rows(text);
    let points: Vec<(i32, f64)> =
        rows.iter().filter_map(|row| number(&row[1]).map(|value| (day(&row[0]), value))).collect();
    let missing = rows.len() - points.len();
    Series::new(points).expect("series").with_missing(missing)
}

/// Days since 2026-01-05, the first date of every case, counted through months of that calendar.
fn day(date: &str) -> i32 {
    let part = |range: std::ops::Range<usize>| date.get(range).expect("date").parse::<i32>().expect("date");
    let (year, month, day) = (part(0..4), part(5..7), part(8..10));
    let before: i32 = (1..month).map(|month| month_length(year, month)).sum();
    (2026..year).map(|year| if leap(year) { 366 } else { 365 }).sum::<i32>() + before + day - 5
}

fn date(mut day: i32) -> String {
    day += 4;
    let mut year = 2026;
    while day >= if leap(year) { 366 } else { 365 } {
        day -= if leap(year) { 366 } else { 365 };
        year += 1;
    }
    let mut month = 1;
    while day >= month_length(year, month) {
        day -= month_length(year, month);
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", day + 1)
}

const fn leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn month_length(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + leap(year) as i32,
        _ => 31,
    }
}
