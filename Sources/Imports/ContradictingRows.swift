import Addresses
import FilterLanguage
import Identity
import Kernel

/// Rows of one file that say different things about the same person, or shop: birth date, sex, name, credit code. Neither is
/// taken in by the order in which they stand.
struct ContradictingRows: Sendable {
  /// What the rows so far say of one subject; 0 for nothing.
  private struct Said {
    var number = 0
    var birth: Day?
    var sex: String?
  }

  /// Somebody of a house and birth date.
  private struct Named {
    let name: String
    let number: Int
  }

  private let subject: ImportSubject
  private let asOf: Day
  private var said: [Int: Said] = [:]
  private var named: [Int: [Named]] = [:]
  private var contested: [Int: ImportField] = [:]
  /// Of one house and one birth date no more names are compared with each other.
  private static let namesCompared = 8

  init() { (subject, asOf) = (.people, Day(number: 0)) }

  init(_ job: ImportJob) { (subject, asOf) = (job.subject, job.asOf) }

  /// Takes a row in; all rows are taken in before the first is judged.
  mutating func take(_ row: RowCells) {
    guard let facts = facts(row) else { return }
    for key in facts.keys {
      guard let known = said[key] else {
        said[key] = facts.said
        continue
      }
      if let field = difference(known, facts.said) {
        contested[key] = contested[key] ?? field
      } else {
        said[key] = Said(
          number: known.number == 0 ? facts.said.number : known.number, birth: known.birth ?? facts.said.birth,
          sex: known.sex ?? facts.said.sex)
      }
    }
    guard let key = facts.homeKey else { return }
    let others = named[key] ?? []
    if others.contains(where: { isSlip($0, facts) }) { contested[key] = .name }
    if others.count < Self.namesCompared, !others.contains(where: { $0.name == facts.name }) {
      named[key] = others + [Named(name: facts.name, number: facts.said.number)]
    }
  }

  /// Why the row waits for a person; nil where nothing in the file contradicts it.
  func doubt(_ row: RowCells) -> RowReason? {
    guard let facts = facts(row) else { return nil }
    // Whose number is known is not put in doubt by a row without one; that row is.
    let isSure = subject != .shops && facts.said.number != 0
    var field: ImportField?
    for key in isSure ? Array(facts.keys.prefix(1)) : facts.keys {
      field = field ?? contested[key] ?? said[key].flatMap { difference($0, facts.said) }
    }
    if field == nil, !isSure, let key = facts.homeKey, contested[key] != nil,
      (named[key] ?? []).contains(where: { isSlip($0, facts) })
    {
      field = .name
    }
    return field.map { field in
      RowReason("rows_differ", row.header(field), "文件里另有一行写的像是同一\(subject == .shops ? "家商户" : "个人")，但这一列不同，请核对")
    }
  }

  private struct Facts {
    let name: String
    let said: Said
    let keys: [Int]
    let homeKey: Int?
  }

  private func facts(_ row: RowCells) -> Facts? {
    guard let name = row[.name], !NameDoubt.isMasked(name) else { return nil }
    let isShop = subject == .shops
    let reading = row[isShop ? .creditCode : .idNumber].map {
      Identifier.read($0, for: isShop ? .creditCode : .document, on: asOf)
    }
    let number = reading.flatMap { $0.valid ? $0.normalised : nil }
    let day = row[isShop ? .opened : .birth].flatMap { try? DateReading.day($0) }
    let said = Said(
      number: number?.hashValue ?? 0, birth: day ?? reading?.birth,
      sex: isShop ? nil : row[.sex].flatMap { RosterWords.sex[$0] } ?? reading?.sex)
    var keys: [Int] = []
    if let number { keys.append(Self.key("number", number)) }
    var homeKey: Int?
    if let text = row[.address] {
      let home = Address.parse(text).canonical ?? AddressFolding.fold(text)
      keys.append(Self.key("home", PersonName.key(name), home))
      if !isShop, let birth = said.birth { homeKey = Self.key("born", birth.description, home) }
    }
    return Facts(name: name, said: said, keys: keys, homeKey: homeKey)
  }

  /// Two people have two numbers, and may share a name and a house; two codes of one shop are a contradiction.
  private func difference(_ left: Said, _ right: Said) -> ImportField? {
    if left.number != 0, right.number != 0, left.number != right.number { return subject == .shops ? .creditCode : nil }
    if let birth = left.birth, let other = right.birth, birth != other { return subject == .shops ? .opened : .birth }
    if let sex = left.sex, let other = right.sex, sex != other { return .sex }
    return nil
  }

  private func isSlip(_ other: Named, _ facts: Facts) -> Bool {
    guard other.number == 0 || facts.said.number == 0 || other.number == facts.said.number else { return false }
    return NameLikeness(other.name, facts.name) == .slip
  }

  private static func key(_ parts: String...) -> Int {
    var hasher = Hasher()
    for part in parts { hasher.combine(part) }
    return hasher.finalize()
  }
}
