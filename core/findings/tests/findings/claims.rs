//! How often do cards claim something about diaries in which sessions have no effect?
//!
//! The diaries are made up: moods drift from day to day, sessions follow harder days or a fixed weekday, styles come at
//! random or one after the other, ratings drop by the same amount right after every session (resting) and are back the
//! next morning. Nothing depends on the kind of session, and no day after a session differs.

use tidemark_findings::{Shown, cards};
use tidemark_model::Modality;

use crate::diary::{Around, Diary, day};

/// Made-up numbers: a linear congruential generator, Knuth's multiplier.
struct Chance(u64);

impl Chance {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 32).unwrap()) / f64::from(u32::MAX)
    }

    /// Nearly normal: twelve uniforms (Irwin–Hall).
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }

    /// One of 0 to n − 1, each as likely.
    fn below(&mut self, n: u32) -> u32 {
        let drawn = self.share() * f64::from(n);
        (1..n).rev().find(|k| f64::from(*k) <= drawn).unwrap_or(0)
    }
}

fn rating(value: f64) -> i32 {
    (0..=10)
        .min_by(|one, other| (f64::from(*one) - value).abs().total_cmp(&(f64::from(*other) - value).abs()))
        .unwrap()
}

const STYLES: [Modality; 3] = [Modality::Swedish, Modality::Shiatsu, Modality::Restorative];

fn without_effect(seed: u64, length: i32) -> Diary {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66);
    let mut diary = Diary::new();
    let (weekly, blocks) = (seed.is_multiple_of(2), seed % 4 < 2);
    let (mut state, mut yesterday) = (chance.normal(), 0.0);
    let mut own = [0.0; 4];
    let mut pending: Option<(i32, Around, Around)> = None;
    for number in 0..length {
        state = 0.6 * state + 0.8 * chance.normal();
        for one in &mut own {
            *one = 0.4 * *one + 0.9 * chance.normal();
        }
        let stress = 5.0 + 1.3 * state + 0.8 * own[0];
        if let Some((at, pain, stressed)) = pending.take() {
            // The next morning is back at what the day has, whatever the session was.
            let morning = rating(stress + 0.8 * chance.normal());
            let pains = rating(4.0 + state + 0.8 * chance.normal());
            let (stressed, pain) = (stressed.next_morning(morning), pain.next_morning(pains));
            diary.session_of(at, &[("stress", stressed), ("pain", pain)]);
        }
        if chance.share() < 0.85 {
            diary.rate(number, "stress", rating(stress));
            diary.rate(number, "mood", rating(5.0 - 1.2 * state + own[1]));
            diary.rate(number, "energy", rating(5.0 - 0.8 * state + 1.2 * own[2]));
            diary.rate(number, "sleep_quality", rating(5.0 - 0.6 * state + 1.2 * own[3]));
        }
        let goes =
            if weekly { number % 7 == 3 } else { chance.share() < if yesterday > 5.8 { 0.3 } else { 0.06 } };
        if goes {
            let turn = if blocks { u32::try_from(number * 3 / length).unwrap() } else { chance.below(3) };
            let before = stress + 0.8 * chance.normal();
            let around = Around {
                modality: STYLES[usize::try_from(turn).unwrap()],
                pressure: Some(u8::try_from(chance.below(5)).unwrap() + 1),
                cue: (chance.share() < 0.5).then_some("music"),
                ..Around::new(rating(before), rating(before - 1.5 + chance.normal()))
            };
            let hurts = 4.0 + state + 0.8 * chance.normal();
            let pain = Around::new(rating(hurts), rating(hurts - 1.0 + chance.normal()));
            pending = Some((number, pain, around));
        }
        yesterday = stress;
    }
    diary
}

#[test]
fn cards_claim_something_in_at_most_seven_of_a_hundred_diaries_without_effect() {
    let claims: Vec<String> = (0..200)
        .filter_map(|seed| {
            let diary = without_effect(seed, if seed % 3 == 0 { 364 } else { 182 });
            let week = cards(&diary.records, day(if seed % 3 == 0 { 364 } else { 182 }), &[]);
            let claim = week.cards.into_iter().find(|card| card.shown == Shown::Claim)?;
            Some(format!("{seed}: {}", claim.sentence.text))
        })
        .collect();
    assert!(claims.len() <= 14, "{} of 200:\n{}", claims.len(), claims.join("\n"));
}
