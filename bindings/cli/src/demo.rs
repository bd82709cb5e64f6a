//! `tidemark demo`: a made-up year and every output made from it.

use std::io::Write;
use std::path::{Path, PathBuf};

use tidemark::exchange::csv::CsvOptions;
use tidemark::findings::Included;
use tidemark::model::Rollover;
use tidemark::{Diary, DiaryError, Paper, ReportOptions, SAMPLE_PASSPHRASE, Span};

use crate::failure::Failure;
use crate::shell::{Surroundings, shell};
use crate::{table, when};

/// Make a labelled sample diary of a year and every output made from it.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Where to put it: a new or an empty folder
    dir: Option<PathBuf>,
    /// Start of the random numbers; the same seed and day make the same entries
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// Last day of the sample, for repeatable output; today without
    #[arg(long, value_name = "DATE")]
    made_on: Option<String>,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let today = match when::day(args.made_on.as_deref(), "--made-on")? {
        Some(day) => day,
        None => around.today(Rollover::default())?,
    };
    let dir = args.dir.clone().unwrap_or_else(|| free(Path::new("tidemark-demo")));
    if std::fs::read_dir(&dir).is_ok_and(|mut entries| entries.next().is_some()) || dir.is_file() {
        return Err(DiaryError::AlreadyExists { path: dir }.into());
    }
    std::fs::create_dir_all(&dir)
        .map_err(|source| Failure::Io { doing: format!("creating {}", dir.display()), source })?;
    let folder = dir.join("sample.diary");
    let mut diary = Diary::create_sample(&folder, today, args.seed, shell())?;
    let period = diary.report_period(today)?;
    let records = diary.records(Span::default())?;
    writeln!(out, "A sample diary of made-up data, labelled as such on every page.\n")?;
    writeln!(
        out,
        "{} check-ins, {} sessions, {} medicine change, {} visits.\n",
        records.check_ins.len(),
        records.sessions.len(),
        records.medication_changes.len(),
        records.visits.len()
    )?;
    let mut rows = vec![vec!["diary".to_owned(), format!("{}", folder.display())]];
    let options = |paper| ReportOptions {
        period,
        made_on: today,
        zone: "Europe/Dublin".to_owned(),
        paper,
        name: None,
        included: Included::default(),
    };
    for (paper, name) in [(Paper::A4, "a4"), (Paper::Letter, "letter")] {
        let file = dir.join(format!("report-{}-to-{}-{name}.pdf", period.from(), period.to()));
        diary.write_pdf(&file, &options(paper), around.now)?;
        rows.push(vec!["report".to_owned(), format!("{}", file.display())]);
    }
    let document = dir.join(format!("report-{}-to-{}.json", period.from(), period.to()));
    diary.write_fhir(&document, &options(Paper::A4), around.now)?;
    rows.push(vec!["document".to_owned(), format!("{}", document.display())]);
    let text = dir.join(format!("report-{}-to-{}.txt", period.from(), period.to()));
    diary.write_text(&text, &options(Paper::A4), around.now)?;
    rows.push(vec!["text".to_owned(), format!("{}", text.display())]);
    let csv = dir.join("csv");
    diary.write_csv(&csv, Span::default(), &CsvOptions::default(), around.now)?;
    rows.push(vec!["tables".to_owned(), format!("{}", csv.display())]);
    rows.push(vec!["passphrase".to_owned(), SAMPLE_PASSPHRASE.to_owned()]);
    table::print(out, &["made", "where"], &rows, true)?;
    writeln!(
        out,
        "\nWhat the page says for {} to {}:\n",
        when::spoken(period.from()),
        when::spoken(period.to())
    )?;
    for sentence in diary.summary(period)? {
        table::sentence(out, &sentence.text, 2)?;
    }
    diary.close()?;
    Ok(())
}

/// The first of `name`, `name-2`, `name-3`, … that is not there: a demo never touches an earlier one.
fn free(name: &Path) -> PathBuf {
    let numbered = (2_u32..).map(|n| PathBuf::from(format!("{}-{n}", name.display())));
    std::iter::once(name.to_path_buf())
        .chain(numbered)
        .find(|dir| !dir.exists())
        .unwrap_or_else(|| name.to_path_buf())
}
