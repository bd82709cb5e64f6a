//! `tidemark_readers::track_and_graph` with made-up bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tidemark_readers::track_and_graph(data));
