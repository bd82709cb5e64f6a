//! The session part of a row: when it started and ended, its style, its pressure, the ratings before and after.

use tidemark_model::{
    DaySource, Entropy, Frame, Invalid, Measure, Modality, Phase, Pressure, Record, RecordId, Session,
    SessionId, SessionMinutes, SessionParts, SessionRating, SessionRatingId, SessionRatingParts,
    SessionStatus, Stamp, Value, logical_date,
};

use super::grid::Grid;
use super::map::MapSession;
use super::row::{Cells, WhenColumns};
use crate::identity::Content;
use crate::table::Header;
use crate::when::At;
use crate::{Column, ImportContext, ImportError, RowError, RowReason};

/// The columns of a session, found in a file.
#[derive(Debug)]
pub(super) struct SessionColumns<'m> {
    map: &'m MapSession,
    started: WhenColumns<'m>,
    length: Length<'m>,
    modality: Option<Column>,
    pressure: Option<Column>,
    before: Vec<(Measure, Column)>,
    after: Vec<(Measure, Column)>,
}

#[derive(Debug)]
enum Length<'m> {
    Minutes(Column),
    Ended(WhenColumns<'m>),
}

/// A session as a row tells it.
#[derive(Debug)]
pub(super) struct ToldSession {
    pub(super) started: At,
    pub(super) ended: At,
    minutes: Option<SessionMinutes>,
    modality: Modality,
    pressure: Option<Pressure>,
    before: Vec<Value>,
    after: Vec<Value>,
}

impl<'m> SessionColumns<'m> {
    pub(super) fn find(
        map: &'m MapSession,
        header: &Header,
        grid: &Grid,
        context: &ImportContext,
    ) -> Result<Self, ImportError> {
        let may = |name: &Option<String>| name.as_ref().map(|name| header.column(name)).transpose();
        let rated = |columns: &std::collections::BTreeMap<_, String>| {
            let found = columns.iter().filter_map(|(id, name)| Some((grid.measure(id)?.clone(), name)));
            found
                .map(|(measure, name)| Ok((measure, header.column(name)?)))
                .collect::<Result<Vec<_>, ImportError>>()
        };
        let length = match (&map.minutes, &map.ended) {
            (_, Some(ended)) => Length::Ended(WhenColumns::find(ended, header, context.zone)?),
            (minutes, None) => Length::Minutes(header.column(minutes.as_deref().unwrap_or_default())?),
        };
        Ok(Self {
            started: WhenColumns::find(&map.started, header, context.zone)?,
            length,
            modality: may(&map.modality)?,
            pressure: may(&map.pressure)?,
            before: rated(&map.before)?,
            after: rated(&map.after)?,
            map,
        })
    }

    /// Whether its times are local and the map names no zone for them.
    pub(super) fn asks_zone(&self) -> bool {
        self.started.asks_zone() || matches!(&self.length, Length::Ended(ended) if ended.asks_zone())
    }

    /// The session of a row; none when nothing of it is told.
    pub(super) fn read(&self, cells: Cells<'_, '_>, errors: &mut Vec<RowError>) -> Option<ToldSession> {
        if self.is_missing(cells) {
            return None;
        }
        let mut keep = |error| errors.push(error);
        let started = self.started.moment(cells).map_err(&mut keep).ok();
        let modality = self.modality(cells).map_err(&mut keep).ok();
        let pressure = self.pressure(cells).map_err(&mut keep).ok();
        let before = rated(&self.before, cells, &mut keep);
        let after = rated(&self.after, cells, &mut keep);
        let started = started?;
        let (ended, minutes) = self.end(cells, &started).map_err(&mut keep).ok()?;
        let too_short = ended.moment.instant <= started.moment.instant;
        if too_short {
            let reason = RowReason::Rule(Invalid::EndsBeforeStart);
            keep(cells.header.error(cells.row.line, self.length_column(), reason));
        }
        Some(ToldSession { started, ended, minutes, modality: modality?, pressure: pressure?, before, after })
    }

    fn is_missing(&self, cells: Cells<'_, '_>) -> bool {
        let length = match &self.length {
            Length::Minutes(column) => cells.may(column).is_none(),
            Length::Ended(when) => when.is_missing(cells),
        };
        // A start that shares a column with the day of the row says nothing by itself.
        let own = self.started.columns.iter().filter(|column| !cells.map.when.columns.contains(&column.name));
        let own: Vec<_> = own.collect();
        let started = own.iter().all(|column| cells.may(column).is_none());
        let rest = self.modality.iter().chain(&self.pressure);
        let rated = self.before.iter().chain(&self.after).map(|(_, column)| column);
        length && started && rest.chain(rated).all(|column| cells.may(column).is_none())
    }

    fn end(&self, cells: Cells<'_, '_>, started: &At) -> Result<(At, Option<SessionMinutes>), RowError> {
        match &self.length {
            Length::Minutes(column) => {
                let error = |reason| cells.error(column, reason);
                let cell = cells.may(column).ok_or_else(|| error(RowReason::Needed))?;
                let minutes: u16 = cell.parse().map_err(|_| error(RowReason::NotWhole))?;
                let minutes =
                    SessionMinutes::new(minutes).map_err(|invalid| error(RowReason::Rule(invalid)))?;
                let moment = started.moment.plus_minutes(i64::from(minutes.minutes()));
                let moment = moment.map_err(|invalid| error(RowReason::Rule(invalid)))?;
                Ok((At { moment, said: minutes.minutes().to_string(), choice: None }, Some(minutes)))
            }
            Length::Ended(when) => {
                let ended = when.moment(cells)?;
                let minutes = ended.moment.instant.minutes_since(started.moment.instant);
                let minutes = u16::try_from(minutes).ok().and_then(|n| SessionMinutes::new(n).ok());
                Ok((ended, minutes))
            }
        }
    }

    /// The style; other when none is told.
    fn modality(&self, cells: Cells<'_, '_>) -> Result<Modality, RowError> {
        let Some(column) = &self.modality else { return Ok(Modality::Other) };
        let Some(cell) = cells.may(column) else { return Ok(Modality::Other) };
        let word = cell.to_lowercase();
        match self.map.styles.get(&word) {
            Some(modality) => Ok(*modality),
            None => Modality::from_code(&word.replace([' ', '-'], "_"))
                .map_err(|invalid| cells.error(column, RowReason::Rule(invalid))),
        }
    }

    fn pressure(&self, cells: Cells<'_, '_>) -> Result<Option<Pressure>, RowError> {
        let Some(column) = &self.pressure else { return Ok(None) };
        let Some(cell) = cells.may(column) else { return Ok(None) };
        let step: u8 = cell.parse().map_err(|_| cells.error(column, RowReason::NotWhole))?;
        Pressure::new(step).map(Some).map_err(|invalid| cells.error(column, RowReason::Rule(invalid)))
    }

    /// The column that tells how long a session was, which a broken rule of the whole is about.
    pub(super) fn length_column(&self) -> Option<&Column> {
        match &self.length {
            Length::Minutes(column) => Some(column),
            Length::Ended(when) => when.columns.first(),
        }
    }

    /// Columns that say when, for choices about them.
    pub(super) fn first_column(&self) -> Option<&Column> {
        self.started.columns.first()
    }
}

fn rated(columns: &[(Measure, Column)], cells: Cells<'_, '_>, keep: &mut impl FnMut(RowError)) -> Vec<Value> {
    let read = |(measure, column): &(Measure, Column)| cells.value(column, measure, Frame::RightNow);
    columns.iter().map(read).filter_map(|value| value.map_err(&mut *keep).ok().flatten()).collect()
}

impl ToldSession {
    /// What the row says of it, for its identity.
    pub(super) fn content(&self, content: &mut Content) {
        content.add("started", &self.started.said);
        content.add("ended", &self.ended.said);
        content.add("modality", self.modality.code());
        content.add("pressure", &self.pressure.map(|p| p.step().to_string()).unwrap_or_default());
        content.add_values("before", &self.before);
        content.add_values("after", &self.after);
    }

    /// The session and the ratings around it, each with a word for its part of the row.
    pub(super) fn records(
        self,
        stamp: &Stamp,
        context: &ImportContext,
        entropy: &mut dyn Entropy,
    ) -> Result<Vec<(&'static str, Record)>, Invalid> {
        let at = context.recorded.instant;
        let (started, ended) = (self.started.moment, self.ended.moment);
        let session = Session::new(SessionParts {
            details: Box::default(),
            id: SessionId::generate(at, entropy),
            stamp: stamp.clone(),
            logical_date: logical_date(started, context.rollover)?,
            rollover: context.rollover,
            day_source: DaySource::Clock,
            started,
            ended: Some(ended),
            planned_min: None,
            actual_min: self.minutes,
            status: SessionStatus::Held,
            reason: None,
            modality: self.modality,
            secondary: Vec::new(),
            pressure_asked: self.pressure,
            pressure_felt: None,
            areas: Vec::new(),
            note: None,
        })?;
        let mut records = Vec::new();
        for (phase, rated, values) in
            [(Phase::Before, started, self.before), (Phase::After, ended, self.after)]
        {
            if values.is_empty() {
                continue;
            }
            let rating = SessionRating::new(
                &session,
                SessionRatingParts {
                    id: SessionRatingId::generate(at, entropy),
                    stamp: stamp.clone(),
                    session: session.id(),
                    phase,
                    rated,
                    in_window: false,
                    recalled: false,
                    before_seen: false,
                    values,
                },
            )?;
            records.push((phase.code(), Record::SessionRating(rating)));
        }
        records.insert(0, ("session", Record::Session(session)));
        Ok(records)
    }
}
