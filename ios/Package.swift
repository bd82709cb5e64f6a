// swift-tools-version: 6.0
// The Swift side of Tidemark. What is in Generated/ is written by tests/swift/run from the built library and is not committed;
// the library itself is found through -L, since its folder is named by its content.
import PackageDescription

// Apple's frameworks are not on Linux. There the views are compiled, and walked in tests, against our own reading of the parts they
// use, and the app against their names alone: Stubs/README.md says what that shows and what it does not.
#if os(Linux)
    let library: [Target] = [
        // The C names of the library: a header and a module map.
        .systemLibrary(name: "TidemarkFFI", path: "Generated/TidemarkFFI"),
        // A module of its own: what stands above reaches it through a client type alone.
        .target(
            name: "TidemarkBindings", dependencies: ["TidemarkFFI"], path: "Generated/TidemarkBindings",
            linkerSettings: [.linkedLibrary("tidemark_mobile")]),
    ]
    let names = ["CryptoKit", "LocalAuthentication", "Security", "UIKit", "UniformTypeIdentifiers", "UserNotifications"]
    let apple: [Target] = names.map { name in
        .target(name: name, dependencies: name == "UIKit" ? ["UniformTypeIdentifiers"] : [], path: "Stubs/Apple/\(name)")
    }
    // The app's own sources, which App/project.yml makes a program of: here they are compiled, and what decides something is tested.
    let app: [Target] = [
        .executableTarget(
            name: "TidemarkApp",
            dependencies: ["SwiftUI", "TidemarkBindings", "TidemarkLogic", "TidemarkStrings", "TidemarkUI"]
                + names.map { .target(name: $0) },
            path: "App/Sources"),
        .testTarget(name: "TidemarkAppTests", dependencies: ["TidemarkApp", "TidemarkBindings", "TidemarkLogic"]),
    ]
    let stubs: [Target] = [
        .target(name: "Accessibility", path: "Stubs/Accessibility"),
        .target(
            name: "SwiftUI",
            dependencies: ["Accessibility", "UIKit"],
            path: "Stubs/SwiftUI",
            // Debian's libswiftObservation 6.0.3 names a function of its own that no library of it has; only a crash would call it.
            linkerSettings: [.unsafeFlags(["-Xlinker", "--allow-shlib-undefined"])]),
        .target(name: "Charts", dependencies: ["SwiftUI"], path: "Stubs/Charts"),
    ]
    let kit: [Target.Dependency] = ["Accessibility", "Charts", "SwiftUI"]
    let viewTests: [Target] = [
        .testTarget(
            name: "TidemarkUITests",
            dependencies: ["TidemarkBindings", "TidemarkLogic", "TidemarkStrings", "TidemarkUI", "TidemarkReplay"] + kit)
    ]
#else
    // What bindings/mobile/build-ios.sh wrote.
    let library: [Target] = [
        .binaryTarget(name: "TidemarkFFI", path: "Generated/apple/TidemarkFFI.xcframework"),
        .target(
            name: "TidemarkBindings", dependencies: ["TidemarkFFI"], path: "Generated/apple", exclude: ["TidemarkFFI.xcframework"],
            sources: ["TidemarkBindings.swift"]),
    ]
    let apple: [Target] = []
    let app: [Target] = []
    let stubs: [Target] = []
    let kit: [Target.Dependency] = []
    let viewTests: [Target] = []
#endif

let package = Package(
    name: "Tidemark",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [
        .library(name: "TidemarkBindings", targets: ["TidemarkBindings"]),
        .library(name: "TidemarkLogic", targets: ["TidemarkLogic"]),
        .library(name: "TidemarkStrings", targets: ["TidemarkStrings"]),
        .library(name: "TidemarkUI", targets: ["TidemarkUI"]),
    ],
    targets: library + [
        // The words of the screens, a function a text.
        .target(name: "TidemarkStrings", path: "Generated/TidemarkStrings"),
        // States, events, reducers and effects of the screens, without a UI kit, so that any machine can test them.
        .target(name: "TidemarkLogic", dependencies: ["TidemarkBindings"]),
        // The views, drawn from the states of the logic and deciding nothing.
        .target(name: "TidemarkUI", dependencies: ["TidemarkBindings", "TidemarkLogic", "TidemarkStrings"] + kit),
        // What the tests read and write: the JSON of cases and scripts, and their folders.
        .target(name: "TidemarkReplay", path: "Tests/TidemarkReplay"),
        .testTarget(name: "TidemarkBindingsTests", dependencies: ["TidemarkBindings", "TidemarkReplay"]),
        .testTarget(name: "TidemarkLogicTests", dependencies: ["TidemarkBindings", "TidemarkLogic", "TidemarkReplay"]),
        .testTarget(name: "TidemarkStringsTests", dependencies: ["TidemarkStrings"]),
    ] + stubs + viewTests + apple + app,
    swiftLanguageModes: [.v6]
)
