//! Level and shape of a dated series. From a case's options and table to the library's call.

use tidemark_stats::{
    Answer, ChangePoints, ControlChart, Direction, Lags, Lowess, Missingness, Period, Segmentation,
    Smoothness, autocorrelation, change_points, control_chart, local_level, lowess, missingness,
};

use crate::input::{Asked, day};

pub(crate) fn process(method: &str, asked: &Asked<'_>) -> Option<Answer> {
    let series = || asked.series();
    let number = |name: &str| asked.option(name).map(|text| text.parse::<f64>().expect("number"));
    Some(match method {
        "autocorrelation" => {
            let lags =
                asked.option("--lags").map(|text| Lags::new(text.parse().expect("lags")).expect("lags"));
            autocorrelation(&series(), lags.unwrap_or_else(|| Lags::usual(series().n()))).answer()
        }
        "change_points" => {
            let shortest = asked.option("--min-segment").map_or(7, |text| text.parse().expect("count"));
            let segmentation = Segmentation::new(number("--penalty"), shortest).expect("segmentation");
            ChangePoints::answer(&series(), &change_points(&series(), segmentation))
        }
        "control_chart" => ControlChart::answer(&series(), &control_chart(&series())),
        "local_level" => local_level(&series()).answer(),
        "lowess" => {
            let fraction = number("--fraction").unwrap_or(2.0 / 3.0);
            let iterations = asked.option("--iterations").map_or(3, |text| text.parse().expect("count"));
            let smoothness = Smoothness::new(fraction, iterations, number("--delta")).expect("smoothness");
            Lowess::answer(&series(), &lowess(&series(), smoothness))
        }
        "missingness" => {
            let period = Period::new(asked.option("--from").map(day), asked.option("--to").map(day));
            let better = match asked.option("--better") {
                Some("lower") => Direction::Lower,
                _ => Direction::Higher,
            };
            let found = missingness(&series(), period.expect("period"), better, asked.level());
            Missingness::answer(&series(), &found)
        }
        _ => return None,
    })
}
