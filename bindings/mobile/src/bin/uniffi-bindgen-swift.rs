//! Writes the Swift side of the bindings from the built library, source, header and module map apart; `tests/swift/run`
//! calls it.

fn main() {
    uniffi::uniffi_bindgen_swift();
}
