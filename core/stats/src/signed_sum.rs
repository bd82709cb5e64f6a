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
    for (step, _) in steps {
        let step = usize::try_from(*step).unwrap_or(usize::MAX);
        reached = reached.saturating_add(step).min(near);
        add_step(&share, &mut next, reached, step);
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

#[cfg(test)]
mod tests {
    use super::two_sided;

    /// Steps 1, 2, 3 with only the 1 counted: sums 0 and 1 (and 5, 6) of eight are as far out, so p = 4/8.
    #[test]
    fn three_steps_have_the_share_by_hand() {
        assert!((two_sided(&[(1, true), (2, false), (3, false)]) - 0.5).abs() < 1e-15);
        assert!((two_sided(&[(3, false), (1, true), (2, true)]) - 1.0).abs() < 1e-15);
    }
}
