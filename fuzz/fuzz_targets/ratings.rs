//! `tidemark_readers::ratings` with made-up bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tidemark_readers::ratings(data));
