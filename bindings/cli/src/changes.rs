//! `tidemark changes`: the change around sessions, with n and cautions, and by style.

use std::io::Write;

use tidemark::findings::SessionChange;
use tidemark::model::MeasureId;

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::table;
use crate::unlock::DiaryArgs;
use crate::when::{SpanArgs, spoken};

/// Show the change around sessions.
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

pub(crate) fn run(args: &Args, _around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let asked = args.diary.open()?.changes(&args.measures, args.span.span()?)?;
    if args.json {
        serde_json::to_writer(&mut *out, &serde_json::json!({ "changes": asked.answers }))?;
        writeln!(out)?;
        return Ok(());
    }
    let Some(period) = asked.period else {
        writeln!(out, "No sessions in these days.")?;
        return Ok(());
    };
    writeln!(out, "{} to {} ({} days)\n", spoken(period.from()), spoken(period.to()), period.days())?;
    let rows: Vec<Vec<String>> = asked.answers.iter().map(row).collect();
    let header = ["measure", "n", "before", "after", "change (95 % interval)", "lower/same/higher"];
    table::print(out, &header, &rows, false)?;
    for change in &asked.answers {
        writeln!(out)?;
        for sentence in &change.sentences {
            table::sentence(out, &sentence.text, 0)?;
        }
    }
    Ok(())
}

fn row(finding: &SessionChange) -> Vec<String> {
    let number = |value: Option<f64>| value.map_or("-".to_owned(), |v| format!("{v}"));
    let change = match &finding.change {
        Ok(c) => format!("{:+.1} ({:+.1} to {:+.1})", c.estimate, c.interval.low, c.interval.high),
        Err(_) => "-".to_owned(),
    };
    let counts = finding.counts;
    vec![
        finding.measure.id.to_string(),
        finding.n.to_string(),
        number(finding.before_median),
        number(finding.after_median),
        change.replace('-', "\u{2212}"),
        format!("{}/{}/{}", counts.lower, counts.same, counts.higher),
    ]
}
