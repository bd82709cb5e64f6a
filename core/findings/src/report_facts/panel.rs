//! Which trends stand on page 1, and in which column.
//!
//! Left: higher = worse, stress first, then the one of pain and anxiety with more values. Right: higher = better, mood
//! first, then sleep quality or energy likewise. A place that stays free goes to the measure of the same direction with
//! the most values, then to one without direction. What the values are plays no part.

use std::cmp::Reverse;

use serde::Serialize;
use tidemark_model::{Direction, LogicalDate, Period, Records};

use super::{ChangeLine, has_values};
use crate::held::held;
use crate::wording::Phrase;
use crate::{Sentence, Trend, iso, number};

/// Panels of one column.
const PER_COLUMN: usize = 2;

/// The column of page 1 a panel stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Higher = worse.
    Left,
    /// Higher = better.
    Right,
}

/// One trend as it is drawn.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Panel {
    /// Where it stands.
    pub column: Column,
    /// The trend.
    #[serde(flatten)]
    pub trend: Trend,
    /// What a higher value means, at the end of the axis.
    pub direction_label: String,
    /// Days with a session that took place.
    #[serde(serialize_with = "iso::days")]
    pub sessions: Vec<LogicalDate>,
    /// Medicine changes to mark, by number and day.
    pub medicines: Vec<Marker>,
    /// Events that began in the period, by number and first day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Marker>,
    /// What stands under the chart.
    pub caption: Sentence,
    /// What stands in place of a chart, for fewer than three values.
    pub listed: Option<Sentence>,
}

/// A numbered line of a chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Marker {
    /// Such as `M1`.
    pub label: String,
    /// The day it stands on.
    #[serde(serialize_with = "iso::day")]
    pub day: LogicalDate,
}

/// The panels of page 1 in reading order, and those of the remaining measures.
pub(crate) fn panels(
    trends: Vec<Trend>,
    records: &Records,
    period: Period,
    changes: &[ChangeLine],
    events: &[ChangeLine],
) -> (Vec<Panel>, Vec<Panel>) {
    let mut left = chosen(&trends, Direction::HigherWorse, "stress", &["pain", "anxiety"]);
    let mut right = chosen(&trends, Direction::HigherBetter, "mood", &["sleep_quality", "energy"]);
    for neutral in by_values(&trends, |trend| trend.measure.direction == Direction::Neutral) {
        if left.len() < PER_COLUMN && left.len() < right.len() {
            left.push(neutral);
        } else if right.len() < PER_COLUMN {
            right.push(neutral);
        } else if left.len() < PER_COLUMN {
            left.push(neutral);
        }
    }
    let markers = |lines: &[ChangeLine]| -> Vec<Marker> {
        let within = lines.iter().filter(|line| period.contains(line.day));
        within.map(|line| Marker { label: line.label.clone(), day: line.day }).collect()
    };
    let marks =
        Marks { sessions: sessions(records, period), medicines: markers(changes), events: markers(events) };
    let place = |at: usize| {
        let row = |column: &[usize]| column.iter().position(|place| *place == at);
        row(&left).map(|row| (row, Column::Left)).or_else(|| row(&right).map(|row| (row, Column::Right)))
    };
    let mut page: Vec<(usize, Panel)> = Vec::new();
    let mut more = Vec::new();
    for (at, trend) in trends.into_iter().enumerate() {
        let column = place(at);
        let panel = panel(trend, column.map(|(_, column)| column), &marks);
        match column {
            Some((row, _)) => page.push((row, panel)),
            None => more.push(panel),
        }
    }
    page.sort_by_key(|(row, panel)| (*row, panel.column));
    (page.into_iter().map(|(_, panel)| panel).collect(), more)
}

/// Places in `trends` of up to two measures of one direction.
fn chosen(trends: &[Trend], direction: Direction, first: &str, second: &[&str]) -> Vec<usize> {
    let of_direction = by_values(trends, |trend| trend.measure.direction == direction);
    let named = |name: &&str| {
        let has_name = |at: &usize| trends.get(*at).is_some_and(|trend| trend.measure.id.as_str() == *name);
        of_direction.iter().position(has_name)
    };
    // Among equals `min_by_key` keeps the first, so the order of the names decides.
    let values = |at: &usize| of_direction.get(*at).and_then(|place| trends.get(*place)).map(|trend| trend.n);
    let most = second.iter().filter_map(named).min_by_key(|at| Reverse(values(at)));
    let ranks = [&first].into_iter().filter_map(named).chain(most);
    let mut chosen: Vec<usize> = ranks.filter_map(|rank| of_direction.get(rank).copied()).collect();
    for at in of_direction {
        if chosen.len() < PER_COLUMN && !chosen.contains(&at) {
            chosen.push(at);
        }
    }
    chosen
}

/// Places of the trends with values that fit, most values first, the measures' own order among equals.
fn by_values(trends: &[Trend], fits: impl Fn(&Trend) -> bool) -> Vec<usize> {
    let mut places: Vec<(Reverse<u32>, usize)> = trends
        .iter()
        .enumerate()
        .filter(|(_, trend)| fits(trend) && has_values(trend))
        .map(|(at, trend)| (Reverse(trend.n), at))
        .collect();
    places.sort_unstable();
    places.into_iter().map(|(_, at)| at).collect()
}

fn sessions(records: &Records, period: Period) -> Vec<LogicalDate> {
    let mut days: Vec<LogicalDate> =
        held(records, period).map(tidemark_model::Session::logical_date).collect();
    days.sort_unstable();
    days
}

/// What every panel marks on its calendar.
struct Marks {
    sessions: Vec<LogicalDate>,
    medicines: Vec<Marker>,
    events: Vec<Marker>,
}

fn panel(trend: Trend, column: Option<Column>, marks: &Marks) -> Panel {
    let by_direction =
        if trend.measure.direction == Direction::HigherWorse { Column::Left } else { Column::Right };
    let listed = trend.median.is_none().then(|| trend.sentences.first().cloned()).flatten();
    Panel {
        column: column.unwrap_or(by_direction),
        direction_label: trend.measure.direction_label(),
        sessions: marks.sessions.clone(),
        medicines: marks.medicines.clone(),
        events: marks.events.clone(),
        caption: caption(&trend),
        listed,
        trend,
    }
}

/// Medians at both ends with their n, the range, and the drift where one is given: short enough for two lines.
fn caption(trend: &Trend) -> Sentence {
    let unit = trend.measure.unit;
    let end = |window: Option<crate::Window>| window.and_then(|w| w.median.map(|median| (w.n, median)));
    let Some(((min, max), median)) = trend.min.zip(trend.max).zip(trend.median) else {
        return Phrase::new("caption.listed").count("n", trend.n).say();
    };
    let phrase = match (end(trend.first_days), end(trend.last_days)) {
        (Some((n_first, first)), Some((n_last, last))) => Phrase::new("caption.trend")
            .words("first", number::level(first, unit))
            .count("n_first", n_first)
            .words("last", number::level(last, unit))
            .count("n_last", n_last),
        _ => Phrase::new("caption.trend.whole")
            .words("median", number::level(median, unit))
            .count("n", trend.n),
    };
    let mut caption =
        phrase.words("min", number::recorded(min, unit)).words("max", number::recorded(max, unit)).say();
    if let Ok(drift) = &trend.drift {
        let drift = Phrase::new("caption.drift")
            .words("points", trend.measure.points())
            .estimate("slope", drift.slope_per_30_days, drift.interval)
            .say();
        caption.text = format!("{} {}", caption.text, drift.text);
    }
    caption
}
