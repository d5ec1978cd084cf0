import Identity

/// The texts and ids of one committee's rows. Every text holds something that stands in nobody else's, so that it can be
/// found wherever it should not be.
struct Side: Sendable {
  /// In every Chinese text, at its beginning, where masking leaves it.
  let mark: String
  let words: [String: String]
  var ids: [String: Int64] = [:]
  var codes: [String: String] = [:]

  static let first = Side(mark: "鱻", digits: "6161", birth: "19310707")
  static let second = Side(mark: "麤", digits: "8282", birth: "19320808")
  /// Rows that do not exist.
  static let nobody: Side = {
    var side = Side(mark: "龘", digits: "9393", birth: "19330909")
    for (offset, name) in kinds.enumerated() { side.ids[name] = Int64(4_000_001 + offset) }
    side.codes = ["committee_code": "310101023998", "grid_code": "310101023998001"]
    return side
  }()
  /// What `ids` has.
  static let kinds = [
    "house", "empty", "building", "person", "shop", "asset", "occupancy", "visit", "record", "import", "user", "token",
    "order", "attachment", "photo",
    "ledger", "run", "listed_ledger", "listed_run", "admission", "request", "answer", "reminder", "webhook",
    "approval", "merge", "campaign",
  ]

  init(mark: String, digits: String, birth: String) {
    self.mark = mark
    let number = Side.idNumber("310101\(birth)00" + digits.prefix(1))
    words = [
      "committee": "\(mark)居委会", "grid": "\(mark)微网格", "road": "\(mark)路", "compound": "\(mark)小区",
      "building_address": "\(mark)路1弄2号", "address": "\(mark)路1弄2号101室", "name": "\(mark)小明",
      "shop_name": "\(mark)点心店", "note": "\(mark)说门锁坏了", "evidence": "\(mark)的材料", "kind": "\(mark)救助",
      "category": "\(mark)餐饮", "school": "\(mark)大学", "id_number": number, "phone": "1381234" + digits,
      "shop_phone": "1391234" + digits, "credit_code": "91310101MA1FPX" + digits, "asset_code": "LIFT-" + digits,
      "user": "\(mark)书记", "worker": "\(mark)worker", "purpose": "\(mark)走访", "file": "\(mark)名册",
    ]
  }

  func word(_ name: String) -> String { words[name] ?? "" }
  func id(_ name: String) -> Int64 { ids[name] ?? 0 }

  /// What must not come to eyes that may not see this side. A masked identity number is none: thousands have the same.
  var secrets: [String] {
    [
      mark, word("id_number"), word("phone"), Masking.phone(word("phone")),
      word("shop_phone"), Masking.phone(word("shop_phone")), word("credit_code"), word("asset_code"),
    ]
  }

  /// Fills `{house}` with an id, `{name}` with a text, `{committee_code}` with a code; `prefix` is put before names.
  func fill(_ template: String, prefix: String = "") -> String {
    var text = template
    for (name, id) in ids { text = text.replacing("{\(prefix)\(name)}", with: "\(id)") }
    for (name, word) in words.merging(codes, uniquingKeysWith: { first, _ in first }) {
      text = text.replacing("{\(prefix)\(name)}", with: word)
    }
    return text
  }

  /// A text with this side's own words taken out again, so that two sides' answers can be compared.
  func blanked(_ text: String) -> String {
    var text = text
    for (name, word) in words.merging(codes, uniquingKeysWith: { first, _ in first }).sorted(by: {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }) {
      text = text.replacing(word, with: "{\(name)}")
    }
    return text.replacing(mark, with: "{mark}")
  }

  /// With the check character of GB 11643.
  static func idNumber(_ first17: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(first17.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
    return first17 + String(Array("10X98765432")[sum % 11])
  }
}
