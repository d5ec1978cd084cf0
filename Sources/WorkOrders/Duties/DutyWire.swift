import Kernel
import Server
import TextClassifier

/// What duties look like on the wire.
enum DutyWire {
  static let code = WireField("code", .code)
  static let category = WireField("category", .thing(40))
  static let subcategory = WireField("subcategory", .thing(40))
  static let keywords = WireField(
    "keywords",
    Codec.things.about("Any of these, the words joined by + all of them: 楼道+堆物.").map(
      to: { $0.map { $0.split(separator: "+", omittingEmptySubsequences: false).map(String.init) } },
      from: { $0.map { $0.joined(separator: "+") } }))
  static let unless = WireField("unless", .things)
  static let unit = WireField("unit", .thing(40))
  static let coUnits = WireField("co_units", .things)
  static let basis = WireField("basis", .thing(500))
  static let basisKind = WireField("basis_kind", Codec<Duty.BasisKind>.word())
  static let level = WireField("level", Codec<Duty.Level>.word())
  static let deadline = WireField("deadline_workdays", .integer(in: 0...365))
  static let urgentHours = WireField("urgent_hours", .integer(in: 1...720))
  static let since = WireField("since", .day)

  static let version = Shape<DutyVersion>(
    "DutyVersion",
    [
      code.from(\.duty.code), category.from(\.duty.category), subcategory.from(\.duty.subcategory),
      keywords.from(\.duty.keywords), unless.from(\.duty.unless), unit.from(\.duty.unit),
      coUnits.from(\.duty.coUnits), basis.from(\.duty.basis), basisKind.from(\.duty.basisKind),
      level.from(\.duty.level), WireField("kind", Codec<Duty.Kind>.word()).from(\.duty.kind),
      deadline.from(\.duty.deadlineDays), urgentHours.from(orNull: \.duty.urgentHours), since.from(\.since),
      WireField("until", .day).from(orNull: \.until), WireField("by", .text()).from(\.by),
    ])

  /// Lists leave its versions out.
  static let duty = Shape<(shown: DutyVersion, version: Int64, all: [DutyVersion]?)>(
    "Duty",
    version.of { $0.shown } + [
      WireField("version", .version).from { $0.version },
      WireField("versions", .list(of: version)).from(leftOut: { $0.all }),
    ])
  static let blank = Duty(code: "", category: "", subcategory: "", keywords: [], unit: "")

  static let new = Input<Duty>(
    "NewDuty",
    [
      code.needed(\.code), category.needed(\.category), subcategory.needed(\.subcategory),
      keywords.optional(\.keywords), unless.optional(\.unless), unit.needed(\.unit), coUnits.optional(\.coUnits),
      basis.optional(\.basis), basisKind.optional(\.basisKind), level.optional(\.level),
      deadline.optional(\.deadlineDays), urgentHours.optional(\.urgentHours), since.optional(),
    ])

  static let patch = Input<DutyPatch>(
    "DutyPatch",
    [
      category.kept(\.category), subcategory.kept(\.subcategory), keywords.optional(\.keywords),
      unless.optional(\.unless), unit.kept(\.unit), coUnits.optional(\.coUnits), basis.optional(\.basis),
      basisKind.optional(\.basisKind), level.optional(\.level), deadline.optional(\.deadlineDays),
      urgentHours.optional(\.urgentHours), since.optional(),
    ])
}
