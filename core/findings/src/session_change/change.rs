//! The change over the pairs that count: its middle with an interval, how many went which way, and the figures of the
//! detail view.
//!
//! The middle is the Hodges–Lehmann median (catalogue A5). Where neighbouring sessions are alike (variance factor above
//! 1.2, from eight pairs on) its interval would be too narrow, so the mean with its effective number of sessions (A2)
//! stands in.

use serde::Serialize;
use tidemark_stats::{
    Differences, Level, MeaningfulChange, PairedMean, Pairs, Seed, SignFlipNull, hodges_lehmann, paired_mean,
    sessions_needed, sign_count, sign_flip,
};

use crate::coverage::count_of;
use crate::wording::Phrase;
use crate::{Caution, Interval, Method, Sentence, Silence};

/// Pairs below which changes are listed, not summarised.
const LEAST: usize = 6;
/// Pairs from which the likeness of neighbouring sessions is looked at.
const LEAST_ALIKE: usize = 8;
/// Variance factor above which it matters.
const ALIKE: f64 = 1.2;
/// Any number does; it is fixed so that the same records give the same bytes.
const SEED: Seed = Seed::new(0x7469_6465);

/// Which middle of the changes is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Centre {
    /// The Hodges–Lehmann median of after minus before.
    Median,
    /// The mean of after minus before, because neighbouring sessions are alike.
    Mean,
}

/// A change with its interval, after minus before in the measure's unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Which middle `estimate` is.
    pub centre: Centre,
    /// The change.
    pub estimate: f64,
    /// Its 95 % interval.
    pub interval: Interval,
    /// Pairs used.
    pub n: u32,
    /// How many independent pairs they count like; given with the mean.
    pub n_effective: Option<f64>,
    /// Method and variant.
    pub method: Method,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

/// How many ratings were lower, the same and higher after; they add up to n.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SignCounts {
    /// After below before.
    pub lower: u32,
    /// After equal to before.
    pub same: u32,
    /// After above before.
    pub higher: u32,
}

/// Figures for the detail view; none of them stands in a sentence.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Detail {
    /// Mean of after minus before.
    pub mean: Option<f64>,
    /// Its 95 % t interval for independent sessions.
    pub mean_interval: Option<Interval>,
    /// Correlation of neighbouring changes, 0 to 0.9.
    pub rho: Option<f64>,
    /// How many independent pairs they count like.
    pub n_effective: Option<f64>,
    /// Two-sided p-value of the sign-flip test of the mean; none below six pairs.
    pub sign_flip_p_value: Option<f64>,
    /// Whether that p-value is from the whole distribution.
    pub sign_flip_exact: Option<bool>,
    /// How many more rated sessions would narrow the interval of the mean; none below eight pairs, above 100 sessions, and
    /// where it is as narrow already.
    pub more_sessions: Option<MoreSessions>,
}

/// How many more rated sessions it takes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MoreSessions {
    /// Sessions beside those so far, if the changes stay as far apart as they are.
    pub sessions: u32,
    /// How far the interval then reaches to either side, in the measure's unit.
    pub half_width: f64,
    /// What this says, in words.
    pub sentence: Sentence,
}

/// The change over (before, after) in order of time.
pub(crate) fn change(both: &[(f64, f64)]) -> Result<Change, Silence> {
    if both.len() < LEAST {
        return Err(Silence::TooFew { have: both.len(), need: LEAST });
    }
    let pairs = pairs(both)?;
    let detail = paired_mean(&pairs, Differences::Independent, Level::P95)?;
    detail.test?; // Changes that do not vary have a middle and no interval.
    match alike(&pairs) {
        Some(mean) => of_mean(&mean),
        None => of_median(&pairs),
    }
}

pub(crate) fn sign_counts(both: &[(f64, f64)]) -> SignCounts {
    let Ok(pairs) = pairs(both) else { return SignCounts::default() };
    let counted = sign_count(&pairs);
    SignCounts {
        lower: count_of(counted.lower),
        same: count_of(counted.same),
        higher: count_of(counted.higher),
    }
}

/// The figures of the detail view; `half_width` is how narrow an interval is worth waiting for.
pub(crate) fn detail(both: &[(f64, f64)], half_width: f64) -> Detail {
    let Ok(pairs) = pairs(both) else { return Detail::default() };
    let mean = paired_mean(&pairs, Differences::Independent, Level::P95).ok();
    let alike = paired_mean(&pairs, Differences::Autocorrelated, Level::P95).ok().and_then(|m| m.effective);
    let flip = sign_flip(&pairs, SEED).ok().filter(|_| both.len() >= LEAST);
    let p_value = flip.as_ref().and_then(|flip| flip.p_value.ok());
    Detail {
        mean: mean.as_ref().map(|mean| mean.mean),
        mean_interval: mean.and_then(|mean| mean.test.ok()).map(|test| test.interval.into()),
        rho: alike.filter(|_| both.len() >= LEAST_ALIKE).map(|size| size.rho),
        n_effective: alike.filter(|_| both.len() >= LEAST_ALIKE).map(|size| size.n_effective),
        sign_flip_p_value: p_value,
        sign_flip_exact: p_value.and(flip).map(|flip| flip.null == SignFlipNull::Exact),
        more_sessions: more_sessions(&pairs, half_width),
    }
}

fn more_sessions(pairs: &Pairs, half_width: f64) -> Option<MoreSessions> {
    let reach = MeaningfulChange::new(half_width).ok().filter(|_| pairs.n() >= LEAST_ALIKE)?;
    let plan = sessions_needed(pairs, reach, Level::P95).plan.ok().filter(|plan| !plan.capped)?;
    let sessions = count_of(plan.sessions.checked_sub(pairs.n()).filter(|more| *more > 0)?);
    let phrase = Phrase::new("detail.more_sessions").count("n", sessions).figure("half_width", half_width);
    Some(MoreSessions { sessions, half_width, sentence: phrase.say() })
}

fn pairs(both: &[(f64, f64)]) -> Result<Pairs, Silence> {
    // Ratings of the model are finite, so this is never refused.
    Pairs::new(both.iter().copied()).map_err(|_| Silence::NotIdentifiable)
}

/// The mean with effective n, when neighbouring sessions are alike enough to matter.
fn alike(pairs: &Pairs) -> Option<PairedMean> {
    if pairs.n() < LEAST_ALIKE {
        return None;
    }
    let mean = paired_mean(pairs, Differences::Autocorrelated, Level::P95).ok()?;
    let size = mean.effective?;
    (f64::from(count_of(pairs.n())) / size.n_effective > ALIKE).then_some(mean)
}

fn of_mean(mean: &PairedMean) -> Result<Change, Silence> {
    let test = mean.test?;
    Ok(Change {
        centre: Centre::Mean,
        estimate: mean.mean,
        interval: test.interval.into(),
        n: count_of(mean.n),
        n_effective: mean.effective.map(|size| size.n_effective),
        method: mean.method.into(),
        cautions: Caution::of_method(&mean.cautions),
    })
}

fn of_median(pairs: &Pairs) -> Result<Change, Silence> {
    let median = hodges_lehmann(pairs, Level::P95)?;
    Ok(Change {
        centre: Centre::Median,
        estimate: median.estimate,
        interval: median.interval?.interval.into(),
        n: count_of(median.n),
        n_effective: None,
        method: median.method.into(),
        cautions: Caution::of_method(&median.cautions),
    })
}
