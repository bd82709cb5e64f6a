//! Statistics for one person's short, gappy, autocorrelated integer diaries: numbers in, numbers out.
//!
//! Every method takes checked values ([`Series`], [`Pairs`], [`Phases`], [`SessionDays`], [`Level`]) and returns one
//! struct with the estimate, its interval, n used, n missing, the method's name and typed [`Caution`]s. What cannot be said is a
//! [`Refused`] value, never NaN; an estimate that is defined is given even when its interval is not.
//!
//! Nothing here reads a clock, a file or a diary, and nothing draws at random without a [`Seed`].
//!
//! The expected values of the tests are in `oracles/<method>/`, each with the program that made them.

mod answer;
mod autocorrelation;
mod caution;
mod change_point;
mod control_chart;
mod count;
pub mod distribution;
mod error;
mod groups;
mod interval;
mod level;
mod likelihood;
mod median;
mod method;
mod missingness;
mod multiplicity;
mod p_values;
mod paired;
mod phases;
mod planning;
mod pooling;
mod proportion;
mod rank;
mod refused;
mod regression;
mod seed;
mod series;
mod session_days;
mod signed_sum;
mod single_case;
mod smoothing;
mod state_space;
mod trend;

pub use answer::{Answer, Field};
pub use autocorrelation::{Autocorrelation, Lags, LjungBox, autocorrelation};
pub use caution::Caution;
pub use change_point::{ChangePoints, PenaltyUsed, Segmentation, change_points};
pub use control_chart::{ControlChart, ControlLimits, ControlRule, ControlSignal, control_chart};
pub use error::DataError;
pub use groups::Groups;
pub use interval::Interval;
pub use level::Level;
pub use median::median;
pub use method::Method;
pub use missingness::{Missingness, NextDayOdds, Period, missingness};
pub use multiplicity::{BenjaminiHochberg, benjamini_hochberg};
pub use p_values::PValues;
pub use paired::{
    ConfidenceSequence, Differences, EffectSize, EffectiveSize, MeanTest, MeaningfulChange, MeaningfulCount,
    PairedMean, SignCount, SignFlip, SignFlipNull, confidence_sequence, effect_size, paired_mean, sign_count,
    sign_flip,
};
pub use phases::{Phase, Phases};
pub use planning::{SessionPlan, SessionsNeeded, sessions_needed};
pub use pooling::{PooledGroup, PooledGroups, Pooling, pooled_groups};
pub use proportion::{Trials, Wilson, wilson};
pub use rank::{HodgesLehmann, WalshInterval, Wilcoxon, Zeros, hodges_lehmann, tau_b, wilcoxon};
pub use refused::Refused;
pub use regression::{
    Difference, EventLag, EventRange, EventStudy, EventStudyFit, GroupDifference, GroupedPair, GroupedPairs,
    HedgesG, LagWindow, LeadsTest, OutcomeLag, SelectionFlag, SessionCoefficients, SessionEffect,
    SessionInference, event_study, group_difference, selection_flag, session_effect,
};
pub use seed::Seed;
pub use series::{Pairs, Series};
pub use session_days::{SessionDay, SessionDays};
pub use single_case::{
    BaselineCorrectedTau, Direction, Nap, TauInterval, TauU, baseline_corrected_tau, nap, tau_u,
};
pub use smoothing::{FittedDay, Lowess, Smoothness, lowess};
pub use state_space::{LevelOnDay, LocalLevel, LocalLevelFit, local_level};
pub use trend::{
    GlsFit, GlsTrend, KendallTest, KendallVariance, MannKendall, SeasonalKendall, SeasonalTest, TheilSen,
    TrendDf, gls_trend, mann_kendall, seasonal_kendall, theil_sen,
};
