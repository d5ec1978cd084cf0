import FilterLanguage
import Identity
import Kernel

/// What must hold of a person's name and numbers before it is written. Of the dates `LifeRules` says it, which the store
/// asks itself.
enum PersonRules {
  static func checked(_ draft: PersonDraft, today: Day) throws(Problem) -> PersonDraft {
    var draft = draft
    draft.name = try name(draft.name)
    if let text = draft.idNumber {
      let reading = try idNumber(text, today)
      draft.idNumber = reading.normalised
      draft.idKind = reading.kind.rawValue
      draft.birth = try agreed("birth_date", draft.birth, reading.birth)
      draft.sex = try agreed("sex", draft.sex, reading.sex)
    }
    if let text = draft.phone { draft.phone = try phone(text) }
    try LifeRules.check(birth: draft.birth, death: draft.death, today: today)
    return draft
  }

  static func checked(_ patch: PersonPatch, held: PersonRow, today: Day) throws(Problem) -> PersonPatch {
    var patch = patch
    if case .set(let text) = patch.name { patch.name = .set(try name(text ?? "")) }
    if case .set(let text?) = patch.idNumber {
      let reading = try idNumber(text, today)
      patch.idNumber = .set(reading.normalised)
      patch.idKind = .set(reading.kind.rawValue)
      let birth = patch.birth == .keep ? held.birth : value(patch.birth)
      _ = try agreed("birth_date", birth, reading.birth)
      if birth == nil, let known = reading.birth { patch.birth = .set(known) }
    }
    if case .set(let text?) = patch.phone { patch.phone = .set(try phone(text)) }
    return patch
  }

  /// The identity number that a patch would write, in its stored form; nil for none.
  static func number(in patch: PersonPatch, today: Day) throws(Problem) -> String? {
    guard case .set(let text?) = patch.idNumber else { return nil }
    return try idNumber(text, today).normalised
  }

  private static func value<Value>(_ change: FieldChange<Value>) -> Value? {
    if case .set(let value) = change { value } else { nil }
  }

  private static func name(_ text: String) throws(Problem) -> String {
    if let doubt = NameDoubt.of(text),
      doubt.isNobody || ["name_several", "name_deceased", "name_remark"].contains(doubt.code)
    {
      throw bad("name", "bad_name", doubt.detail)
    }
    try ThingName.check(text, at: .pointer("/name"))
    do {
      return try PersonName.normalise(text)
    } catch {
      throw bad("name", "bad_name", error.detail)
    }
  }

  private static func idNumber(_ text: String, _ today: Day) throws(Problem) -> IdentifierReading {
    let reading = Identifier.read(text, for: .document, on: today)
    guard reading.valid, reading.kind != .unifiedSocialCredit else {
      let why = reading.warnings.first.map { "：\($0)" } ?? ""
      throw bad("id_number", "bad_identifier", "证件号码不正确\(why)。请核对证件原件。")
    }
    return reading
  }

  static func phone(_ text: String) throws(Problem) -> String {
    let reading = Identifier.read(text, for: .phone)
    guard reading.valid, let number = reading.normalised else {
      throw bad("phone", "bad_identifier", "电话号码不正确，应为 11 位手机号或带区号的固定电话。")
    }
    return number
  }

  /// What the identity number says must be what the form says.
  private static func agreed<Value: Equatable>(
    _ field: String, _ stated: Value?, _ read: Value?
  ) throws(Problem) -> Value? {
    if let stated, let read, stated != read {
      throw bad(field, "contradiction", "「\(field)」与证件号码不符。请核对后只保留正确的一项。")
    }
    return stated ?? read
  }

  private static func bad(_ field: String, _ code: String, _ detail: String) -> Problem {
    Problem(.invalid, code, detail, notes: [.init(.pointer("/\(field)"), detail)])
  }
}
