//! Choices about the diary itself, and which measures are asked.

use tidemark::model::{
    Anchors, Direction, Frame, MeasureId, MeasureParts, Milli, RecordedBy, RegionCode, Scale, ShortText,
    Unit, Usage, built_in,
};
use tidemark::{MeasureChange, Paper};

use crate::{DiaryError, Measure, MeasureUnit, Moment, OpenDiary};

/// The choices in force.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Settings {
    /// When the person's day ends: minutes after midnight, 0 to 720 in steps of 30.
    pub rollover_min: u16,
    /// Whether ratings before a session stay hidden until those after it are stored.
    pub hide_before: bool,
    /// Sheet of the report.
    pub paper: Paper,
    /// Region for crisis contacts, two capital letters of ISO 3166; none when not chosen.
    pub region: Option<String>,
    /// Whether notifications say nothing private.
    pub private_notifications: bool,
}

/// One choice to make.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Setting {
    /// When the person's day ends; entries made before stay where they are.
    Rollover {
        /// Minutes after midnight, 0 to 720 in steps of 30.
        minutes: u16,
    },
    /// Whether ratings before a session stay hidden until those after it are stored.
    HideBefore {
        /// Whether they do.
        on: bool,
    },
    /// Sheet of the report.
    SheetOfPaper {
        /// Which.
        paper: Paper,
    },
    /// Region for crisis contacts.
    RegionOf {
        /// Two capital letters of ISO 3166; none to choose none.
        region: Option<String>,
    },
    /// Whether notifications say nothing private.
    PrivateNotifications {
        /// Whether they do.
        on: bool,
    },
}

/// A starter set of daily measures.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct StarterSet {
    /// Its name.
    pub id: String,
    /// What the person reads.
    pub label: String,
    /// Measures of the daily check-in, in their order.
    pub measures: Vec<String>,
}

/// A measure as the person wants it.
#[derive(Clone, uniffi::Record)]
pub struct MeasureDraft {
    /// Name, 1 to 40 of `a-z`, `0-9`, `_`; the same over all versions.
    pub id: String,
    /// What the person reads, 1 to 80 characters.
    pub label: String,
    /// What stretch of time it asks about.
    pub frame: Frame,
    /// Unit of its values.
    pub unit: MeasureUnit,
    /// What a higher number means.
    pub direction: Direction,
    /// Lowest value, in thousandths of the unit.
    pub min_milli: i64,
    /// Highest value, in thousandths of the unit.
    pub max_milli: i64,
    /// Distance between neighbouring values, in thousandths of the unit.
    pub step_milli: i64,
    /// What the lowest value means, 1 to 80 characters.
    #[uniffi(default = None)]
    pub anchor_low: Option<String>,
    /// What the highest value means, 1 to 80 characters.
    #[uniffi(default = None)]
    pub anchor_high: Option<String>,
    /// Whether it is asked in the daily check-in.
    #[uniffi(default = true)]
    pub daily: bool,
    /// Whether it is asked around sessions.
    #[uniffi(default = false)]
    pub session: bool,
    /// Whether it is asked at all.
    #[uniffi(default = true)]
    pub active: bool,
}

/// A measure as it is now.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ChangedMeasure {
    /// The measure.
    pub measure: Measure,
    /// Whether it asks something else or on another scale now: a new version, and a break in the series.
    pub new_version: bool,
}

/// The starter sets, in the order shown.
#[uniffi::export]
#[must_use]
pub fn starter_sets() -> Vec<StarterSet> {
    let set = |set: built_in::StarterSet| StarterSet {
        id: set.id.to_owned(),
        label: set.label.to_owned(),
        measures: set.measures.iter().map(MeasureId::to_string).collect(),
    };
    built_in::starter_sets().into_iter().map(set).collect()
}

#[uniffi::export]
impl OpenDiary {
    /// The choices in force.
    ///
    /// # Errors
    /// `StoreDamaged`.
    pub fn settings(&self) -> Result<Settings, DiaryError> {
        self.with(|diary| {
            let settings = diary.settings()?;
            Ok(Settings {
                rollover_min: settings.rollover.minutes(),
                hide_before: settings.hide_before,
                paper: settings.paper,
                region: settings.region.map(|region: RegionCode| region.to_string()),
                private_notifications: settings.private_notifications,
            })
        })
    }

    /// Makes a choice.
    ///
    /// # Errors
    /// `Invalid`, `StorageFull`; then nothing was changed.
    pub fn set_setting(&self, setting: Setting) -> Result<(), DiaryError> {
        let on = |on: bool| on.to_string();
        let (name, value) = match setting {
            Setting::Rollover { minutes } => {
                ("rollover", tidemark::model::Rollover::new(minutes)?.to_string())
            }
            Setting::HideBefore { on: yes } => ("hide_before", on(yes)),
            Setting::SheetOfPaper { paper: Paper::A4 } => ("paper", "a4".to_owned()),
            Setting::SheetOfPaper { paper: Paper::Letter } => ("paper", "letter".to_owned()),
            Setting::RegionOf { region } => ("region", region.unwrap_or_default()),
            Setting::PrivateNotifications { on: yes } => ("private_notifications", on(yes)),
        };
        self.with(|diary| Ok(diary.set(name, &value)?))
    }

    /// Asks exactly the measures of a starter set in the daily check-in, all or nothing; answers their names.
    ///
    /// # Errors
    /// `Refused` for an unknown set, `TooManyMeasures`, `StorageFull`; then nothing was changed.
    pub fn choose_starter_set(
        &self,
        id: &str,
        by: RecordedBy,
        now: &Moment,
    ) -> Result<Vec<String>, DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| {
            Ok(diary.choose_starter_set(id, by, now)?.iter().map(MeasureId::to_string).collect())
        })
    }

    /// Adds a measure of the person's own.
    ///
    /// # Errors
    /// `MeasureExists`, `TooManyMeasures`, `Invalid`, `StorageFull`; then nothing was changed.
    pub fn add_measure(&self, draft: MeasureDraft) -> Result<Measure, DiaryError> {
        self.with(|diary| {
            let measure = diary.add_measure(parts(draft, 0)?)?;
            Ok((&measure).into())
        })
    }

    /// Changes a measure. Frame, scale, unit, direction and anchors of one that was used make a new version.
    ///
    /// # Errors
    /// `UnknownMeasure`, `TooManyMeasures`, `Invalid`, `StorageFull`; then nothing was changed.
    pub fn change_measure(
        &self,
        draft: MeasureDraft,
        by: RecordedBy,
        now: &Moment,
    ) -> Result<ChangedMeasure, DiaryError> {
        let now = now.try_into()?;
        self.with(|diary| {
            let id = MeasureId::new(&draft.id)?;
            let order = diary.measures()?.iter().find(|m| *m.id() == id).map_or(0, |m| m.parts().order);
            let (measure, change) = diary.change_measure(parts(draft, order)?, by, now)?;
            Ok(ChangedMeasure {
                measure: (&measure).into(),
                new_version: change == MeasureChange::NewVersion,
            })
        })
    }
}

fn parts(draft: MeasureDraft, order: u16) -> Result<MeasureParts, DiaryError> {
    let words = |field: &'static str, text: Option<String>| {
        text.as_deref().map(|text| ShortText::new(field, text)).transpose()
    };
    Ok(MeasureParts {
        id: MeasureId::new(&draft.id)?,
        version: 1,
        label: ShortText::new("label", &draft.label)?,
        frame: draft.frame,
        scale: Scale::new(
            Milli::new(draft.min_milli)?,
            Milli::new(draft.max_milli)?,
            Milli::new(draft.step_milli)?,
        )?,
        unit: match draft.unit {
            MeasureUnit::Score => Unit::Score,
            MeasureUnit::Hour => Unit::Hour,
        },
        direction: draft.direction,
        anchors: Anchors {
            low: words("anchor_low", draft.anchor_low)?,
            high: words("anchor_high", draft.anchor_high)?,
        },
        usage: Usage { daily: draft.daily, session: draft.session },
        order,
        active: draft.active,
    })
}
