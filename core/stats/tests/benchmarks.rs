//! Is every public method timed? A method without a line in `benches/methods/` would slow down unseen.

#![allow(clippy::expect_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::Path;

/// Functions that `lib.rs` gives out, which are its methods.
#[cfg(test)]
fn public_methods(lib: &str) -> Vec<&str> {
    let exports = lib.split("pub use ").skip(1).filter_map(|rest| rest.split(';').next());
    let names = exports.flat_map(|item| item.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')));
    names
        .filter_map(|name| name.rsplit("::").next())
        .filter(|name| name.starts_with(|c: char| c.is_lowercase()))
        .collect()
}

#[test]
fn every_public_method_is_timed() {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lib = fs::read_to_string(crate_folder.join("src/lib.rs")).expect("lib.rs");
    let timed: String = fs::read_dir(crate_folder.join("benches/methods"))
        .expect("benches/methods")
        .map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("text"))
        .collect();
    let methods = public_methods(&lib);
    assert!(methods.len() >= 10, "{methods:?}");
    let untimed: Vec<&str> =
        methods.into_iter().filter(|method| !timed.contains(&format!("| {method}("))).collect();
    assert_eq!(untimed, Vec::<&str>::new(), "no line in benches/methods/<family>.rs");
}
