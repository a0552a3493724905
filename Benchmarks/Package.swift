// swift-tools-version: 6.2
import PackageDescription

// The scanner alone, beside Foundation's decoder. JSONKit depends on a header alone, so the two folders are linked
// in and none of the product's dependencies have to be fetched for a benchmark.
let package = Package(
  name: "Benchmarks",
  targets: [
    .systemLibrary(name: "CByteMasks"),
    .target(name: "JSONKit", dependencies: ["CByteMasks"], swiftSettings: settings),
    .executableTarget(name: "scan", dependencies: ["JSONKit"], swiftSettings: settings),
  ]
)

var settings: [SwiftSetting] {
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
}
