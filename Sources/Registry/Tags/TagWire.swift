import FilterLanguage
import Kernel
import Server

/// What tags look like on the wire.
enum TagWire {
  static let code = WireField("code", .code)
  static let name = WireField("name", .thing(40))
  static let aliases = WireField("aliases", .things)
  static let line = WireField("line", .thing(40))
  static let subject = WireField("subject", Codec<TagSubject>.word())
  static let level = WireField("level", Codec<AreaFacts.Level>.word([.city, .district, .subdistrict, .committee]))
  static let kind = WireField("kind", Codec<TagRoutes.Kind>.word())
  static let rule = WireField("rule", .text(4000))
  static let sensitivity = WireField("sensitivity", .word(of: ["no", "yes", "restricted"]))
  static let validDays = WireField("valid_days", .integer(in: 1...36_500))
  static let about = WireField("about", .thing())
  static let retired = WireField("retired", .flag)
  static let area = WireField("area", .text(32))

  static let broken = Shape<Problem>(
    "BrokenRule", [WireField("code", .text()).from(\.code), WireField("detail", .text()).from(\.detail)])

  static let tag = Shape<TagView>(
    "Tag",
    [
      code.from(\.tag.code), name.from(\.tag.name), aliases.from(\.tag.aliases), line.from(\.tag.line),
      subject.from(\.tag.subject), level.from(\.tag.level),
      kind.from { $0.tag.isComputed ? .computed : .assigned }, rule.from(orNull: \.tag.rule),
      WireField("explanation", .text()).from(orNull: \.explanation),
      WireField("broken", .one(of: broken)).from(orNull: \.fault), sensitivity.from(\.tag.sensitivity),
      validDays.from(orNull: \.tag.validDays), about.from(\.tag.about), retired.from(\.tag.isRetired),
      area.from(orNull: \.owner), WireField("version", .version).from(\.tag.version),
      WireField("may_assign", .flag).from(\.mayAssign),
    ])

  static let blank = TagDraft(code: "", name: "", line: "", subject: .person, level: .city)

  static let new = Input<TagDraft>(
    "NewTag",
    [
      area.optional(), subject.needed(\.subject), level.needed(\.level), kind.optional(), rule.optional(\.rule),
      code.needed(\.code), name.needed(\.name), aliases.optional(\.aliases), line.needed(\.line),
      sensitivity.optional(\.sensitivity), validDays.optional(\.validDays), about.optional(\.about),
    ])

  static let patch = Input<TagPatch>(
    "TagPatch",
    [
      name.kept(\.name), aliases.optional(\.aliases), rule.optional(\.rule), about.optional(\.about, empty: ""),
      validDays.optional(\.validDays), retired.optional(\.isRetired, empty: false),
    ])
}
