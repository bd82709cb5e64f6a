//! `tidemark trends`: where each measure is, and whether it drifts.

use std::io::Write;

use tidemark::Diary;
use tidemark::findings::{Trend, Window};

use crate::failure::Failure;
use crate::question::Question;
use crate::{spark, table};

/// Show where each measure is and whether it drifts.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    question: Question,
}

/// Cells of the drawn line.
const CELLS: i32 = 24;

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<(), Failure> {
    let header = ["measure", "n", "first 14 d", "last 14 d", "range", "course"];
    let rows = |trends: &[Trend]| trends.iter().map(row).collect::<Vec<_>>();
    args.question.answer(
        "trends",
        Diary::trends,
        |out, trends| table::print(out, &header, &rows(trends), true),
        |trend| &trend.sentences,
        out,
    )
}

fn row(trend: &Trend) -> Vec<String> {
    let scale = (trend.measure.scale_min, trend.measure.scale_max);
    let points: Vec<(i32, f64)> = trend.points.iter().map(|p| (p.day.day_number(), p.value)).collect();
    let (first, last) = (trend.period.from().day_number(), trend.period.to().day_number());
    let median =
        |window: Option<&Window>| window.and_then(|w| w.median).map_or("-".to_owned(), |m| format!("{m}"));
    let range = match (trend.min, trend.max) {
        (Some(min), Some(max)) => format!("{min} to {max}"),
        _ => "-".to_owned(),
    };
    vec![
        trend.measure.id.to_string(),
        trend.n.to_string(),
        median(trend.first_days.as_ref()),
        median(trend.last_days.as_ref()),
        range,
        spark::line(&points, first, last, scale, CELLS),
    ]
}
