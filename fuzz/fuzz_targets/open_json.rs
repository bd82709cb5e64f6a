//! `tidemark_readers::open_json` with made-up bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tidemark_readers::open_json(data));
