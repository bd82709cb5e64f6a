//! The cards of a week: what is shown, in which order, and when nothing is.

use tidemark_findings::{Card, CardWeek, Hidden, Shown, cards};
use tidemark_model::{ChangeKind, Modality};

use crate::diary::{Around, Diary, Written, day};

/// A Monday: day 0 of these diaries, 1 Sep 2026, is a Tuesday.
const MONDAY: i32 = 90;

fn shown(diary: &Diary, today: i32) -> CardWeek {
    cards(&diary.records, day(today), &[])
}

fn texts(week: &CardWeek) -> Vec<&str> {
    week.cards.iter().map(|card| card.sentence.text.as_str()).collect()
}

fn card<'a>(week: &'a CardWeek, question: &str) -> &'a Card {
    week.cards.iter().find(|card| card.question.name() == question).unwrap_or_else(|| panic!("{week:?}"))
}

fn seven_sessions() -> Diary {
    let mut diary = Diary::new();
    diary.sessions("stress", &[(7, 5), (6, 6), (8, 5), (5, 4), (7, 4), (6, 7), (9, 5)]);
    diary
}

#[test]
fn a_week_ends_with_its_sunday_and_its_cards_stay_until_the_next_one() {
    let mut diary = seven_sessions();
    let week = shown(&diary, MONDAY);
    assert_eq!(week.as_of, day(MONDAY - 1));
    assert_eq!(texts(&week).len(), 1);
    let figures = card(&week, "session_change:stress");
    assert_eq!((figures.shown, figures.n), (Shown::Figures, 7));
    assert!(figures.sentence.text.starts_with("Stress was lower right after 5 of 7 sessions"));
    assert_eq!(figures.notes.last().unwrap().text, "As of 29 Nov 2026.");
    assert_eq!((figures.period.from(), figures.period.to()), (day(0), day(18)));
    // Sessions of this week are in no card of this week, whatever they show.
    diary.session(MONDAY, "stress", Around::new(6, 8));
    for today in MONDAY..MONDAY + 7 {
        assert_eq!(shown(&diary, today), week, "{today}");
    }
    let next = shown(&diary, MONDAY + 7);
    assert_eq!((next.as_of, card(&next, "session_change:stress").n), (day(MONDAY + 6), 8));
}

#[test]
fn sessions_missing_for_a_first_card_are_said_only_when_they_are_all_that_is_missing() {
    let mut diary = Diary::new();
    assert_eq!(
        shown(&diary, MONDAY).next.unwrap().text,
        "Not enough yet: 6 more sessions rated before and after."
    );
    diary.sessions("stress", &[(7, 5), (6, 6)]);
    let week = shown(&diary, MONDAY);
    assert_eq!(week.next.unwrap().text, "Not enough yet: 4 more sessions rated before and after.");
    // Six pairs that never move give no card, and more of them would not either.
    let mut still = Diary::new();
    still.sessions("stress", &[(6, 6); 6]);
    assert_eq!((shown(&still, MONDAY).next, shown(&still, MONDAY).cards.len()), (None, 0));
}

#[test]
fn cards_wait_on_a_day_with_distress_and_come_back_the_next() {
    let mut diary = seven_sessions();
    diary.distress(MONDAY + 1, None);
    assert!(!shown(&diary, MONDAY).waiting);
    let waiting = shown(&diary, MONDAY + 1);
    assert_eq!((waiting.waiting, waiting.cards.len(), waiting.next), (true, 0, None));
    assert_eq!(shown(&diary, MONDAY + 2).cards.len(), 1);
}

#[test]
fn cards_wait_on_a_day_with_an_answer_above_0_to_item_9() {
    for (items, waits) in [("8:1 | 9:1", true), ("8:1 | 9:0", false), ("8:3", false)] {
        let mut diary = seven_sessions();
        diary.questionnaire_items(MONDAY, "phq_9", 6, items);
        assert_eq!(shown(&diary, MONDAY).waiting, waits, "{items}");
        assert!(!shown(&diary, MONDAY + 1).waiting);
    }
    // The same numbers of another questionnaire mean something else.
    let mut diary = seven_sessions();
    diary.questionnaire_items(MONDAY, "pcl_5", 6, "9:1");
    assert!(!shown(&diary, MONDAY).waiting);
}

#[test]
fn a_hidden_question_stays_away_for_ninety_days() {
    let diary = seven_sessions();
    let hidden = |on: i32, question: &str| [Hidden { question: question.to_owned(), on: day(on) }];
    for (on, question, cards_left) in [
        (MONDAY - 89, "session_change:stress", 0),
        (MONDAY - 90, "session_change:stress", 1),
        (MONDAY, "session_change:mood", 1),
    ] {
        let week = cards(&diary.records, day(MONDAY), &hidden(on, question));
        assert_eq!(week.cards.len(), cards_left, "{on} {question}");
    }
}

#[test]
fn two_pauses_in_five_sessions_are_counted_and_one_is_not() {
    let mut diary = seven_sessions();
    diary.pause(0); // not among the last five
    diary.pause(3);
    assert_eq!(texts(&shown(&diary, MONDAY)).len(), 1);
    diary.pause(3); // the same session again
    assert_eq!(texts(&shown(&diary, MONDAY)).len(), 1);
    diary.pause(6);
    let week = shown(&diary, MONDAY);
    assert_eq!(
        card(&week, "often_paused").sentence.text,
        "2 of your last 5 sessions had a pause. Add this to your questions?"
    );
    assert_eq!((week.cards[0].shown, week.cards[0].estimate), (Shown::Count, None));
    diary.distress(15, Some(5));
    assert_eq!(
        texts(&shown(&diary, MONDAY))[0],
        "3 of your last 5 sessions had a pause or a hard moment that you wrote down. Add this to your questions?"
    );
}

#[test]
fn four_sessions_are_no_last_five() {
    let mut diary = Diary::new();
    diary.sessions("stress", &[(7, 5), (6, 6), (8, 5), (5, 4)]);
    diary.pause(0);
    diary.pause(1);
    assert_eq!(texts(&shown(&diary, MONDAY)).len(), 0);
}

#[test]
fn three_sessions_within_two_hours_of_a_noted_medicine_are_a_question() {
    let mut diary = seven_sessions();
    diary.medicine(0, "Zopi", ChangeKind::Start, [None, None]);
    // Sessions start at 10:00; the third dose is one minute too early.
    diary.dose(0, 0, "08:00");
    diary.dose(1, 0, "09:30");
    diary.dose(2, 0, "07:59");
    diary.dose(3, 0, "12:00");
    let question = |diary: &Diary| {
        let week = shown(diary, MONDAY);
        texts(&week).into_iter().find(|text| text.contains("within 2 hours")).map(str::to_owned)
    };
    assert_eq!(question(&diary), None, "no touch note");
    diary.touch_note(0, "drowsy");
    assert_eq!(
        question(&diary).unwrap(),
        "3 sessions were within 2 hours of Zopi, which you noted as making you drowsy. Would you like to ask about timing?"
    );
    diary.records.sessions.truncate(3);
    assert_eq!(question(&diary), None, "two sessions");
}

#[test]
fn three_cards_at_most_counts_first() {
    let mut diary = seven_sessions();
    diary.pause(5);
    diary.pause(6);
    for medicine in 0..2 {
        diary.medicine(0, ["Zopi", "Para"][medicine], ChangeKind::Start, [None, None]);
        diary.touch_note(medicine, "sore");
        for session in 0..3 {
            diary.dose(session, medicine, "09:00");
        }
    }
    let week = shown(&diary, MONDAY);
    assert_eq!(week.cards.len(), 3);
    assert!(week.cards.iter().all(|card| card.shown == Shown::Count), "{week:?}");
}

/// The first measure rises by a point every 30 days, to the rounding: what is said of it names no direction.
#[test]
fn the_drift_of_the_main_measure_is_a_card_without_a_direction() {
    let mut diary = Diary::new();
    for number in 0..80 {
        diary.rate(number, "stress", 2 + (number + 9 * (number % 3)) / 30);
    }
    let week = shown(&diary, MONDAY);
    let drift = card(&week, "drift:stress");
    assert!(
        drift.sentence.text.starts_with("Stress: estimated drift 1 points per 30 days (95 % interval "),
        "{drift:?}"
    );
    assert!(drift.sentence.text.contains("n 80"));
    assert_eq!((drift.shown, drift.n), (Shown::Figures, 80));
    assert!(shown(&Diary::new(), MONDAY).cards.is_empty());
}

#[test]
fn records_that_do_not_carry_it_give_no_card() {
    // Scale changed among the pairs.
    let mut diary = seven_sessions();
    diary.change_scale("stress", 20);
    diary.sessions_from(40, "stress", &[(7, 5), (6, 6), (8, 5), (5, 4), (7, 4), (6, 7), (9, 5)]);
    assert_eq!(texts(&shown(&diary, MONDAY)), Vec::<&str>::new(), "scale changed");
    // An interval wider than half of the scale.
    let mut wide = Diary::new();
    wide.sessions("stress", &[(0, 10), (10, 0), (0, 8), (9, 0), (1, 9), (10, 2), (5, 5)]);
    assert_eq!(texts(&shown(&wide, MONDAY)), Vec::<&str>::new(), "too wide");
    // Values mostly typed in a week later.
    let mut late = Diary::new();
    for number in 0..60 {
        let written = if number % 5 < 3 { Written::WeekLater } else { Written::OnTheDay };
        late.rate_as(number, "stress", tidemark_model::Milli::whole(2 + number % 4), written);
    }
    assert_eq!(texts(&shown(&late, MONDAY)), Vec::<&str>::new(), "backfilled");
}

/// Twelve sessions of lighter and twelve of firmer pressure, taking turns every three days: after − before is −1, −2 or −3
/// for the lighter ones and 3 less for the firmer ones; music in every other pair of sessions, to no avail.
fn two_pressures() -> Diary {
    let mut diary = Diary::new();
    for number in 0..24 {
        let firmer = number % 2 == 1;
        let before = 7 + (number / 2) % 3;
        let change = -1 - (number / 2 + number / 6) % 3 - if firmer { 3 } else { 0 };
        let pressure = Some(if firmer { 4 } else { 2 });
        let cue = (number % 4 < 2).then_some("music");
        diary.session(number * 3, "stress", Around { pressure, cue, ..Around::new(before, before + change) });
    }
    diary
}

/// R 4.2.2, nlme 3.1-162: `gls(after ~ lighter + before, correlation = corCAR1(form = ~ day))`, with t(.9875, 21). Medians
/// by R.
#[test]
fn kinds_of_session_that_differ_are_said_with_a_range_widened_for_the_choice() {
    let diary = two_pressures();
    let week = shown(&diary, MONDAY);
    let claim = card(&week, "pressure:stress");
    assert_eq!((claim.shown, claim.n), (Shown::Claim, 24));
    assert_eq!(claim.notes[0].text, "You may want to raise this with your massage therapist.");
    let interval = claim.interval.unwrap();
    assert!((claim.estimate.unwrap() - 2.965_633).abs() < 1e-5);
    // Two comparisons, one said: 1 − .05/2.
    assert!((interval.level - 0.975).abs() < 1e-12);
    assert!(
        (interval.low - 2.365_686).abs() < 1e-4 && (interval.high - 3.565_58).abs() < 1e-4,
        "{interval:?}"
    );
    assert_eq!(
        claim.sentence.text,
        "Stress right after had a median of 6 after sessions of lighter pressure (n 12) and of 3 after sessions of firmer \
         pressure (n 12). From the same rating before, the gap could be 2.4 to 3.6 (97.5 % interval, 1 Sep – 9 Nov 2026)."
    );
}

#[test]
fn counts_stand_before_claims_and_claims_before_figures() {
    let mut diary = two_pressures();
    diary.pause(22);
    diary.pause(23);
    let order: Vec<Shown> = shown(&diary, MONDAY).cards.iter().map(|card| card.shown).collect();
    assert_eq!(order, [Shown::Count, Shown::Claim, Shown::Figures]);
}

#[test]
fn kinds_with_too_few_sessions_say_nothing() {
    let diary = two_pressures();
    // Five firmer ones among two kinds.
    let mut few = Diary::new();
    few.records = diary.records.clone();
    let mut firmer = 0;
    few.records.sessions.retain(|session| {
        let is_firmer = session.parts().pressure_felt.is_some_and(|pressure| pressure.step() == 4);
        firmer += u32::from(is_firmer);
        !is_firmer || firmer <= 5
    });
    assert!(texts(&shown(&few, MONDAY)).iter().all(|text| !text.contains("pressure")));
}

/// R 4.2.2, nlme 3.1-162.
const ALIKE: &str = "Stress right after looks alike so far after chair sessions (n 12) and Swedish sessions (n 12): the gap \
                     could be −0.3 to 0.3 (95 % interval, 1 Sep – 9 Nov 2026).";

#[test]
fn kinds_that_do_not_differ_look_alike_once() {
    let mut diary = Diary::new();
    for number in 0..24 {
        let before = 5 + number % 4;
        let modality = if number % 2 == 0 { Modality::Swedish } else { Modality::Chair };
        let pressure = Some(if number % 3 == 0 { 2 } else { 4 });
        let around = Around { modality, pressure, ..Around::new(before, before - 1 - (number / 4) % 3) };
        diary.session(number * 3, "stress", around);
    }
    let week = shown(&diary, MONDAY);
    let alike: Vec<&str> =
        texts(&week).into_iter().filter(|text| text.contains("looks alike so far")).collect();
    assert_eq!(alike.len(), 1, "{week:?}");
    assert!(week.cards.iter().all(|card| card.shown == Shown::Figures), "{week:?}");
    assert_eq!(alike[0], ALIKE);
}

/// Three styles, eight sessions each: the chair ones end four points lower. Pooled over the three, the chair stays apart from
/// both others, and these two stay alike.
#[test]
fn one_of_three_kinds_that_differs_is_set_against_each_of_the_others() {
    let mut diary = Diary::new();
    for number in 0..24 {
        let modality =
            [Modality::Swedish, Modality::Shiatsu, Modality::Chair][usize::try_from(number % 3).unwrap()];
        let before = 7 + (number / 3) % 3;
        let change = -1 - (number / 3 + number / 6) % 2 - if modality == Modality::Chair { 4 } else { 0 };
        diary.session(number * 3, "stress", Around { modality, ..Around::new(before, before + change) });
    }
    let week = shown(&diary, MONDAY);
    let claims: Vec<&str> = week
        .cards
        .iter()
        .filter(|card| card.shown == Shown::Claim)
        .map(|card| card.sentence.text.as_str())
        .collect();
    assert_eq!(claims.len(), 2, "{week:?}");
    assert!(claims.iter().all(|text| text.contains("after chair sessions (n 8)")), "{claims:?}");
}

/// Four sessions of each of three kinds are compared, three are not.
#[test]
fn among_three_kinds_four_sessions_each_are_enough() {
    let diary = |sessions: i32| {
        let mut diary = Diary::new();
        for number in 0..sessions * 3 {
            let modality =
                [Modality::Swedish, Modality::Shiatsu, Modality::Chair][usize::try_from(number % 3).unwrap()];
            let before = 6 + (number / 3) % 3;
            let change = -1 - (number / 2) % 2;
            diary.session(number * 3, "stress", Around { modality, ..Around::new(before, before + change) });
        }
        diary
    };
    let compared =
        |diary: &Diary| texts(&shown(diary, MONDAY)).iter().any(|text| text.contains("looks alike so far"));
    assert!(compared(&diary(4)));
    assert!(!compared(&diary(3)));
}
