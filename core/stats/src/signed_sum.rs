//! The exact null distribution of a sum of steps of random sign: every step counts or not, each with probability ½.
//!
//! Refuses nothing; the callers keep the steps few enough. Checked through the methods that use it, in
//! `oracles/{sign_flip,wilcoxon}/`.

/// Two-sided p-value of a sum of counted steps: how often it is at least as far from half of the total, in (0, 1].
///
/// # Shape
/// `steps` above 0, each with whether it counts; time n·min(counted, left), memory that minimum.
/// # Formula
/// P(|W − E| ≥ |w − E|) = 2·P(W ≤ min(w, 2E − w)), the distribution being symmetric; adding one step at a time.
/// # Source
/// Pagano & Tritchler 1983, doi:10.2307/2288653; for ranks: Streitberg & Röhmel 1986, Statistical Software Newsletter
/// 12, 10–17.
pub(crate) fn two_sided(steps: &[(u64, bool)]) -> f64 {
    let sum = |wanted: bool| -> u64 {
        steps.iter().filter(|(_, counted)| *counted == wanted).map(|(step, _)| step).sum()
    };
    let (counted, left) = (sum(true), sum(false));
    // The sum is exactly half of the total: both directions are the same event.
    if counted == left {
        return 1.0;
    }
    let near = usize::try_from(counted.min(left)).unwrap_or(usize::MAX);
    (2.0 * at_most(steps, near)).clamp(f64::MIN_POSITIVE, 1.0)
}

/// P(W ≤ near). A sum beyond `near` never comes back, so it is not kept.
fn at_most(steps: &[(u64, bool)], near: usize) -> f64 {
    // share[s] = probability that the sum of the steps so far is s.
    let mut share = vec![0.0_f64; near.saturating_add(1)];
    if let Some(start) = share.first_mut() {
        *start = 1.0;
    }
    let mut reached = 0_usize;
    let mut next = share.clone();
    let mut sizes: Vec<usize> =
        steps.iter().map(|(step, _)| usize::try_from(*step).unwrap_or(usize::MAX)).collect();
    sizes.sort_unstable();
    let mut rest = &*sizes;
    while let Some((&step, following)) = rest.split_first() {
        // Ratings have many equal steps: four of them at once read the shares once.
        let four = rest.get(3).is_some_and(|fourth| *fourth == step);
        reached = reached.saturating_add(step.saturating_mul(if four { 4 } else { 1 })).min(near);
        if four {
            add_four(&share, &mut next, reached, step);
        } else {
            add_step(&share, &mut next, reached, step);
        }
        rest = if four { rest.get(4..).unwrap_or_default() } else { following };
        std::mem::swap(&mut share, &mut next);
    }
    // From the smallest shares up.
    share.iter().sum()
}

/// The shares once one more step counts or not; written beside the old ones, so that many are added at once.
fn add_step(share: &[f64], next: &mut [f64], reached: usize, step: usize) {
    let end = reached + 1;
    let step = step.min(end);
    let (Some((below, above)), Some((kept, without))) = (
        next.get_mut(..end).and_then(|next| next.split_at_mut_checked(step)),
        share.get(..end).and_then(|share| share.split_at_checked(step)),
    ) else {
        return;
    };
    below.iter_mut().zip(kept).for_each(|(slot, share)| *slot = 0.5 * *share);
    for ((slot, without), with) in above.iter_mut().zip(without).zip(share) {
        *slot = 0.5 * (without + with);
    }
}

/// The shares once four more steps of one size count or not, by the binomial coefficients.
fn add_four(share: &[f64], next: &mut [f64], reached: usize, step: usize) {
    let end = reached + 1;
    let start = step.saturating_mul(4).min(end);
    let lagged = |lag: usize, place: usize| {
        step.checked_mul(lag)
            .and_then(|back| share.get(place.checked_sub(back)?))
            .copied()
            .unwrap_or_default()
    };
    for (place, slot) in next.iter_mut().take(start).enumerate() {
        let [none, one, two, three, four] = [0, 1, 2, 3, 4].map(|lag| lagged(lag, place));
        *slot = 0.0625 * (none + 4.0 * (one + three) + 6.0 * two + four);
    }
    let from = |lag: usize| share.get(step.saturating_mul(lag)..).unwrap_or_default();
    let slots = next.get_mut(start..end).unwrap_or_default();
    let odd = from(3).iter().zip(from(1));
    let even = from(4).iter().zip(from(2)).zip(share);
    for ((slot, (one, three)), ((none, two), four)) in slots.iter_mut().zip(odd).zip(even) {
        *slot = 0.0625 * (none + 4.0 * (one + three) + 6.0 * two + four);
    }
}

#[cfg(test)]
mod tests {
    use super::two_sided;

    /// Nine equal steps, two of them counted: P(at most 2 of 9 coins) = 46/512, twice.
    #[test]
    fn equal_steps_have_the_binomial_share() {
        let steps = |size: u64| -> Vec<(u64, bool)> { (0..9).map(|k| (size, k < 2)).collect() };
        for size in [1, 7, 1000] {
            assert!((two_sided(&steps(size)) - 92.0 / 512.0).abs() < 1e-15, "{size}");
        }
    }

    /// Steps 1, 2, 3 with only the 1 counted: sums 0 and 1 (and 5, 6) of eight are as far out, so p = 4/8.
    #[test]
    fn three_steps_have_the_share_by_hand() {
        assert!((two_sided(&[(1, true), (2, false), (3, false)]) - 0.5).abs() < 1e-15);
        assert!((two_sided(&[(3, false), (1, true), (2, true)]) - 1.0).abs() < 1e-15);
    }
}
