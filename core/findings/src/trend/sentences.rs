//! What a trend says, in words: the level at both ends, the drift or why none is said, and what was left out.

use crate::wording::Phrase;
use crate::{Sentence, Silence, Trend, Window, number};

pub(crate) fn sentences(trend: &Trend) -> Vec<Sentence> {
    let mut said = vec![level(trend)];
    said.extend(drift(trend));
    for scale in &trend.scale_breaks {
        said.push(
            Phrase::new("sentence.trend.scale_changed")
                .words("measure", &trend.measure.label)
                .count("n", scale.n)
                .words("dates", number::date_range(scale.from, scale.to))
                .say(),
        );
    }
    if trend.proxy > 0 {
        said.push(Phrase::new("sentence.trend.proxy").count("n", trend.proxy).say());
    }
    if trend.entry_modes.imported > 0 {
        said.push(Phrase::new("sentence.trend.imported").count("n", trend.entry_modes.imported).say());
    }
    said
}

/// T1, or what stands in for it when there is little or nothing to summarise.
fn level(trend: &Trend) -> Sentence {
    let label = &trend.measure.label;
    let unit = trend.measure.unit;
    let phrase = |id: &'static str| Phrase::new(id).words("measure", label);
    let Some(((min, max), median)) = trend.min.zip(trend.max).zip(trend.median) else {
        return listed(trend);
    };
    let range = |phrase: Phrase| {
        phrase.words("min", number::recorded(min, unit)).words("max", number::recorded(max, unit))
    };
    let at = |phrase: Phrase, name: &'static str, n: &'static str, window: Window, median: f64| {
        phrase.words(name, number::level(median, unit)).count(n, window.n)
    };
    if constant(trend) {
        return phrase("sentence.trend.no_variation")
            .words("value", number::recorded(min, unit))
            .count("n", trend.n)
            .say();
    }
    let with_median = |window: Option<Window>| window.and_then(|w| w.median.map(|median| (w, median)));
    match (with_median(trend.first_days), with_median(trend.last_days)) {
        (Some((first, m1)), Some((last, m2))) => {
            let both = at(phrase("sentence.trend"), "first", "n_first", first, m1);
            range(at(both, "last", "n_last", last, m2)).say()
        }
        (Some((first, m1)), None) => {
            range(at(phrase("sentence.trend.first_only"), "first", "n_first", first, m1)).say()
        }
        (None, Some((last, m2))) => {
            range(at(phrase("sentence.trend.last_only"), "last", "n_last", last, m2)).say()
        }
        (None, None) => {
            let all = phrase("sentence.trend.whole").words("median", number::level(median, unit));
            range(all.count("n", trend.n)).say()
        }
    }
}

/// Whether the level already says that every value is the same. Values on a straight line do not vary around it either.
fn constant(trend: &Trend) -> bool {
    trend.min.zip(trend.max).is_some_and(|(min, max)| max - min <= 0.0)
}

/// One or two values are listed with their dates; none is said as none.
fn listed(trend: &Trend) -> Sentence {
    let values: Vec<String> = trend
        .points
        .iter()
        .filter(|point| !point.proxy)
        .map(|point| {
            Phrase::new("part.value_on_day")
                .words("value", number::recorded(point.value, trend.measure.unit))
                .day("date", point.day)
                .say()
                .text
        })
        .collect();
    let phrase = |id: &'static str| Phrase::new(id).words("measure", &trend.measure.label);
    if values.is_empty() {
        phrase("sentence.trend.none").days("dates", trend.period).say()
    } else {
        phrase("sentence.trend.listed").words("values", values.join(", ")).say()
    }
}

/// T2, or the reason for its silence. Without variation, or below three values, the level has said it all.
fn drift(trend: &Trend) -> Vec<Sentence> {
    let measure = |id: &'static str| Phrase::new(id).words("measure", &trend.measure.label);
    let drift = match &trend.drift {
        Ok(drift) => drift,
        Err(silence) => {
            let said = match *silence {
                Silence::TooFew { have, need } if trend.median.is_some() => measure("silence.drift.too_few")
                    .words("have", have.to_string())
                    .words("need", need.to_string()),
                Silence::TooFew { .. } => return Vec::new(),
                Silence::NoVariation if constant(trend) => return Vec::new(),
                Silence::ScaleChanged => measure("silence.drift.scale_changed"),
                Silence::MostlyBackfilled { .. } => measure("silence.drift.mostly_backfilled"),
                Silence::TooWide { .. } => measure("silence.drift.too_wide"),
                _ => measure("silence.drift.cannot_be_said"),
            };
            return vec![said.say()];
        }
    };
    let mut said = vec![
        Phrase::new("sentence.drift")
            .words("points", trend.measure.points())
            .estimate("slope", drift.slope_per_30_days, drift.interval)
            .say(),
    ];
    if drift.interval.covers_zero() {
        said.push(Phrase::new("sentence.drift.across_zero").say());
    }
    said
}
