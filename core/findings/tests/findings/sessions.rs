//! Ratings around sessions: which pairs count, and what is said about them.

use tidemark_findings::{Caution, Centre, Difference, SessionChange, Silence, coverage, session_change};
use tidemark_model::{Measure, Modality, RecordedBy, SessionRating};

use crate::diary::{Around, Diary, days};

/// R 4.2.2: Walsh averages by `outer`, k from `psignrank`; sign-flip p by all 2⁶ signs; `t.test`.
const EIGHT: [(i32, i32); 8] = [(7, 5), (6, 6), (8, 5), (5, 4), (7, 4), (6, 7), (9, 5), (4, 4)];

fn of(diary: &Diary) -> SessionChange {
    session_change(&diary.records, &diary.measure("stress"), days(0, 89))
}

fn found(around: &[(i32, i32)]) -> SessionChange {
    let mut diary = Diary::new();
    diary.sessions("stress", around);
    of(&diary)
}

fn first(finding: &SessionChange) -> &str {
    &finding.sentences[0].text
}

#[test]
fn six_pairs_and_more_are_summarised_with_an_interval() {
    let finding = found(&EIGHT);
    assert_eq!((finding.sessions, finding.n), (8, 8));
    assert_eq!((finding.before_median, finding.after_median), (Some(6.5), Some(5.0)));
    assert_eq!((finding.counts.lower, finding.counts.same, finding.counts.higher), (5, 2, 1));
    let change = finding.change.as_ref().unwrap();
    assert_eq!((change.centre, change.n), (Centre::Median, 8));
    assert!((change.estimate - -1.5).abs() < 1e-12);
    assert!((change.interval.low - -3.0).abs() < 1e-12 && change.interval.high.abs() < 1e-12);
    assert_eq!(
        first(&finding),
        "Stress was lower right after 5 of 8 sessions, the same after 2, higher after 1; median change −1.5 \
         (95 % interval −3 to 0)."
    );
    assert!(
        finding.sentences[1].text.starts_with("Ratings right after a session can move because of resting")
    );
    // Detail view only: no p-value stands in a sentence.
    assert!((finding.detail.sign_flip_p_value.unwrap() - 0.093_75).abs() < 1e-12);
    let mean = finding.detail.mean_interval.unwrap();
    assert!((mean.low - -2.982_106_69).abs() < 1e-7 && (mean.high - -0.017_893_31).abs() < 1e-7);
}

#[test]
fn five_pairs_are_listed_and_not_summarised() {
    let finding = found(&EIGHT[..5]);
    assert_eq!(finding.change, Err(Silence::TooFew { have: 5, need: 6 }));
    assert_eq!(first(&finding), "Stress: changes after 5 sessions: −2, 0, −3, −1, −3. Too few to summarise.");
    assert_eq!(finding.detail.sign_flip_p_value, None);
    assert_eq!(first(&found(&EIGHT[..1])), "Stress: change after 1 session: −2. Too few to summarise.");
    assert_eq!(first(&found(&[])), "Stress: no session with both ratings on time (1 Sep – 29 Nov 2026).");
}

#[test]
fn ratings_that_never_move_have_no_interval() {
    let still = found(&[(6, 6); 7]);
    assert_eq!(still.change, Err(Silence::NoVariation));
    assert_eq!(first(&still), "Stress was the same right before and right after each of 7 sessions.");
    let every = found(&[(7, 5), (6, 4), (9, 7), (5, 3), (8, 6), (4, 2)]);
    assert_eq!(every.change, Err(Silence::NoVariation));
    assert_eq!(
        first(&every),
        "Stress moved by −2 around each of 6 sessions; where nothing varies there is no interval."
    );
}

/// R 4.2.2 by the formula of the catalogue (A2): r₁ .236, ρ .42578, variance factor 2.2678, effective n 5.2915,
/// mean −2.416667, interval −3.661464 to −1.171869.
#[test]
fn sessions_that_are_alike_count_like_fewer() {
    let after = [4, 5, 4, 6, 5, 6, 5, 6, 7, 6, 7, 6];
    let finding = found(&after.map(|after| (8, after)));
    let change = finding.change.as_ref().unwrap();
    assert_eq!(change.centre, Centre::Mean);
    assert!((change.estimate - -2.416_667).abs() < 1e-6);
    assert!(
        (change.interval.low - -3.661_464).abs() < 1e-5 && (change.interval.high - -1.171_869).abs() < 1e-5
    );
    assert!((change.n_effective.unwrap() - 5.291_477).abs() < 1e-5);
    assert!(first(&finding).ends_with(
        "mean change −2.4 (95 % interval −3.7 to −1.2), counting the sessions like about 5 independent ones, because \
         neighbouring sessions are alike."
    ));
}

/// The same formula gives an effective n of 1.46: no spread can be told from that.
#[test]
fn sessions_that_are_all_too_alike_have_counts_only() {
    let after = [3, 3, 4, 3, 4, 4, 6, 6, 7, 6, 7, 7];
    let finding = found(&after.map(|after| (8, after)));
    assert!(matches!(finding.change, Err(Silence::TooFewIndependent { .. })));
    assert!(first(&finding).ends_with("higher after 0. These records do not allow an interval."));
}

#[test]
fn pairs_that_do_not_count_are_counted_by_their_reason() {
    let mut diary = Diary::new();
    diary.sessions("stress", &EIGHT[..2]);
    let pair = Around::new(9, 1);
    diary.session(30, "stress", Around { recalled: true, ..pair });
    diary.session(33, "stress", Around { after_min: 181, ..pair });
    diary.session(36, "stress", Around { after: None, ..pair });
    diary.session(39, "stress", Around { before: None, ..pair });
    diary.session(42, "stress", Around { by: RecordedBy::Proxy, ..pair });
    let finding = of(&diary);
    let out = finding.left_out;
    assert_eq!((finding.sessions, finding.n, out.total()), (7, 2, 5));
    assert_eq!((out.recalled, out.out_of_window, out.one_side, out.proxy), (1, 1, 2, 1));
    assert_eq!(finding.pairs[2].difference, Difference::Recalled);
    assert_eq!(finding.pairs[3].difference, Difference::OutOfWindow);
    assert_eq!(first(&finding), "Stress: changes after 2 sessions: −2, 0. Too few to summarise.");
    assert_eq!(
        finding.sentences[1].text,
        "Stress, left out of the changes: 2 with only one of the two ratings, 1 rated by somebody else, 1 rated from \
         memory, 1 rated outside the time windows."
    );
    assert!(finding.cautions.contains(&Caution::PairsLeftOut));
    // On time and not from memory, whoever wrote them: two pairs and the one by somebody else.
    let complete = coverage(&diary.records, days(0, 89));
    assert_eq!((complete.sessions, complete.sessions_with_both), (7, 3));
}

#[test]
fn a_rating_on_the_last_minute_of_its_window_counts() {
    let mut diary = Diary::new();
    diary.session(0, "stress", Around { after_min: 180, ..Around::new(7, 4) });
    assert_eq!(of(&diary).n, 1);
}

#[test]
fn pairs_typed_in_days_later_count_and_are_said() {
    let mut diary = Diary::new();
    diary.sessions("stress", &EIGHT);
    for rating in diary.records.session_ratings.iter_mut().take(10) {
        let mut parts = rating.parts().clone();
        parts.stamp.recorded = parts.rated.plus_minutes(3 * 24 * 60).unwrap();
        *rating = SessionRating::from_stored(parts).unwrap();
    }
    let finding = of(&diary);
    assert_eq!((finding.n, finding.backfill), (8, 5));
    assert!(finding.cautions.contains(&Caution::MostlyBackfilled));
    assert_eq!(finding.sentences[1].text, "Typed in later than the next day: 5 of these 8.");
}

#[test]
fn ratings_on_an_earlier_scale_are_left_out() {
    let mut diary = Diary::new();
    diary.sessions("stress", &EIGHT);
    diary.change_scale("stress", 100);
    diary.session(60, "stress", Around::new(70, 40));
    let finding = of(&diary);
    assert_eq!((finding.n, finding.left_out.other_scale), (1, 8));
    let before = tidemark_findings::session_changes(&diary.records, days(0, 59));
    assert_eq!((before[0].n, before[0].measure.version), (8, 1));
}

/// R 4.2.2: differences −2, 0, −2, −3, 0, −3 have the Hodges–Lehmann median −1.5, Walsh averages from −3 to 0.
#[test]
fn six_mornings_after_are_compared_with_before() {
    let mornings = [(7, 5), (6, 6), (8, 6), (7, 4), (5, 5), (9, 6)];
    let mut diary = Diary::new();
    for (number, (before, next_morning)) in (0..).step_by(3).zip(mornings) {
        let after = before - 1 - number % 2;
        diary.session(
            number,
            "stress",
            Around { next_morning: Some(next_morning), ..Around::new(before, after) },
        );
    }
    let finding = of(&diary);
    assert_eq!(finding.follow_up.n, 6);
    let said: Vec<&str> = finding.sentences.iter().map(|s| s.text.as_str()).collect();
    assert!(said[1].starts_with(
        "Stress the next morning (6 rated): median difference from before −1.5 (95 % interval −3 to 0). Sessions"
    ));
    assert!(finding.cautions.contains(&Caution::HardDaySelection));
}

#[test]
fn a_wide_interval_is_printed_with_a_caution() {
    let finding = found(&[(0, 10), (10, 0), (0, 8), (9, 0), (1, 9), (10, 2), (5, 5)]);
    assert!(finding.change.is_ok());
    assert!(finding.cautions.contains(&Caution::TooWide));
    assert_eq!(finding.sentences[1].text, "This interval is wider than half of the scale.");
}

#[test]
fn styles_are_counted_apart_and_have_medians_from_four_pairs_on() {
    let mut diary = Diary::new();
    for (number, after) in (0..).zip([5, 4, 6, 3]) {
        diary.session(number * 3, "stress", Around::new(7, after));
    }
    diary.session(60, "stress", Around { modality: Modality::Chair, ..Around::new(6, 6) });
    let styles = of(&diary).by_modality;
    assert_eq!(
        (styles[0].modality, styles[0].n, styles[0].change_median),
        (Modality::Swedish, 4, Some(-2.5))
    );
    assert_eq!(styles[0].changes, [-2.0, -3.0, -1.0, -4.0]);
    assert_eq!((styles[1].modality, styles[1].n, styles[1].change_median), (Modality::Chair, 1, None));
}

#[test]
fn another_measure_has_its_own_pairs() {
    let mut diary = Diary::new();
    diary.sessions("pain", &EIGHT);
    assert_eq!(of(&diary).n, 0);
    let all = tidemark_findings::session_changes(&diary.records, days(0, 89));
    assert_eq!(all.iter().map(|finding| finding.measure.id.as_str()).collect::<Vec<_>>(), ["pain"]);
    let pain: Measure = diary.measure("pain");
    assert_eq!(tidemark_findings::main_measure(&diary.records).unwrap().id().as_str(), "stress");
    assert_eq!(session_change(&diary.records, &pain, days(0, 2)).n, 1); // only the first day's session is inside
}
