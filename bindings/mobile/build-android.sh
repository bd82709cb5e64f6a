#!/usr/bin/env bash
# The library for Android, one folder an ABI, and the Kotlin side: bindings/mobile/build-android.sh [FOLDER]
#
# NOT RUN by the project's own tests: they have no Android NDK. Written to the documentation of cargo-ndk 4 and of the NDK; the
# tests only check the script itself (shellcheck). Needs the NDK (ANDROID_NDK_HOME), cargo-ndk, and the Rust targets
# aarch64-linux-android, armv7-linux-androideabi and x86_64-linux-android.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
out="${1:-$root/target/android}"

if [ -z "${ANDROID_NDK_HOME:-}" ]; then
    echo "build-android: ANDROID_NDK_HOME names no NDK. Nothing was built." >&2
    exit 3
fi
if ! cargo ndk --version >/dev/null 2>&1; then
    echo "build-android: cargo-ndk is missing (cargo install --locked cargo-ndk). Nothing was built." >&2
    exit 3
fi

cd "$root"
target="${CARGO_TARGET_DIR:-$root/target}"
work="$out.part"
rm -rf "$work"
mkdir -p "$work/jniLibs" "$work/kotlin"

# Pages of 16 KB, which new phones have and older ones take as well. API 26 is the oldest that the app runs on; it reads packed
# relocations.
export RUSTFLAGS="${RUSTFLAGS:-} -C link-arg=-Wl,-z,max-page-size=16384 -C link-arg=-Wl,--pack-dyn-relocs=android"
cargo ndk --target arm64-v8a --target armeabi-v7a --target x86_64 --platform 26 --output-dir "$work/jniLibs" \
    build --locked --profile phone -p tidemark-mobile

# From a library that still has its symbols: the generator reads them. The copies above lose theirs when the app is packaged,
# which is the Android build's own step (it keeps them apart for crash reports).
cargo build --locked --quiet -p tidemark-mobile --features bindgen --bin uniffi-bindgen
"$target/debug/uniffi-bindgen" generate "$work/jniLibs/arm64-v8a/libtidemark_mobile.so" --language kotlin --no-format \
    --config bindings/mobile/uniffi-android.toml --out-dir "$work/kotlin"

# Every segment has to begin at a multiple of 16 KB, or the library does not load on such a phone.
readelf="$(find "$ANDROID_NDK_HOME/toolchains/llvm/prebuilt" -name llvm-readelf -print -quit)"
for library in "$work"/jniLibs/*/libtidemark_mobile.so; do
    while read -r align; do
        if ((align < 16384)); then
            echo "build-android: $library has a segment at $align, below 16 KB. Nothing was put in place." >&2
            exit 1
        fi
    done < <("$readelf" --program-headers --wide "$library" | awk '$1 == "LOAD" { print $NF }')
done

rm -rf "$out"
mv "$work" "$out"
echo "build-android: $out has jniLibs for three ABIs and the Kotlin side"
