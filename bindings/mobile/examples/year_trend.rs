//! A diary of a year at the place named, and how long its trend takes without crossing: the other half of
//! `tests/kotlin/run measure`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a measurement may fail loudly"
)]

use std::time::Instant;

use tidemark::model::RecordedBy;
use tidemark_mobile::{CheckInDraft, Moment, OpenDiary, Rated, Span};

fn main() {
    let path = std::env::args().nth(1).unwrap();
    // 21:04 in Berlin on the last of 365 days; `date -u -d 2026-11-24T20:04Z +%s` is 1795550640.
    let at = |day: i64| Moment {
        epoch_ms: 1_795_550_640_000 + (day - 364) * 86_400_000,
        offset_s: 3600,
        zone_id: Some("Europe/Berlin".to_owned()),
    };
    let diary = OpenDiary::create(&path, "four plain words here".to_owned(), None, &at(0)).unwrap();
    for day in 0..365 {
        let value_milli = Some(1000 * (4 + (day * 7 + day / 5) % 5 - day % 2));
        let draft = CheckInDraft {
            rated_at: at(day),
            ratings: vec![Rated { measure_id: "stress".to_owned(), value_milli }],
            day: None,
            note: None,
            recorded_by: RecordedBy::Own,
            practices: vec![],
        };
        diary.save_check_in(draft, &at(day)).unwrap();
    }
    let measures = ["stress".to_owned()];
    let mut taken: Vec<f64> = (0..400)
        .map(|_| {
            let begun = Instant::now();
            let trends = diary.trends(&measures, &Span::default()).unwrap();
            assert_eq!(trends.trends[0].n, 365);
            begun.elapsed().as_secs_f64() * 1e3
        })
        .skip(200)
        .collect();
    taken.sort_by(f64::total_cmp);
    println!("MEASURED Rust: trend of 365 days, warm, ms: median {:.2}, fastest {:.2}", taken[100], taken[0]);
    diary.shut().unwrap();
}
