import Foundation
import GRDB
import Kernel
import Storage

extension Writer {
  /// Keeps a model that was trained; the content of older ones goes, what is said of them stays.
  ///
  /// - Parameter report: a JSON object.
  package func insertDispatchModel(_ model: StoredModel, report: String, by caller: Caller) throws -> Int64 {
    let outcomes = model.outcomes.map { outcome -> JSONValue in
      [.number(outcome.confidence), .number(outcome.isRight ? 1 : 0), .string(outcome.unit)]
    }
    let id = try insert(
      """
      INSERT INTO dispatch_models (at, by_caller, lessons_to, share, outcomes, report, content)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        now.description, caller.name, model.lessonsTo, model.share, JSONValue.array(outcomes).text, report,
        Data(model.content),
      ])
    try execute("UPDATE dispatch_models SET content = NULL WHERE id < ? AND content IS NOT NULL", [id])
    return id
  }
}

extension Reader {
  /// The newest model; nil where none has been trained.
  package func dispatchModel() throws -> StoredModel? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT content, share, lessons_to, outcomes FROM dispatch_models ORDER BY id DESC LIMIT 1"))
    guard let row, let content = try row.value(0) as Data? else { return nil }
    return try StoredModel(
      content: Array(content), share: row.value(1), lessonsTo: row.value(2),
      outcomes: try JSONDecoder().decode([KeptOutcome].self, from: Data((row.value(3) as String).utf8)).map {
        ($0.confidence, $0.isRight, $0.unit)
      })
  }
}

/// `[0.93, 1, "城管中队"]`.
private struct KeptOutcome: Decodable {
  let confidence: Double
  let isRight: Bool
  package let unit: String

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    confidence = try list.decode(Double.self)
    isRight = try list.decode(Double.self) == 1
    unit = try list.decode(String.self)
  }
}
