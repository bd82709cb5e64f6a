#!/usr/bin/env bash
# The library for iOS as an XCFramework, and the Swift side: bindings/mobile/build-ios.sh [FOLDER]
#
# NOT RUN by the project's own tests: they have no Mac. Written to the documentation of `xcodebuild -create-xcframework` and of
# UniFFI 0.32; the tests only check the script itself (shellcheck). Needs Xcode 16 and the Rust targets aarch64-apple-ios,
# aarch64-apple-ios-sim and x86_64-apple-ios.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
out="${1:-$root/target/ios}"

if [ "$(uname -s)" != Darwin ] || ! command -v xcodebuild >/dev/null; then
    echo "build-ios: this needs a Mac with Xcode. Nothing was built." >&2
    exit 3
fi

cd "$root"
target="${CARGO_TARGET_DIR:-$root/target}"
work="$out.part"
rm -rf "$work"
mkdir -p "$work/headers" "$work/simulator"

export IPHONEOS_DEPLOYMENT_TARGET=17.0
for triple in aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios; do
    cargo build --locked --profile phone -p tidemark-mobile --target "$triple"
done

cargo build --locked --quiet -p tidemark-mobile --features bindgen --bin uniffi-bindgen-swift
library="$target/aarch64-apple-ios/phone/libtidemark_mobile.a"
generate() { "$target/debug/uniffi-bindgen-swift" "$@" "$library" "$work"; }
generate --swift-sources
generate --headers
generate --modulemap --module-name TidemarkFFI --modulemap-filename module.modulemap
mv "$work"/*.h "$work/module.modulemap" "$work/headers/"

# One library for both kinds of Mac: an XCFramework takes one a platform.
lipo -create "$target/aarch64-apple-ios-sim/phone/libtidemark_mobile.a" "$target/x86_64-apple-ios/phone/libtidemark_mobile.a" \
    -output "$work/simulator/libtidemark_mobile.a"
xcodebuild -create-xcframework \
    -library "$library" -headers "$work/headers" \
    -library "$work/simulator/libtidemark_mobile.a" -headers "$work/headers" \
    -output "$work/TidemarkFFI.xcframework"
rm -rf "$work/headers" "$work/simulator"

rm -rf "$out"
mv "$work" "$out"
echo "build-ios: $out has TidemarkFFI.xcframework and TidemarkBindings.swift"
