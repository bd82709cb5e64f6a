//! Slope of a diary with CAR(1) errors by restricted maximum likelihood, the headline figure of a trend.
//!
//! Refuses an interval below three values and where nothing varies around the line. Equal to R
//! `nlme::gls(value ~ day, correlation = corCAR1(form = ~ day), method = "REML")`; oracle in `oracles/gls_trend/`.

use super::car::{Fit, Line};
use super::slope_df::{integrated, satterthwaite};
use crate::count::float;
use crate::distribution::StudentT;
use crate::likelihood::Likelihood;
use crate::{Answer, Caution, Interval, Level, Method, Refused, Series};

/// Days of a month, for slopes a person can read.
const MONTH: f64 = 30.0;

/// Degrees of freedom of the slope's t interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendDf {
    /// n − 2, as nlme prints; too many when days are alike.
    Residual,
    /// By Satterthwaite's rule from the uncertainty of the slope's own variance at φ̂, 1 to n − 2.
    Satterthwaite,
    /// The same uncertainty over every φ that fits, 1 to n − 2: nearest to its nominal level in short diaries.
    Integrated,
}

/// A straight line through a dated series whose neighbouring days are alike.
#[derive(Clone, Debug, PartialEq)]
pub struct GlsTrend {
    /// Method and variant.
    pub method: Method,
    /// Level of the line on the first day, in points.
    pub intercept: f64,
    /// Change per day, in points.
    pub slope_per_day: f64,
    /// Change per 30 days, in points.
    pub slope_per_30_days: f64,
    /// Uncertainty and autocorrelation, or why there are none.
    pub fit: Result<GlsFit, Refused>,
    /// Values used.
    pub n: usize,
    /// Entries known to be missing.
    pub n_missing: usize,
    /// What limits the reading.
    pub cautions: Vec<Caution>,
}

impl GlsTrend {
    /// The fields of `tidemark stats gls-trend`.
    #[must_use]
    pub fn answer(series: &Series, result: &Result<Self, Refused>) -> Answer {
        let found = result.as_ref().ok();
        let fit = found.and_then(|found| found.fit.ok());
        Answer::new("gls-trend", series.n(), series.n_missing())
            .ran(found.map(|found| (found.method.variant, &*found.cautions)))
            .with("intercept", found.map(|found| found.intercept))
            .with("slope_per_day", found.map(|found| found.slope_per_day))
            .with("slope_per_30_days", found.map(|found| found.slope_per_30_days))
            .with("se", fit.map(|fit| fit.se))
            .interval(fit.map(|fit| fit.interval))
            .with("df", fit.map(|fit| fit.df))
            .with("phi", fit.map(|fit| fit.phi))
            .with("sigma", fit.map(|fit| fit.sigma))
            .with("log_likelihood", fit.map(|fit| fit.log_likelihood))
            .with("p_value", fit.map(|fit| fit.p_value))
            .refused(result.as_ref().map_or_else(|refused| Some(*refused), |found| found.fit.err()))
    }
}

/// Uncertainty of the slope and the error process it was found under.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GlsFit {
    /// Standard error of the change per 30 days, in points.
    pub se: f64,
    /// Confidence interval of the change per 30 days, in points.
    pub interval: Interval,
    /// Degrees of freedom of the interval.
    pub df: f64,
    /// Correlation of errors one day apart, 0 to 1.
    pub phi: f64,
    /// Standard deviation of the errors, in points.
    pub sigma: f64,
    /// Restricted log-likelihood.
    pub log_likelihood: f64,
    /// Two-sided p-value of the slope, above 0.
    pub p_value: f64,
}

/// Slope by generalised least squares with CAR(1) errors, REML.
///
/// # Errors
/// [`Refused::TooFew`] below two values: there is no slope.
/// # Formula
/// φ maximises −½[(n − 2)(ln 2πσ̂² + 1) + ln|V| + ln|XᵀV⁻¹X|] over 0 ≤ φ < 1, V = φ^|day − day′|, σ̂² = RSS/(n − 2).
/// Satterthwaite: df = 2 f²/(gᵀ A g) for f the slope's variance, g its derivatives by (ln σ², φ) and A the inverse of
/// the observed REML information. With σ² profiled out this is 2 / (2/(n − 2) + F′(φ)²/J), F(φ) = ln f at σ̂²(φ),
/// J = −ℓ″(φ), both by central differences; kept within 1 to n − 2,
/// and 1 where φ runs to 1 or ℓ is not curved downwards.
/// Integrated: df = 2 / (2/(n − 2) + Var(F)), the variance over 0 ≤ φ < 1 with weight e^ℓ(φ) d∛ρ, ρ = φ^g, g the
/// median gap between entries in days; kept within 1 to n − 2.
/// # Source
/// Cooper & Thompson 1977, doi:10.1093/biomet/64.3.625; Jones 1980, doi:10.1080/00401706.1980.10486167; df:
/// Satterthwaite 1946, doi:10.2307/3002019, in the form of Giesbrecht & Burns 1985, doi:10.2307/2530872. That e^ℓ is
/// what the data say of φ with slope, level and variance integrated out: Harville 1974,
/// doi:10.1093/biomet/61.2.383; Zellner & Tiao 1964, doi:10.2307/2283097. Weight by simulation: decision record 0009.
pub fn gls_trend(series: &Series, df: TrendDf, level: Level) -> Result<GlsTrend, Refused> {
    let n = series.n();
    if n < 2 {
        return Err(Refused::TooFew { have: n, need: 2 });
    }
    let line = Line::new(&series.days_from_first(), series.values());
    let (intercept, slope, residuals) = line.ordinary();
    let mut trend = GlsTrend {
        method: Method::new("gls-trend", variant(df)),
        intercept,
        slope_per_day: slope,
        slope_per_30_days: MONTH * slope,
        fit: Err(Refused::NoVariation),
        n,
        n_missing: series.n_missing(),
        cautions: Vec::new(),
    };
    if n < 3 {
        trend.fit = Err(Refused::TooFew { have: n, need: 3 });
    } else if residuals.iter().any(|residual| residual.abs() > series.rounding()) {
        let likelihood = Likelihood::of(|phi| line.fit(phi).log_likelihood);
        let phi = likelihood.phi;
        let fit = line.fit(phi);
        trend.intercept = fit.intercept;
        trend.slope_per_day = fit.slope;
        trend.slope_per_30_days = MONTH * fit.slope;
        if likelihood.at_bound() {
            trend.cautions.push(Caution::AutocorrelationAtBound);
        }
        if likelihood.second_peak {
            trend.cautions.push(Caution::SecondPeak);
        }
        let residual_df = float(n) - 2.0;
        let df = match df {
            TrendDf::Residual => residual_df,
            TrendDf::Satterthwaite => satterthwaite(&line, phi, residual_df),
            TrendDf::Integrated => integrated(&line, &likelihood, residual_df),
        };
        trend.fit = inference(fit, phi, df, level);
    }
    Ok(trend)
}

const fn variant(df: TrendDf) -> &'static str {
    match df {
        TrendDf::Residual => "CAR(1) errors, REML, residual df",
        TrendDf::Satterthwaite => "CAR(1) errors, REML, Satterthwaite df",
        TrendDf::Integrated => "CAR(1) errors, REML, integrated df",
    }
}

fn inference(fit: Fit, phi: f64, df: f64, level: Level) -> Result<GlsFit, Refused> {
    let student = StudentT::new(df).ok_or(Refused::NotIdentifiable)?;
    let se = fit.slope_variance.sqrt();
    if !(se > 0.0 && se.is_finite()) {
        return Err(Refused::NotIdentifiable);
    }
    let reach = student.critical(level.alpha()) * se;
    Ok(GlsFit {
        se: MONTH * se,
        interval: Interval::new(fit.slope - reach, fit.slope + reach, level).scaled(MONTH),
        df,
        phi,
        sigma: fit.variance.sqrt(),
        log_likelihood: fit.log_likelihood,
        p_value: student.outside(fit.slope / se).max(f64::MIN_POSITIVE),
    })
}
