//! The cards of a week for one diary: shown, hidden for a while, or turned into a question for the next visit.

use tidemark_findings::{Card, CardWeek, Hidden, cards};
use tidemark_model::{
    FieldValue as _, Kind, Line, LogicalDate, Moment, Period, Recorded, RecordedBy, Visit, logical_date,
};
use tidemark_store::Editor;

use crate::{Diary, DiaryError};

/// The setting that holds hidden questions: `name=day`, joined by spaces.
const SETTING: &str = "hidden_cards";
/// Days of records that cards can rest on, with room for the week that goes on.
const DAYS: i32 = 53 * 7;
/// Most characters of a question for a visit.
const LONGEST: usize = 200;
/// Most questions of a visit.
const MOST_QUESTIONS: usize = 5;

impl Diary {
    /// The cards shown on a day: at most three, the same from Monday to Sunday.
    ///
    /// # Errors
    /// [`DiaryError::StoreDamaged`].
    pub fn cards(&self, today: LogicalDate) -> Result<CardWeek, DiaryError> {
        let from = today.plus_days(-DAYS).unwrap_or(LogicalDate::FIRST);
        let records = self.store.records(Some(Period::new(from, today)?))?;
        Ok(cards(&records, today, &self.hidden()?))
    }

    /// Hides the question of a card for ninety days.
    ///
    /// # Errors
    /// [`DiaryError::UnknownCard`]; then nothing was changed. [`DiaryError::StorageFull`].
    pub fn hide_card(&mut self, question: &str, now: Moment) -> Result<(), DiaryError> {
        let today = logical_date(now, self.rollover())?;
        let card = self.card(question, today)?;
        let mut hidden = self.hidden()?;
        hidden.retain(|one| one.question != question && today.day_number() - one.on.day_number() < DAYS);
        hidden.push(Hidden { question: card.question.name(), on: today });
        let text: Vec<String> = hidden.iter().map(|one| format!("{}={}", one.question, one.on)).collect();
        Ok(self.store.set_setting(SETTING, &text.join(" "))?)
    }

    /// Adds the question of a card to the next visit that has room for it.
    ///
    /// # Errors
    /// [`DiaryError::UnknownCard`], [`DiaryError::NoComingVisit`]; then nothing was changed. [`DiaryError::StorageFull`].
    pub fn ask_card(
        &mut self,
        question: &str,
        by: RecordedBy,
        now: Moment,
    ) -> Result<Recorded<Visit>, DiaryError> {
        let today = logical_date(now, self.rollover())?;
        let words = shortened(&self.card(question, today)?.ask.text);
        let mut coming: Vec<Recorded<Visit>> = self.store.all()?;
        coming.retain(|visit| visit.stamp.deleted_at.is_none() && visit.logical_date >= today);
        coming.sort_by_key(|visit| (visit.at.instant, visit.id));
        let asked = coming.iter().find(|visit| visit.questions.iter().any(|line| line.as_str() == words));
        if let Some(visit) = asked {
            return Ok(visit.clone());
        }
        let visit = coming.into_iter().find(|visit| visit.questions.len() < MOST_QUESTIONS);
        let visit = visit.ok_or(DiaryError::NoComingVisit)?;
        let mut questions = visit.questions.clone();
        questions.push(Line::new("a question", &words)?);
        let changes = [("questions".to_owned(), questions.to_text())];
        let editor = Editor { at: now, by, reason: None };
        self.edit_record(Kind::Visit, &visit.id.to_string(), &changes, &editor)?;
        let all: Vec<Recorded<Visit>> = self.store.all()?;
        all.into_iter().find(|one| one.id == visit.id).ok_or(DiaryError::NoComingVisit)
    }

    fn card(&self, question: &str, today: LogicalDate) -> Result<Card, DiaryError> {
        let week = self.cards(today)?;
        let names: Vec<String> = week.cards.iter().map(|card| card.question.name()).collect();
        let known = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let found = week.cards.into_iter().find(|card| card.question.name() == question);
        found.ok_or(DiaryError::UnknownCard { question: question.to_owned(), known })
    }

    fn hidden(&self) -> Result<Vec<Hidden>, DiaryError> {
        let stored = self.store.settings()?;
        let items = stored.get(SETTING).map(String::as_str).unwrap_or_default().split(' ');
        // What a later version wrote otherwise hides nothing.
        Ok(items
            .filter_map(|item| item.rsplit_once('='))
            .filter_map(|(question, on)| Some(Hidden { question: question.to_owned(), on: on.parse().ok()? }))
            .collect())
    }
}

/// A question that fits a visit; a longer one ends at a word, with `…`.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or(&cut))
}
