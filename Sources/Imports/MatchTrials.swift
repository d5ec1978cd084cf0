import Identity
import Kernel
import Platform
import Storage

/// What a row of a roster tells of a sealed number, or of a name that is shown masked, by what becomes of it.
enum MatchTrial: Hashable, Sendable {
  /// The number is this person's, and the row did not show that it knew whose: counted as that person shown.
  case told(Int64)
  /// The number is not that of the person whom the row names: counted as one who was asked for.
  case missed(ImportField, String)
  /// The person has another number. Rosters bring new telephones and slips, so the first other value of a person in the
  /// hour is a change; each further one is a guess.
  case differs(Int64, ImportField, String)
  /// The name is this person's, who is shown by a masked one. Rosters hold names: nothing is told, unless others were tried on
  /// the person in the hour.
  case named(Int64)
  /// The shop has another telephone, or another contact, which lists show masked: the first other value in the hour is a change.
  case shopDiffers(Int64, ImportField, String)
  /// The telephone or contact is the shop's: nothing is told, unless others were tried on it in the hour.
  case shopAgrees(Int64, ImportField)
  /// The number belongs to somebody who does not exist for the caller, found when it was about to be written.
  case refused(Int64)
}

/// Rosters are no way round the reveal quota: a row whose number decides what becomes of it tells that number.
///
/// Such rows count like any other reveal, in the transaction in which the outcome can be seen. Whoever has no room left gets
/// no row judged at all, right or wrong, that has a number or names somebody who is shown masked, until there is room again:
/// each waits with `match_withheld`.
struct MatchQuota: Sendable {
  private let job: ImportJob
  private let caller: Caller
  private let app: AppContext

  /// - Parameter caller: who is answered; nil for whoever the roster is applied as.
  init(_ job: ImportJob, asking caller: Caller? = nil, _ app: AppContext) {
    (self.job, self.caller, self.app) = (job, caller ?? job.caller, app)
  }

  /// What the gate has let through or held back in one transaction, for the audit log.
  struct Tally {
    fileprivate(set) var asked = 0
    fileprivate(set) var withheld = 0
  }

  /// Counts what a row tells.
  ///
  /// - Parameter holdsNumber: whether the row has a number or telephone that was compared.
  /// - Returns: whether the row may be answered; nothing is counted where it may not.
  func admits(_ trials: Set<MatchTrial>, holdsNumber: Bool, _ tally: inout Tally, _ writer: Writer) throws -> Bool {
    guard let asking = caller.id else { return true }
    guard holdsNumber || !trials.isEmpty else { return true }
    let counted = try trials.filter { trial in
      switch trial {
      case .named(let person):
        try writer.read.hasTriedOthers(ImportField.name.rawValue, of: person, by: asking, since: hourAgo)
      case .shopAgrees(let shop, let field):
        try writer.read.hasTriedOthers(Self.ofShop(field), of: shop, by: asking, since: hourAgo)
      default: true
      }
    }
    do {
      // The right name as well as others: or the one row that is not held back would say which was right.
      try RevealQuota.mustHaveRoom(caller, app, writer.read)
      try RevealQuota.charge(
        try counted.map { try subject($0, writer.read) }, caller: caller, app: app, writer)
    } catch let problem as Problem where RevealQuota.isRefusal(problem) {
      tally.withheld += 1
      return false
    }
    tally.asked += counted.count
    for case .refused(let person) in counted {
      try writer.audit(caller, AuditEntry("people.number_refused", subject: .people, id: person))
    }
    return true
  }

  /// One line for all that was asked or held back in a transaction.
  func record(_ tally: Tally, _ writer: Writer) throws {
    guard tally.asked > 0 || tally.withheld > 0 else { return }
    try writer.audit(
      caller,
      AuditEntry(
        "imports.match", subject: .imports, id: job.id,
        changes: [
          AuditEntry.Change("people", before: nil, after: String(tally.asked)),
          AuditEntry.Change("withheld", before: nil, after: String(tally.withheld)),
        ]))
  }

  private static func ofShop(_ field: ImportField) -> String { "shop_\(field.rawValue)" }

  private var hourAgo: Instant { app.clock.now().adding(seconds: -RevealQuota.seconds) }

  private func subject(_ trial: MatchTrial, _ reader: Reader) throws -> RevealedSubject {
    switch trial {
    case .told(let person), .named(let person), .refused(let person): return .row(.people, person)
    case .missed(let field, let value): return reader.literal(field.rawValue, value)
    case .shopAgrees(let shop, _): return .row(.shops, shop)
    case .shopDiffers(let shop, let field, let value):
      return try reader.otherValue(value, Self.ofShop(field), of: shop, triedBy: caller.id ?? 0, since: hourAgo)
    case .differs(let person, let field, let value):
      return try reader.otherValue(
        value, field.rawValue, of: person, triedBy: caller.id ?? 0, since: hourAgo)
    }
  }

  /// What a row that is not judged is answered with: the same for all.
  static let withheld = RowOutcome(
    .review,
    reasons: [RowReason("match_withheld", nil, "这一行的姓名、证件号码或电话暂不核对：一小时内核对的人已到上限，或号码须由街道核对。请稍后再应用，或交街道办理")])
}

extension ShopEntry {
  /// What comparing the row's telephone and contact with what these shops have tells.
  func trials(_ held: [ExistingShop]) -> Set<MatchTrial> {
    var trials: Set<MatchTrial> = []
    for shop in held where shop.id > 0 {
      if let phone, let known = shop.phone {
        trials.insert(known == phone ? .shopAgrees(shop.id, .phone) : .shopDiffers(shop.id, .phone, phone))
      }
      if let contact, let known = shop.contact {
        trials.insert(known == contact ? .shopAgrees(shop.id, .contact) : .shopDiffers(shop.id, .contact, contact))
      }
    }
    return trials
  }
}

extension PersonEntry {
  /// What comparing the row's number and telephone with these people tells.
  ///
  /// - Parameter isLinked: whether the person has a link to the row's house and the row's name.
  func trials(_ candidates: PersonCandidates, isLinked: (ExistingPerson) -> Bool) -> Set<MatchTrial> {
    var trials: Set<MatchTrial> = []
    let alike = (candidates.inHouse + candidates.near + candidates.elsewhere).filter { $0.id > 0 }
    if let idNumber {
      if let owner = candidates.byNumber {
        // A name that goes with the number, and a birth date that goes with it or the house: nothing is told.
        let isKnown = NameLikeness(owner.name, name) == .same && (isLinked(owner) || birth != nil)
        if !isKnown, owner.id > 0 { trials.insert(.told(owner.id)) }
      } else if alike.contains(where: { $0.idNumber != nil && $0.idNumber != idNumber && mayBe($0) }) {
        trials.insert(.missed(.idNumber, idNumber))
      }
    } else if let wrongNumber {
      for held in alike {
        guard let number = held.idNumber else { continue }
        let isSlip = SlipOfThePen.isOneSlip(Array(number.utf8), Array(wrongNumber.utf8))
        trials.insert(isSlip ? .told(held.id) : .differs(held.id, .idNumber, wrongNumber))
      }
    }
    if let phone { trials.formUnion(phoneTrials(phone, candidates, alike, isLinked)) }
    return trials
  }

  private func phoneTrials(
    _ phone: String, _ candidates: PersonCandidates, _ alike: [ExistingPerson], _ isLinked: (ExistingPerson) -> Bool
  ) -> Set<MatchTrial> {
    var trials: Set<MatchTrial> = []
    for held in alike + [candidates.byNumber].compactMap(\.self) where held.id > 0 {
      guard let known = held.phone else { continue }
      if known != phone {
        trials.insert(.differs(held.id, .phone, phone))
      } else if !isLinked(held), candidates.byNumber == nil, birth == nil || birth != held.birth {
        // Found by the telephone alone.
        trials.insert(.told(held.id))
      }
    }
    return trials
  }

  private func mayBe(_ held: ExistingPerson) -> Bool {
    idKind == held.idKind && (birth == nil || held.birth == nil || birth == held.birth)
  }
}
