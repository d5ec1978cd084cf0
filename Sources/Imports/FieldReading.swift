import Identity
import Kernel

/// Reads one cell into a value, and says in the findings what it could not read.
extension RowCells {
  /// A required text.
  package func text(_ field: ImportField, _ findings: inout RowFindings, missing: String) -> String? {
    if let text = self[field] { return text }
    findings.add(.rejected, "\(field.rawValue)_missing", header(field), missing)
    return nil
  }

  package enum DateCell: Sendable, Equatable {
    case day(Day)
    case partial(PartialDate, text: String)
  }

  /// A day, or what is written of one; a cell that is there and neither refuses the row.
  package func date(_ field: ImportField, _ findings: inout RowFindings) -> DateCell? {
    guard let text = self[field] else { return nil }
    do {
      return .day(try Self.day(text))
    } catch {
      if let partial = PartialDate(text) { return .partial(partial, text: text) }
      findings.add(.rejected, error.code, header(field), error.detail)
      return nil
    }
  }

  /// A day. One without month or day sends the row to a person.
  package func day(_ field: ImportField, _ findings: inout RowFindings) -> Day? {
    switch date(field, &findings) {
    case .day(let day): return day
    case .partial:
      findings.add(.review, "\(field.rawValue)_partial", header(field), "日期没有写到日，请补全")
      return nil
    case nil: return nil
    }
  }

  /// Dates as people type them, and the bare day counts of spreadsheets.
  private static func day(_ text: String) throws(Problem) -> Day {
    if text.utf8.count == 5, let serial = Double(text) { return try DateReading.day(serial: serial) }
    return try DateReading.day(text)
  }

  /// A word of a closed list. One that is not known is left out and noted; the row goes on.
  package func word(_ field: ImportField, _ known: [String: String], _ findings: inout RowFindings) -> String? {
    guard let text = self[field] else { return nil }
    if let word = known[text] { return word }
    findings.add(.sound, "unknown_word", header(field), "看不懂「\(text.prefix(20))」，该列未导入")
    return nil
  }

  /// A number of a range, decimals allowed, with a unit of the list behind it (65.4平方米). What else a cell says (约60, 60-70,
  /// 6/18层, 60亩) is not the number with which it begins: it is left out, noted, and stays visible beside the row.
  package func number(
    _ field: ImportField, in range: ClosedRange<Double>, isWhole: Bool = false, units: [String],
    _ kept: inout [KeptValue], _ findings: inout RowFindings
  ) -> Double? {
    guard let text = self[field] else { return nil }
    if let value = Self.number(text, units), range.contains(value), !isWhole || value == value.rounded() {
      return value
    }
    findings.add(.sound, "unreadable_number", header(field), "看不懂数字「\(text.prefix(20))」，该列未导入")
    kept.append(KeptValue(field.rawValue, text))
    return nil
  }

  private static func number(_ text: String, _ units: [String]) -> Double? {
    let pieces = PlainText.folded(text).split(separator: " ")
    // 60 70 are two numbers.
    let isSplit = zip(pieces, pieces.dropFirst()).contains { $0.last?.isDigit == true && $1.first?.isDigit == true }
    guard !isSplit else { return nil }
    var bare = String(String.UnicodeScalarView(pieces.joined())).lowercased()
    if bare.hasPrefix("'") { bare.removeFirst() }
    if let unit = units.first(where: bare.hasSuffix) { bare.removeLast(unit.count) }
    let parts = bare.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      parts.count > 1 && (1...3).contains(parts[0].count)
      && parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
    guard parts.count == 1 || isGrouped, bare.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") })
    else {
      return nil
    }
    return Double(parts.joined())
  }

  /// The same, and what is not known stays visible beside the row.
  package func word(
    _ field: ImportField, _ known: [String: String], _ kept: inout [KeptValue], _ findings: inout RowFindings
  ) -> String? {
    let word = word(field, known, &findings)
    if word == nil, let text = self[field] { kept.append(KeptValue(field.rawValue, text)) }
    return word
  }

  /// The first telephone number of the row's columns in its stored form. Further ones, and whose they are, stay visible.
  package func phone(_ kept: inout [KeptValue], _ findings: inout RowFindings) -> String? {
    var first: String?
    for field in [ImportField.phone, .phone2] {
      guard let text = self[field] else { continue }
      let cell = PhoneCell(text)
      for found in cell.numbers where found.number != first || found.note != nil {
        if first == nil { first = found.number }
        guard found.number != first || found.note != nil else { continue }
        let note = found.note.map { "（\($0)）" } ?? ""
        kept.append(KeptValue(found.number == first ? "phone_note" : "phone", found.number + note))
      }
      if cell.isMasked { findings.add(.sound, "phone_masked", header(field), "电话有几位被遮住，未导入") }
      if !cell.unread.isEmpty {
        findings.add(.sound, "phone_unreadable", header(field), "电话看不懂，未导入")
        kept.append(KeptValue("phone_text", text))
      }
    }
    return first
  }
}
