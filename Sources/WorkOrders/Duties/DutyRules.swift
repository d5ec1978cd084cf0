import Foundation
import Kernel
import TextClassifier

/// What must hold of a duty before it is written.
enum DutyRules {
  static func checked(_ draft: Duty) throws(Problem) -> Duty {
    var duty = draft
    guard (2...16).contains(duty.code.utf8.count), duty.code.utf8.allSatisfy(isCodeByte) else {
      throw bad("code", "代码应为 2 到 16 个大写字母、数字或下划线，例如 WY01。")
    }
    duty.category = try word("category", duty.category)
    duty.subcategory = try word("subcategory", duty.subcategory)
    duty.unit = try word("unit", duty.unit)
    duty.coUnits = try words("co_units", duty.coUnits, atMost: 20).filter { $0 != duty.unit }
    duty.unless = try words("unless", duty.unless, atMost: 500)
    duty.keywords = try keywords(duty.keywords)
    duty.basis = folded(duty.basis)
    guard duty.basis.unicodeScalars.count <= 500 else { throw bad("basis", "「basis」最多 500 个字。") }
    guard (0...365).contains(duty.deadlineDays) else {
      throw bad("deadline_workdays", "「deadline_workdays」应为 0 到 365 个工作日。")
    }
    if let hours = duty.urgentHours, !(1...720).contains(hours) {
      throw bad("urgent_hours", "「urgent_hours」应为 1 到 720 小时。")
    }
    return duty
  }

  static func bad(_ field: String, _ detail: String) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/\(field)"), detail)])
  }

  private static func keywords(_ phrases: [[String]]) throws(Problem) -> [[String]] {
    guard phrases.count <= 2000 else { throw bad("keywords", "关键词最多 2000 个。") }
    var found: [[String]] = []
    for phrase in phrases {
      let words = phrase.map(folded)
      guard (1...6).contains(words.count), words.allSatisfy({ (1...40).contains($0.unicodeScalars.count) }) else {
        throw bad("keywords", "每个关键词应为 1 到 6 个词，用“+”连接，例如 楼道+堆物。")
      }
      if !found.contains(words) { found.append(words) }
    }
    return found
  }

  private static func words(_ field: String, _ texts: [String], atMost limit: Int) throws(Problem) -> [String] {
    guard texts.count <= limit else { throw bad(field, "「\(field)」最多 \(limit) 个。") }
    var found: [String] = []
    for text in texts {
      let word = try word(field, text)
      if !found.contains(word) { found.append(word) }
    }
    return found
  }

  private static func word(_ field: String, _ text: String) throws(Problem) -> String {
    let word = folded(text)
    guard (1...40).contains(word.unicodeScalars.count), !word.contains(where: \.isNewline) else {
      throw bad(field, "「\(field)」应为 1 到 40 个字。")
    }
    return word
  }

  private static func folded(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
  }
}
