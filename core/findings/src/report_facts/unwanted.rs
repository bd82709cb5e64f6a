//! Effects of sessions that nobody wanted: after how many sessions, and which. Nothing noted is nothing said, for it is
//! not known whether anybody looked.

use tidemark_model::{Period, Records, Session, UnwantedKind};

use crate::Sentence;
use crate::coverage::count_of;
use crate::held::held;
use crate::wording::Phrase;

/// The sentence on unwanted effects of the sessions of `period`; none when none was noted.
pub(crate) fn sentence(records: &Records, period: Period) -> Option<Sentence> {
    let held: Vec<&Session> = held(records, period).collect();
    let after = held.iter().filter(|session| !session.parts().details.unwanted.is_empty()).count();
    let effects = || held.iter().flat_map(|session| &session.parts().details.unwanted);
    let list: Vec<String> = UnwantedKind::ALL
        .iter()
        .map(|kind| (kind, effects().filter(|effect| effect.kind == *kind).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| {
            let words = crate::text(name(*kind));
            Phrase::new("part.unwanted").words("effect", words).count("count", count_of(count)).say().text
        })
        .collect();
    (after > 0).then(|| {
        Phrase::new("sentence.unwanted")
            .count("after", count_of(after))
            .count("sessions", count_of(held.len()))
            .words("list", list.join(", "))
            .say()
    })
}

const fn name(kind: UnwantedKind) -> &'static str {
    match kind {
        UnwantedKind::Soreness => "part.unwanted.soreness",
        UnwantedKind::Bruise => "part.unwanted.bruise",
        UnwantedKind::Headache => "part.unwanted.headache",
        UnwantedKind::Dizziness => "part.unwanted.dizziness",
        UnwantedKind::SkinReaction => "part.unwanted.skin_reaction",
        UnwantedKind::Tiredness => "part.unwanted.tiredness",
        UnwantedKind::LowMood => "part.unwanted.low_mood",
        UnwantedKind::MorePain => "part.unwanted.more_pain",
        UnwantedKind::Other => "part.unwanted.other",
    }
}
