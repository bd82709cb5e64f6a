//! Distribution functions against mpmath, `oracles/distribution/table.csv`, every point within 3e-10 relative.

use std::fs;
use std::path::Path;

use tidemark_stats::distribution::{StudentT, normal_cdf, normal_quantile};

#[test]
fn every_point_of_the_table_is_within_three_in_ten_billion() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("oracles/distribution/table.csv");
    let text = fs::read_to_string(path).expect("table");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut wrong = Vec::new();
    let mut points = 0;
    for row in reader.records() {
        let row = row.expect("row");
        let argument: f64 = row[1].parse().expect("argument");
        let student = || StudentT::new(row[2].parse().expect("df")).expect("df");
        let given = match &row[0] {
            "normal_cdf" => normal_cdf(argument),
            "normal_quantile" => normal_quantile(argument).expect("p"),
            "student_outside" => student().outside(argument),
            "student_quantile" => student().quantile(argument).expect("p"),
            other => panic!("{other}"),
        };
        let expected: f64 = row[3].parse().expect("expected");
        points += 1;
        if (given - expected).abs() > 3e-10 * expected.abs() {
            wrong.push(format!("{row:?}: {given:e}, off by {:e}", given / expected - 1.0));
        }
    }
    assert!(points > 200, "{points}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_cdf_is_one_half_at_zero_and_adds_up_to_one() {
    let student = StudentT::new(5.5).expect("df");
    for t in [0.0, 0.1, 2.5, 30.0] {
        assert!((student.cdf(t) + student.cdf(-t) - 1.0).abs() < 1e-15);
    }
    assert!((student.cdf(0.0) - 0.5).abs() < 1e-16);
}

#[test]
fn probabilities_outside_zero_to_one_have_no_quantile() {
    let student = StudentT::new(3.0).expect("df");
    for p in [0.0, 1.0, -0.1, 1.1, f64::NAN] {
        assert_eq!(student.quantile(p), None);
        assert_eq!(normal_quantile(p), None);
    }
    assert_eq!(StudentT::new(0.0), None);
    assert_eq!(StudentT::new(f64::NAN), None);
}
