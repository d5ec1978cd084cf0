import Kernel
import Ledgers
import Platform
import Storage

/// What a campaign must be; no input, no output.
package enum CampaignRules {
  /// The longest campaign, in days: two years.
  package static let longest = 731
  /// The most a subject is to get.
  package static let quantities = 1...1000
  package static let collectorLimit = 200

  /// - Throws: `bad_field` with the place.
  package static func check(_ draft: CampaignDraft) throws(Problem) {
    let isCode = draft.code.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || byte == UInt8(ascii: "_")
    }
    guard isCode, (2...16).contains(draft.code.utf8.count) else {
      throw LedgerColumns.bad("/code", "代码应为 2 至 16 个大写字母、数字或下划线。")
    }
    guard quantities.contains(draft.quantity) else { throw LedgerColumns.bad("/quantity", "数量应为 1 至 1000。") }
    guard draft.since <= draft.until else { throw LedgerColumns.bad("/until", "结束日期不能早于开始日期。") }
    guard draft.until <= draft.since.adding(days: longest) else {
      throw LedgerColumns.bad("/until", "一次发放最长两年。")
    }
    guard draft.collectors.count <= collectorLimit, Set(draft.collectors).count == draft.collectors.count else {
      throw LedgerColumns.bad("/collectors", "登记人最多 \(collectorLimit) 名，且不能重复。")
    }
  }

  /// To be asked in the transaction that writes.
  ///
  /// - Parameter changing: the campaign that has the code already.
  /// - Throws: `code_taken`, `unknown_collector`.
  static func check(_ draft: CampaignDraft, changing: Int64?, _ reader: Reader) throws {
    if let id = try reader.campaignID(code: draft.code), id != changing {
      let detail = "代码「\(draft.code)」已有发放使用。"
      throw Problem(.conflict, "code_taken", detail, notes: [.init(.pointer("/code"), detail)])
    }
    for (index, name) in draft.collectors.enumerated() {
      guard let account = try reader.account(named: name), !account.isDisabled, account.role.rights.contains(.write)
      else {
        let detail = "没有可以登记的用户「\(name)」。"
        throw Problem(.invalid, "unknown_collector", detail, notes: [.init(.pointer("/collectors/\(index)"), detail)])
      }
    }
  }
}
