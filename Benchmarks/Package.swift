// swift-tools-version: 6.2
import PackageDescription

// The scanner alone, beside Foundation's decoder. JSONKit depends on nothing, so its folder is linked in
// and none of the product's dependencies have to be fetched for a benchmark.
let package = Package(
  name: "Benchmarks",
  targets: [
    .target(name: "JSONKit", swiftSettings: settings),
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
