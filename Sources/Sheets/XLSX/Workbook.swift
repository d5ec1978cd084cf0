import Kernel

/// What an XLSX file's own table of contents says.
struct Workbook {
  /// The worksheets in their order; charts are none.
  let sheets: [(name: String, isHidden: Bool, path: String)]
  let sharedText: String?
  let styles: String?
  let from1904: Bool

  /// Throws `Problem` `not_a_sheet`.
  init(_ archive: Archive) throws {
    let root = Relations()
    try archive.parse("_rels/.rels", root)
    let path = root.entries.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    let contents = SheetList()
    guard try archive.parse(path, contents) else {
      throw Problem.sheet("not_a_sheet", "压缩包里没有工作簿,这不是 XLSX 表格(ODS 和 XLSB 请另存为 XLSX)")
    }
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let file = path.split(separator: "/").last.map(String.init) ?? "workbook.xml"
    let relations = Relations()
    try archive.parse(folder + "/_rels/" + file + ".rels", relations)
    sheets = contents.sheets.compactMap { entry in
      guard let relation = relations.entries.first(where: { $0.id == entry.relation }),
        relation.type.hasSuffix("/worksheet")
      else { return nil }
      return (entry.name, entry.hidden, Workbook.resolve(relation.target, in: folder))
    }
    sharedText = relations.target(of: "/sharedStrings").map { Workbook.resolve($0, in: folder) }
    styles = relations.target(of: "/styles").map { Workbook.resolve($0, in: folder) }
    from1904 = contents.from1904
  }

  /// The path of the sheet named, or of the first visible one. Throws `Problem` `no_such_sheet` with the names.
  func path(_ wanted: String?) throws -> String {
    if let chosen = sheets.first(where: { wanted == nil ? !$0.isHidden : $0.name == wanted }) { return chosen.path }
    let names = sheets.map(\.name).joined(separator: "、")
    throw Problem.sheet("no_such_sheet", wanted.map { "没有名为 \($0) 的工作表,有:\(names)" } ?? "没有可见的工作表")
  }

  private static func resolve(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = parts.popLast() } else { parts.append(step) }
    }
    return parts.joined(separator: "/")
  }
}

/// A `.rels` part.
private final class Relations: XMLHandler {
  package private(set) var entries: [(id: String, type: String, target: String)] = []

  package func target(of type: String) -> String? { entries.first { $0.type.hasSuffix(type) }?.target }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", entries.count < 10_000 else { return }
    entries.append((attributes["Id"] ?? "", attributes["Type"] ?? "", attributes["Target"] ?? ""))
  }

  func end(_ name: XMLName) {}
  package func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// `workbook.xml`.
private final class SheetList: XMLHandler {
  package private(set) var sheets: [(name: String, hidden: Bool, relation: String)] = []
  private(set) var from1904 = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "sheet", sheets.count < 10_000 {
      let state = attributes["state"] ?? "visible"
      sheets.append((attributes["name"] ?? "", state != "visible", attributes["id"] ?? ""))
    } else if name == "workbookPr" {
      from1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    }
  }

  func end(_ name: XMLName) {}
  package func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

extension Archive {
  /// Parses a whole part; false when there is none of that name.
  @discardableResult
  func parse(_ name: String, _ handler: any XMLHandler) throws -> Bool {
    guard let part = try part(name) else { return false }
    let parser = try XMLPush(handler, name: name)
    var buffer = [UInt8](repeating: 0, count: 32 << 10)
    while true {
      let count = try part.read(into: &buffer)
      try parser.feed(buffer, count: count, last: count == 0)
      if count == 0 { return true }
    }
  }
}
