//! A field of the plan in words. A plan and its adjustments hold the same stored text, so one reader serves both.
//!
//! Text that cannot be read as its field, as after an import, stands as it is.

use tidemark_model::{
    ApartFrom, FieldValue as _, Frequency, KeepApart, Line, LogicalDate, Modality, PlanField, Pressure,
    SessionMinutes, ShortText, Weekday,
};

use crate::names::{frequency_words, pressure_words, style_name};
use crate::number;
use crate::wording::Phrase;

/// The id of a field's name.
pub(super) const fn name(field: PlanField) -> &'static str {
    match field {
        PlanField::Aim => "label.plan.aim",
        PlanField::Modality => "label.plan.modality",
        PlanField::Pressure => "label.plan.pressure",
        PlanField::Minutes => "label.plan.minutes",
        PlanField::Frequency => "label.plan.frequency",
        PlanField::PreferredDays => "label.plan.preferred_days",
        PlanField::PreferredTimes => "label.plan.preferred_times",
        PlanField::KeepApart => "label.plan.keep_apart",
        PlanField::IfDistress => "label.plan.if_distress",
        PlanField::AgreedWith => "label.plan.agreed_with",
        PlanField::ReviewOn => "label.plan.review_on",
    }
}

/// What a field says, from its stored text.
pub(super) fn said(field: PlanField, text: &str) -> String {
    let said = match field {
        PlanField::Aim => None,
        PlanField::Modality => Modality::from_text(text).ok().map(style_name),
        PlanField::Pressure => Pressure::from_text(text).ok().map(pressure_words),
        PlanField::Minutes => SessionMinutes::from_text(text)
            .ok()
            .map(|length| Phrase::new("part.minutes").count("n", u32::from(length.minutes())).say().text),
        PlanField::Frequency => Frequency::from_text(text).ok().map(frequency_words),
        PlanField::PreferredDays => {
            Vec::<Weekday>::from_text(text).ok().map(|days| list(&days, |day| crate::text(weekday(*day))))
        }
        // A list of `hh:mm` is read and written alike.
        PlanField::PreferredTimes => {
            Vec::<String>::from_text(text).ok().map(|times| list(&times, Clone::clone))
        }
        PlanField::KeepApart => {
            Vec::<KeepApart>::from_text(text).ok().map(|rules| list(&rules, |rule| apart(*rule)))
        }
        PlanField::IfDistress => {
            Vec::<Line>::from_text(text).ok().map(|steps| list(&steps, |step| step.as_str().to_owned()))
        }
        PlanField::AgreedWith => {
            Vec::<ShortText>::from_text(text).ok().map(|who| list(&who, |who| who.as_str().to_owned()))
        }
        PlanField::ReviewOn => LogicalDate::from_text(text).ok().map(number::date),
    };
    said.unwrap_or_else(|| text.to_owned())
}

fn list<T>(items: &[T], said: impl Fn(&T) -> String) -> String {
    items.iter().map(said).collect::<Vec<_>>().join("; ")
}

fn apart(rule: KeepApart) -> String {
    let id = match rule.from() {
        ApartFrom::TalkingTherapy => "part.apart.talking_therapy",
        ApartFrom::Dose => "part.apart.dose",
    };
    Phrase::new(id).count("n", u32::from(rule.hours())).say().text
}

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "part.weekday.mon",
        Weekday::Tuesday => "part.weekday.tue",
        Weekday::Wednesday => "part.weekday.wed",
        Weekday::Thursday => "part.weekday.thu",
        Weekday::Friday => "part.weekday.fri",
        Weekday::Saturday => "part.weekday.sat",
        Weekday::Sunday => "part.weekday.sun",
    }
}
