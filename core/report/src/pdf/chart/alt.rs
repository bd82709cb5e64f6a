//! The chart in words: its caption and its numbers, for those who hear it.

use super::super::words;
use super::is_weekly;
use super::plot::{self, Plot};
use crate::document::{Direction, EntryMark, Marker, TrendPanel};
use chrono::{Days, NaiveDate};
use tidemark_findings as findings;

/// Most values named one by one; above, the caption speaks for them.
const MOST_VALUES: usize = 130;

/// Alternative text of a panel's chart.
pub(crate) fn text(panel: &TrendPanel, plot: &Plot) -> String {
    let mut parts = vec![axes(panel)];
    if !panel.caption.is_empty() {
        parts.push(panel.caption.clone());
    }
    parts.extend(values(panel, plot));
    let from = panel.period.from();
    let gaps: Vec<String> = plot
        .gaps
        .iter()
        .take(20)
        .map(|g| {
            let (days, date) = (words::days(g.days), day(from, g.first));
            words::filled("report.alt.gap", &[("days", &days), ("date", &date)])
        })
        .collect();
    push_list(&mut parts, "report.alt.without", &gaps);
    push_list(&mut parts, "report.alt.medicines", &markers(panel, &panel.medicines));
    push_list(&mut parts, "report.alt.events", &markers(panel, &panel.events));
    let sessions = plot::inside(panel.sessions.iter().map(|d| (*d, ())), panel.period);
    let sessions: Vec<String> = sessions.into_iter().take(60).map(|(d, ())| day(from, d)).collect();
    push_list(&mut parts, "report.alt.sessions", &sessions);
    if let Some(last) = panel.last_value.filter(|v| v.is_finite()) {
        parts.push(words::filled("report.alt.last", &[("value", &words::number(last))]));
    }
    parts.join(" ")
}

fn axes(panel: &TrendPanel) -> String {
    let unit = panel.unit.as_ref().map_or_else(String::new, |u| format!(" {u}"));
    let (min, max) = (words::number(panel.scale.min()), words::number(panel.scale.max()));
    let direction = match panel.direction {
        Direction::Neutral => String::new(),
        other => format!(", {}", words::direction(other)),
    };
    let period = words::period(panel.period);
    words::filled(
        "report.alt.chart",
        &[
            ("measure", &panel.measure),
            ("min", &min),
            ("max", &max),
            ("unit", &unit),
            ("direction", &direction),
            ("dates", &period),
        ],
    )
}

fn values(panel: &TrendPanel, plot: &Plot) -> Option<String> {
    let from = panel.period.from();
    if is_weekly(panel) {
        let weeks = plot::inside(panel.weeks.iter().map(|w| (w.date, w)), panel.period);
        if weeks.len() > MOST_VALUES {
            return None;
        }
        let named = weeks.iter().filter(|(_, w)| w.median.is_finite()).map(|(d, w)| {
            let (date, median) = (day(from, *d), words::number(w.median));
            findings::say(
                "report.alt.week",
                &[("date", &date), ("median", &median), ("n", &w.n.to_string())],
                Some(w.n),
            )
        });
        return Some(words::filled("report.alt.weeks", &[("list", &named.collect::<Vec<_>>().join(", "))]));
    }
    if plot.values.is_empty() {
        return Some(words::no_values());
    }
    if plot.values.len() > MOST_VALUES {
        return None;
    }
    let named = plot.values.iter().map(|v| {
        let id = match v.mark {
            EntryMark::LiveOrLate => "report.alt.value",
            EntryMark::Backfill => "report.alt.value_later",
            EntryMark::Proxy => "report.alt.value_proxy",
        };
        words::filled(id, &[("date", &day(from, v.day)), ("value", &words::number(v.at))])
    });
    Some(words::filled("report.alt.values", &[("list", &named.collect::<Vec<_>>().join(", "))]))
}

fn markers(panel: &TrendPanel, markers: &[Marker]) -> Vec<String> {
    let from = panel.period.from();
    let inside = plot::inside(markers.iter().map(|m| (m.date, m)), panel.period);
    inside.into_iter().take(40).map(|(d, m)| format!("{} {}", m.label, day(from, d))).collect()
}

fn push_list(parts: &mut Vec<String>, id: &'static str, items: &[String]) {
    if !items.is_empty() {
        parts.push(words::filled(id, &[("list", &items.join(", "))]));
    }
}

fn day(from: NaiveDate, day: i64) -> String {
    let date = u64::try_from(day).ok().and_then(|d| from.checked_add_days(Days::new(d)));
    date.map_or_else(String::new, words::day)
}
