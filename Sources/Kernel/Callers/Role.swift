/// What somebody is to the street office. Every role but admin and auditor is bound to areas or a unit.
package enum Role: String, Sendable, CaseIterable, Codable {
  /// Runs the system: callers, catalogue, everything.
  case admin
  /// Reads everything and the audit log; writes nothing.
  case auditor
  /// 街道: reads and writes over the street's committees, defines street tags.
  case street
  /// 居民区书记: reads and writes over the committee, imports its rosters.
  case secretary
  /// 社工: reads and writes over the committee or grid.
  case worker
  /// A department: reads its areas, assigns the tags of its line.
  case department
  /// Another system: imports, changes feed.
  case integration
  /// Somebody who lives there: the public door only.
  case resident
  /// A screen on a wall: the figures of the dashboard, nothing else. Only a token has this role, never somebody who logs in.
  case wall
}

/// One thing a caller may or may not do. A role's rights are the table in `Role.rights`.
package enum Right: String, Sendable, CaseIterable {
  case read, write, importRosters = "import", manageTags = "manage_tags", restrictedTags = "restricted_tags"
  case reveal, manageCallers = "manage_callers", readAudit = "read_audit", readChanges = "read_changes"
  case pushOrders = "push_orders", handleOrders = "handle_orders"
  /// The responsibility list, and what becomes of tasks that departments hand down.
  case manageDuties = "manage_duties"
  /// To put a task forward to be held against the lists.
  case proposeTasks = "propose_tasks"
  /// To ask committees for data, and to answer for one.
  case askData = "ask_data", answerData = "answer_data"
  /// Which ledgers of the place are made by themselves; of one's own ledger everybody who may write decides.
  case manageSchedules = "manage_schedules"
  /// To read, do and pass on what one is reminded of.
  case handleReminders = "handle_reminders"
  /// To have other systems called; those who are bound, about what they see.
  case manageWebhooks = "manage_webhooks"
  /// To make campaigns, follow-up rounds, and add newcomers.
  case manageCampaigns = "manage_campaigns"
  /// To read the figures of the dashboard.
  case readDashboard = "read_dashboard"
}

extension Role {
  /// What people call it.
  package var title: String {
    switch self {
    case .admin: "管理员"
    case .auditor: "审计"
    case .street: "街道"
    case .secretary: "居民区书记"
    case .worker: "社工"
    case .department: "职能部门"
    case .integration: "外部系统"
    case .resident: "居民"
    case .wall: "大屏"
    }
  }
}

extension Right {
  /// What whoever has it may do, in words.
  package var title: String {
    switch self {
    case .read: "查看"
    case .write: "登记"
    case .importRosters: "导入名册"
    case .manageTags: "管理标签"
    case .restrictedTags: "查看受限标签"
    case .reveal: "查看明文"
    case .manageCallers: "管理用户"
    case .readAudit: "查看审计记录"
    case .readChanges: "跟踪变更"
    case .pushOrders: "上报工单"
    case .handleOrders: "办理工单"
    case .manageDuties: "管理权责清单"
    case .proposeTasks: "提交准入事项"
    case .askData: "要数"
    case .answerData: "答复要数"
    case .manageSchedules: "设置定时台账"
    case .handleReminders: "处理提醒"
    case .manageWebhooks: "设置回调"
    case .manageCampaigns: "管理发放"
    case .readDashboard: "查看大屏"
    }
  }
}

extension AreaFacts.Level {
  /// What people call it.
  package var title: String {
    switch self {
    case .city: "市"
    case .district: "区"
    case .subdistrict: "街道"
    case .committee: "居民区"
    case .grid: "微网格"
    }
  }
}

extension Role {
  package var rights: Set<Right> {
    switch self {
    case .admin: Set(Right.allCases)
    case .auditor: [.read, .readAudit, .readChanges, .readDashboard]
    case .street:
      [
        .read, .write, .importRosters, .manageTags, .restrictedTags, .reveal, .readChanges, .manageDuties,
        .proposeTasks, .pushOrders, .handleOrders, .askData, .manageSchedules, .handleReminders, .manageWebhooks,
        .manageCampaigns, .readDashboard,
      ]
    case .secretary:
      [
        .read, .write, .importRosters, .manageTags, .reveal, .proposeTasks, .pushOrders, .handleOrders,
        .answerData, .manageSchedules, .handleReminders, .manageCampaigns, .readDashboard,
      ]
    case .worker:
      [.read, .write, .reveal, .proposeTasks, .pushOrders, .handleOrders, .handleReminders, .readDashboard]
    case .department: [.read, .proposeTasks, .handleOrders, .askData, .handleReminders, .readDashboard]
    case .integration:
      [
        .read, .write, .importRosters, .readChanges, .proposeTasks, .pushOrders, .handleOrders, .handleReminders,
        .manageWebhooks, .readDashboard,
      ]
    case .resident: []
    case .wall: [.readDashboard]
    }
  }

  /// Admin and auditor see every area; everyone else only what they are bound to.
  package var seesAllAreas: Bool { self == .admin || self == .auditor }
}
