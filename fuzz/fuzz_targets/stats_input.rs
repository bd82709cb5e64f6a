//! `tidemark_readers::stats_input` with made-up bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tidemark_readers::stats_input(data));
