//! The plan of sessions: which version is in force on a day, and how a new one comes about. Only an adjustment with a
//! reason makes one; a version that was used stays as it is.

use tidemark_model::{
    AdjustmentReason, DecidedBy, FieldValue as _, Invalid, Kind, LogicalDate, Moment, Note, PlanAdjustment,
    PlanAdjustmentId, PlanField, Record, RecordId, Recorded, RecordedBy, SessionPlan, SessionPlanId,
    ShortText, Texts, VersionNumber,
};

use crate::edit::take;
use crate::{Changes, Diary, DiaryError};

/// Why the plan is changed.
#[derive(Clone, Debug)]
pub struct Adjustment {
    /// Why.
    pub reason: AdjustmentReason,
    /// Who decided it.
    pub decided_by: DecidedBy,
    /// The day it takes effect; today when none is given.
    pub at: Option<LogicalDate>,
    /// The finding it followed from.
    pub finding: Option<ShortText>,
}

/// A new version of the plan, and what it says otherwise than the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjusted {
    /// The version.
    pub plan: Recorded<SessionPlan>,
    /// What was changed, field by field.
    pub adjustments: Vec<Recorded<PlanAdjustment>>,
}

impl Diary {
    /// The version of the plan in force on a day: the newest that had begun.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn plan_in_force(&self, day: LogicalDate) -> Result<Option<Recorded<SessionPlan>>, DiaryError> {
        Ok(self.plans()?.into_iter().rfind(|plan| plan.since <= day))
    }

    /// Changes the plan: a new version with the changed fields, and one adjustment for each, all or nothing.
    ///
    /// # Errors
    /// [`DiaryError::NoPlan`]; [`DiaryError::Invalid`] when nothing would change, when a field cannot be adjusted, or for a
    /// day before the version that is there began. Then nothing was saved.
    pub fn adjust_plan(
        &mut self,
        changes: &Changes,
        why: &Adjustment,
        by: RecordedBy,
        now: Moment,
    ) -> Result<Adjusted, DiaryError> {
        let old = self.plans()?.pop().ok_or(DiaryError::NoPlan)?;
        if let Some(unknown) = changes.iter().find(|(name, _)| PlanField::from_code(name).is_err()) {
            // Says which can be adjusted.
            PlanField::from_code(&unknown.0)?;
        }
        let before = old.to_texts();
        let mut after = before.clone();
        take(Kind::SessionPlan, &mut after, changes)?;
        let at = why.at.map_or_else(|| self.day_of(now), Ok)?;
        if at < old.since {
            let allowed = "the day the version before began, or a later one";
            return Err(Invalid::Field { field: "the day of an adjustment", allowed }.into());
        }
        after.set("since", at.to_text());
        after.set("version", self.next_number(Kind::SessionPlan)?.to_text());
        let id = SessionPlanId::generate(now.instant, self.shell.entropy.as_mut());
        let plan = Recorded::new(id, self.stamp(now, by), SessionPlan::read(&after)?)?;
        // As the plan says it, so that `05` and `5` are no change.
        let after = plan.to_texts();
        if changes.iter().any(|(name, _)| name == "review_on") {
            refuse_early_review(&Record::SessionPlan(plan.clone()))?;
        }
        let mut adjustments = Vec::new();
        for field in PlanField::ALL {
            let (from, to) = (before.get(field.code()), after.get(field.code()));
            if from == to {
                continue;
            }
            let words = |text: Option<&str>| text.map(|t| Note::new("a field of the plan", t)).transpose();
            let content = PlanAdjustment {
                session_plan_id: id,
                at,
                field: *field,
                from: words(from)?,
                to: words(to)?,
                reason: why.reason,
                decided_by: why.decided_by,
                finding: why.finding.clone(),
            };
            let id = PlanAdjustmentId::generate(now.instant, self.shell.entropy.as_mut());
            adjustments.push(Recorded::new(id, self.stamp(now, by), content)?);
        }
        if adjustments.is_empty() {
            let allowed = "something that the plan does not say already";
            return Err(Invalid::Field { field: "an adjustment", allowed }.into());
        }
        let parts: Vec<Record> = adjustments.iter().cloned().map(Record::PlanAdjustment).collect();
        self.store.add_with_parts(&Record::SessionPlan(plan.clone()), &parts)?;
        Ok(Adjusted { plan, adjustments })
    }

    /// All versions, the newest last. Two of one number, as after a merge, stand in the order they were written.
    fn plans(&self) -> Result<Vec<Recorded<SessionPlan>>, DiaryError> {
        Ok(self.store.all()?)
    }

    /// What a first plan says before anything is given.
    pub(crate) fn first_plan(&self) -> Result<Texts, DiaryError> {
        if let Some(plan) = self.plans()?.last() {
            return Err(DiaryError::PlanExists { version: plan.version.get() });
        }
        let mut texts = Texts::default();
        texts.set("version", self.next_number(Kind::SessionPlan)?.to_text());
        Ok(texts)
    }

    /// The number after the last one given.
    pub(crate) fn next_number(&self, kind: Kind) -> Result<VersionNumber, DiaryError> {
        Ok(VersionNumber::new(self.store.last_version(kind)?.saturating_add(1))?)
    }

    /// Refuses a version of the plan that is not there.
    pub(crate) fn has_plan(&self, version: VersionNumber) -> Result<(), DiaryError> {
        if self.plans()?.iter().any(|plan| plan.version == version) {
            return Ok(());
        }
        Err(DiaryError::UnknownRecord { kind: "version of the plan", id: version.to_string() })
    }

    /// Refuses to change what a version says once sessions ran under it, or an adjustment made it or went on from it.
    pub(crate) fn refuse_used_plan(&self, plan: &Recorded<SessionPlan>) -> Result<(), DiaryError> {
        let newest = self.plans()?.last().is_some_and(|last| last.id == plan.id);
        let made: Vec<Recorded<PlanAdjustment>> = self.store.all()?;
        let adjusted = made.iter().any(|change| change.session_plan_id == plan.id);
        if newest && !adjusted && !self.store.ran_under(plan.version)? {
            return Ok(());
        }
        Err(DiaryError::PlanInUse { version: plan.version.get() })
    }
}

/// Refuses a plan that is to be looked at again before it begins. One that is overdue stays overdue.
pub(crate) fn refuse_early_review(record: &Record) -> Result<(), Invalid> {
    match record {
        Record::SessionPlan(plan) if plan.review_on.is_some_and(|review| review < plan.since) => {
            Err(Invalid::Field { field: "review_on", allowed: "the day the plan begins or a later one" })
        }
        _ => Ok(()),
    }
}
