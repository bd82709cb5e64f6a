//! The made-up sessions: more likely after a hard day, of several styles, with ratings that are sometimes missing,
//! from memory, or out of their window.

use tidemark_model::{
    Area, AreaUse, DaySource, Frame, Intensity, Invalid, LogicalDate, Modality, Moment, Phase, Pressure,
    Record, RecordId, Rollover, Session, SessionDetails, SessionId, SessionMinutes, SessionParts,
    SessionRating, SessionRatingId, SessionRatingParts, SessionStatus, UnwantedEffect, UnwantedKind,
};

use super::Room;
use super::day::value;
use super::weather::Weather;

const STYLES: [(Modality, u16, u8); 5] = [
    (Modality::Swedish, 60, 2),
    (Modality::Swedish, 75, 3),
    (Modality::GentleDeepTissue, 60, 4),
    (Modality::Shiatsu, 60, 3),
    (Modality::Restorative, 90, 1),
];

/// When the last session was, and how many there were.
pub(super) struct Plan {
    last: i32,
    held: usize,
}

/// One session to write down.
pub(super) struct Held {
    day: LogicalDate,
    modality: Modality,
    minutes: u16,
    pressure: u8,
    ordinal: usize,
}

impl Plan {
    pub(super) const fn new() -> Self {
        Self { last: -5, held: 0 }
    }

    /// Whether a session takes place: at the earliest five days after the last, likelier after a hard day.
    pub(super) fn decide(&mut self, day: LogicalDate, number: i32, weather: &mut Weather) -> Option<Held> {
        let wish = weather.chance();
        let away = (188..211).contains(&number);
        let pull = 1.0 / (1.0 + (1.1 - 1.6 * weather.yesterday()).exp());
        if away || number - self.last < 5 || wish > 0.8 * pull {
            return None;
        }
        let (modality, minutes, pressure) = *STYLES.iter().cycle().nth(self.held * 2 % 5)?;
        self.last = number;
        self.held += 1;
        Some(Held { day, modality, minutes, pressure, ordinal: self.held })
    }
}

pub(super) fn records(room: &mut Room, held: &Held, weather: &mut Weather) -> Result<Vec<Record>, Invalid> {
    let started = room.at(held.day, 17 * 60 + 15 * weather.up_to(6))?;
    if held.ordinal.is_multiple_of(13) {
        return Ok(vec![Record::Session(session(room, held, started, None, SessionStatus::Missed)?)]);
    }
    let stopped = held.ordinal.is_multiple_of(17);
    let (status, minutes) =
        if stopped { (SessionStatus::StoppedEarly, 25) } else { (SessionStatus::Held, held.minutes) };
    let minutes = SessionMinutes::new(minutes)?;
    let session = session(room, held, started, Some(minutes), status)?;
    let mut records = vec![Record::Session(session.clone())];
    let before =
        [("stress", weather.stress() + 0.6), ("pain", weather.pain()), ("anxiety", weather.anxiety())];
    let relief = [1.6 + 0.8 * weather.noise(), 1.0 + 0.9 * weather.noise(), 1.3 + 0.9 * weather.noise()];
    let after: Vec<_> =
        before.iter().zip(relief).map(|((name, number), less)| (*name, number - less)).collect();
    let ended = session.parts().ended.unwrap_or(started);
    // Every ninth before-rating comes too late, every eleventh pair is from memory, every tenth after is missing.
    let early = if held.ordinal.is_multiple_of(9) { 40 } else { -8 };
    let recalled = held.ordinal.is_multiple_of(11);
    records.push(around(room, &session, Phase::Before, started.plus_minutes(early)?, &before, recalled)?);
    if !held.ordinal.is_multiple_of(10) {
        records.push(around(room, &session, Phase::After, ended.plus_minutes(6)?, &after, recalled)?);
    }
    if weather.chance() < 0.75 {
        let morning = ended.plus_minutes(14 * 60 + weather.up_to(90))?;
        let follow = [("stress", weather.stress()), ("pain", weather.pain()), ("anxiety", weather.anxiety())];
        records.push(around(room, &session, Phase::FollowUp, morning, &follow, false)?);
    }
    Ok(records)
}

fn session(
    room: &mut Room,
    held: &Held,
    started: Moment,
    minutes: Option<SessionMinutes>,
    status: SessionStatus,
) -> Result<Session, Invalid> {
    let ended = minutes.map(|m| started.plus_minutes(i64::from(m.minutes()))).transpose()?;
    let felt = held.pressure + u8::from(held.ordinal.is_multiple_of(6) && held.pressure < 5);
    Session::new(SessionParts {
        id: SessionId::generate(started.instant, &mut room.ids),
        stamp: Room::stamp(ended.unwrap_or(started)),
        logical_date: held.day,
        rollover: Rollover::default(),
        day_source: DaySource::Clock,
        started,
        ended,
        planned_min: Some(SessionMinutes::new(held.minutes)?),
        actual_min: minutes,
        status,
        reason: None,
        modality: held.modality,
        secondary: vec![],
        pressure_asked: Some(Pressure::new(held.pressure)?),
        pressure_felt: minutes.map(|_| Pressure::new(felt)).transpose()?,
        areas: vec![Area::typed("neck", AreaUse::Focus)?, Area::typed("shoulder", AreaUse::Focus)?],
        note: None,
        details: Box::new(SessionDetails { unwanted: unwanted(held, ended)?, ..SessionDetails::default() }),
    })
}

/// Every ninth session leaves soreness until the next day, every fourteenth a bruise that nobody saw go.
fn unwanted(held: &Held, ended: Option<Moment>) -> Result<Vec<UnwantedEffect>, Invalid> {
    let Some(ended) = ended else { return Ok(vec![]) };
    let mut effects = vec![];
    if held.ordinal.is_multiple_of(9) {
        let over_at = Some(ended.plus_minutes(26 * 60)?);
        let (kind, intensity) = (UnwantedKind::Soreness, Some(Intensity::new(3)?));
        effects.push(UnwantedEffect { kind, onset_min: 90, intensity, over_at });
    }
    if held.ordinal.is_multiple_of(14) {
        let kind = UnwantedKind::Bruise;
        effects.push(UnwantedEffect { kind, onset_min: 600, intensity: None, over_at: None });
    }
    Ok(effects)
}

fn around(
    room: &mut Room,
    session: &Session,
    phase: Phase,
    rated: Moment,
    numbers: &[(&str, f64)],
    recalled: bool,
) -> Result<Record, Invalid> {
    let mut values = Vec::with_capacity(numbers.len());
    for (name, number) in numbers {
        values.push(value(room, name, *number, Some(Frame::RightNow))?);
    }
    let parts = SessionRatingParts {
        id: SessionRatingId::generate(rated.instant, &mut room.ids),
        stamp: Room::stamp(rated),
        session: session.id(),
        phase,
        rated,
        in_window: false,
        recalled,
        before_seen: false,
        values,
    };
    Ok(Record::SessionRating(SessionRating::new(session, parts)?))
}
