/// The header of a sheet: one row, or two of which the upper one groups columns (住址 over 户籍地址 and 现住地址).
package struct HeaderBlock: Sendable, Equatable {
  /// A row as the search for a header looks at it.
  package struct Line: Sendable {
    package let number: Int
    package let cells: [String]
    /// Merges to the right that begin here: from column, over how many.
    package let spans: [Int: Int]

    package init(number: Int, cells: [String], spans: [Int: Int] = [:]) {
      self.number = number
      self.cells = cells.map { $0.trimmingBlanks }
      self.spans = spans
    }

    fileprivate var filled: Int { cells.count { !$0.isEmpty } }
  }

  /// Where its last row stands among the lines.
  package let index: Int
  /// The header of each column as the report shows it.
  package let headers: [String]
  /// What each column is called with its group where the group says whose it is: 户主信息 over 姓名 is 户主信息姓名.
  package let words: [String]
}

extension HeaderBlock {
  /// The first lines that name the columns that the subject needs, or else those with most known words: titles may stand
  /// above the header. nil where there is not one line.
  package static func find(
    among lines: [Line], subject: ImportSubject, overrides: [String: String]
  ) -> HeaderBlock? {
    var best: (block: HeaderBlock, known: Int)?
    for index in lines.indices {
      for block in candidates(lines, index) {
        if (try? ColumnMap.make(header: block, subject: subject, overrides: overrides)) != nil { return block }
        let known = ColumnMap.known(block, subject)
        if known > best?.known ?? 0 { best = (block, known) }
      }
    }
    return best?.block ?? lines.indices.first.flatMap { candidates(lines, $0).last }
  }

  /// Two rows before one: the upper row of two would map by its groups.
  private static func candidates(_ lines: [Line], _ index: Int) -> [HeaderBlock] {
    let line = lines[index]
    let above = index > 0 && lines[index - 1].filled > 1 ? groups(lines[index - 1], line.cells.count) : []
    let single = block(index, parents: above, names: line.cells, isSingle: true)
    guard index + 1 < lines.count, isSubheader(lines[index + 1], under: line) else { return [single] }
    let below = lines[index + 1]
    let width = max(line.cells.count, below.cells.count)
    return [block(index + 1, parents: groups(line, width), names: below.cells, isSingle: false), single]
  }

  private static func block(_ index: Int, parents: [String], names: [String], isSingle: Bool) -> HeaderBlock {
    let width = isSingle ? names.count : max(parents.count, names.count)
    let own = (0..<width).map { names.indices.contains($0) ? names[$0] : "" }
    var (headers, words): ([String], [String]) = ([], [])
    for column in 0..<width {
      let parent = parents.indices.contains(column) ? parents[column] : ""
      let name = own[column].isEmpty && !isSingle ? parent : own[column]
      let isGrouped = !parent.isEmpty && parent != name && !name.isEmpty
      let isTwice = isGrouped && own.count { $0 == name } > 1
      headers.append(isTwice ? "\(parent)/\(name)" : name)
      words.append(isGrouped && ColumnMap.isOfSomebodyElse(parent) ? parent + name : name)
    }
    return HeaderBlock(index: index, headers: headers, words: words)
  }

  /// The group of each column: a cell holds for those to its right that are merged with it; without merges, for the empty
  /// ones.
  private static func groups(_ line: Line, _ width: Int) -> [String] {
    var out = (0..<width).map { line.cells.indices.contains($0) ? line.cells[$0] : "" }
    var (group, end) = ("", 0)
    for column in 0..<width {
      if !out[column].isEmpty {
        group = out[column]
        end = line.spans.isEmpty ? width : column + (line.spans[column] ?? 1)
      } else if column < end {
        out[column] = group
      }
    }
    return out
  }

  /// Whether the line only names columns more closely: words of headers, at least one of them where the upper line has
  /// nothing or something else, and no value.
  private static func isSubheader(_ line: Line, under upper: Line) -> Bool {
    let filled = line.cells.indices.filter { !line.cells[$0].isEmpty }
    guard !filled.isEmpty, upper.filled > 1, filled.allSatisfy({ ColumnMap.looksLikeHeader(line.cells[$0]) }) else {
      return false
    }
    return filled.contains { !upper.cells.indices.contains($0) || upper.cells[$0] != line.cells[$0] }
  }
}

extension String {
  /// Without blanks and invisible signs at its ends.
  package var trimmingBlanks: String { RowCells.trimmed(self) ?? "" }
}
