//! Groups of values pooled, families of p-values adjusted.

use proptest::prelude::*;
use tidemark_stats::{BenjaminiHochberg, Groups, Level, PValues, benjamini_hochberg, pooled_groups};

use crate::sound::assert_sound;
use crate::values::value;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn groups_of_anything_have_a_sound_answer(rows in prop::collection::vec(("[a-e]", prop::option::of(value())), 0..40)) {
        assert_sound([pooled_groups(&Groups::new(rows).unwrap(), Level::P95).answer()]);
    }

    #[test]
    fn groups_of_one_value_each_have_a_sound_answer(rows in prop::collection::vec(("[a-e]", value()), 1..5)) {
        let rows = rows.iter().flat_map(|(label, value)| vec![(label.clone(), Some(*value)); 6]);
        assert_sound([pooled_groups(&Groups::new(rows).unwrap(), Level::P95).answer()]);
    }

    #[test]
    fn p_values_of_any_size_have_a_sound_answer(values in prop::collection::vec(
        prop::option::of(prop_oneof![Just(0.0), Just(-0.0), Just(1.0), Just(f64::MIN_POSITIVE), 0.0..1.0_f64]), 0..20))
    {
        let family = PValues::new(values).unwrap();
        assert_sound([BenjaminiHochberg::answer(&family, &benjamini_hochberg(&family))]);
    }
}
