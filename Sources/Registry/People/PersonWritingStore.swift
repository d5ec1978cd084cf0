import GRDB
import Identity
import Kernel
import Platform
import Storage

extension Writer {
  /// - Throws: what `LifeRules` refuses, `id_number_taken`.
  package func insertPerson(_ draft: PersonDraft) throws -> Int64 {
    try LifeRules.check(birth: draft.birth, death: draft.death, today: today)
    let row = try nextID("people")
    let idNumber = try SealedValue("id_number", draft.idNumber, keys, at: "people", row: row, mask: Masking.idNumber)
    let phone = try SealedValue("phone", draft.phone, keys, at: "people", row: row, mask: Masking.phone)
    try refuseTaken(idNumber, exceptPerson: nil)
    let id = try insert(
      """
      INSERT INTO people (id, name, sex, birth_date, death_date, id_kind, id_number_sealed, id_number_key, id_number_masked,
        phone_sealed, phone_key, phone_masked, hukou, ethnicity, education, source, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        row, draft.name, draft.sex, draft.birth?.description, draft.death?.description, draft.idKind, idNumber.sealed,
        idNumber.key, idNumber.masked, phone.sealed, phone.key, phone.masked, draft.hukou, draft.ethnicity,
        draft.education, draft.source, now.description,
      ])
    try recordChange(.people, id, .create)
    return id
  }

  /// Changes a person; returns what changed, for the audit log.
  ///
  /// - Throws: what `LifeRules` refuses, `id_number_taken`, `not_found`, `version_conflict`.
  package func updatePerson(_ id: Int64, _ patch: PersonPatch, version: Int64? = nil) throws -> [AuditEntry.Change] {
    try checkLife(id, patch)
    var row = RowPatch(table: "people", kind: .people, id: id)
    row.set("name", patch.name)
    row.set("sex", patch.sex)
    row.set("birth_date", patch.birth.text)
    row.set("death_date", patch.death.text)
    row.set("id_kind", patch.idKind)
    row.set("hukou", patch.hukou)
    row.set("ethnicity", patch.ethnicity)
    row.set("education", patch.education)
    row.set("source", patch.source)
    if case .set(let number) = patch.idNumber {
      let value = try SealedValue("id_number", number, keys, at: "people", row: id, mask: Masking.idNumber)
      try refuseTaken(value, exceptPerson: id)
      try row.setSealed("id_number", value, held: heldKey("people", "id_number", id))
    }
    if case .set(let number) = patch.phone {
      let value = try SealedValue("phone", number, keys, at: "people", row: id, mask: Masking.phone)
      try row.setSealed("phone", value, held: heldKey("people", "phone", id))
    }
    return try row.apply(self, version: version)
  }

  private func refuseTaken(_ idNumber: SealedValue, exceptPerson id: Int64?) throws {
    guard let other = try read.personID(idNumberKeys: idNumber.keys), other != id else { return }
    throw Problem(.conflict, "id_number_taken", "该证件号码已有登记，不能重复。迁入人员请用名册导入，由街道核对。")
  }
}
