import Kernel
import Server

/// What each action may say, described from the table by which actions are checked (`WorkOrderActionRequest.fields`).
enum WorkOrderActionWire {
  /// A choice of shapes, told apart by `action`.
  static let body: JSONValue = [
    "oneOf": .array(words.map { Schemas.ref(name($0.word)) }),
    "discriminator": [
      "propertyName": "action",
      "mapping": .object(words.map { .init($0.word, .string("#/components/schemas/\(name($0.word))")) }),
    ],
  ]

  static let schemas = Dictionary(uniqueKeysWithValues: words.map { (name($0.word), shape($0.word, $0.action)) })

  /// 拆分 goes by two words.
  private static let words: [(word: String, action: WorkOrderAction)] =
    WorkOrderAction.allCases.map { (word: $0.rawValue, action: $0) } + [("part", .unmerge)]

  private static func name(_ word: String) -> String {
    "WorkOrder" + word.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func shape(_ word: String, _ action: WorkOrderAction) -> JSONValue {
    let rule = WorkOrderActionRequest.fields[action] ?? ([], [], [])
    var about = "\(action.title)."
    if !rule.one.isEmpty { about += " Needs one of \(rule.one.joined(separator: ", "))." }
    if rule.all.contains("reason") { about += " Needs a reason; a note stands in for it." }
    let needed = rule.all.filter { $0 != "reason" }
    let members = WorkOrderActionRequest.names(action).map {
      JSONValue.Member($0, needed.contains($0) ? field($0) : field($0).orNull)
    }
    return [
      "type": "object", "description": .string(about),
      "properties": .object([JSONValue.Member("action", Schemas.words([word]))] + members),
      "required": .texts(["action"] + needed), "additionalProperties": .bool(false),
    ]
  }

  private static func field(_ name: String) -> JSONValue {
    switch name {
    case "ruling": return Schemas.words(WorkOrderRuling.allCases.map(\.rawValue))
    case "outcome": return Schemas.words(WorkOrderOutcome.allCases.map(\.rawValue))
    case "solved": return Schemas.flag
    case "into": return ["type": "integer", "minimum": 1, "maximum": .number(Double(UInt32.max))]
    case "satisfaction":
      let words = Satisfaction.words + ["very", "未评价"] + Satisfaction.allCases.map(\.title)
      return ["anyOf": [["type": "integer", "minimum": 1, "maximum": 5], Schemas.words(words)]]
    case "units", "workers":
      return ["type": "array", "items": ["type": "string", "minLength": 1, "maxLength": 64], "maxItems": 20]
    case "unit": return Schemas.plainText(64)
    case "duty": return Schemas.plainText(32)
    case "result": return Schemas.plainText(4000)
    default: return Schemas.plainText(2000)
    }
  }
}
