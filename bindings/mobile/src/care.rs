//! What is agreed with professionals: the plan and its adjustments, the checklist for a massage therapist, the ticks of the
//! intake sheet. The records themselves are those of `record.rs`.

use tidemark::model::{
    AdjustmentReason, ChecklistHow, ChecklistItem, ChecklistStatus, DecidedBy, IntakeField, Line,
    LogicalDate, RecordedBy, ShortText, built_in,
};
use tidemark::{Adjustment, ChecklistChange, Editor};

use crate::record::changes;
use crate::{DiaryError, DiaryRecord, FieldText, Moment, OpenDiary};

/// Why the plan is changed, and by whom; a reason is needed.
#[derive(Clone, uniffi::Record)]
pub struct PlanChange {
    /// The fields of the plan to change, by name.
    pub fields: Vec<FieldText>,
    /// A code of the field `reason` of a plan adjustment, such as `comfort`.
    pub reason: String,
    /// A code of the field `decided_by` of a plan adjustment.
    pub decided_by: String,
    /// The day it takes effect, `YYYY-MM-DD`; today when none is given.
    #[uniffi(default = None)]
    pub at: Option<String>,
    /// The card it followed from, 1 to 80 characters.
    #[uniffi(default = None)]
    pub finding: Option<String>,
}

/// A new version of the plan, and what it says otherwise than the one before.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct PlanChanged {
    /// The version.
    pub plan: DiaryRecord,
    /// What was changed, field by field.
    pub adjustments: Vec<DiaryRecord>,
}

/// What became known of one item of the checklist.
#[derive(Clone, uniffi::Record)]
pub struct ChecklistAnswer {
    /// The item, a code of `checklist_items`.
    pub item: String,
    /// `not_asked`, `confirmed`, `unsure`, `declined` or `not_applicable`; as before when none is given.
    #[uniffi(default = None)]
    pub status: Option<String>,
    /// The day it was asked, `YYYY-MM-DD`; today when none is given and it is asked now.
    #[uniffi(default = None)]
    pub on: Option<String>,
    /// How the answer was had, a code.
    #[uniffi(default = None)]
    pub how: Option<String>,
    /// Words of the person, 1 to 200 characters.
    #[uniffi(default = None)]
    pub note: Option<String>,
}

/// A question of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ChecklistQuestion {
    /// Its item, a code of `checklist_items`.
    pub item: String,
    /// What to ask the massage therapist.
    pub question: String,
}

/// The items of the checklist, by their codes, in the order to show.
#[uniffi::export]
#[must_use]
pub fn checklist_items() -> Vec<String> {
    ChecklistItem::ALL.iter().map(|item| item.code().to_owned()).collect()
}

/// The checklist with its words, in the order to show.
#[uniffi::export]
#[must_use]
pub fn checklist_questions() -> Vec<ChecklistQuestion> {
    let question = |(item, words): (ChecklistItem, &'static str)| ChecklistQuestion {
        item: item.code().to_owned(),
        question: words.to_owned(),
    };
    built_in::checklist().into_iter().map(question).collect()
}

/// The fields of an intake sheet that have a tick, by their codes, in the order to show.
#[uniffi::export]
#[must_use]
pub fn intake_fields() -> Vec<String> {
    IntakeField::ALL.iter().map(|field| field.code().to_owned()).collect()
}

#[uniffi::export]
impl OpenDiary {
    /// The version of the plan in force on a day, `YYYY-MM-DD`.
    ///
    /// # Errors
    /// `StoreDamaged`, `Invalid` for a day that does not exist.
    pub fn plan_in_force(&self, day: &str) -> Result<Option<DiaryRecord>, DiaryError> {
        let day = day.parse::<LogicalDate>()?;
        self.with(|diary| {
            let plan = diary.plan_in_force(day)?;
            Ok(plan.map(|plan| (&tidemark::model::Record::from(plan)).into()))
        })
    }

    /// Changes the plan: a new version with the changed fields, and one adjustment for each, all or nothing.
    ///
    /// # Errors
    /// `Refused` without a plan, `Invalid` when nothing would change or a field cannot be adjusted; then nothing was saved.
    pub fn adjust_plan(
        &self,
        change: PlanChange,
        by: RecordedBy,
        now: &Moment,
    ) -> Result<PlanChanged, DiaryError> {
        let why = Adjustment {
            reason: AdjustmentReason::from_code(&change.reason)?,
            decided_by: DecidedBy::from_code(&change.decided_by)?,
            at: change.at.as_deref().map(str::parse).transpose()?,
            finding: change.finding.as_deref().map(|text| ShortText::new("finding", text)).transpose()?,
        };
        let now = now.try_into()?;
        self.with(|diary| {
            let adjusted = diary.adjust_plan(&changes(change.fields), &why, by, now)?;
            let record = |adjustment| DiaryRecord::from(&tidemark::model::Record::from(adjustment));
            Ok(PlanChanged {
                plan: (&tidemark::model::Record::from(adjusted.plan)).into(),
                adjustments: adjusted.adjustments.into_iter().map(record).collect(),
            })
        })
    }

    /// Writes down what is known of one item of a massage therapist's checklist; answers the therapist.
    ///
    /// # Errors
    /// `UnknownRecord`, `Invalid`; then nothing was changed.
    pub fn set_checklist(
        &self,
        therapist_id: &str,
        answer: &ChecklistAnswer,
        by: RecordedBy,
        now: &Moment,
    ) -> Result<DiaryRecord, DiaryError> {
        let change = ChecklistChange {
            item: ChecklistItem::from_code(&answer.item)?,
            status: answer.status.as_deref().map(ChecklistStatus::from_code).transpose()?,
            on: answer.on.as_deref().map(str::parse).transpose()?,
            how: answer.how.as_deref().map(ChecklistHow::from_code).transpose()?,
            note: answer.note.as_deref().map(|text| Line::new("note", text)).transpose()?,
        };
        let editor = Editor { at: now.try_into()?, by, reason: None };
        self.with(|diary| {
            let therapist = diary.set_checklist(therapist_id, &change, &editor)?;
            Ok((&tidemark::model::Record::from(therapist)).into())
        })
    }

    /// Ticks fields of a version of the intake sheet to leave the diary, or takes their ticks away; answers the sheet.
    ///
    /// # Errors
    /// `UnknownRecord`, `Invalid` for an unknown field.
    pub fn share_intake(
        &self,
        sheet_id: &str,
        fields: &[String],
        tick: bool,
        by: RecordedBy,
        now: &Moment,
    ) -> Result<DiaryRecord, DiaryError> {
        let fields = fields.iter().map(|code| IntakeField::from_code(code)).collect::<Result<Vec<_>, _>>()?;
        let editor = Editor { at: now.try_into()?, by, reason: None };
        self.with(|diary| {
            let sheet = diary.share_intake(sheet_id, &fields, tick, &editor)?;
            Ok((&tidemark::model::Record::from(sheet)).into())
        })
    }
}
