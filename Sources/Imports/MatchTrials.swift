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
  /// The row has a value of somebody, or of a shop, that lists show masked, and it is the one held or another. Rosters bring new
  /// telephones and slips: `Reader.trial` says what counts.
  case compared(SubjectKind, Int64, ImportField, String, isRight: Bool)
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
    do {
      // The right name as well as others: or the one row that is not held back would say which was right.
      try RevealQuota.mustHaveRoom(caller, app, writer.read)
      let counted = try trials.compactMap { try subject($0, asking, writer.read) }
      try RevealQuota.charge(counted, caller: caller, app: app, writer)
      tally.asked += counted.count
    } catch let problem as Problem where RevealQuota.isRefusal(problem) {
      tally.withheld += 1
      return false
    }
    for case .refused(let person) in trials {
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

  private var hourAgo: Instant { app.clock.now().adding(seconds: -RevealQuota.seconds) }

  private func subject(_ trial: MatchTrial, _ asking: Int64, _ reader: Reader) throws -> RevealedSubject? {
    switch trial {
    case .told(let person), .refused(let person): return .row(.people, person)
    case .missed(let field, let value): return reader.literal(field.rawValue, value)
    case .compared(let kind, let id, let field, let value, let isRight):
      return try reader.trial(of: value, field.rawValue, kind, id, isRight: isRight, by: asking, since: hourAgo)
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
      for (field, value, known) in [(ImportField.phone, phone, shop.phone), (.contact, contact, shop.contact)] {
        guard let value, let known else { continue }
        trials.insert(.compared(.shops, shop.id, field, value, isRight: value == known))
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
        trials.insert(isSlip ? .told(held.id) : .compared(.people, held.id, .idNumber, wrongNumber, isRight: false))
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
        trials.insert(.compared(.people, held.id, .phone, phone, isRight: false))
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
