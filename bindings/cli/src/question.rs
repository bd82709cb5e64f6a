//! What `trends` and `changes` are asked: which diary, which measures, which days, in which form.

use std::io::{self, Write};

use serde::Serialize;
use tidemark::findings::Sentence;
use tidemark::model::{MeasureId, Period};
use tidemark::{Asked, Diary, DiaryError, Span};

use crate::failure::Failure;
use crate::table;
use crate::unlock::DiaryArgs;
use crate::when::{SpanArgs, spoken};

/// A question about the records.
#[derive(Debug, clap::Args)]
pub(crate) struct Question {
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

impl Question {
    /// Asks, and prints the answers: as JSON under `name`, or as a table with the sentences below.
    pub(crate) fn answer<T: Serialize>(
        &self,
        name: &str,
        ask: impl Fn(&Diary, &[MeasureId], Span) -> Result<Asked<T>, DiaryError>,
        table: impl Fn(&mut dyn Write, &[T]) -> io::Result<()>,
        sentences: impl Fn(&T) -> &[Sentence],
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        let asked = ask(&self.diary.open()?, &self.measures, self.span.span()?)?;
        if self.json {
            serde_json::to_writer(&mut *out, &serde_json::json!({ name: asked.answers }))?;
            writeln!(out)?;
            return Ok(());
        }
        let Some(period) = asked.period.filter(|_| !asked.answers.is_empty()) else {
            writeln!(out, "Nothing was recorded in these days.")?;
            return Ok(());
        };
        writeln!(out, "{}\n", title(period))?;
        table(out, &asked.answers)?;
        for answer in &asked.answers {
            writeln!(out)?;
            for sentence in sentences(answer) {
                table::sentence(out, &sentence.text, 0)?;
            }
        }
        Ok(())
    }
}

fn title(period: Period) -> String {
    format!("{} to {} ({} days)", spoken(period.from()), spoken(period.to()), period.days())
}
