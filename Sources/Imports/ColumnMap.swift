import Identity
import Kernel

/// Which column of a file holds which field, found by what rosters call it, or told.
package struct ColumnMap: Sendable, Equatable {
  /// The headers as the file has them.
  package let headers: [String]
  /// The column of each field, counted from 0.
  package let columns: [ImportField: Int]

  /// Columns that somebody has said are to be ignored.
  private let refused: Set<Int>
  /// By mapped column.
  private let twins: [Int: [Int]]

  package init(headers: [String], columns: [ImportField: Int], refused: Set<Int> = []) {
    (self.headers, self.columns, self.refused) = (headers, columns, refused)
    let (words, used) = (headers.map(Self.folded), Set(columns.values).union(refused))
    var twins: [Int: [Int]] = [:]
    for (field, column) in columns where words.indices.contains(column) && !words[column].isEmpty {
      let equals = Set(field.equalWords)
      let others = words.indices.filter { other in
        guard other != column, !used.contains(other) else { return false }
        return words[other] == words[column] || (equals.contains(words[column]) && equals.contains(words[other]))
      }
      if !others.isEmpty { twins[column] = others }
    }
    self.twins = twins
  }

  /// Header to field, as the report shows it and a mapping file has it; to nothing where a column is to be ignored.
  package var mapping: [String: String] {
    let read = columns.map { (headers[$0.value], $0.key.rawValue) }
    return Dictionary(read + refused.map { (headers[$0], "") }, uniquingKeysWith: { first, _ in first })
  }

  /// Columns that mean nothing here: told, so that nothing is lost unseen.
  package var ignored: [String] {
    let used = Set(columns.values)
    return headers.indices.filter { !used.contains($0) && !headers[$0].isEmpty }.map { headers[$0] }
  }

  /// Further columns that have the header of this one, or another word for just the same.
  func twins(of column: Int) -> [Int] { twins[column] ?? [] }

  /// The header of a field's column, for reasons; the field's own name where the file has none.
  package func header(_ field: ImportField) -> String { columns[field].map { headers[$0] } ?? field.rawValue }
}

extension ColumnMap {
  /// Maps the headers of a file, each its own word.
  package static func make(
    headers: [String], subject: ImportSubject, overrides: [String: String] = [:]
  ) throws(Problem) -> ColumnMap {
    try make(
      header: HeaderBlock(index: 0, headers: headers, words: headers), subject: subject, overrides: overrides)
  }

  /// Maps a header.
  ///
  /// - Parameter overrides: header to field name (`""` ignores a column); they go before what synonyms say.
  /// - Throws: `unknown_column`, `unknown_field`, or `columns_missing` with the headers found and the words known.
  package static func make(
    header: HeaderBlock, subject: ImportSubject, overrides: [String: String] = [:]
  ) throws(Problem) -> ColumnMap {
    let headers = header.headers
    var columns: [ImportField: Int] = [:]
    var (taken, refused): (Set<Int>, Set<Int>) = ([], [])
    for (name, field) in overrides.sorted(by: { $0.key < $1.key }) {
      guard let column = headers.firstIndex(where: { folded($0) == folded(name) }) else {
        throw Problem(
          .invalid, "unknown_column", "文件里没有列「\(name)」。",
          notes: [
            .init(
              .parameter("mapping"), "现有列：\(shown(headers).joined(separator: "、"))", suggestions: shown(headers))
          ])
      }
      taken.insert(column)
      if field.isEmpty {
        refused.insert(column)
        continue
      }
      let known = ImportField.all(for: subject)
      guard let meant = ImportField(rawValue: field), known.contains(meant) else {
        throw Problem(
          .invalid, "unknown_field", "没有字段「\(field)」。",
          notes: [.init(.parameter("mapping"), "可用字段", suggestions: known.map(\.rawValue))])
      }
      columns[meant] = column
    }
    fill(&columns, &taken, header.words.map(folded), subject)
    let map = ColumnMap(headers: headers, columns: columns, refused: refused)
    try map.checkRequired(subject)
    return map
  }

  /// What of a header is understood, whether or not it is enough.
  static func understood(_ header: HeaderBlock, _ subject: ImportSubject) -> ColumnMap {
    var columns: [ImportField: Int] = [:]
    var taken: Set<Int> = []
    fill(&columns, &taken, header.words.map(folded), subject)
    return ColumnMap(headers: header.headers, columns: columns)
  }

  /// How many columns of a header have a meaning.
  static func known(_ header: HeaderBlock, _ subject: ImportSubject) -> Int {
    var columns: [ImportField: Int] = [:]
    var taken: Set<Int> = []
    fill(&columns, &taken, header.words.map(folded), subject)
    return columns.count
  }

  /// Whether a cell can be a column's name rather than a value: a word that some roster calls a column, or one that ends
  /// like such words do.
  static func looksLikeHeader(_ cell: String) -> Bool {
    let word = folded(cell)
    guard !word.isEmpty, word.count <= 16 else { return false }
    if allSynonyms.contains(word) { return true }
    return !word.contains(where: \.isNumber) && endings.contains(where: word.hasSuffix)
  }

  static func isSame(_ left: String, _ right: String) -> Bool {
    let own = right.split(separator: "/").last.map(String.init) ?? right
    return folded(left) == folded(right) || folded(left) == folded(own)
  }

  /// Whether a group of columns is about another person than the row.
  static func isOfSomebodyElse(_ group: String) -> Bool { others.contains { folded(group).hasPrefix($0) } }

  private static let allSynonyms: Set<String> = Set(
    ImportSubject.allCases.flatMap { subject in ImportField.all(for: subject).flatMap { $0.synonyms(for: subject) } })
  private static let endings = [
    "地址", "住址", "电话", "手机", "姓名", "日期", "时间", "号码", "编号", "情况", "关系", "单位", "备注", "类型", "类别", "性质", "年龄", "所在地", "序号",
  ]

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
    // Of two columns of telephones the second is the second one.
    guard columns[.phone] != nil, columns[.phone2] == nil, ImportField.all(for: subject).contains(.phone2) else {
      return
    }
    let words = Set(ImportField.phone.synonyms(for: subject))
    if let column = headers.indices.first(where: { !taken.contains($0) && words.contains(headers[$0]) }) {
      columns[.phone2] = column
      taken.insert(column)
    }
  }

  private static let others = [
    "户主", "监护人", "联系人", "紧急", "配偶", "父亲", "母亲", "子女", "社工", "网格长", "填表", "登记人", "房东", "出租人", "业主", "户籍",
    "代理人", "经办", "原", "楼组长", "单位",
  ]

  /// The letters and digits of a header, in half width: without blanks, signs that nobody sees, marks (`姓名 *`, `姓名；`), and
  /// what stands in brackets (`出生日期（年月日）`).
  private static func folded(_ header: String) -> String {
    var result = String.UnicodeScalarView()
    var depth = 0
    for scalar in PlainText.folded(header) {
      switch scalar {
      case "(", "[", "【", "〔": depth += 1
      case ")", "]", "】", "〕": depth = max(0, depth - 1)
      default:
        let scalar = LookAlikes.ordinary(scalar)
        guard depth == 0, scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { continue }
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
      "缺少必需的列：\(names)。文件里的列：\(shown.joined(separator: "、"))。可以指定列的含义（mapping），如 {\"列名\":\"\(missing[0][0].rawValue)\"}。",
      notes: missing.flatMap { group in
        group.map { field in
          .init(.parameter("mapping"), "\(field.rawValue) 认得的列名", suggestions: field.synonyms(for: subject))
        }
      })
  }
}
