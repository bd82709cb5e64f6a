//! What stays of the differences among three kinds and more once each is drawn towards the others as far as its own
//! uncertainty asks (partial pooling)?

use std::collections::BTreeMap;

use tidemark_stats::distribution::normal_quantile;
use tidemark_stats::{Groups, Level, PooledGroups, pooled_groups};

use super::kind::Kind;
use crate::session_change::pairing::Both;

/// Kinds of session, pooled over what changed from before.
pub(super) struct Pooled {
    found: Option<PooledGroups>,
    /// Names of the groups in the statistics, by place in the order of the kinds.
    kinds: Vec<Kind>,
}

impl Pooled {
    pub(super) fn of(kinds: &BTreeMap<Kind, Vec<Both>>) -> Self {
        let rows = kinds.values().enumerate().flat_map(|(place, rated)| {
            rated.iter().map(move |both| (format!("{place:03}"), Some(both.later - both.before)))
        });
        let found = Groups::new(rows).ok().map(|groups| pooled_groups(&groups, Level::P95));
        Self { found, kinds: kinds.keys().cloned().collect() }
    }

    /// Whether the 95 % interval of the difference of two pooled means leaves 0 out.
    ///
    /// # Formula
    /// With shrinkage λ = τ²/(τ² + s²), pooled means μ + λ(m − μ): their difference has variance
    /// τ²(1 − λ₁) + τ²(1 − λ₂) + (λ₁ − λ₂)² var(μ), τ² taken as known.
    pub(super) fn differ(&self, one: &Kind, other: &Kind) -> bool {
        let Some((pooling, found)) = self.found.as_ref().and_then(|found| Some((found.pooling.ok()?, found)))
        else {
            return false;
        };
        if pooling.tau_squared <= 0.0 {
            return false;
        }
        let group = |kind: &Kind| {
            let place = self.kinds.iter().position(|known| known == kind)?;
            let name = format!("{place:03}");
            let group = found.groups.iter().find(|group| group.label == name)?;
            let (pooled, _) = group.pooled?;
            let se = group.se.ok()?;
            Some((pooled, pooling.tau_squared / (pooling.tau_squared + se * se)))
        };
        let (Some((mean, kept)), Some((other_mean, other_kept))) = (group(one), group(other)) else {
            return false;
        };
        let variance = pooling.tau_squared * (2.0 - kept - other_kept)
            + (kept - other_kept).powi(2) * pooling.overall_se.powi(2);
        normal_quantile(0.975).is_some_and(|z| (mean - other_mean).abs() > z * variance.sqrt())
    }
}
