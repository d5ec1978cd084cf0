import FilterLanguage
import Kernel
import Server

/// Reads what somebody wants of a ledger.
package enum LedgerBody {
  /// - Parameter isNew: of a ledger that is made; null says what absence says there, and takes away where one is changed.
  package static func read(_ body: BodyReader, isNew: Bool) throws(Problem) -> LedgerInput {
    let wish = try wish(body, isNew: isNew)
    try body.finish()
    return wish
  }

  /// The same where a day may stand beside it.
  static func readWithDay(_ body: BodyReader) throws(Problem) -> (LedgerInput, asOf: Day?) {
    let (wish, asOf) = (try wish(body, isNew: true), try body.optionalDay("as_of"))
    try body.finish()
    return (wish, asOf)
  }

  private static func wish(_ body: BodyReader, isNew: Bool) throws(Problem) -> LedgerInput {
    var wish = LedgerInput()
    func change<Value: Sendable & Equatable>(
      _ name: String, _ read: (String) throws(Problem) -> Value?
    ) throws(Problem) -> FieldChange<Value> {
      let change = try body.change(name, read)
      return isNew && change == .set(nil) ? .keep : change
    }
    wish.name = try change("name") { name throws(Problem) in try body.optionalThing(name, limit: 64) }
    wish.about = try change("about") { name throws(Problem) in try body.optionalText(name) }
    wish.subject = try body.optionalChoice("subject", Subject.searchable.map(\.word)).flatMap { Subject(word: $0) }
    wish.source = try source(body)
    wish.columns = try change("columns") { name throws(Problem) in try columns(body, name) }
    wish.notes = try change("notes") { name throws(Problem) in try notes(body, name) }
    wish.sort = try change("sort") { name throws(Problem) in try body.optionalText(name, limit: 200) }
    wish.groupBy = try change("group_by") { name throws(Problem) in try words(body, name) }
    wish.seenBy = try body.optionalChoice("seen_by", LedgerAudience.allCases.map(\.rawValue))
      .flatMap { LedgerAudience(rawValue: $0) }
    wish.areas = try areas(body, isNew: isNew)
    wish.limit = try change("limit") { name throws(Problem) in try whole(body, name) }
    wish.keepDays = try change("keep_days") { name throws(Problem) in try whole(body, name) }
    return wish
  }

  private static func whole(_ body: BodyReader, _ name: String) throws(Problem) -> Int? {
    try body.optionalInteger(name).map { Int(clamping: $0) }
  }

  /// `area` for one, `areas` for several.
  private static func areas(_ body: BodyReader, isNew: Bool) throws(Problem) -> FieldChange<[String]> {
    var one: FieldChange<[String]> = try body.change("area") { name throws(Problem) in
      try body.optionalText(name, limit: 32).map { [$0] }
    }
    var several: FieldChange<[String]> = try body.change("areas") { name throws(Problem) in try words(body, name) }
    if isNew { (one, several) = (one == .set(nil) ? .keep : one, several == .set(nil) ? .keep : several) }
    guard several != .keep else { return one }
    // An answer says both: what was read may be sent again.
    if case .set(let code?) = one, several != .set(code) {
      throw body.bad("area", "「area」与「areas」不一致，请只填一项。", suggestions: ["areas"])
    }
    return several
  }

  package static func source(_ body: BodyReader) throws(Problem) -> LedgerSource? {
    var sources: [LedgerSource] = []
    switch body.value("where") {
    case nil, .null?: break
    case .string(let text)?: sources.append(.filter(text))
    default: throw body.bad("where", "「where」应为文字；JSON 形式请用「where_json」。", suggestions: ["where_json"])
    }
    if let value = body.value("where_json"), value != .null { sources.append(.json(value)) }
    if let text = try body.optionalText("sentence", limit: 400) { sources.append(.sentence(text)) }
    if let code = try body.optionalText("template", limit: 64) { sources.append(.template(code)) }
    guard sources.count <= 1 else {
      throw body.bad("where", "where、where_json、sentence、template 只能给出一项。")
    }
    return sources.first
  }

  /// One name, or several.
  private static func words(_ body: BodyReader, _ name: String) throws(Problem) -> [String]? {
    if case .string(let word)? = body.value(name) { return [word] }
    return try body.optionalWords(name)
  }

  package static func columns(_ body: BodyReader, _ name: String) throws(Problem) -> [LedgerColumns.Wish]? {
    switch body.value(name) {
    case nil, .null?: return nil
    case .array(let values)?:
      var columns: [LedgerColumns.Wish] = []
      for (index, value) in values.enumerated() { columns.append(try column(value, at: "/\(name)/\(index)")) }
      return columns
    default: throw body.bad(name, "「\(name)」应为数组。")
    }
  }

  private static func column(_ value: JSONValue, at pointer: String) throws(Problem) -> LedgerColumns.Wish {
    if case .string(let name) = value { return LedgerColumns.Wish(name) }
    let body = try BodyReader(value, at: pointer)
    let wish = LedgerColumns.Wish(
      try body.text("name", limit: 64), title: try body.optionalThing("title", limit: 64),
      width: try body.optionalInteger("width").map { Int(clamping: $0) })
    // What an answer says beside them; a column that was read may be sent again.
    _ = body.value("kind")
    try body.finish()
    return wish
  }

  private static func notes(_ body: BodyReader, _ name: String) throws(Problem) -> [LedgerNote]? {
    switch body.value(name) {
    case nil, .null?: return nil
    case .array(let values)?:
      var notes: [LedgerNote] = []
      for (index, value) in values.enumerated() {
        notes.append(try note(BodyReader(value, at: "/\(name)/\(index)"), at: "/\(name)/\(index)"))
      }
      return notes
    default: throw body.bad(name, "「\(name)」应为数组。")
    }
  }

  private static func note(_ body: BodyReader, at pointer: String) throws(Problem) -> LedgerNote {
    let kind = try body.optionalChoice("kind", LedgerRoutes.noteKinds)
    let (name, title) = (try body.thing("name", limit: 32), try body.thing("title", limit: 64))
    let (carry, writes) = (try body.optionalFlag("carry"), try writes(body, at: pointer))
    try body.finish()
    // A visit is a tick that notes one.
    return LedgerNote(
      name: name, title: title, kind: kind == "text" ? .text : .tick, carry: carry,
      writes: writes ?? (kind == "visit" ? .visit("走访") : nil))
  }

  private static func writes(_ body: BodyReader, at pointer: String) throws(Problem) -> LedgerNote.Writes? {
    guard let value = body.value("writes"), value != .null else { return nil }
    let inner = try BodyReader(value, at: pointer + "/writes")
    let (tag, visit) = (try inner.optionalText("tag", limit: 64), try inner.optionalThing("visit", limit: 64))
    try inner.finish()
    switch (tag, visit) {
    case (let tag?, nil): return .tag(tag)
    case (nil, let purpose?): return .visit(purpose)
    default: throw body.bad("writes", "「writes」应为 {\"tag\":…} 或 {\"visit\":…}。")
    }
  }
}
