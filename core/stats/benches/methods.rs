//! How long does each public method take on a diary of one, ten and a hundred years?
//!
//! `cargo bench -p tidemark-stats --bench methods` times them all, `-- gls-trend` those with these words in their names.
//! A method's line is in `methods/<family>.rs`; a test of this crate fails when a public method has none. Refuses to judge:
//! the peers stand beside us in `peers.py`, and what may not grow is counted by `instructions.rs`.

#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, reason = "a benchmark may fail loudly")]

#[path = "methods/registry.rs"]
mod registry;

use std::time::Duration;

use criterion::{BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};
use registry::{Diary, Gaps, SIZES, methods};

fn each(criterion: &mut Criterion) {
    let diaries = SIZES.map(|n| Diary::made_up(n, Gaps::OneDayInTen));
    for method in methods() {
        let mut group = criterion.benchmark_group(method.name);
        // Three sizes of a method differ by a factor of thousands: flat sampling keeps the slow ones within their second.
        group.sampling_mode(SamplingMode::Flat).sample_size(10);
        group.warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_secs(1));
        for diary in &diaries {
            group.bench_with_input(BenchmarkId::from_parameter(diary.n()), diary, |bencher, diary| {
                bencher.iter(|| (method.run)(diary));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, each);
criterion_main!(benches);
