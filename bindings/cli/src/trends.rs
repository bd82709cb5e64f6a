//! `tidemark trends`: where each measure is, and whether it drifts.

use std::io::Write;

use tidemark::findings::{Trend, Window};
use tidemark::model::MeasureId;

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::DiaryArgs;
use crate::when::{SpanArgs, spoken};
use crate::{spark, table};

/// Show where each measure is and whether it drifts.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Only this measure; may be given several times
    #[arg(long = "measure", value_name = "NAME")]
    measures: Vec<MeasureId>,
    #[command(flatten)]
    span: SpanArgs,
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
}

/// Cells of the drawn line.
const CELLS: i32 = 24;

pub(crate) fn run(args: &Args, _around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let asked = args.diary.open()?.trends(&args.measures, args.span.span()?)?;
    if args.json {
        serde_json::to_writer(&mut *out, &serde_json::json!({ "trends": asked.answers }))?;
        writeln!(out)?;
        return Ok(());
    }
    let Some(period) = asked.period else {
        writeln!(out, "No entries in these days.")?;
        return Ok(());
    };
    writeln!(out, "{} to {} ({} days)\n", spoken(period.from()), spoken(period.to()), period.days())?;
    let rows: Vec<Vec<String>> = asked.answers.iter().map(row).collect();
    table::print(out, &["measure", "n", "first 14 d", "last 14 d", "range", "course"], &rows, true)?;
    for trend in &asked.answers {
        writeln!(out)?;
        for sentence in &trend.sentences {
            table::sentence(out, &sentence.text, 0)?;
        }
    }
    Ok(())
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
