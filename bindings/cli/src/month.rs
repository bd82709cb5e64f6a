//! `tidemark month`: a month as a calendar, one mark a day for how its entries were written.

use std::io::Write;

use tidemark::findings::DayMark;
use tidemark::model::Invalid;
use tidemark::{Month, MonthDay};

use crate::failure::Failure;
use crate::shell::Surroundings;
use crate::unlock::DiaryArgs;

/// Show a month: * written on the day, ~ the next day, o later or from a file, - nothing; ^ a session.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  tidemark month my.diary\n  tidemark month my.diary 2026-11")]
pub(crate) struct Args {
    #[command(flatten)]
    diary: DiaryArgs,
    /// Which, YYYY-MM; this one when left out
    month: Option<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, around: &Surroundings, out: &mut dyn Write) -> Result<(), Failure> {
    let diary = args.diary.open()?;
    let text = match &args.month {
        Some(text) => text.clone(),
        None => around.today(diary.rollover())?.to_string().chars().take(7).collect(),
    };
    let (year, month) = read(&text)?;
    let shown = diary.month(year, month)?;
    if args.json {
        serde_json::to_writer(&mut *out, &json(&shown))?;
        writeln!(out)?;
        return Ok(());
    }
    print(&shown, &text, out)
}

fn read(text: &str) -> Result<(i32, u32), Failure> {
    let parts = text.split_once('-');
    let numbers = parts.and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
    Ok(numbers.ok_or(Invalid::Field { field: "the month", allowed: "YYYY-MM, such as 2026-11" })?)
}

fn print(month: &Month, text: &str, out: &mut dyn Write) -> Result<(), Failure> {
    writeln!(out, "{text}\n  M    T    W    T    F    S    S")?;
    let before = month.days.first().map_or(0, weekday);
    let mut line = "     ".repeat(before);
    for day in &month.days {
        let mark = match day.mark {
            DayMark::Full => '*',
            DayMark::Half => '~',
            DayMark::Ring => 'o',
            DayMark::Blank => '-',
        };
        let session = if day.sessions + day.planned > 0 { '^' } else { ' ' };
        let number: String = day.day.to_string().chars().skip(8).collect();
        let cell = format!("{number}{mark}{session} ");
        line.push_str(&cell);
        if weekday(day) == 6 {
            writeln!(out, "{}", line.trim_end())?;
            line.clear();
        }
    }
    if !line.trim().is_empty() {
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out, "* on the day  ~ the next day  o later  - nothing  ^ session")?;
    Ok(())
}

/// 0 for Monday to 6 for Sunday.
fn weekday(day: &MonthDay) -> usize {
    use chrono::Datelike as _;
    usize::try_from(day.day.date().weekday().num_days_from_monday()).unwrap_or_default()
}

/// The same for programs.
fn json(month: &Month) -> serde_json::Value {
    let day = |day: &MonthDay| {
        serde_json::json!({
            "day": day.day.to_string(), "mark": day.mark, "check_ins": day.check_ins, "sessions": day.sessions,
            "planned": day.planned, "others": day.others,
        })
    };
    serde_json::json!({
        "from": month.period.from().to_string(), "to": month.period.to().to_string(),
        "days": month.days.iter().map(day).collect::<Vec<_>>(),
    })
}
