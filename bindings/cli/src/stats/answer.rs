//! Answers of `tidemark stats` as JSON: field names and their order, null beside `refused`.

use std::io::Write;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};
use tidemark::stats::{
    Caution, GlsTrend, HodgesLehmann, Interval, LocalLevel, MannKendall, PairedMean, Pairs, Refused, Series,
    SignCount, SignFlip, SignFlipNull, Trials, Wilson,
};

use super::BadInput;
use super::input::date;

/// One JSON object whose fields keep their order.
pub(super) struct Answer {
    fields: Vec<(&'static str, Value)>,
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.fields.len()))?;
        for (name, value) in &self.fields {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Answer {
    fn new(method: &'static str, variant: &str, n: usize, n_missing: usize, cautions: &[Caution]) -> Self {
        let codes: Vec<&str> = cautions.iter().map(|caution| caution.code()).collect();
        Self {
            fields: vec![
                ("method", json!(method)),
                ("variant", json!(variant)),
                ("n", json!(n)),
                ("n_missing", json!(n_missing)),
                ("cautions", json!(codes)),
            ],
        }
    }

    fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    fn interval(self, interval: Option<Interval>) -> Self {
        self.with("ci_low", interval.map(Interval::low)).with("ci_high", interval.map(Interval::high))
    }

    fn refused(self, refused: Option<Refused>) -> Self {
        match refused {
            None => self,
            Some(refused) => self.with("refused", reason(refused)),
        }
    }

    /// Writes the object and a line end.
    pub(super) fn write(&self, out: &mut dyn Write) -> Result<(), BadInput> {
        let unwritable = |source| BadInput::Unwritable { source };
        serde_json::to_writer(&mut *out, self).map_err(|error| unwritable(error.into()))?;
        out.write_all(b"\n").map_err(unwritable)
    }
}

fn reason(refused: Refused) -> Value {
    let name = refused.reason();
    match refused {
        Refused::TooFew { have, need } => json!({ "reason": name, "have": have, "need": need }),
        Refused::TooFewEffective { have, need } => json!({ "reason": name, "have": have, "need": need }),
        Refused::SpanTooLong { days, most } => json!({ "reason": name, "have": days, "most": most }),
        _ => json!({ "reason": name }),
    }
}

pub(super) fn paired_mean(pairs: &Pairs, result: Result<PairedMean, Refused>) -> Answer {
    let found = result.as_ref().ok();
    let test = found.and_then(|found| found.test.ok());
    let effective = found.and_then(|found| found.effective);
    let variant = found.map_or("", |found| found.method.variant);
    let cautions = found.map_or(&[][..], |found| &found.cautions);
    let mut answer = Answer::new("paired-mean", variant, pairs.n(), pairs.n_missing(), cautions)
        .with("mean", found.map(|found| found.mean))
        .with("sd", found.and_then(|found| found.sd.ok()))
        .with("se", test.map(|test| test.se))
        .with("df", test.map(|test| test.df))
        .interval(test.map(|test| test.interval))
        .with("t", test.map(|test| test.t))
        .with("p_value", test.map(|test| test.p_value));
    if variant.contains("effective") {
        answer = answer
            .with("rho", effective.map(|size| size.rho))
            .with("n_effective", effective.map(|size| size.n_effective));
    }
    answer.refused(result.and_then(|found| found.test).err())
}

pub(super) fn sign_flip(pairs: &Pairs, result: Result<SignFlip, Refused>) -> Answer {
    let found = result.as_ref().ok();
    let variant = found.map_or("", |found| found.method.variant);
    let cautions = found.map_or(&[][..], |found| &found.cautions);
    let p_value = found.and_then(|found| found.p_value.ok());
    Answer::new("sign-flip", variant, pairs.n(), pairs.n_missing(), cautions)
        .with("mean", found.map(|found| found.mean))
        .with("nonzero", found.map(|found| found.nonzero))
        .with("p_value", p_value)
        .with("exact", p_value.and(found).map(|found| found.null == SignFlipNull::Exact))
        .refused(result.and_then(|found| found.p_value).err())
}

pub(super) fn hodges_lehmann(pairs: &Pairs, result: Result<HodgesLehmann, Refused>) -> Answer {
    let found = result.as_ref().ok();
    let interval = found.and_then(|found| found.interval.ok());
    let variant = found.map_or("", |found| found.method.variant);
    Answer::new(
        "hodges-lehmann",
        variant,
        pairs.n(),
        pairs.n_missing(),
        found.map_or(&[][..], |found| &found.cautions),
    )
    .with("estimate", found.map(|found| found.estimate))
    .interval(interval.map(|found| found.interval))
    .with("achieved_level", interval.map(|found| found.achieved_level))
    .refused(result.and_then(|found| found.interval).err())
}

pub(super) fn sign_count(found: &SignCount) -> Answer {
    Answer::new("sign-count", found.method.variant, found.n, found.n_missing, &[])
        .with("lower", found.lower)
        .with("same", found.same)
        .with("higher", found.higher)
}

pub(super) fn gls_trend(series: &Series, result: Result<GlsTrend, Refused>) -> Answer {
    let found = result.as_ref().ok();
    let fit = found.and_then(|found| found.fit.ok());
    let variant = found.map_or("", |found| found.method.variant);
    Answer::new(
        "gls-trend",
        variant,
        series.n(),
        series.n_missing(),
        found.map_or(&[][..], |found| &found.cautions),
    )
    .with("intercept", found.map(|found| found.intercept))
    .with("slope_per_day", found.map(|found| found.slope_per_day))
    .with("slope_per_30_days", found.map(|found| found.slope_per_30_days))
    .with("se", fit.map(|fit| fit.se))
    .interval(fit.map(|fit| fit.interval))
    .with("df", fit.map(|fit| fit.df))
    .with("phi", fit.map(|fit| fit.phi))
    .with("sigma", fit.map(|fit| fit.sigma))
    .with("log_likelihood", fit.map(|fit| fit.log_likelihood))
    .with("p_value", fit.map(|fit| fit.p_value))
    .refused(result.and_then(|found| found.fit).err())
}

pub(super) fn mann_kendall(series: &Series, result: Result<MannKendall, Refused>) -> Answer {
    let found = result.as_ref().ok();
    let test = found.and_then(|found| found.test.ok());
    let variant = found.map_or("", |found| found.method.variant);
    Answer::new(
        "mann-kendall",
        variant,
        series.n(),
        series.n_missing(),
        found.map_or(&[][..], |found| &found.cautions),
    )
    .with("s", found.map(|found| found.s))
    .with("variance", test.map(|test| test.variance))
    .with("variance_factor", test.map(|test| test.variance_factor))
    .with("z", test.map(|test| test.z))
    .with("p_value", test.map(|test| test.p_value))
    .with("tau_b", found.and_then(|found| found.tau_b.ok()))
    .refused(result.and_then(|found| found.test).err())
}

pub(super) fn local_level(found: LocalLevel) -> Answer {
    let fit = found.fit.as_ref().ok();
    let smoothed: Option<Vec<Value>> = fit.map(|fit| {
        let days = fit.smoothed.iter();
        days.map(|day| json!({ "date": date(day.day), "level": day.level, "se": day.se })).collect()
    });
    Answer::new("local-level", found.method.variant, found.n, found.n_missing, &found.cautions)
        .with("variance_observation", fit.map(|fit| fit.variance_observation))
        .with("variance_level", fit.map(|fit| fit.variance_level))
        .with("log_likelihood", fit.map(|fit| fit.log_likelihood))
        .with("smoothed", smoothed)
        .refused(found.fit.err())
}

pub(super) fn wilson(trials: Trials, result: Result<Wilson, Refused>) -> Answer {
    let found = result.as_ref().ok();
    let variant = found.map_or("", |found| found.method.variant);
    Answer::new("wilson", variant, trials.trials(), 0, &[])
        .with("proportion", found.map(|found| found.proportion))
        .interval(found.map(|found| found.interval))
        .refused(result.err())
}
