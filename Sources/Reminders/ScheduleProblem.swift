import Kernel

/// What keeps a schedule from running, for those who see its ledger. A schedule keeps the code; it is tried again at every
/// occasion, and goes on by itself once the reason is gone.
enum ScheduleProblem: String, CaseIterable {
  case ownerGone = "owner_gone"
  case questionBroken = "question_broken"
  case columnGone = "column_gone"
  case tooMany = "too_many_reminders"
  case notFound = "not_found"

  var detail: String {
    switch self {
    case .ownerGone: "这个台账只有建立者可见，而建立者的账号已停用或没有权限，提醒没有人能看到。请把台账改为本辖区可见，或恢复账号。"
    case .questionBroken: "台账的条件已经失效。请修改台账的条件。"
    case .columnGone: "台账里已没有定时所用的日期列。请重新设定定时。"
    case .tooMany: "一次会产生太多提醒。请缩小台账的范围。"
    case .notFound: "台账已经停用。"
    }
  }

  var problem: Problem { Problem(.conflict, rawValue, detail) }

  /// What a code means, in Chinese; the code itself where it is of something else.
  static func detail(_ code: String) -> String { ScheduleProblem(rawValue: code)?.detail ?? "生成没有成功（\(code)）。" }
}
