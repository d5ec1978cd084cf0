import FilterLanguage
import Kernel
import Ledgers

/// How much each subject of a campaign gets.
package enum CampaignRule: String, Sendable, CaseIterable, Codable {
  /// Every subject the same.
  case each
  /// A house as many times that as people live in it.
  case perResident = "per_resident"
}

/// What became of a subject in a round of a campaign.
package enum DeliveryState: String, Sendable, CaseIterable, Codable {
  /// Nobody has entered anything: not given is not zero.
  case waiting
  case given, partly, refused
  case nobodyHome = "nobody_home"
  case movedAway = "moved_away"
  /// Somebody else collected it.
  case collected

  /// Whether something was handed out, so that a quantity stands there.
  package var hasQuantity: Bool { [.given, .partly, .collected].contains(self) }
  /// Whether a follow-up round asks there again.
  package var isMissing: Bool { [.waiting, .nobodyHome, .partly].contains(self) }

  /// What people call it.
  package var title: String {
    switch self {
    case .waiting: "未登记"
    case .given: "已发放"
    case .partly: "部分发放"
    case .refused: "拒收"
    case .nobodyHome: "无人在家"
    case .movedAway: "已搬走"
    case .collected: "他人代领"
    }
  }
}

/// A campaign as it is to be, beside its question.
package struct CampaignDraft: Sendable, Equatable {
  package var code: String
  package var name: String
  /// What is handed out or asked about: 口罩, 牛奶, 烟感器.
  package var item: String
  package var rule: CampaignRule
  package var quantity: Int
  package var since: Day
  package var until: Day
  /// The only callers that enter deliveries, by name; empty for whoever may write.
  package var collectors: [String]

  package init(
    code: String, name: String, item: String, rule: CampaignRule = .each, quantity: Int = 1, since: Day, until: Day,
    collectors: [String] = []
  ) {
    (self.code, self.name, self.item, self.rule, self.quantity) = (code, name, item, rule, quantity)
    (self.since, self.until, self.collectors) = (since, until, collectors)
  }
}

package struct CampaignRow: Sendable, Equatable {
  package let id: Int64
  package var draft: CampaignDraft
  package let ledger: Int64
  /// The run in which the first round was frozen.
  package let run: Int64
  package let caller: String
  package let madeAt: String
  package let closedAt: String?
  package let closedBy: String?
  package let version: Int64
}

/// One going round; the second is about what the first has left.
package struct CampaignRound: Sendable, Equatable {
  package let number: Int
  package let follows: Int?
  package let caller: String
  package let madeAt: String
}

/// A subject of a campaign before it stands in the database: where it lies and what it is to get.
package struct EntryDraft: Sendable, Equatable {
  package let subject: UInt32
  package var position: Int64
  package var house: UInt32?
  package var building: UInt32?
  package var committee: UInt32?
  package var grid: UInt32?
  /// Masked.
  package var name: String?
  package var address: String?
  package var expected: Int
}

/// A subject in a round, and what was entered about it.
package struct EntryRow: Sendable, Equatable, Codable {
  package let id: Int64
  package let round: Int
  package let subject: Int64
  package let house: Int64?
  package let building: Int64?
  package let committee: Int64?
  package let grid: Int64?
  package let name: String?
  package let address: String?
  package let expected: Int
  /// Whether no later round has the subject.
  package let isLast: Bool
  package let delivery: Delivery
  package let by: String?
  package let at: String?
  /// How often something was entered; 0 where nobody has.
  package let version: Int64
}

/// What is entered about a subject.
package struct Delivery: Sendable, Equatable, Codable {
  package var state: DeliveryState
  package var quantity: Int?
  package var note: String?
  /// What proves it: a number on a voucher, a serial.
  package var code: String?
  package var on: Day?
  package var collectedBy: String?
  package var relation: String?

  package init(
    _ state: DeliveryState, quantity: Int? = nil, note: String? = nil, code: String? = nil, on: Day? = nil,
    collectedBy: String? = nil, relation: String? = nil
  ) {
    (self.state, self.quantity, self.note, self.code) = (state, quantity, note, code)
    (self.on, self.collectedBy, self.relation) = (on, collectedBy, relation)
  }
}
