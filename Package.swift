// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "closeout",
  products: [.executable(name: "closeout", targets: ["closeout"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The domain and its mathematics: pure.
    .target(name: "Remediation"),
    .target(name: "Statistics"),
    .target(name: "TransparencyLog", dependencies: ["crypto"]),

    // One safe wrapper for each C library, and the JSON scanner.
    .systemLibrary(name: "CIsal", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "Compression", dependencies: ["CIsal", "CZstd", "CDeflate"]),
    .target(name: "JSONKit"),
    .target(name: "Markup"),
    .target(name: "XMLKit", dependencies: ["CLibXML2", "Markup"]),

    // Texts that are compiled in: SQL, templates, styles.
    .target(name: "TextEmbedding"),
    .executableTarget(name: "embed-text", dependencies: ["TextEmbedding"]),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),
    .target(name: "Queries", path: "queries", plugins: ["EmbedText"]),
    .target(name: "Reports", dependencies: ["Markup"], path: "reports", plugins: ["EmbedText"]),

    // From bytes to episodes.
    .target(name: "Ingest", dependencies: ["Remediation", "JSONKit", "Compression", "yams", "crypto"]),
    .target(
      name: "Store",
      dependencies: ["Remediation", "TransparencyLog", "Compression", "JSONKit", "Queries", "grdb", "sqlite"]),
    .target(
      name: "Intake",
      dependencies: ["Ingest", "Store", "Remediation", "TransparencyLog", "Compression", "JSONKit", "crypto"]),

    // From episodes to people.
    .target(name: "Summary", dependencies: ["Store", "Queries", "Statistics", "Remediation", "JSONKit"]),
    .target(name: "Demo"),
    .executableTarget(
      name: "closeout",
      dependencies: [
        "Intake", "Ingest", "Store", "Summary", "Demo", "Remediation", "JSONKit", "Markup", "Queries",
        "arguments",
      ]),

    // Tests.
    .target(name: "TestSupport", path: "Tests/Support"),
    .testTarget(name: "RemediationTests", dependencies: ["Remediation", "TestSupport"]),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"], exclude: ["Peers"]),
    .testTarget(
      name: "TransparencyLogTests", dependencies: ["TransparencyLog", "TestSupport"],
      exclude: ["Peers", "Golden"]),
    .testTarget(name: "JSONKitTests", dependencies: ["JSONKit", "TestSupport"]),
    .testTarget(name: "CompressionTests", dependencies: ["Compression", "TestSupport"], exclude: ["Peers"]),
    .testTarget(name: "EmbedTextTests", dependencies: ["TextEmbedding", "TestSupport"], exclude: ["Golden"]),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Markup", "TestSupport"], exclude: ["Peers"],
      plugins: ["EmbedText"]),
    .testTarget(name: "XMLKitTests", dependencies: ["XMLKit", "TestSupport"]),
    .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"], exclude: ["Golden"]),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "Intake", "Ingest", "Store", "Summary", "Demo", "Remediation", "TransparencyLog", "JSONKit",
        "TestSupport",
      ]),
    .testTarget(name: "DemoTests", dependencies: ["Demo"]),
    .testTarget(name: "CommandTests", dependencies: ["closeout", "TestSupport"]),
  ]
)

/// External products under the short names used above.
let products: [String: Target.Dependency] = [
  "arguments": .product(name: "ArgumentParser", package: "swift-argument-parser"),
  "crypto": .product(name: "Crypto", package: "swift-crypto"),
  "grdb": .product(name: "GRDB", package: "GRDB.swift"),
  "sqlite": .product(name: "GRDBSQLite", package: "GRDB.swift"),
  "yams": .product(name: "Yams", package: "Yams"),
]

/// Scanners that are unbearably slow without the optimiser, also in tests.
let alwaysOptimised: Set = ["JSONKit"]

for target in package.targets where target.type != .system && target.type != .plugin {
  target.dependencies = target.dependencies.map { dependency in
    guard case .byNameItem(let name, _) = dependency else { return dependency }
    return products[name] ?? dependency
  }
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .swiftLanguageMode(.v6),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InternalImportsByDefault"),
    ]
  if alwaysOptimised.contains(target.name) {
    target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
  }
}
