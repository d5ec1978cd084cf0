import Kernel
import Server

/// What doubles and merges look like on the wire.
enum MergeWire {
  static let merge = Shape<MergeRow>(
    "Merge",
    [
      WireField("id", .id).from(\.id), WireField("kept_id", .id).from(\.kept), WireField("gone_id", .id).from(\.gone),
      WireField("kept_name", .text()).from(\.keptName), WireField("gone_name", .text()).from(\.goneName),
      WireField("at", .instant).from(\.at), WireField("by", .text()).from(\.by),
      WireField("undone_at", .instant).from(orNull: \.undoneAt),
      WireField("undone_by", .text()).from(orNull: \.undoneBy),
    ])

  static let reason = Shape<DoubleReason>(
    "DoubleReason",
    [
      WireField("code", Codec<DoubleReason>.word()).from { $0 }, WireField("detail", .text()).from(\.detail),
    ])

  /// A row as lists of people have it.
  private static let person: JSONValue = Schemas.object(
    [("id", Schemas.integer), ("version", Schemas.integer)]
      + FindDoubles.columns.filter { !["id", "version"].contains($0) }.map { ($0, Schemas.optionalText) },
    required: FindDoubles.columns)

  static let double = Shape<(double: FindDoubles.Double, left: JSONValue, right: JSONValue)>(
    "Double",
    [
      WireField("left", .json(person)).from { $0.left }, WireField("right", .json(person)).from { $0.right },
      WireField("reasons", .list(of: reason)).from { $0.double.reasons },
      WireField("score", .number).from { $0.double.score },
    ])

  static func json(_ double: FindDoubles.Double) throws -> JSONValue {
    self.double.json((double, try JSONReader.read(double.left), try JSONReader.read(double.right)))
  }

  private static let take = WireField(
    "take",
    .json(Schemas.object(MergeField.allCases.map { ($0.rawValue, Schemas.words(MergeSide.allCases.map(\.rawValue))) })))
  private static let other = WireField("other", .id)
  private static let otherVersion = WireField("other_version", .version)
  private static let despite = WireField("numbers_differ", .flag)

  static let request = Input<MergePeople.Request>(
    "NewMerge",
    [
      other.needed(\.other), otherVersion.optional(\.otherVersion), take.optional(),
      despite.optional(\.despiteNumbers),
    ])

  static func read(_ body: BodyReader) throws(Problem) -> MergePeople.Request {
    let sent = try request.read(body, into: .init())
    var request = sent.value
    guard let value = sent[take], value != .null else { return request }
    guard case .object(let members) = value else { throw body.bad("take", "「take」应为对象。") }
    for member in members where member.value != .null {
      guard let field = MergeField(rawValue: member.name) else {
        throw body.bad("take", "没有「\(member.name)」这一项。", suggestions: MergeField.allCases.map(\.rawValue))
      }
      guard case .string(let word) = member.value, let side = MergeSide(rawValue: word) else {
        throw body.bad("take", "「\(member.name)」应为 own（留下的人的）或 other（另一人的）。")
      }
      request.take[field] = side
    }
    return request
  }
}
