import Assembly
import Foundation
import HTTPTypes
import Kernel
@testable import Server

/// The API description, ready to hold exchanges to it.
struct Description: Sendable {
  /// What went over the wire once.
  struct Exchange {
    let method: String
    /// Path and query as they were sent.
    let target: String
    var sentType: String?
    var sent: [UInt8] = []
    let status: Int
    let headers: HTTPFields
    let body: [UInt8]
  }

  let document: JSONValue
  private let operations: [Operation]
  private let answers: SchemaCheck
  private let requests: SchemaCheck

  static let ours = Description(
    OpenAPIDocument.build(
      API.routes + SystemRoutes.routes(describing: API.routes, API.schemas, Metrics()), API.schemas))

  /// Headers of answers that are described wherever they are sent.
  private static let headers = ["ETag", "Location", "Retry-After"]

  init(_ document: JSONValue) {
    self.document = document
    let shapes = Dictionary(
      uniqueKeysWithValues: (document["components"]?["schemas"]?.members ?? []).map { ($0.name, $0.value) })
    answers = SchemaCheck(shapes: shapes, isClosed: true)
    requests = SchemaCheck(shapes: shapes)
    operations = (document["paths"]?.members ?? []).flatMap { path in
      path.value.members.map { Operation(method: $0.name.uppercased(), path: path.name, said: $0.value) }
    }
  }

  /// What in an exchange is not as the description says; none for what it does not describe: other methods, no such path.
  func faults(_ exchange: Exchange) -> [String] {
    let parts = exchange.target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let method = exchange.method == "HEAD" ? "GET" : exchange.method
    guard exchange.status != 405, let operation = operation(method, String(parts[0])) else { return [] }
    let found =
      answered(exchange, operation)
      + ((200..<300).contains(exchange.status)
        ? accepted(exchange, operation, query: parts.count > 1 ? String(parts[1]) : "") : refused(exchange, operation))
    return found.map { "\(operation.id) \(exchange.status)\($0)" }
  }

  func operation(_ method: String, _ path: String) -> Operation? {
    operations.filter { $0.method == method && $0.fits(path) }.min { $0.holes < $1.holes }
  }

  private func answered(_ exchange: Exchange, _ operation: Operation) -> [String] {
    guard let said = response(operation.said["responses"]?[String(exchange.status)]) else {
      return [": the status is not described"]
    }
    var faults = Self.headers.filter { name in
      HTTPField.Name(name).flatMap { exchange.headers[$0] } != nil && said["headers"]?[name] == nil
    }.map { ": the header \($0) is not described" }
    guard exchange.method != "HEAD", !exchange.body.isEmpty else { return faults }
    let type = Self.name(exchange.headers[.contentType] ?? "")
    guard let content = said["content"]?[type] else { return faults + [": the media type \(type) is not described"] }
    guard type.hasSuffix("json"), exchange.headers[.contentEncoding] == nil else { return faults }
    guard let value = try? JSONReader.read(exchange.body) else { return faults + [": the body is no JSON"] }
    faults += answers.faults(value, content["schema"] ?? .null).map { " \($0)" }
    return faults
  }

  /// Whoever keeps to the description is understood, and only they are.
  private func accepted(_ exchange: Exchange, _ operation: Operation, query: String) -> [String] {
    var faults = parameters(operation, query)
    if let value = sent(exchange, operation) {
      faults += requests.faults(value.body, value.schema).map { " accepted: \($0)" }
    }
    return faults
  }

  /// A member that is described is not refused as unknown.
  private func refused(_ exchange: Exchange, _ operation: Operation) -> [String] {
    guard exchange.status == 400, let value = sent(exchange, operation),
      let problem = try? JSONReader.read(exchange.body), problem["code"] == "unknown_field"
    else { return [] }
    return requests.faults(value.body, value.schema).isEmpty ? [": refused what the description allows"] : []
  }

  private func sent(_ exchange: Exchange, _ operation: Operation) -> (body: JSONValue, schema: JSONValue)? {
    guard let schema = operation.said["requestBody"]?["content"]?["application/json"]?["schema"],
      let body = try? JSONReader.read(exchange.sent)
    else { return nil }
    return (body, schema)
  }

  private func parameters(_ operation: Operation, _ query: String) -> [String] {
    let described = operation.said["parameters"]?.values.filter { $0["in"] == "query" } ?? []
    return query.split(separator: "&").flatMap { part -> [String] in
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentDecoding.decode(pair[0]), let text = PercentDecoding.decode(pair.count > 1 ? pair[1] : ""),
        let schema = described.first(where: { $0["name"]?.string == name })?["schema"]
      else { return [] }
      // A parameter is text; what is a number to the description is read as one.
      let values = [JSONValue.string(text)] + [try? JSONReader.read(text)].compactMap { $0 }
      let found = values.map { requests.faults($0, schema) }
      return found.contains { $0.isEmpty } ? [] : found[0].map { " accepted ?\(name): \($0)" }
    }
  }

  private func response(_ said: JSONValue?) -> JSONValue? {
    guard let name = said?["$ref"]?.string?.split(separator: "/").last else { return said }
    return document["components"]?["responses"]?[String(name)]
  }

  private static func name(_ type: String) -> String {
    type.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces)
  }

  /// One line of the description.
  struct Operation: Sendable {
    let method: String
    let path: String
    let said: JSONValue
    private let parts: [(before: String, after: String)?]
    private let words: [Substring]

    init(method: String, path: String, said: JSONValue) {
      (self.method, self.path, self.said) = (method, path, said)
      words = path.split(separator: "/", omittingEmptySubsequences: false)
      parts = words.map { word in
        guard let open = word.firstIndex(of: "{"), let close = word.lastIndex(of: "}") else { return nil }
        return (String(word[..<open]), String(word[word.index(after: close)...]))
      }
    }

    var id: String { said["operationId"]?.string ?? path }
    /// The fewer, the closer: `{id}.csv` before `{id}`.
    var holes: Int { parts.reduce(0) { $0 + ($1.map { $0.after.isEmpty ? 2 : 1 } ?? 0) } }

    func fits(_ path: String) -> Bool {
      let given = path.split(separator: "/", omittingEmptySubsequences: false)
      guard given.count == words.count else { return false }
      return zip(given, zip(words, parts)).allSatisfy { given, said in
        guard let hole = said.1 else { return given == said.0 }
        return given.count > hole.before.count + hole.after.count && given.hasPrefix(hole.before)
          && given.hasSuffix(hole.after)
      }
    }
  }
}
