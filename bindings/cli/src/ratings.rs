//! Ratings as people type them: `stress=4`, `sleep_duration=7h30`, `mood=skip`.

use tidemark::Rated;
use tidemark::model::{DecimalMark, MeasureId, Milli};

use crate::failure::Failure;

/// Reads a list of `measure=number`.
pub(crate) fn read<'a>(items: impl IntoIterator<Item = &'a str>) -> Result<Rated, Failure> {
    items.into_iter().map(str::trim).filter(|item| !item.is_empty()).map(one).collect()
}

/// Reads `stress=7,pain=5`.
pub(crate) fn list(text: Option<&str>) -> Result<Rated, Failure> {
    read(text.unwrap_or_default().split(','))
}

fn one(item: &str) -> Result<(MeasureId, Option<Milli>), Failure> {
    let Some((name, number)) = item.split_once('=') else {
        return Err(Failure::usage(format!(
            "`{item}` is no rating; write measure=number, such as stress=4. Nothing was saved."
        )));
    };
    let id = MeasureId::new(name.trim())?;
    let number = number.trim();
    if number.eq_ignore_ascii_case("skip") {
        return Ok((id, None));
    }
    let wrong = || {
        Failure::usage(format!(
            "{id}: this is not a number; write digits such as 4 or 7.5, hours such as 7h30, or skip. Nothing was saved."
        ))
    };
    let mark = if number.contains(',') { DecimalMark::Comma } else { DecimalMark::Point };
    let value = match number.split_once(['h', 'H']) {
        Some((hours, minutes)) => hours_and_minutes(hours, minutes),
        None => Milli::parse(number, mark).ok(),
    };
    let value = value.ok_or_else(wrong)?;
    Ok((id, Some(value)))
}

/// `7` and `30` as 7.5; minutes that are no whole thousandth of an hour are none.
fn hours_and_minutes(hours: &str, minutes: &str) -> Option<Milli> {
    let minutes = if minutes.is_empty() { "0" } else { minutes };
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    let plain = (0..=1000).contains(&hours) && (0..60).contains(&minutes) && (minutes * 1000) % 60 == 0;
    if plain { Milli::new(hours * 1000 + minutes * 1000 / 60).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_typed_as_people_say_them() {
        for (text, thousandths) in
            [("7h30", 7500), ("7h", 7000), ("7h15", 7250), ("7.25", 7250), ("7,5", 7500)]
        {
            let read = read([format!("sleep_duration={text}").as_str()]).unwrap();
            assert_eq!(read[0].1.map(Milli::thousandths), Some(thousandths), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in
            ["stress", "stress=", "stress=NaN", "stress=inf", "stress=7h99", "Stress=4", "stress=4x", "=4"]
        {
            assert!(read([text]).is_err(), "{text}");
        }
        assert_eq!(read(["mood=skip"]).unwrap()[0].1, None);
    }
}
