//! The tables of the cases, read as the library's checked values.

use tidemark_stats::{
    DataError, GroupedPair, GroupedPairs, Groups, Level, PValues, Pairs, Phase, Phases, Series, SessionDay,
    SessionDays,
};

/// A case's table and the options of one answer.
pub(crate) struct Asked<'a> {
    pub(crate) csv: &'a str,
    pub(crate) options: &'a [String],
}

impl Asked<'_> {
    pub(crate) fn has(&self, name: &str) -> bool {
        self.options.iter().any(|option| option == name)
    }

    pub(crate) fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().skip_while(|option| *option != name).nth(1).map(String::as_str)
    }

    pub(crate) fn level(&self) -> Level {
        let share = self.option("--level").map(|text| text.parse().expect("level"));
        share.map_or(Level::P95, |share| Level::new(share).expect("level"))
    }

    pub(crate) fn numbers(&self) -> Vec<f64> {
        self.rows().iter().filter_map(|row| number(&row[0])).collect()
    }

    pub(crate) fn pairs(&self) -> Pairs {
        let rows = self.rows();
        let complete: Vec<(f64, f64)> =
            rows.iter().filter_map(|row| number(&row[0]).zip(number(&row[1]))).collect();
        let missing = rows.len() - complete.len();
        let made: Result<Pairs, DataError> = Pairs::new(complete);
        made.expect("pairs").with_missing(missing)
    }

    pub(crate) fn phases(&self) -> Phases {
        let phase = |text: &str| if text == "A" { Phase::A } else { Phase::B };
        let rows = self.rows();
        Phases::new(rows.iter().map(|row| (phase(&row[0]), number(&row[1])))).expect("phases")
    }

    pub(crate) fn groups(&self) -> Groups {
        let rows = self.rows();
        Groups::new(rows.iter().map(|row| (row[0].clone(), number(&row[1])))).expect("groups")
    }

    pub(crate) fn p_values(&self) -> PValues {
        PValues::new(self.rows().iter().map(|row| number(&row[0]))).expect("p-values")
    }

    pub(crate) fn series(&self) -> Series {
        let rows = self.rows();
        let points: Vec<(i32, f64)> =
            rows.iter().filter_map(|row| number(&row[1]).map(|value| (day(&row[0]), value))).collect();
        let missing = rows.len() - points.len();
        Series::new(points).expect("series").with_missing(missing)
    }

    pub(crate) fn session_days(&self) -> SessionDays {
        let rows = self.rows();
        let days = rows.iter().map(|row| SessionDay {
            day: day(&row[0]),
            value: number(&row[1]),
            session: row[2] == "1",
        });
        SessionDays::new(days).expect("days")
    }

    /// Sessions with both ratings, the first kind that of the first row, and how many lack one.
    pub(crate) fn grouped_pairs(&self) -> (GroupedPairs, usize) {
        let rows = self.rows();
        let complete: Vec<GroupedPair> = rows
            .iter()
            .filter_map(|row| {
                let (before, outcome) = number(&row[1]).zip(number(&row[2]))?;
                Some(GroupedPair { day: day(&row[0]), before, outcome, first: row[3] == rows[0][3] })
            })
            .collect();
        let missing = rows.len() - complete.len();
        (GroupedPairs::new(complete).expect("pairs"), missing)
    }

    pub(crate) fn rows(&self) -> Vec<Vec<String>> {
        let mut reader = csv::Reader::from_reader(self.csv.as_bytes());
        reader.records().map(|row| row.expect("row").iter().map(str::to_owned).collect()).collect()
    }
}

pub(crate) fn number(text: &str) -> Option<f64> {
    (!text.is_empty()).then(|| text.parse().expect("number"))
}

/// Days since 2026-01-05, the first date of every case, counted through months of that calendar.
pub(crate) fn day(date: &str) -> i32 {
    let part = |range: std::ops::Range<usize>| date.get(range).expect("date").parse::<i32>().expect("date");
    let (year, month, day) = (part(0..4), part(5..7), part(8..10));
    let before: i32 = (1..month).map(|month| month_length(year, month)).sum();
    (2026..year).map(|year| if leap(year) { 366 } else { 365 }).sum::<i32>() + before + day - 5
}

pub(crate) fn date(mut day: i32) -> String {
    day += 4;
    let mut year = 2026;
    while day >= if leap(year) { 366 } else { 365 } {
        day -= if leap(year) { 366 } else { 365 };
        year += 1;
    }
    let mut month = 1;
    while day >= month_length(year, month) {
        day -= month_length(year, month);
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", day + 1)
}

const fn leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn month_length(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + leap(year) as i32,
        _ => 31,
    }
}
