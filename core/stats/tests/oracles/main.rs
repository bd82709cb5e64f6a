//! Every method against the program named in its `origin.toml`: the cases of `oracles/<method>/`.
//!
//! A case is `<case>.csv` and `<case>.expected.json`, a list of {options, expected fields}, in the words of
//! `tidemark stats`. Fails on a case without origin, on an origin that says too little and on a public method without
//! three cases.

#[cfg(test)]
mod answer;
#[cfg(test)]
mod ask;
#[cfg(test)]
mod case;
#[cfg(test)]
mod input;

use std::fs;
use std::path::{Path, PathBuf};

use case::{Case, Origin, cases};

#[cfg(test)]
fn oracles() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("oracles")
}

/// The names of the functions that `lib.rs` gives out, which are its methods.
#[cfg(test)]
fn public_methods() -> Vec<String> {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("lib.rs");
    let exports = lib.split("pub use ").skip(1).filter_map(|rest| rest.split(';').next());
    let names = exports.flat_map(|item| item.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')));
    let mut methods: Vec<String> = names
        .map(|name| name.rsplit("::").next().unwrap_or_default().to_owned())
        .filter(|name| name.starts_with(|c: char| c.is_lowercase()))
        .collect();
    methods.sort();
    methods.dedup();
    methods
}

#[test]
fn every_public_method_has_three_cases_or_more() {
    let methods = public_methods();
    assert!(methods.len() >= 10, "{methods:?}");
    for method in methods {
        let count: usize = cases(&oracles().join(&method)).iter().map(|case| case.answers.len()).sum();
        assert!(count >= 3, "{method} has {count} expected answers in oracles/{method}/");
    }
}

#[test]
fn every_oracle_names_program_call_date_and_tolerance() {
    for entry in fs::read_dir(oracles()).expect("oracles") {
        let folder = entry.expect("entry").path();
        if folder.is_dir() {
            let origin = Origin::read(&folder);
            assert!(!origin.program.is_empty() && !origin.call.is_empty(), "{}", folder.display());
            assert!(origin.made.to_string().starts_with("20"), "{}", folder.display());
            assert!(
                folder.join("make.py").exists() || folder.join("make.R").exists(),
                "{}",
                folder.display()
            );
        }
    }
}

#[cfg(test)]
fn check(method: &str) {
    let folder = oracles().join(method);
    let origin = Origin::read(&folder);
    let mut wrong = Vec::new();
    let all: Vec<Case> = cases(&folder);
    assert!(!all.is_empty(), "no cases in {}", folder.display());
    for case in all {
        for (options, expected) in &case.answers {
            let given = answer::answer(method, case.csv.as_deref(), options);
            let place = format!("{method}/{} {options:?}", case.name);
            case::compare(&place, "", expected, &given, &origin, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

macro_rules! oracle_tests {
    ($($method:ident: $name:ident),* $(,)?) => { $(
        #[test]
        fn $name() {
            check(stringify!($method));
        }
    )* };
}

oracle_tests! {
    paired_mean: paired_mean_equals_t_test_and_the_effective_n_formulas,
    sign_flip: sign_flip_equals_the_count_of_all_sign_assignments,
    hodges_lehmann: hodges_lehmann_equals_the_sorted_walsh_averages,
    gls_trend: gls_trend_equals_nlme,
    mann_kendall: mann_kendall_equals_pymannkendall,
    tau_b: tau_b_equals_scipy,
    effect_size: effect_size_equals_fifty_digit_arithmetic,
    confidence_sequence: confidence_sequence_equals_the_integrated_likelihood_ratio,
    pooled_groups: pooled_groups_equal_metafor,
    benjamini_hochberg: benjamini_hochberg_equals_p_adjust,
    sessions_needed: sessions_needed_equals_a_search_in_r,
    sign_count: sign_count_equals_numpy,
    median: median_equals_the_standard_library_of_python,
    wilson: wilson_equals_statsmodels,
    session_effect: session_effect_equals_lm_and_nlme,
    event_study: event_study_equals_nlme,
    group_difference: group_difference_equals_nlme,
    selection_flag: selection_flag_equals_numpy_and_metafor,
    local_level: local_level_equals_statsmodels,
    wilcoxon: wilcoxon_equals_the_count_of_all_sign_assignments,
    theil_sen: theil_sen_equals_scipy,
    seasonal_kendall: seasonal_kendall_equals_pymannkendall,
    nap: nap_equals_single_case_es_and_newcombes_equation,
    tau_u: tau_u_equals_single_case_es,
    baseline_corrected_tau: baseline_corrected_tau_equals_exact_fractions,
    autocorrelation: autocorrelation_equals_statsmodels,
    lowess: lowess_equals_r,
    change_points: change_points_equal_the_search_of_every_division,
    control_chart: control_chart_equals_numpy_and_the_nist_handbook,
    missingness: missingness_equals_firth_by_brute_force,
}
