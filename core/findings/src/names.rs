//! What codes of the records are called on a page. The one home of these names: pages, cards and sheets ask here.

use tidemark_model::{Frequency, FrequencyUnit, Modality, Pressure, UnwantedKind};

use crate::wording::{Phrase, text};

/// The name of a style where it stands alone, such as `myofascial release`.
#[must_use]
pub fn style_name(modality: Modality) -> String {
    text(match modality {
        Modality::Swedish => "part.style.swedish",
        Modality::Shiatsu => "part.style.shiatsu",
        Modality::Acupressure => "part.style.acupressure",
        Modality::Aromatherapy => "part.style.aromatherapy",
        Modality::Restorative => "part.style.restorative",
        Modality::MyofascialRelease => "part.style.myofascial_release",
        Modality::GentleDeepTissue => "part.style.gentle_deep_tissue",
        Modality::Chair => "part.style.chair",
        Modality::SelfMassage => "part.style.self_massage",
        Modality::Other => "part.style.other",
        Modality::Custom => "part.style.custom",
    })
}

/// The name of an unwanted effect, such as `soreness`.
#[must_use]
pub fn unwanted_name(kind: UnwantedKind) -> String {
    text(match kind {
        UnwantedKind::Soreness => "part.unwanted.soreness",
        UnwantedKind::Bruise => "part.unwanted.bruise",
        UnwantedKind::Headache => "part.unwanted.headache",
        UnwantedKind::Dizziness => "part.unwanted.dizziness",
        UnwantedKind::SkinReaction => "part.unwanted.skin_reaction",
        UnwantedKind::Tiredness => "part.unwanted.tiredness",
        UnwantedKind::LowMood => "part.unwanted.low_mood",
        UnwantedKind::MorePain => "part.unwanted.more_pain",
        UnwantedKind::Other => "part.unwanted.other",
    })
}

/// A pressure with its word, such as `2 of 5, light`.
#[must_use]
pub fn pressure_words(pressure: Pressure) -> String {
    text(match pressure.step() {
        1 => "part.pressure.1",
        2 => "part.pressure.2",
        3 => "part.pressure.3",
        4 => "part.pressure.4",
        _ => "part.pressure.5",
    })
}

/// How often sessions are planned, such as `every 14 days`.
#[must_use]
pub fn frequency_words(frequency: Frequency) -> String {
    let id = match frequency.unit() {
        FrequencyUnit::PerWeek => "part.frequency.per_week",
        FrequencyUnit::PerMonth => "part.frequency.per_month",
        FrequencyUnit::EveryDays => "part.frequency.every_days",
    };
    Phrase::new(id).count("n", u32::from(frequency.count())).say().text
}
