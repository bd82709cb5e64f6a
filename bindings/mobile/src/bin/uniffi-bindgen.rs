//! Writes the Kotlin side of the bindings from the built library; `tests/kotlin/run` calls it.

fn main() {
    uniffi::uniffi_bindgen_main();
}
