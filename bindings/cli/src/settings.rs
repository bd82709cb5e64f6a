//! `tidemark settings`: shows the choices of a diary, or makes some.

use std::io::Write;

use tidemark::SETTINGS;

use crate::failure::Failure;
use crate::table;
use crate::unlock::DiaryArgs;

/// Show the settings of a diary, or change some.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  tidemark settings my.diary\n  tidemark settings my.diary rollover=03:00 paper=letter"
)]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Settings to change
    #[arg(value_name = "NAME=VALUE")]
    changes: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<(), Failure> {
    let mut diary = args.diary.open()?;
    for change in &args.changes {
        let Some((name, value)) = change.split_once('=') else {
            return Err(Failure::usage(format!(
                "`{change}` is no setting; write name=value. Nothing was changed."
            )));
        };
        diary.set(name.trim(), value.trim())?;
    }
    let settings = diary.settings()?.named();
    if args.json {
        serde_json::to_writer(&mut *out, &settings)?;
        writeln!(out)?;
        return Ok(());
    }
    let rows: Vec<Vec<String>> = SETTINGS
        .iter()
        .map(|(name, takes)| {
            vec![(*name).to_owned(), settings.get(name).cloned().unwrap_or_default(), (*takes).to_owned()]
        })
        .collect();
    Ok(table::print(out, &["setting", "value", "what it is"], &rows, true)?)
}
