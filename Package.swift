// swift-tools-version: 6.1
import PackageDescription

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

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
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
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

    // Kernel and engines: no input, no output but files of their own.
    .target(name: "Kernel"),
    .target(name: "Identity", dependencies: ["Kernel"]),
    .target(name: "Addresses", dependencies: ["Kernel"]),
    .target(name: "FilterLanguage", dependencies: ["Schema", "Kernel"]),
    .target(name: "ChineseQuery", dependencies: ["Schema", "Kernel", "Addresses", "FilterLanguage"]),
    .target(name: "TagIndex", dependencies: ["Kernel", "FilterLanguage", "CRoaring"]),
    .target(name: "TextClassifier", dependencies: ["Kernel", "FilterLanguage"]),
    .target(name: "HotSpots", dependencies: ["Kernel", "Addresses"]),
    .target(name: "Sheets", dependencies: ["Kernel", "Identity", "CExpat", "CXlsxwriter", "CZip"]),

    // Platform: the database, what exists for a caller, the server.
    .target(name: "Storage", dependencies: ["Schema", "Kernel", "Identity", crypto, grdb, sqlite]),
    .target(
      name: "Platform",
      dependencies: [
        "Schema", "Kernel", "Identity", "Addresses", "FilterLanguage", "TagIndex", "Storage", coreMetrics, crypto,
        cryptoExtras, grdb,
      ]),
    .target(
      name: "Server",
      dependencies: [
        "Kernel", "Identity", "Platform", "CZlib", coreMetrics, hummingbird, hummingbirdCore, logging,
      ]),

    // Registry: houses, people, shops and what hangs on them.
    .target(
      name: "Registry",
      dependencies: [
        "Schema", "Kernel", "Identity", "Addresses", "FilterLanguage", "TagIndex", "Storage", "Platform",
        "Server", grdb,
      ]),

    // Features, each with its rules, SQL, use cases, routes and shapes.
    .target(
      name: "Questions",
      dependencies: [
        "Kernel", "FilterLanguage", "ChineseQuery", "TagIndex", "Platform", "Server", "Registry",
      ]),
    .target(
      name: "WorkOrders",
      dependencies: [
        "Schema", "Kernel", "Identity", "Addresses", "FilterLanguage", "TagIndex", "TextClassifier",
        "Storage", "Platform", "Server", "Registry", grdb,
      ]),
    .target(
      name: "Accounts",
      dependencies: [
        "Kernel", "FilterLanguage", "Storage", "Platform", "Server", "WorkOrders",
      ]),
    .target(
      name: "Admissions",
      dependencies: [
        "Schema", "Kernel", "FilterLanguage", "TextClassifier", "Storage", "Platform", "Server", "WorkOrders",
        grdb,
      ]),
    .target(
      name: "Imports",
      dependencies: [
        "Kernel", "Identity", "Addresses", "FilterLanguage", "TagIndex", "Sheets", "Storage", "Platform",
        "Server", "Registry", crypto, grdb, logging,
      ]),
    .target(
      name: "Merges",
      dependencies: [
        "Kernel", "Identity", "FilterLanguage", "Storage", "Platform", "Server", "Registry", grdb,
      ]),
    .target(
      name: "Ledgers",
      dependencies: [
        "Kernel", "Identity", "FilterLanguage", "ChineseQuery", "TagIndex", "Sheets", "Storage", "Platform",
        "Server", "Registry", "Questions", grdb, logging,
      ]),
    .target(
      name: "DataRequests",
      dependencies: [
        "Kernel", "FilterLanguage", "TagIndex", "Storage", "Platform", "Server", "Registry", "Ledgers", grdb,
      ]),
    .target(
      name: "Campaigns",
      dependencies: [
        "Kernel", "Identity", "FilterLanguage", "TagIndex", "Sheets", "Storage", "Platform", "Server", "Ledgers", grdb,
      ]),
    .target(
      name: "Analytics",
      dependencies: [
        "Kernel", "FilterLanguage", "TagIndex", "HotSpots", "Storage", "Platform", "Server", "Registry",
        "WorkOrders", grdb,
      ]),
    .target(
      name: "Dashboard",
      dependencies: [
        "Kernel", "FilterLanguage", "TagIndex", "HotSpots", "Storage", "Platform", "Server", "Registry",
        "Analytics", grdb,
      ]),
    .target(
      name: "ChangeFeed",
      dependencies: [
        "Kernel", "FilterLanguage", "TagIndex", "Storage", "Platform", "Server", "DataRequests", "Dashboard",
        serviceLifecycle,
      ]),
    .target(
      name: "Exports",
      dependencies: [
        "Kernel", "Identity", "FilterLanguage", "TagIndex", "Sheets", "Platform", "Server", "Ledgers", "ChangeFeed",
        logging,
      ]),
    .target(
      name: "Reveals",
      dependencies: [
        "Kernel", "FilterLanguage", "Storage", "Platform", "Server", "Registry", "Ledgers",
      ]),
    .target(
      name: "Reminders",
      dependencies: [
        "Kernel", "Identity", "FilterLanguage", "Sheets", "Storage", "Platform", "Server", "Ledgers", grdb,
      ]),
    .target(
      name: "Webhooks",
      dependencies: [
        "Kernel", "Storage", "Platform", "Server", "WorkOrders", "Reminders", httpClient, crypto, grdb,
      ]),
    .target(
      name: "Open311",
      dependencies: [
        "Kernel", "TagIndex", "TextClassifier", "Storage", "Platform", "Server", "WorkOrders", grdb,
      ]),
    .target(
      name: "Operations",
      dependencies: [
        "Kernel", "Identity", "FilterLanguage", "TagIndex", "Storage", "Platform", "Registry", "WorkOrders", "Ledgers",
        grdb,
      ]),

    // The program.
    .target(
      name: "DemoData",
      dependencies: [
        "Schema", "Kernel", "Identity", "FilterLanguage", "Storage", "Platform", "WorkOrders", grdb, sqlite,
      ]),
    .target(
      name: "Bench",
      dependencies: [
        "Kernel", "FilterLanguage", "TagIndex", "Platform", "Registry", "Questions", "Analytics",
      ]),
    .target(
      name: "Assembly",
      dependencies: [
        "Kernel", "Storage", "Platform", "Server", "Registry", "Questions", "WorkOrders", "Accounts",
        "Admissions", "Imports", "Merges", "Ledgers", "DataRequests", "Campaigns", "ChangeFeed", "Exports", "Reveals",
        "Reminders", "Webhooks", "Analytics", "Dashboard", "Open311", "Operations", logging,
      ],
      resources: [.embedInCode("operations.json")]),
    .target(name: "Pages", dependencies: ["Kernel", "Server"], resources: [.copy("Assets")]),
    .executableTarget(
      name: "menpai",
      dependencies: [
        "Kernel", "Identity", "Addresses", "FilterLanguage", "TextClassifier", "Sheets", "Storage",
        "Platform", "Server", "Registry", "Questions", "WorkOrders", "Accounts", "Imports", "Ledgers",
        "Exports", "Reminders", "Webhooks", "Operations", "DemoData", "Bench", "Assembly", "Pages",
        argumentParser, configuration, hummingbird, hummingbirdCore, hummingbirdTLS, logging, nioSSL,
        serviceLifecycle, systemPackage,
      ]),

    // Tests.
    .target(
      name: "Support", dependencies: ["Kernel", "Storage", "Platform", "Assembly", crypto], path: "Tests/Support"),
    .testTarget(
      name: "DispatchTests",
      dependencies: [
        "Schema", "Kernel", "FilterLanguage", "TextClassifier",
      ]),
    .testTarget(
      name: "DomainTests",
      dependencies: [
        "Schema", "Kernel", "Identity", "Addresses", "FilterLanguage", "TextClassifier", "Platform",
        "Registry", "WorkOrders", "Admissions", "Imports", "Ledgers", "Webhooks", "Dashboard", "Support",
      ]),
    .testTarget(
      name: "FilterTests",
      dependencies: [
        "Kernel", "FilterLanguage", "ChineseQuery", "TagIndex", "Sheets", "Admissions", "Support",
      ]),
    .testTarget(
      name: "HTTPTests",
      dependencies: [
        "Kernel", "Identity", "FilterLanguage", "TextClassifier", "Storage", "Platform", "Server", "Registry",
        "Questions", "WorkOrders", "Accounts", "Admissions", "Imports", "Merges", "Ledgers", "DataRequests",
        "Campaigns", "ChangeFeed", "Exports", "Reveals", "Reminders", "Webhooks", "Analytics", "Dashboard", "Open311",
        "Assembly",
        "Pages", "Support", hummingbird, hummingbirdTesting, logging,
      ], exclude: ["Golden", "Transcripts"]),
    .testTarget(
      name: "InsightTests",
      dependencies: [
        "Kernel", "FilterLanguage", "HotSpots", "Registry",
      ]),
    .testTarget(
      name: "SheetsTests",
      dependencies: [
        "Kernel", "FilterLanguage", "TagIndex", "Sheets", "CZip",
      ]),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Schema", "Kernel", "Addresses", "FilterLanguage", "ChineseQuery", "TagIndex", "TextClassifier",
        "HotSpots", "Sheets", "Storage", "Platform", "Server", "Registry", "WorkOrders", "Imports", "Ledgers",
        "DataRequests", "Campaigns", "Reminders", "Analytics", "Open311", "Operations", "Assembly", "Support", crypto,
        grdb, sqlite,
      ]),
    .testTarget(
      name: "TagIndexTests",
      dependencies: [
        "Kernel", "FilterLanguage", "TagIndex",
      ]),
    .testTarget(
      name: "UseCasesTests",
      dependencies: [
        "Schema", "Kernel", "Identity", "Addresses", "FilterLanguage", "ChineseQuery", "TagIndex",
        "TextClassifier", "HotSpots", "Sheets", "Storage", "Platform", "Server", "Registry", "Questions",
        "WorkOrders", "Accounts", "Admissions", "Imports", "Merges", "Ledgers", "DataRequests", "Campaigns",
        "ChangeFeed", "Exports",
        "Reveals", "Reminders", "Webhooks", "Analytics", "Dashboard", "Operations", "DemoData", "Bench", "Assembly",
        "menpai", "Support", crypto, grdb,
      ], exclude: ["Imports/Cases"]),
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6]
)
