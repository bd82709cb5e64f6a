//! What ratings around sessions say, in words: S1 or the list of changes, the next morning, and what was left out.

use super::{Centre, Change, Difference, SessionChange};
use crate::wording::Phrase;
use crate::{Caution, Sentence, Silence, number};

pub(crate) fn sentences(finding: &SessionChange) -> Vec<Sentence> {
    let mut said = vec![headline(finding)];
    if finding.cautions.contains(&Caution::TooWide) {
        said.push(Phrase::new("sentence.session_change.wide").say());
    }
    if let Some(morning) = follow_up(finding) {
        said.push(morning);
        // Never beside the change right after, which is not subject to it.
        said.push(
            finding.selection.as_ref().map_or_else(
                || Phrase::new("silence.selection").say(),
                |selection| selection.sentence.clone(),
            ),
        );
    }
    if finding.backfill > 0 {
        let phrase = Phrase::new("sentence.session_change.backfill");
        said.push(phrase.count("backfill", finding.backfill).count("n", finding.n).say());
    }
    said.extend(left_out(finding));
    if finding.n > 0 {
        said.push(Phrase::new("sentence.session_change.resting").say());
    }
    said
}

/// S1, S2, or why there is neither.
fn headline(finding: &SessionChange) -> Sentence {
    let changes: Vec<f64> = finding
        .pairs
        .iter()
        .filter_map(|pair| match pair.difference {
            Difference::Counted { change } => Some(change),
            _ => None,
        })
        .collect();
    let counted = |id: &'static str| {
        Phrase::new(id)
            .words("measure", &finding.measure.label)
            .count("n", finding.n)
            .count("lower", finding.counts.lower)
            .count("same", finding.counts.same)
            .count("higher", finding.counts.higher)
    };
    match &finding.change {
        Ok(change) => with_change(counted, change),
        Err(Silence::NoVariation) if finding.counts.same == finding.n => {
            counted("sentence.session_change.no_variation").say()
        }
        Err(Silence::NoVariation) => {
            let every = changes.first().copied().unwrap_or_default();
            counted("sentence.session_change.same_change").figure("change", every).say()
        }
        Err(_) if finding.n == 0 => Phrase::new("sentence.session_change.none")
            .words("measure", &finding.measure.label)
            .days("dates", finding.period)
            .say(),
        Err(Silence::TooFew { .. }) => {
            let list: Vec<String> = changes.into_iter().map(number::exact).collect();
            counted("sentence.session_list").words("list", list.join(", ")).say()
        }
        Err(_) => counted("sentence.session_change.counts").say(),
    }
}

fn with_change(counted: impl Fn(&'static str) -> Phrase, change: &Change) -> Sentence {
    let phrase = match (change.centre, change.n_effective) {
        (Centre::Mean, Some(effective)) => {
            counted("sentence.session_change.mean").words("independent", format!("{effective:.0}"))
        }
        _ => counted("sentence.session_change"),
    };
    phrase.estimate("change", change.estimate, change.interval).say()
}

/// S4, from six rated mornings on.
fn follow_up(finding: &SessionChange) -> Option<Sentence> {
    let change = finding.follow_up.change.as_ref().ok()?;
    let phrase = Phrase::new(match change.centre {
        Centre::Median => "sentence.follow_up",
        Centre::Mean => "sentence.follow_up.mean",
    });
    Some(
        phrase
            .words("measure", &finding.measure.label)
            .count("n", finding.follow_up.n)
            .estimate("change", change.estimate, change.interval)
            .say(),
    )
}

fn left_out(finding: &SessionChange) -> Option<Sentence> {
    let out = finding.left_out;
    let reasons = [
        ("part.left_out.one_side", out.one_side),
        ("part.left_out.other_scale", out.other_scale),
        ("part.left_out.proxy", out.proxy),
        ("part.left_out.recalled", out.recalled),
        ("part.left_out.out_of_window", out.out_of_window),
    ];
    let list: Vec<String> = reasons
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| Phrase::new(id).count("n", count).say().text)
        .collect();
    if list.is_empty() {
        return None;
    }
    Some(
        Phrase::new("sentence.session_change.left_out")
            .words("measure", &finding.measure.label)
            .words("list", list.join(", "))
            .say(),
    )
}
