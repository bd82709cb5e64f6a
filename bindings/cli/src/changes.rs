//! `tidemark changes`: the change around sessions, with n and cautions, and by style.

use std::io::Write;

use tidemark::Diary;
use tidemark::findings::SessionChange;

use crate::failure::Failure;
use crate::question::Question;
use crate::table;

/// Show the change around sessions.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    question: Question,
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<(), Failure> {
    let header = ["measure", "n", "before", "after", "change (95 % interval)", "lower/same/higher"];
    let rows = |changes: &[SessionChange]| changes.iter().map(row).collect::<Vec<_>>();
    args.question.answer(
        "changes",
        Diary::changes,
        |out, changes| table::print(out, &header, &rows(changes), false),
        |change| &change.sentences,
        out,
    )
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
