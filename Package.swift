// swift-tools-version: 6.1
import PackageDescription

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
  name: "menpai",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "menpai", targets: ["menpai"])],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // Debian's C libraries, each a module map and nothing more.
    .systemLibrary(name: "CRoaring", providers: [.apt(["libroaring-dev"])]),
    .systemLibrary(name: "CXlsxwriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // The house, from the ground up. A target names only what stands below it.
    .target(
      name: "Schema", path: "schema",
      resources: [.embedInCode("migrations"), .embedInCode("reference")]),
    .target(name: "Domain"),
    .target(name: "Filter", dependencies: ["Domain", "Schema"]),
    .target(name: "TagIndex", dependencies: ["Domain", "Filter", "CRoaring"]),
    .target(name: "Sheets", dependencies: ["Domain", "CXlsxwriter", "CZip", "CExpat"]),
    // Foundation brings a module named Dispatch along already.
    .target(name: "Dispatching", dependencies: ["Domain"], path: "Sources/Dispatch"),
    .target(name: "Insight", dependencies: ["Domain"]),
    .target(
      name: "Store",
      dependencies: [
        "Domain", "Filter", "Schema", crypto, cryptoExtras, .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "UseCases",
      dependencies: ["Domain", "Filter", "TagIndex", "Dispatching", "Insight", "Sheets", "Store", "Schema", logging]),
    .target(
      name: "HTTP",
      dependencies: [
        "CZlib", "Domain", "Insight", "UseCases", hummingbird, logging,
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    .target(
      name: "Webhooks",
      dependencies: ["UseCases", .product(name: "AsyncHTTPClient", package: "async-http-client")]),
    .target(name: "Web", dependencies: ["Domain", "HTTP"], resources: [.copy("Assets")]),
    .executableTarget(
      name: "menpai",
      dependencies: [
        "Domain", "Filter", "Dispatching", "Sheets", "Store", "UseCases", "HTTP", "Web", "Webhooks", hummingbird,
        logging,
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),

    .target(name: "Support", dependencies: ["Domain", "Store", crypto], path: "Tests/Support"),
    .testTarget(name: "DomainTests", dependencies: ["Domain", "Schema"]),
    .testTarget(name: "FilterTests", dependencies: ["Filter", "Domain", "Schema"]),
    .testTarget(name: "TagIndexTests", dependencies: ["TagIndex", "Filter", "Domain"]),
    .testTarget(name: "DispatchTests", dependencies: ["Dispatching", "Domain", "Schema"]),
    .testTarget(name: "InsightTests", dependencies: ["Insight", "Domain"]),
    .testTarget(name: "SheetsTests", dependencies: ["Sheets", "Domain", "CZip"]),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Domain", "Filter", "Schema", "Store", "Support", crypto, .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "UseCasesTests",
      dependencies: [
        "Dispatching", "Domain", "Filter", "Insight", "Sheets", "Store", "TagIndex", "UseCases", "Support", crypto,
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "HTTPTests",
      dependencies: [
        "Dispatching", "Domain", "HTTP", "Store", "UseCases", "Web", "Support", hummingbird, logging,
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ], exclude: ["Golden", "Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)
