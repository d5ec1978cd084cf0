import Identity
import Kernel
import Storage

enum ShopLookUp: Hashable {
  case code(String)
  case inHouse(Int64, name: String)
}

extension ExistingShop: ExistingRow {
  var lookUps: [ShopLookUp] {
    houses.union(left).map { .inHouse($0, name: name) } + (creditCode.map { [.code($0)] } ?? [])
  }
}

/// Rows of shops: known by their credit code, or else by name and house.
struct ShopRowImporter: RowImporter {
  private let rowContext: ImportRowContext
  private let shelf: DryRunOverlay<ExistingShop>
  private var context: RosterContext { rowContext.context }

  init(_ rowContext: ImportRowContext) {
    self.rowContext = rowContext
    let (reader, writer, stamp) = (rowContext.reader, rowContext.writer, rowContext.context.stamp)
    shelf = DryRunOverlay(
      load: { try Self.load($0, reader, stamp.day) },
      write: writer.map { writer in { try writer.save($0, was: $1, stamp) } })
  }

  private static func load(_ lookUp: ShopLookUp, _ reader: Reader, _ day: Day) throws -> [ExistingShop] {
    switch lookUp {
    case .code(let code):
      return try reader.shopID(creditCode: code).flatMap { try reader.heldShop($0, on: day) }.map { [$0] } ?? []
    case .inHouse(let house, let name):
      let alike = try reader.shopIDs(house: house, named: name).compactMap { try reader.heldShop($0, on: day) }
      // One that has left counts only where none is there now: it may be back.
      let here = alike.filter { $0.houses.contains(house) }
      return here.isEmpty ? alike : here
    }
  }

  func decide(_ row: RowCells, decision: RowDecision?, seen: [Int64]) throws -> RowOutcome {
    var findings = row.findings
    guard let entry = ShopEntry.read(row, &findings), let house = try rowContext.house(entry.address, row, &findings)
    else {
      return RowOutcome(findings.verdict == .review ? .review : .rejected, reasons: findings.reasons)
    }
    var held = try candidates(entry, house.id)
    if try held.contains(where: { try !context.knows(shop: $0.id, rowContext.reader) }) {
      findings.add(.review, "code_registered_elsewhere", row.header(.creditCode), "该代码已登记在别处，请与街道核对")
      return RowOutcome(.review, reasons: findings.reasons)
    }
    if entry.phone != nil || entry.contact != nil { rowContext.compared(entry.trials(held)) }
    if decision == nil {
      judgeCode(entry, held, row, &findings)
      if let doubt = context.contested.differing.doubt(row) { findings.add(doubt) }
    }
    judge(held, house.id, row, &findings)
    switch decision?.action {
    case .skip: return RowOutcome(.rejected, reasons: [RowReason("skipped", nil, "经人工决定不导入")])
    case .create:
      held = []
      if let code = entry.creditCode, try !shelf.find(.code(code)).isEmpty {
        findings.add(.review, "already_there", row.header(.creditCode), "该代码已在库中，请选择合并")
        return RowOutcome(.review, reasons: findings.reasons)
      }
    case .merge: held = try held.filter { $0.id == decision?.subjectID } + chosen(decision, held)
    case nil:
      guard findings.verdict == .sound else {
        return RowOutcome(.review, candidates: held.map(\.id).filter { $0 > 0 }, reasons: findings.reasons)
      }
    }
    return try save(row, entry, held.first, house.id, findings)
  }

  private func chosen(_ decision: RowDecision?, _ held: [ExistingShop]) throws -> [ExistingShop] {
    guard let id = decision?.subjectID, !held.contains(where: { $0.id == id }) else { return [] }
    guard let shop = try rowContext.reader.heldShop(id, on: context.job.asOf),
      try context.knows(shop: id, rowContext.reader)
    else {
      throw Problem(.notFound, "not_found", "所选的商户已不在，请重新选择。")
    }
    return [shop]
  }

  private func candidates(_ entry: ShopEntry, _ house: Int64) throws -> [ExistingShop] {
    if let code = entry.creditCode, let held = try shelf.find(.code(code)).first { return [held] }
    return try shelf.find(.inHouse(house, name: entry.name)).filter {
      entry.creditCode == nil || $0.creditCode == nil
    }
  }

  /// A code that the file gives to several shops, or that is registered under another name, decides nothing by itself.
  private func judgeCode(_ entry: ShopEntry, _ held: [ExistingShop], _ row: RowCells, _ findings: inout RowFindings) {
    guard let code = entry.creditCode else { return }
    if context.contested.has(code) {
      findings.add(.review, "code_two_names", row.header(.creditCode), "文件里同一个信用代码写在几家不同名称的商户名下")
    } else if let shop = held.first, shop.creditCode == code, NameLikeness(shop.name, entry.name) != .same {
      findings.add(.review, "name_contradicts_code", row.header(.name), "该代码已登记，但名称不同：改名，还是抄错？")
    }
  }

  private func judge(_ held: [ExistingShop], _ house: Int64, _ row: RowCells, _ findings: inout RowFindings) {
    if held.count > 1 { findings.add(.review, "several_alike", row.header(.name), "此处有多家同名的商户") }
    guard let shop = held.first, held.count == 1, !shop.houses.isEmpty, !shop.houses.contains(house) else { return }
    findings.add(.review, "shop_elsewhere", row.header(.address), "该代码的商户登记在另一处")
  }

  private func save(
    _ row: RowCells, _ entry: ShopEntry, _ held: ExistingShop?, _ house: Int64, _ found: RowFindings
  ) throws -> RowOutcome {
    var findings = found
    let (tags, remarks) = context.sort(entry.remarks, for: .shop, &findings)
    let blank = ExistingShop(id: 0, name: entry.name, kind: entry.kind ?? "storefront", source: context.source)
    let isRepeated = try held.map { try rowContext.isRepeated($0.id) } ?? false
    var shop = entry.merged(
      into: held ?? blank, house: house, source: context.source, isRepeated: isRepeated, remarks: remarks)
    shop.tags.formUnion(tags)
    do {
      try shop.check(today: context.today, was: held)
    } catch {
      findings.refuse(row, error)
      return RowOutcome(.rejected, reasons: findings.reasons)
    }
    if let held, shop == held {
      rowContext.note(held.id)
      return RowOutcome(.unchanged, subjectID: held.id, reasons: findings.reasons)
    }
    let id = try shelf.save(shop, was: held) { shop, id in
      var shop = shop
      shop.id = id
      return shop
    }
    rowContext.note(id)
    return RowOutcome(held == nil ? .create : .update, subjectID: id, reasons: findings.reasons)
  }
}
