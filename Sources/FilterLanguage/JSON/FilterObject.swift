import Kernel

/// One object of the JSON form: what kind it is, and its members with their pointers.
struct FilterObject {
  private static let kinds = ["and", "or", "not", "tag", "field", "any", "all", "no", "count"]

  let value: JSONValue
  let pointer: String
  /// The member that says what the object is; "" in a range, which has none.
  let kind: String
  /// That member's value.
  let first: JSONValue
  private let members: [JSONValue.Member]

  init(_ value: JSONValue, at pointer: String) throws(Fault) {
    guard case .object(let members) = value else {
      throw Fault(.syntax, "这里应当是一个 JSON 对象").at(pointer: pointer)
    }
    let known = members.filter { Self.kinds.contains($0.name) }
    let isRange = members.contains { $0.name == "from" || $0.name == "to" }
    if known.count != 1, !isRange {
      let detail = known.isEmpty ? "空的或看不懂的条件" : "一个条件只能有一种"
      throw Fault(.syntax, "\(detail)，可用：\(Self.kinds.joined(separator: "、"))", suggestions: Self.near(members))
        .at(pointer: pointer + (known.dropFirst().first.map { JSONValue.step($0.name) } ?? ""))
    }
    (self.value, self.pointer, self.members) = (value, pointer, members)
    (kind, first) = (known.first?.name ?? "", known.first?.value ?? .null)
  }

  private static func near(_ members: [JSONValue.Member]) -> [String] {
    members.first.map { Nearest.first(3, to: $0.name, among: kinds) } ?? []
  }

  func pointer(_ name: String) -> String { pointer + JSONValue.step(name) }

  /// Refuses members other than these.
  func allow(_ names: [String]) throws(Fault) {
    guard let unknown = members.first(where: { !names.contains($0.name) }) else { return }
    throw Fault(
      .syntax, "这里不能有“\(unknown.name)”，可用：\(names.joined(separator: "、"))",
      suggestions: Nearest.first(3, to: unknown.name, among: names)
    ).at(pointer: pointer(unknown.name))
  }

  func string(_ name: String) throws(Fault) -> String {
    guard case .string(let text)? = value[name], !text.isEmpty else {
      throw Fault(.syntax, "“\(name)”要写成文字").at(pointer: pointer(name))
    }
    return FilterLexer.composed(text.utf8)
  }

  func op() throws(Fault) -> Operator {
    let written = try string("op")
    guard let op = Operator(rawValue: written) else {
      throw Fault(
        .syntax, "没有“\(written)”这个比较", suggestions: Operator.allCases.map(\.rawValue)
      ).at(pointer: pointer("op"))
    }
    return op
  }

  /// The number of `turns`; nil when there is none.
  func argument() throws(Fault) -> Int? {
    guard let written = value["arg"] else { return nil }
    guard case .number(let number) = written, let argument = Int(exactly: number) else {
      throw Fault(.value, "“arg”要一个整数").at(pointer: pointer("arg"))
    }
    return argument
  }
}
