import GRDB
import Identity
import Kernel
import Platform
import Storage

extension Writer {
  package func insertShop(_ draft: ShopDraft) throws -> Int64 {
    try PlausibleDays.checkOpened(draft.opened, today: today)
    let row = try nextID("shops")
    let phone = try SealedValue("phone", draft.phone, keys, at: "shops", row: row, mask: Masking.phone)
    try refuseTaken(creditCode: draft.creditCode, exceptShop: nil)
    let id = try insert(
      """
      INSERT INTO shops (id, name, credit_code, kind, category, status, opened, licence_until, closes, contact,
        phone_sealed, phone_key, phone_masked, source, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        row, draft.name, draft.creditCode, draft.kind, draft.category, draft.status, draft.opened?.description,
        draft.licenceUntil?.description, draft.closes, draft.contact, phone.sealed, phone.key, phone.masked,
        draft.source, now.description,
      ])
    try recordChange(.shops, id, .create)
    return id
  }

  package func updateShop(_ id: Int64, _ patch: ShopPatch, version: Int64? = nil) throws -> [AuditEntry.Change] {
    if case .set(let day) = patch.opened { try PlausibleDays.checkOpened(day, today: today) }
    var row = RowPatch(table: "shops", kind: .shops, id: id)
    row.set("name", patch.name)
    if case .set(let code) = patch.creditCode { try refuseTaken(creditCode: code, exceptShop: id) }
    row.set("credit_code", patch.creditCode)
    row.set("kind", patch.kind)
    row.set("category", patch.category)
    row.set("status", patch.status)
    row.set("opened", patch.opened.text)
    row.set("licence_until", patch.licenceUntil.text)
    row.set("closes", patch.closes)
    row.set("contact", patch.contact)
    if case .set(let number) = patch.phone {
      let value = try SealedValue("phone", number, keys, at: "shops", row: id, mask: Masking.phone)
      try row.setSealed("phone", value, held: heldKey("shops", "phone", id))
    }
    return try row.apply(self, version: version)
  }

  private func refuseTaken(creditCode: String?, exceptShop id: Int64?) throws {
    guard let creditCode, let other = try read.shopID(creditCode: creditCode), other != id else { return }
    throw Problem(.conflict, "credit_code_taken", "该统一社会信用代码已登记在另一商户名下。")
  }
}
