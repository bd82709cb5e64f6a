// swift-tools-version: 6.0
// The Swift side of Tidemark. What is in Generated/ is written by tests/swift/run from the built library and is not committed;
// the library itself is found through -L, since its folder is named by its content.
import PackageDescription

let package = Package(
    name: "Tidemark",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [
        .library(name: "TidemarkBindings", targets: ["TidemarkBindings"]),
    ],
    targets: [
        // The C names of the library: a header and a module map.
        .systemLibrary(name: "TidemarkFFI", path: "Generated/TidemarkFFI"),
        // A module of its own: what stands above reaches it through a client type alone.
        .target(
            name: "TidemarkBindings",
            dependencies: ["TidemarkFFI"],
            path: "Generated/TidemarkBindings",
            linkerSettings: [.linkedLibrary("tidemark_mobile")]
        ),
        .testTarget(name: "TidemarkBindingsTests", dependencies: ["TidemarkBindings"]),
    ],
    swiftLanguageModes: [.v6]
)
