/// Which column of a file holds which field, found by what rosters call it, or told.
package struct ColumnMap: Sendable, Equatable {
  /// The headers as the file has them.
  package let headers: [String]
  /// The column of each field, counted from 0.
  package let columns: [ImportField: Int]

  package init(headers: [String], columns: [ImportField: Int]) {
    self.headers = headers
    self.columns = columns
  }

  /// Header to field, as the report shows it and a mapping file has it.
  package var mapping: [String: String] {
    Dictionary(columns.map { (headers[$0.value], $0.key.rawValue) }, uniquingKeysWith: { first, _ in first })
  }

  /// Columns that mean nothing here: told, so that nothing is lost unseen.
  package var ignored: [String] {
    let used = Set(columns.values)
    return headers.indices.filter { !used.contains($0) && !headers[$0].isEmpty }.map { headers[$0] }
  }

  /// The header of a field's column, for reasons; the field's own name where the file has none.
  package func header(_ field: ImportField) -> String { columns[field].map { headers[$0] } ?? field.rawValue }
}

extension ColumnMap {
  /// Maps the headers of a file.
  ///
  /// - Parameter overrides: header to field name (`""` ignores a column); they go before what synonyms say.
  /// - Throws: `unknown_column`, `unknown_field`, or `columns_missing` with the headers found and the words known.
  package static func make(
    headers: [String], subject: ImportSubject, overrides: [String: String] = [:]
  ) throws(Problem) -> ColumnMap {
    var columns: [ImportField: Int] = [:]
    var taken: Set<Int> = []
    for (header, name) in overrides.sorted(by: { $0.key < $1.key }) {
      guard let column = headers.firstIndex(where: { folded($0) == folded(header) }) else {
        throw Problem(
          .invalid, "unknown_column", "文件里没有列「\(header)」。",
          notes: [
            .init(
              .parameter("mapping"), "现有列：\(shown(headers).joined(separator: "、"))", suggestions: shown(headers))
          ])
      }
      taken.insert(column)
      if name.isEmpty { continue }
      let known = ImportField.all(for: subject)
      guard let field = ImportField(rawValue: name), known.contains(field) else {
        throw Problem(
          .invalid, "unknown_field", "没有字段「\(name)」。",
          notes: [.init(.parameter("mapping"), "可用字段", suggestions: known.map(\.rawValue))])
      }
      columns[field] = column
    }
    fill(&columns, &taken, headers.map(folded), subject)
    let map = ColumnMap(headers: headers, columns: columns)
    try map.checkRequired(subject)
    return map
  }

  /// The first of the opening rows that maps, or else the one with most known words: titles may stand above the header.
  package static func headerRow(
    among rows: [[String]], subject: ImportSubject, overrides: [String: String]
  ) -> Int? {
    var best: (row: Int, known: Int)?
    for (index, row) in rows.enumerated() {
      if (try? make(headers: row, subject: subject, overrides: overrides)) != nil { return index }
      var columns: [ImportField: Int] = [:]
      var taken: Set<Int> = []
      fill(&columns, &taken, row.map(folded), subject)
      if columns.count > best?.known ?? 0 { best = (index, columns.count) }
    }
    return best?.row ?? rows.indices.first
  }

  /// Equal words first, in the order of the synonyms; then headers that end in one (拟租房屋地址), unless they speak of
  /// somebody else (户主姓名).
  private static func fill(
    _ columns: inout [ImportField: Int], _ taken: inout Set<Int>, _ headers: [String], _ subject: ImportSubject
  ) {
    for field in ImportField.all(for: subject) where columns[field] == nil {
      for word in field.synonyms(for: subject) {
        guard let column = headers.firstIndex(of: word), !taken.contains(column) else { continue }
        columns[field] = column
        taken.insert(column)
        break
      }
    }
    for field in ImportField.all(for: subject) where columns[field] == nil {
      let column = headers.indices.first { index in
        !taken.contains(index) && !others.contains { headers[index].hasPrefix($0) }
          && field.synonyms(for: subject).contains { $0.count > 1 && headers[index].hasSuffix($0) }
      }
      guard let column else { continue }
      columns[field] = column
      taken.insert(column)
    }
  }

  private static let others = [
    "户主", "监护人", "联系人", "紧急", "配偶", "父亲", "母亲", "子女", "社工", "网格长", "填表", "登记人", "房东", "出租人", "业主", "户籍",
    "代理人", "经办", "原", "楼组长", "单位",
  ]

  /// Half width, without spaces, marks of obligation and what stands in brackets: `姓名 *`, `出生日期（年月日）`.
  private static func folded(_ header: String) -> String {
    var result = String.UnicodeScalarView()
    var depth = 0
    for scalar in header.unicodeScalars {
      switch scalar {
      case "(", "（", "[", "【": depth += 1
      case ")", "）", "]", "】": depth = max(0, depth - 1)
      case "*", "＊", "'", "\"", ":", "：", "/", "、", "\u{FEFF}": continue
      default:
        guard depth == 0, !scalar.properties.isWhitespace else { continue }
        result.append(scalar)
      }
    }
    return String(result)
  }

  private var shown: [String] { Self.shown(headers) }

  /// A file without a header row has somebody's data where headers should be; the problem is kept and shown, so nothing
  /// with a long run of digits stands in it.
  private static func shown(_ headers: [String]) -> [String] {
    headers.map { header in header.utf8.count { (48...57).contains($0) } >= 7 ? "…" : header }
  }

  private func checkRequired(_ subject: ImportSubject) throws(Problem) {
    let missing = subject.required.filter { group in group.allSatisfy { columns[$0] == nil } }
    guard !missing.isEmpty else { return }
    let names = missing.map { group in group.map(\.rawValue).joined(separator: "/") }.joined(separator: "、")
    throw Problem(
      .invalid, "columns_missing",
      "缺少必需的列：\(names)。文件里的列：\(shown.joined(separator: "、"))。可用 --mapping 指定，如 {\"列名\":\"\(missing[0][0].rawValue)\"}。",
      notes: missing.flatMap { group in
        group.map { field in
          .init(.parameter("mapping"), "\(field.rawValue) 认得的列名", suggestions: field.synonyms(for: subject))
        }
      })
  }
}
