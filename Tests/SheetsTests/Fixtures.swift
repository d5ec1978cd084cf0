import CZip
import Foundation
import Kernel
import Testing
@testable import Sheets

/// A folder that is gone when the test is over.
final class Scratch {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "/sheets-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  /// A ZIP file with these parts.
  func zip(_ parts: [String: [UInt8]]) throws -> String {
    let name = path(UUID().uuidString + ".xlsx")
    let zip = try #require(zip_open(name, ZIP_CREATE | ZIP_TRUNCATE, nil))
    var kept: [UnsafeMutablePointer<UInt8>] = []
    defer { kept.forEach { $0.deallocate() } }
    for (part, bytes) in parts {
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
      copy.initialize(from: bytes, count: bytes.count)
      kept.append(copy)
      let source = zip_source_buffer(zip, copy, zip_uint64_t(bytes.count), 0)
      try #require(zip_file_add(zip, part, source, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0)
    }
    try #require(zip_close(zip) == 0)
    return name
  }

  /// A workbook of one sheet with this inside its `sheetData`.
  func workbook(
    _ rows: String, sharedText: String = "", styles: String = "", properties: String = "", extra: [String: String] = [:]
  ) throws -> String {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var parts = [
      "_rels/.rels":
        #"<Relationships><Relationship Id="r" Type="\#(relation)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
      "xl/workbook.xml": """
      <workbook xmlns:r="\(relation)">\(properties)<sheets><sheet name="藏" sheetId="1" state="hidden" r:id="rId9"/>\
      <sheet name="花名册" sheetId="2" r:id="rId1"/></sheets></workbook>
      """,
      "xl/_rels/workbook.xml.rels": """
      <Relationships><Relationship Id="rId1" Type="\(relation)/worksheet" Target="worksheets/sheet2.xml"/>\
      <Relationship Id="rId9" Type="\(relation)/worksheet" Target="/xl/worksheets/sheet1.xml"/>\
      <Relationship Id="rId2" Type="\(relation)/sharedStrings" Target="sharedStrings.xml"/>\
      <Relationship Id="rId3" Type="\(relation)/styles" Target="styles.xml"/></Relationships>
      """,
      "xl/worksheets/sheet1.xml":
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>",
      "xl/worksheets/sheet2.xml": "<worksheet><sheetData>\(rows)</sheetData></worksheet>",
      "xl/sharedStrings.xml": "<sst>\(sharedText)</sst>",
      "xl/styles.xml": "<styleSheet>\(styles)</styleSheet>",
    ]
    parts.merge(extra) { $1 }
    return try zip(parts.mapValues { Array($0.utf8) })
  }
}

func rows(_ source: any RowSource) throws -> [Row] {
  var all: [Row] = []
  while let row = try source.next() { all.append(row) }
  return all
}

func texts(_ source: any RowSource) throws -> [[String]] { try rows(source).map { $0.cells.map(\.text) } }

func code(_ action: () throws -> some Any) -> String? {
  do {
    _ = try action()
    return nil
  } catch { return (error as? Problem)?.code ?? "\(error)" }
}

func detail(_ action: () throws -> some Any) -> String {
  do {
    _ = try action()
    return ""
  } catch { return (error as? Problem)?.detail ?? "\(error)" }
}

/// Reproducible random numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
