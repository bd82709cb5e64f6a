//! Trends, coverage and wording over a period.

use proptest::prelude::*;
use tidemark_findings::DayMark::{Blank, Full, Half, Ring};
use tidemark_findings::stats::median;
use tidemark_findings::{Caution, DayMark, Included, Silence, coverage, facts, trend, trends};
use tidemark_model::{ChangeKind, Milli, Period};

use crate::diary::{Diary, Written, day, days};

/// Forty-two days of stress with eight empty days in between.
const FALLING: [i32; 42] = [
    6, 7, 6, 5, 6, 7, 7, 6, 5, 5, 6, 6, 7, 5, 4, 5, 6, 5, 5, 6, // days 0 to 19
    5, 4, 4, 5, 3, 4, 5, 4, 4, 3, 2, 3, 4, 4, 3, 3, 4, 2, 3, 3, 2, 3, // days 28 to 49
];

fn falling() -> Diary {
    let mut diary = Diary::new();
    for (number, value) in (0..20).chain(28..50).zip(FALLING) {
        diary.rate(number, "stress", value);
    }
    diary
}

fn texts(sentences: &[tidemark_findings::Sentence]) -> Vec<&str> {
    sentences.iter().map(|sentence| sentence.text.as_str()).collect()
}

#[test]
fn a_trend_says_where_it_began_where_it_is_and_how_it_drifts() {
    let diary = falling();
    let trend = trend(&diary.records, &diary.measure("stress"), days(0, 49));
    assert_eq!((trend.n, trend.n_missing, trend.proxy), (42, 8, 0));
    let windows = trend.first_days.zip(trend.last_days).unwrap();
    assert_eq!(
        (windows.0.n, windows.0.median, windows.1.n, windows.1.median),
        (14, Some(6.0), 14, Some(3.0))
    );
    assert_eq!((trend.min, trend.max, trend.median), (Some(2.0), Some(7.0), Some(5.0)));
    assert_eq!(trend.gaps.len(), 1);
    assert_eq!((trend.gaps[0].from, trend.gaps[0].to, trend.gaps[0].days), (day(20), day(27), 8));
    // R 4.2.2, nlme 3.1-162, gls(v ~ d, correlation = corCAR1(form = ~ d), method = "REML"): 30·slope, its se, φ.
    let drift = trend.drift.as_ref().unwrap();
    assert!((drift.slope_per_30_days - -2.320_752_8).abs() < 1e-5);
    assert!((drift.phi - 0.106_638).abs() < 1e-4);
    // `integrated` of core/stats/oracles/gls_trend/make.py: dense REML, adaptive quadrature over φ.
    assert!((drift.df - 15.847_37).abs() < 1e-2);
    assert!(
        (drift.interval.low - -2.835_491).abs() < 1e-4 && (drift.interval.high - -1.806_014).abs() < 1e-4
    );
    assert_eq!((drift.n, drift.from, drift.to), (42, day(0), day(49)));
    assert_eq!(drift.check.unwrap().method.name, "mann-kendall");
    let said = texts(&trend.sentences);
    assert_eq!(
        said[0],
        "Stress: median 6 in the first 14 days (n 14) and 3 in the last 14 (n 14); lowest 2, highest 7."
    );
    assert!(
        said[1].starts_with("Estimated drift −2.3 points per 30 days (95 % interval −2.8 to −1.8), taking")
    );
    assert_eq!(said.len(), 2);
}

#[test]
fn a_drift_whose_interval_holds_zero_says_both_ways_fit() {
    let mut diary = Diary::new();
    diary.rate_all("mood", &[5, 6, 4, 5, 6, 5, 4, 6, 5, 5].repeat(4));
    let trend = trend(&diary.records, &diary.measure("mood"), days(0, 39));
    assert!(trend.drift.as_ref().unwrap().interval.covers_zero());
    assert_eq!(texts(&trend.sentences)[2], "Both a small rise and a small fall fit these records.");
}

#[test]
fn no_level_line_below_twenty_values_and_one_level_a_day_from_then_on() {
    let mut diary = Diary::new();
    diary.rate_all("mood", &[5, 6, 4, 7, 5, 6, 3, 5, 6, 5, 4, 5, 6, 5, 7, 5, 4, 5, 6]);
    let level = |diary: &Diary| trend(&diary.records, &diary.measure("mood"), days(0, 40)).level;
    assert_eq!(level(&diary), Err(Silence::TooFew { have: 19, need: 20 }));
    diary.rate(30, "mood", 6);
    let band = level(&diary).unwrap();
    assert_eq!((band.days.len(), band.days[0].day, band.days[30].day), (31, day(0), day(30)));
    assert!(band.days.iter().all(|at| at.low <= at.level && at.level <= at.high));
}

#[test]
fn one_or_two_values_are_listed_with_their_dates() {
    let mut diary = Diary::new();
    let said = |diary: &Diary, measure: &str| {
        trend(&diary.records, &diary.measure(measure), days(0, 89)).sentences.remove(0).text
    };
    assert_eq!(said(&diary, "pain"), "Pain: no values of the person's own (1 Sep – 29 Nov 2026).");
    diary.rate(3, "pain", 4);
    diary.rate(5, "pain", 6);
    assert_eq!(said(&diary, "pain"), "Pain: 4 on 4 Sep 2026, 6 on 6 Sep 2026. Too few to summarise.");
    diary.rate(6, "pain", 0);
    assert_eq!(
        said(&diary, "pain"),
        "Pain: median 4 in the first 14 days (n 3), no values in the last 14; lowest 0, highest 6."
    );
    diary.rate_as(0, "sleep_duration", Milli::new(7_250).unwrap(), Written::OnTheDay);
    assert_eq!(said(&diary, "sleep_duration"), "Sleep duration: 7 h 15 on 1 Sep 2026. Too few to summarise.");
}

#[test]
fn weekly_medians_stand_in_above_120_days() {
    let mut diary = Diary::new();
    // 1 September 2026 is a Tuesday: the first week has six days of the period, then Mondays from 7 September.
    for (number, value) in (0..6).zip([1, 2, 3, 4, 9, 8]) {
        diary.rate(number, "stress", value);
    }
    diary.rate(6, "stress", 5);
    let weeks = |to: i32| trend(&diary.records, &diary.measure("stress"), days(0, to)).weeks;
    assert!(weeks(119).is_empty());
    let weeks = weeks(120);
    assert_eq!(weeks.len(), 2);
    // R 4.2.2 quantile(c(1, 2, 3, 4, 9, 8), c(.25, .5, .75)): 2.25, 3.5, 7.
    assert_eq!((weeks[0].n, weeks[0].q1, weeks[0].median, weeks[0].q3), (6, 2.25, 3.5, 7.0));
    assert_eq!((weeks[0].from, weeks[0].to, weeks[1].from, weeks[1].n), (day(0), day(5), day(6), 1));
}

#[test]
fn ratings_by_somebody_else_are_drawn_and_in_no_figure() {
    let mut diary = Diary::new();
    diary.rate_all("mood", &[3, 3, 3, 3]);
    // On day 3 both rated, the other person later; on day 4 only the other person did.
    diary.rate_as(3, "mood", Milli::whole(10), Written::ByProxy);
    diary.rate_as(4, "mood", Milli::whole(10), Written::ByProxy);
    let trend = trend(&diary.records, &diary.measure("mood"), days(0, 9));
    assert_eq!((trend.n, trend.proxy, trend.max, trend.points.len()), (4, 2, Some(3.0), 6));
    assert!(trend.cautions.contains(&Caution::ProxyExcluded));
    assert!(texts(&trend.sentences)[2].starts_with("2 values were given by somebody else"));
}

#[test]
fn coverage_counts_days_by_how_they_were_written() {
    let mut diary = Diary::new();
    for number in [0, 2, 9] {
        diary.rate(number, "stress", 5);
    }
    for number in [3, 10] {
        diary.rate_as(number, "stress", Milli::whole(5), Written::NextDay);
    }
    diary.rate_as(4, "stress", Milli::whole(5), Written::WeekLater);
    diary.rate_as(5, "stress", Milli::whole(5), Written::Imported);
    diary.rate_as(6, "stress", Milli::whole(5), Written::ByProxy);
    // Written about twice: the entry made on the day decides.
    diary.rate_as(0, "mood", Milli::whole(5), Written::WeekLater);
    let found = coverage(&diary.records, days(0, 12));
    assert_eq!((found.days, found.days_with_entries), (13, 8));
    assert_eq!((found.live, found.late, found.backfill, found.imported, found.proxy), (4, 2, 1, 1, 1));
    let gap = found.longest_gap.unwrap();
    assert_eq!((gap.from, gap.to, gap.days), (day(7), day(8), 2)); // day 1 is shorter; days 11 and 12 are as long, but later
    let marks: Vec<DayMark> = found.strip.iter().map(|at| at.mark).collect();
    assert_eq!(marks, [Full, Blank, Full, Half, Ring, Ring, Full, Blank, Blank, Full, Half, Blank, Blank]);
    assert_eq!(
        texts(&found.sentences),
        [
            "Entries on 8 of 13 days (62 %); 2 added the next day, 1 later.",
            "1 day comes from an imported file that does not say when it was written.",
            "On 1 day the entries were made by somebody else.",
            "Longest stretch without entries 2 days (8 Sep – 9 Sep 2026).",
        ]
    );
}

#[test]
fn an_empty_diary_is_one_long_gap_and_a_full_one_has_none() {
    let mut diary = Diary::new();
    let empty = coverage(&diary.records, days(0, 4));
    assert_eq!((empty.days_with_entries, empty.longest_gap.unwrap().days), (0, 5));
    diary.rate_all("mood", &[5, 5, 5, 5, 5]);
    let full = coverage(&diary.records, days(0, 4));
    assert_eq!(full.longest_gap, None);
    assert_eq!(texts(&full.sentences)[1], "No day is without an entry.");
}

#[test]
fn twenty_thousand_values_are_answered() {
    let mut diary = Diary::new();
    let first = "1960-01-01".parse::<tidemark_model::LogicalDate>().unwrap();
    let offset = first.day_number() - day(0).day_number();
    for number in 0..20_000 {
        diary.rate(offset + number, "stress", 5 + (number * 7 + number / 11) % 5 - 2);
    }
    let period = Period::new(first, first.plus_days(19_999).unwrap()).unwrap();
    let trend = trend(&diary.records, &diary.measure("stress"), period);
    assert_eq!((trend.n, trend.weeks.len()), (20_000, 2_858)); // 1 January 1960 is a Friday: 3 days, then 2,857 weeks
    assert!(trend.drift.is_ok());
    assert_eq!(trend.level.unwrap().days.len(), 20_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_the_records_changes_nothing(
        values in prop::collection::vec((0_i32..60, 0_i32..=10, 0_u8..5), 1..80),
        around in prop::collection::vec((0_i32..=10, 0_i32..=10), 0..12),
        turn in 0_usize..80,
    ) {
        let mut diary = Diary::new();
        for (number, value, written) in values {
            let written = [
                Written::OnTheDay, Written::NextDay, Written::WeekLater, Written::Imported, Written::ByProxy,
            ][usize::from(written)];
            diary.rate_as(number, "stress", Milli::whole(value), written);
        }
        diary.sessions("stress", &around);
        for number in [40, 3, 40, 20] {
            diary.visit(number - 50);
            diary.medicine(number, "Melatonin", ChangeKind::Up, [None, None]);
        }
        let before = facts(&diary.records, days(0, 59), day(60), &Included::default());
        let records = &mut diary.records;
        records.check_ins.reverse();
        let turn = turn % records.check_ins.len();
        records.check_ins.rotate_left(turn);
        records.sessions.reverse();
        records.session_ratings.reverse();
        records.measures.reverse();
        records.medications.reverse();
        records.medication_changes.reverse();
        records.visits.reverse();
        prop_assert_eq!(facts(records, days(0, 59), day(60), &Included::default()), before);
    }
}

#[test]
fn json_carries_dates_decimals_and_codes() {
    let diary = falling();
    let found = &trends(&diary.records, days(0, 49))[0];
    let json = serde_json::to_value(found).unwrap();
    assert_eq!(json["measure_id"], "stress");
    assert_eq!(json["direction"], "higher_worse");
    assert_eq!(json["period"], serde_json::json!({"from": "2026-09-01", "to": "2026-10-20", "days": 50}));
    assert_eq!(json["points"][0]["day"], "2026-09-01");
    assert_eq!(json["points"][0]["mode"], "live");
    assert_eq!(json["first_days"]["median"], 6.0);
    assert_eq!(json["drift"]["method"]["name"], "gls-trend");
    let mut few = Diary::new();
    few.rate_all("stress", &[1, 2, 3]);
    let json = serde_json::to_value(&trends(&few.records, days(0, 9))[0]).unwrap();
    assert_eq!(json["drift"], serde_json::json!({"refused": {"reason": "too_few", "have": 3, "need": 30}}));
}

#[test]
fn the_facade_reaches_the_statistics_through_this_crate() {
    assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
}
