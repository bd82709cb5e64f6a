//! What the made-up person writes in the evening, and when: most days live, some late, some long after, some never.

use tidemark_model::{
    CheckIn, CheckInId, CheckInParts, DaySource, Invalid, LogicalDate, Milli, Moment, Note, Record, RecordId,
    Rollover, Value,
};

use super::Room;
use super::weather::Weather;

/// Keeps track of when the person is away.
pub(super) struct Writer {
    last: LogicalDate,
    away: Vec<(i32, i32)>,
}

impl Writer {
    pub(super) fn new(first: LogicalDate, last: LogicalDate) -> Self {
        debug_assert!(first < last);
        // First day and length of the long stretches without entries.
        Self { last, away: vec![(61, 9), (188, 23), (322, 8)] }
    }

    pub(super) fn evening(
        &mut self,
        room: &mut Room,
        day: LogicalDate,
        number: i32,
        weather: &mut Weather,
    ) -> Result<Vec<Record>, Invalid> {
        let missed = weather.chance() < 0.11;
        if missed || self.away.iter().any(|(start, days)| (*start..start + days).contains(&number)) {
            return Ok(vec![]);
        }
        let rated = room.at(day, 20 * 60 + 30 + weather.up_to(130))?;
        let recorded = self.recorded(room, day, rated, weather)?;
        let mut entries = Vec::new();
        if weather.chance() < 0.08 {
            // A first entry at midday; the evening's is the one that stands for the day.
            let noon = room.at(day, 12 * 60 + 20 + weather.up_to(60))?;
            let numbers = [("stress", weather.stress()), ("mood", weather.mood())];
            entries.push(check_in(room, day, noon, noon, &numbers, None)?);
        }
        let mut numbers = vec![
            ("stress", weather.stress()),
            ("mood", weather.mood()),
            ("energy", weather.energy()),
            ("sleep_quality", weather.sleep_quality()),
        ];
        if weather.chance() < 0.7 {
            numbers.push(("sleep_duration", weather.sleep_duration()));
        }
        numbers.push(("pain", weather.pain()));
        let note = (number % 45 == 7).then_some("Sample note: long day, early to bed.");
        entries.push(check_in(room, day, rated, recorded, &numbers, note)?);
        Ok(entries)
    }

    fn recorded(
        &self,
        room: &Room,
        day: LogicalDate,
        rated: Moment,
        weather: &mut Weather,
    ) -> Result<Moment, Invalid> {
        let chance = weather.chance();
        let days_later = if chance < 0.04 { 3 } else { i32::from(chance < 0.14) };
        match day.plus_days(days_later).filter(|later| days_later > 0 && *later <= self.last) {
            Some(later) => room.at(later, 8 * 60 + 15 + weather.up_to(200)),
            None => Ok(rated),
        }
    }
}

fn check_in(
    room: &mut Room,
    day: LogicalDate,
    rated: Moment,
    recorded: Moment,
    numbers: &[(&str, f64)],
    note: Option<&str>,
) -> Result<Record, Invalid> {
    let mut values = Vec::with_capacity(numbers.len());
    for (name, number) in numbers {
        values.push(value(room, name, *number, None)?);
    }
    let id = CheckInId::generate(recorded.instant, &mut room.ids);
    let entry = CheckIn::new(CheckInParts {
        id,
        stamp: Room::stamp(recorded),
        logical_date: day,
        rollover: Rollover::default(),
        day_source: if rated == recorded { DaySource::Clock } else { DaySource::User },
        rated: Some(rated),
        note: note.map(|text| Note::new("note", text)).transpose()?,
        practices: vec![],
        values,
    })?;
    Ok(Record::CheckIn(entry))
}

/// A feeling as a rating: the nearest value of the measure's grid.
pub(super) fn value(
    room: &Room,
    name: &str,
    number: f64,
    frame: Option<tidemark_model::Frame>,
) -> Result<Value, Invalid> {
    let measure = room.measure(name)?;
    let scale = measure.scale();
    let (low, step) = (scale.min().thousandths(), scale.step().thousandths());
    let nearest = (0..=scale.steps())
        .map(|k| low + k * step)
        .filter_map(|milli| Milli::new(milli).ok())
        .min_by(|a, b| (a.to_f64() - number).abs().total_cmp(&(b.to_f64() - number).abs()));
    Value::recorded(measure, frame.unwrap_or(measure.frame()), nearest.unwrap_or(scale.min()))
}
