//! What does the person let a report say? One tick a section; what is not ticked is taken out of the records before anything
//! is computed, so that no figure, sentence or identifier of the report can hold it.

use std::borrow::Cow;

use tidemark_model::{
    CheckIn, Content, DistressEvent, EntryId, Goal, MedicationChange, MomentKind, Recorded, Records, Session,
    SessionMoment, SessionRating, SessionRatingParts, ShareSection, UnwantedKind, Visit,
};

/// What the person ticks for one report. [`Included::default`] has all sections and nothing that is left out unless asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one tick a section, as a screen shows them")]
pub struct Included {
    /// Questions in the person's words.
    pub questions: bool,
    /// Goals in the person's words.
    pub goals: bool,
    /// Trends of the measures.
    pub trends: bool,
    /// Totals of questionnaires.
    pub questionnaires: bool,
    /// Massage sessions and the ratings around them.
    pub sessions: bool,
    /// Medicines and their changes.
    pub medicines: bool,
    /// Events.
    pub events: bool,
    /// Unwanted effects of sessions.
    pub unwanted: bool,
    /// The plan of sessions and its adjustments.
    pub plan: bool,
    /// Practices on the calendar.
    pub practices: bool,
    /// Which measures are shown around sessions.
    pub around: AroundSessions,
    /// How many sessions were paused or ended early, and distress entries. Left out unless asked for.
    pub distress: bool,
    /// Scores of numbered items of questionnaires. Left out unless asked for.
    pub items: bool,
    /// All notes, and what else the person wrote in their own words: why, what helped. Left out unless asked for.
    pub notes: bool,
    /// The notes of these check-ins and sessions alone, and no other words. Left out unless asked for.
    pub chosen_notes: Vec<EntryId>,
    /// Every daily value. Left out unless asked for.
    pub daily: bool,
    /// Published cut-points as lines in the charts of totals. Left out unless asked for.
    pub cut_points: bool,
    /// In a FHIR document: massage therapists, and with whom each session was. Left out unless asked for.
    pub therapists: bool,
    /// In a FHIR document: the care team. Left out unless asked for.
    pub care_team: bool,
    /// In a FHIR document: allergies and history of the newest intake sheet, as far as they are ticked in it. Left out unless
    /// asked for.
    pub intake: bool,
}

/// Which measures are shown around sessions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AroundSessions {
    /// All that were rated.
    #[default]
    AllMeasures,
    /// Pain, muscle tension and fatigue; of unwanted effects all but low mood.
    OfTheBody,
}

/// Built-in measures that are about the body alone. A measure of the person's own may be about anything and is not among them.
const OF_THE_BODY: [&str; 3] = ["pain", "muscle_tension", "fatigue"];

impl Default for Included {
    fn default() -> Self {
        Self {
            questions: true,
            goals: true,
            trends: true,
            questionnaires: true,
            sessions: true,
            medicines: true,
            events: true,
            unwanted: true,
            plan: true,
            practices: true,
            ..Self::NOTHING
        }
    }
}

impl Included {
    /// Period and data only.
    pub const NOTHING: Self = Self {
        questions: false,
        goals: false,
        trends: false,
        questionnaires: false,
        sessions: false,
        medicines: false,
        events: false,
        unwanted: false,
        plan: false,
        practices: false,
        around: AroundSessions::AllMeasures,
        distress: false,
        items: false,
        notes: false,
        chosen_notes: Vec::new(),
        daily: false,
        cut_points: false,
        therapists: false,
        care_team: false,
        intake: false,
    };

    /// The sections that leave, in the order of a list for the person.
    #[must_use]
    pub fn sections(&self) -> Vec<ShareSection> {
        let opt_in = [
            (self.distress, ShareSection::Distress),
            (self.items, ShareSection::ItemScores),
            (self.any_notes(), ShareSection::Notes),
            (self.daily, ShareSection::DailyTable),
        ];
        let ticked = self.usual().into_iter().chain(opt_in);
        ticked.filter(|(ticked, _)| *ticked).map(|(_, section)| section).collect()
    }

    /// The sections that leave with a FHIR document besides.
    #[must_use]
    pub fn in_documents(&self) -> Vec<ShareSection> {
        let opt_in = [
            (self.therapists, ShareSection::Therapists),
            (self.care_team, ShareSection::CareTeam),
            (self.intake, ShareSection::Intake),
        ];
        opt_in.into_iter().filter(|(ticked, _)| *ticked).map(|(_, section)| section).collect()
    }

    /// Whether any notes are ticked, all or some.
    #[must_use]
    pub const fn any_notes(&self) -> bool {
        self.notes || !self.chosen_notes.is_empty()
    }

    /// Whether the note of an entry is ticked.
    #[must_use]
    pub fn has_note(&self, entry: EntryId) -> bool {
        self.notes || self.chosen_notes.contains(&entry)
    }

    /// The sections that are left out although a report has them as a rule.
    #[must_use]
    pub fn left_out(&self) -> Vec<ShareSection> {
        self.usual().into_iter().filter(|(ticked, _)| !ticked).map(|(_, section)| section).collect()
    }

    const fn usual(&self) -> [(bool, ShareSection); 10] {
        [
            (self.questions, ShareSection::Questions),
            (self.goals, ShareSection::Goals),
            (self.trends, ShareSection::Trends),
            (self.questionnaires, ShareSection::Questionnaires),
            (self.sessions, ShareSection::Sessions),
            (self.medicines, ShareSection::Medicines),
            (self.events, ShareSection::Events),
            (self.unwanted, ShareSection::UnwantedEffects),
            (self.plan, ShareSection::Plan),
            (self.practices, ShareSection::Practices),
        ]
    }

    /// The records without what is not ticked. Check-ins keep their values while trends are left out: the days with entries
    /// are counted by them, and so do those that were words alone.
    #[must_use]
    pub fn of<'r>(&self, records: &'r Records) -> Cow<'r, Records> {
        // Where no note is ticked, nothing asks for one: the records of decades are not copied for that.
        let notes_as_they_are = self.notes || self.chosen_notes.is_empty();
        if self.left_out().is_empty() && self.around == AroundSessions::AllMeasures && notes_as_they_are {
            return Cow::Borrowed(records);
        }
        let mut kept = records.clone();
        if !self.questions {
            let visits = std::mem::take(&mut kept.visits).into_iter();
            kept.visits = visits.filter_map(without_questions).collect();
        }
        if !self.goals {
            kept.goals.clear();
        }
        if !self.questionnaires {
            kept.instrument_results.clear();
        }
        if !self.medicines {
            kept.medications.clear();
            kept.medication_changes.clear();
        }
        if !self.events {
            kept.events.clear();
        }
        if !self.plan {
            kept.session_plans.clear();
            kept.plan_adjustments.clear();
        }
        if !self.practices {
            kept.practices.clear();
        }
        if !self.notes {
            self.words_of(&mut kept);
        }
        self.sessions_of(&mut kept);
        Cow::Owned(kept)
    }

    /// Takes out the person's own words, but for the notes that are ticked one by one.
    fn words_of(&self, kept: &mut Records) {
        let check_ins = std::mem::take(&mut kept.check_ins).into_iter();
        let ticked = |check_in: &CheckIn| self.has_note(check_in.id().into());
        kept.check_ins = check_ins
            .map(|check_in| if ticked(&check_in) { check_in } else { check_in.without_note() })
            .collect();
        let sessions = std::mem::take(&mut kept.sessions).into_iter();
        kept.sessions = sessions.filter_map(|session| self.words_of_session(session)).collect();
        wordless(&mut kept.session_moments, |moment: &mut SessionMoment| moment.note = None);
        wordless(&mut kept.distress_events, |event: &mut DistressEvent| event.what_helped = None);
        wordless(&mut kept.medication_changes, |change: &mut MedicationChange| change.reason = None);
        wordless(&mut kept.goals, |goal: &mut Goal| goal.why = None);
    }

    fn words_of_session(&self, session: Session) -> Option<Session> {
        let mut parts = session.into_parts();
        parts.reason = None;
        parts.note = parts.note.filter(|_| self.has_note(parts.id.into()));
        // A session that was valid with words is valid without.
        Session::new(parts).ok()
    }

    fn sessions_of(&self, kept: &mut Records) {
        if !self.sessions {
            kept.sessions.clear();
            kept.session_ratings.clear();
            kept.session_moments.clear();
            return;
        }
        if !self.distress {
            kept.session_moments.retain(|moment| moment.kind != MomentKind::Pause);
        }
        let of_the_body = self.around == AroundSessions::OfTheBody;
        let sessions = std::mem::take(&mut kept.sessions).into_iter();
        kept.sessions = sessions.filter_map(|session| self.session(session)).collect();
        if of_the_body {
            let ratings = std::mem::take(&mut kept.session_ratings).into_iter();
            kept.session_ratings = ratings.filter_map(|rating| bodily(&rating)).collect();
        }
    }

    /// A session without what is not ticked of it.
    fn session(&self, session: Session) -> Option<Session> {
        let mut parts = session.into_parts();
        let of_the_body = self.around == AroundSessions::OfTheBody;
        let shown = |kind| self.unwanted && !(of_the_body && kind == UnwantedKind::LowMood);
        parts.details.unwanted.retain(|effect| shown(effect.kind));
        if !self.medicines {
            parts.details.last_doses.clear();
        }
        // A session that was valid with more is valid with less.
        Session::new(parts).ok()
    }
}

/// Takes words out of each record; none of them needs its words to be valid.
fn wordless<T: Content + Clone>(records: &mut Vec<Recorded<T>>, empty: impl Fn(&mut T)) {
    let without = |record: Recorded<T>| {
        let (id, stamp) = (record.id, record.stamp.clone());
        let mut content = record.into_content();
        empty(&mut content);
        Recorded::new(id, stamp, content).ok()
    };
    *records = std::mem::take(records).into_iter().filter_map(without).collect();
}

fn without_questions(visit: Recorded<Visit>) -> Option<Recorded<Visit>> {
    let content = Visit { questions: Vec::new(), ..visit.content().clone() };
    Recorded::new(visit.id, visit.stamp, content).ok()
}

/// The ratings of the body among those of one phase; none when there are none.
fn bodily(rating: &SessionRating) -> Option<SessionRating> {
    let parts = rating.parts();
    let values: Vec<_> =
        parts.values.iter().filter(|v| OF_THE_BODY.contains(&v.measure().id.as_str())).cloned().collect();
    SessionRating::from_stored(SessionRatingParts { values, ..parts.clone() }).ok()
}
