//! `tidemark_readers::bearable` with made-up bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tidemark_readers::bearable(data));
