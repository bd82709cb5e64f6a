//! Rank methods of pairs and of two phases.

use proptest::prelude::*;
use tidemark_stats::{
    Answer, BaselineCorrectedTau, Direction, HodgesLehmann, Level, Nap, Pairs, Phase, Phases, TauU, Wilcoxon,
    Zeros, baseline_corrected_tau, hodges_lehmann, nap, tau_u, wilcoxon,
};

use crate::sound::assert_sound;
use crate::values::value;

/// Made for a million rows.
pub(crate) fn of_pairs(pairs: &Pairs) -> Vec<Answer> {
    vec![
        HodgesLehmann::answer(pairs, &hodges_lehmann(pairs, Level::P95)),
        Wilcoxon::answer(pairs, &wilcoxon(pairs, Zeros::Pratt)),
        Wilcoxon::answer(pairs, &wilcoxon(pairs, Zeros::Drop)),
    ]
}

#[cfg(test)]
fn of_phases(phases: &Phases) -> Vec<Answer> {
    vec![
        Nap::answer(phases, &nap(phases, Direction::Higher, Level::P95)),
        Nap::answer(phases, &nap(phases, Direction::Lower, Level::P95)),
        TauU::answer(phases, &tau_u(phases)),
        BaselineCorrectedTau::answer(phases, &baseline_corrected_tau(phases, Level::P95)),
    ]
}

#[cfg(test)]
fn phases(values: &[Option<f64>], change: usize) -> Phases {
    let phase = |place| if place < change { Phase::A } else { Phase::B };
    Phases::new(values.iter().enumerate().map(|(place, value)| (phase(place), *value))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn phases_of_anything_have_a_sound_answer(values in prop::collection::vec(prop::option::of(value()), 0..40), change in 0_usize..40) {
        assert_sound(of_phases(&phases(&values, change)));
    }

    #[test]
    fn phases_of_one_value_have_a_sound_answer(value in value(), n in 0_usize..30, change in 0_usize..30) {
        assert_sound(of_phases(&phases(&vec![Some(value); n], change)));
    }
}
