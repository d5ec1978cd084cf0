import FilterLanguage
import Kernel
import Ledgers
import Platform

/// What somebody asks committees for, before it is checked.
package struct DataRequestInput: Sendable {
  package var title: String?
  package var purpose: String?
  /// By what right.
  package var basis: String?
  package var source: LedgerSource?
  package var subject: Subject?
  package var columns: [LedgerColumns.Wish]?
  package var sort: String?
  /// Codes of committees, or of areas above them; nil for all in the asker's areas.
  package var areas: [String]?
  package var due: Day?
  /// The last day on which the answers are there.
  package var keptUntil: Day?
  /// Why, although the same data has been asked for before.
  package var despite: String?

  package init() {}
}

extension DataRequestInput {
  /// The longest that answers are kept, in days: three years.
  static let longest = 1096

  /// What a request must say beside its question.
  ///
  /// - Throws: `bad_field` for what is missing, and for days that are over or in the wrong order.
  func draft(unit: String, today: Day) throws(Problem) -> (draft: DataRequestDraft, title: String, keptUntil: Day) {
    guard let title else { throw LedgerColumns.bad("/title", "请填写这次要数的名称。") }
    guard let purpose else { throw LedgerColumns.bad("/purpose", "请写明要这些数据做什么。") }
    guard let basis else { throw LedgerColumns.bad("/basis", "请写明依据：凭哪条法规、文件或任务要这些数据。") }
    guard let due, due >= today else { throw LedgerColumns.bad("/due", "请填写答复期限，今天或以后。") }
    guard let keptUntil, keptUntil >= due, keptUntil <= today.adding(days: Self.longest) else {
      throw LedgerColumns.bad("/keep_until", "请填写数据保存到哪一天：不早于答复期限，最长三年。")
    }
    return (DataRequestDraft(purpose: purpose, basis: basis, unit: unit, due: due, despite: despite), title, keptUntil)
  }
}

extension Caller {
  /// Who asks, as committees know it.
  package func officeName(_ tree: AreaTree) -> String {
    unit ?? areas.min().flatMap { tree.byID[UInt32(truncatingIfNeeded: $0)]?.name } ?? name
  }
}
