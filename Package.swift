// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "closeout",
  products: [.executable(name: "closeout", targets: ["closeout"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // The domain and its mathematics: pure.
    .target(name: "Remediation"),
    .target(name: "Statistics"),
    .target(name: "TransparencyLog", dependencies: ["CSHA256", "crypto"]),
    // Slow without the optimiser, also in tests.
    .target(name: "CSHA256", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),

    // One safe wrapper for each C library, and the JSON scanner.
    .systemLibrary(name: "CIsal", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "Compression", dependencies: ["CIsal", "CZstd", "CDeflate"]),
    .systemLibrary(name: "CByteMasks"),
    .target(name: "JSONKit", dependencies: ["CByteMasks"]),
    .target(name: "Markup"),
    .target(name: "XMLKit", dependencies: ["CLibXML2", "Markup"]),

    // Texts that are compiled in: SQL, templates, styles.
    .target(name: "TextEmbedding"),
    .executableTarget(name: "embed-text", dependencies: ["TextEmbedding"]),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),
    .target(name: "Queries", path: "queries", plugins: ["EmbedText"]),
    .target(name: "Reports", dependencies: ["Markup"], path: "reports", plugins: ["EmbedText"]),

    // What an organisation decided.
    .target(name: "Policy", dependencies: ["Remediation", "crypto", "yams"]),

    // From bytes to episodes.
    .target(name: "Ingest", dependencies: ["Remediation", "JSONKit", "Compression", "yams", "crypto"]),
    .target(
      name: "Store",
      dependencies: [
        "Remediation", "TransparencyLog", "Compression", "JSONKit", "Queries", "CSQLite", "CMalloc", "grdb",
        "sqlite",
      ]),
    .target(
      name: "Intake",
      dependencies: [
        "Ingest", "Store", "Policy", "Remediation", "TransparencyLog", "Compression", "JSONKit", "crypto",
      ]),

    // From episodes to people.
    .target(name: "Measures", dependencies: ["Store", "Queries", "Policy", "Remediation", "JSONKit"]),
    .target(
      name: "Summary",
      dependencies: ["Measures", "Store", "Queries", "Policy", "Statistics", "Remediation", "JSONKit"]),
    .target(
      name: "Exposition",
      dependencies: ["Measures", "Store", "Queries", "Policy", "Statistics", "Remediation"]),
    .target(
      name: "Evidence",
      dependencies: [
        "Store", "Ingest", "Policy", "Remediation", "TransparencyLog", "Compression", "JSONKit", "XMLKit",
        "Markup", "Reports", "Queries", "crypto",
      ]),
    .target(
      name: "Trends",
      dependencies: ["Store", "Queries", "Reports", "Markup", "Statistics", "Remediation", "JSONKit"]),
    .target(name: "Demo"),
    .systemLibrary(name: "CCrypt", providers: [.apt(["libcrypt-dev"])]),
    .target(
      name: "CloseoutServer",
      dependencies: [
        "CCrypt", "Compression", "Evidence", "Exposition", "Ingest", "Intake", "Markup", "Policy", "Queries",
        "Remediation",
        "Reports", "Store", "TransparencyLog", "Trends", "http-types", "hummingbird", "hummingbird-core",
        "lifecycle", "logging", "nio", "nio-posix", "nio-ssl", "signals", "tls", "yams",
      ]),
    .executableTarget(
      name: "closeout",
      dependencies: [
        "CloseoutServer", "Compression", "Demo", "Evidence", "Exposition", "Ingest", "Intake", "JSONKit",
        "Markup",
        "Measures", "Policy", "Queries",
        "Remediation", "Store", "Summary", "TransparencyLog", "Trends", "arguments", "logging",
      ]),

    // Tests.
    .target(name: "TestSupport", path: "Tests/Support"),
    .testTarget(name: "RemediationTests", dependencies: ["Remediation", "TestSupport"]),
    .testTarget(
      name: "PolicyTests", dependencies: ["Policy", "Demo", "Remediation", "TestSupport"], exclude: ["Golden"]
    ),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"], exclude: ["Peers"]),
    .testTarget(
      name: "TransparencyLogTests", dependencies: ["TransparencyLog", "TestSupport", "crypto"],
      exclude: ["Peers", "Golden"]),
    .testTarget(name: "JSONKitTests", dependencies: ["JSONKit", "CByteMasks", "TestSupport"]),
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
        "Intake", "Ingest", "Store", "Measures", "Summary", "Policy", "Demo", "Remediation",
        "TransparencyLog", "JSONKit", "TestSupport",
      ]),
    .testTarget(
      name: "SummaryTests",
      dependencies: [
        "Summary", "Measures", "Queries", "Exposition", "Store", "Intake", "Ingest", "Policy", "Demo",
        "Remediation", "Statistics", "JSONKit", "TestSupport",
      ], exclude: ["Peers", "Golden"]),
    .testTarget(name: "DemoTests", dependencies: ["Demo"]),
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "Remediation", "JSONKit", "TestSupport", "crypto"]),
    .testTarget(
      name: "TrendsTests",
      dependencies: [
        "Trends", "Store", "Summary", "Remediation", "Reports", "JSONKit", "TestSupport", "grdb",
      ],
      exclude: ["Golden", "Peers"]),
    .testTarget(
      name: "ExpositionTests",
      dependencies: [
        "Exposition", "Store", "Queries", "Policy", "Remediation", "Demo", "Ingest", "Intake", "TestSupport",
        "grdb",
      ],
      exclude: ["Golden", "Peers", "Scripts"]),
    .testTarget(
      name: "EvidenceTests",
      dependencies: [
        "Evidence", "Intake", "Ingest", "Store", "Demo", "Policy", "Remediation", "TransparencyLog",
        "Compression", "JSONKit", "Queries", "XMLKit", "Reports", "TestSupport",
      ], exclude: ["Golden", "Peers"]),
    .testTarget(
      name: "CloseoutServerTests",
      dependencies: [
        "CloseoutServer", "Compression", "Demo", "Exposition", "Ingest", "Intake", "Remediation", "Reports",
        "Store", "TestSupport", "TransparencyLog", "http-types", "hummingbird", "lifecycle", "logging", "nio",
      ], exclude: ["Peers"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
    .testTarget(
      name: "CommandTests", dependencies: ["closeout", "TestSupport"], exclude: ["Peers"]),
  ]
)

/// External products under the short names used above.
let products: [String: Target.Dependency] = [
  "arguments": .product(name: "ArgumentParser", package: "swift-argument-parser"),
  "crypto": .product(name: "Crypto", package: "swift-crypto"),
  "grdb": .product(name: "GRDB", package: "GRDB.swift"),
  "http-types": .product(name: "HTTPTypes", package: "swift-http-types"),
  "hummingbird": .product(name: "Hummingbird", package: "hummingbird"),
  "hummingbird-core": .product(name: "HummingbirdCore", package: "hummingbird"),
  "hummingbird-testing": .product(name: "HummingbirdTesting", package: "hummingbird"),
  "lifecycle": .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
  "logging": .product(name: "Logging", package: "swift-log"),
  "nio": .product(name: "NIOCore", package: "swift-nio"),
  "nio-posix": .product(name: "NIOPosix", package: "swift-nio"),
  "nio-ssl": .product(name: "NIOSSL", package: "swift-nio-ssl"),
  "signals": .product(name: "UnixSignals", package: "swift-service-lifecycle"),
  "sqlite": .product(name: "GRDBSQLite", package: "GRDB.swift"),
  "tls": .product(name: "HummingbirdTLS", package: "hummingbird"),
  "yams": .product(name: "Yams", package: "Yams"),
]

/// Scanners that are unbearably slow without the optimiser, also in tests.
let alwaysOptimised: Set = ["JSONKit"]

// Where most time is spent: `.ci/release` compiles these once to count what runs how often, and once with
// the counts.
let counted: Set = [
  "Compression", "Evidence", "Ingest", "Intake", "JSONKit", "Markup", "Measures", "Remediation", "Reports",
  "Store", "Summary", "TransparencyLog", "XMLKit",
]
let counts = Context.environment["CLOSEOUT_COUNTS"]

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
  if counted.contains(target.name) {
    // Objects of the same code are else kept, whether they count or not.
    var options = ["-disable-incremental-llvm-codegen"]
    if let counts { options.append(counts == "make" ? "-ir-profile-generate" : "-ir-profile-use=\(counts)") }
    // For the front end: the driver of 6.3 takes the options of counting and drops them.
    let flags = options.flatMap { ["-Xfrontend", $0] }
    target.swiftSettings?.append(.unsafeFlags(flags, .when(configuration: .release)))
  }
  if target.name == "closeout", counts == "make" {
    target.linkerSettings = [.unsafeFlags(["-profile-generate"])]
  }
}
