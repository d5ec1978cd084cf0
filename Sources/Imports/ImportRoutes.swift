import Foundation
import HTTPTypes
import Kernel
import Platform
import Server

/// Rosters on their way in. An upload is answered at once; the work goes on in the background, and `GET` says how far.
package enum ImportRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/imports", startDoc, intake: .file(limit: 64 << 20)) { call, app in
      let id = try await StartImport.run(request(call), caller: call.caller, app: app)
      return try await goOn(id, call, app)
    },
    .get("/v1/imports", listDoc) { call, app in
      let page = try await ListImports.run(
        before: call.cursor(), limit: call.limit(), caller: call.caller, app: app)
      return try .encoded(
        ImportPage(
          total: page.total, items: page.items, nextCursor: page.next.map { String($0) }, asOf: app.clock.today))
    },
    .get("/v1/imports/template", templateDoc) { call, app in
      let subject = try subject(call)
      return .file(
        try RosterTemplate.run(subject, caller: call.caller), type: templateDoc.produces,
        name: RosterTemplate.fileName(subject), plain: "\(subject.rawValue).xlsx")
    },
    .get("/v1/imports/{id}", getDoc) { call, app in
      try .encoded(
        await GetImport.run(call.id(), tryingUndo: call.flag("undo"), caller: call.caller, app: app))
    },
    .get("/v1/imports/{id}/rows", rowsDoc) { call, app in
      let page = try await ListImportRows.run(
        call.id(), status: call.choice("status", ImportRowStatus.self), after: Int(call.cursor() ?? 0),
        limit: call.limit(), caller: call.caller, app: app)
      return try .encoded(
        ImportPage(
          total: page.total, items: page.rows, nextCursor: page.next.map { String($0) }, asOf: app.clock.today))
    },
    .call(.post, "/v1/imports/{id}/rows/{n}/decision", decideDoc) { call, app in
      let row = try await DecideImportRow.run(
        call.id(), row: Int(call.id("n")), decision(call.json()), caller: call.caller, app: app)
      return try .encoded(row)
    },
    .call(.post, "/v1/imports/{id}/rows/{n}/correction", correctDoc) { call, app in
      let row = try await CorrectImportRow.run(
        call.id(), row: Int(call.id("n")), values: values(call.json()), caller: call.caller, app: app)
      return try .encoded(row)
    },
    .call(.post, "/v1/imports/{id}/decisions", decideManyDoc) { call, app in
      let body = try call.json()
      let (action, reason) = (try action(body), try body.optionalText("reason", limit: 64))
      try body.finish()
      let answer = try await DecideImportRows.run(
        call.id(), action, reason: reason, caller: call.caller, app: app)
      return .json(["decided": .number(Double(answer.decided)), "left": .number(Double(answer.left))])
    },
    .call(.post, "/v1/imports/{id}/apply", applyDoc) { call, app in
      let id = try call.id()
      try await ApplyImport.run(id, caller: call.caller, app: app)
      return try await goOn(id, call, app)
    },
    .call(.post, "/v1/imports/{id}/rerun", rerunDoc) { call, app in
      let id = try await RerunImport.run(call.id(), rerun(call.json()), caller: call.caller, app: app)
      return try await goOn(id, call, app)
    },
    .call(.post, "/v1/imports/{id}/undo", undoDoc) { call, app in
      let id = try call.id()
      try await UndoImport.run(id, caller: call.caller, app: app)
      return try await goOn(id, call, app)
    },
    .call(.post, "/v1/imports/{id}/cancel", cancelDoc) { call, app in
      let id = try call.id()
      try await CancelImport.run(id, caller: call.caller, app: app)
      return try .encoded(await GetImport.run(id, caller: call.caller, app: app))
    },
  ]

  /// 202 with the import as it is before the work on it goes on.
  private static func goOn(_ id: Int64, _ call: RequestContext, _ app: AppContext) async throws -> Response {
    var reply = try Response.encoded(
      await GetImport.run(id, caller: call.caller, app: app), status: .accepted)
    reply.headers[.location] = "/v1/imports/\(id)"
    await app.imports.start(id, in: app)
    return reply
  }

  private static func subject(_ call: RequestContext) throws(Problem) -> ImportSubject {
    guard let subject = try call.choice("subject", ImportSubject.self) else {
      throw call.bad("subject", "请填写 subject。", suggestions: ImportSubject.allCases.map(\.rawValue))
    }
    return subject
  }

  private static func request(_ call: RequestContext) throws -> StartImport.Request {
    let subject = try subject(call)
    guard case .file(let file) = call.body else { throw Problem(.invalid, "body_missing", "请求需要文件正文。") }
    var request = StartImport.Request(
      subject: subject, file: try Data(contentsOf: URL(fileURLWithPath: file.path)),
      fileName: try call.label("file_name") ?? subject.rawValue)
    (request.area, request.source) = (call.query["area"], try call.label("source"))
    request.sheet = try call.label("sheet")
    (request.dryRun, request.apply) = (try call.flag("dry_run"), try call.flag("apply"))
    (request.asOf, request.mapping) = (try call.day("as_of"), try mapping(call))
    return request
  }

  private static func mapping(_ call: RequestContext) throws(Problem) -> [String: String] {
    guard let text = call.query["mapping"] else { return [:] }
    return try mapping(try JSONReader.read(text)) { detail, suggestions in
      call.bad("mapping", detail, suggestions: suggestions)
    }
  }

  private static func mapping(
    _ value: JSONValue, _ bad: (_ detail: String, _ suggestions: [String]) -> Problem
  ) throws(Problem) -> [String: String] {
    let fields = Set(ImportField.allCases.map(\.rawValue))
    guard case .object(let members) = value else { throw bad("「mapping」应为 JSON 对象：列名到字段名。", []) }
    var mapping: [String: String] = [:]
    for member in members {
      guard case .string(let field) = member.value, field.isEmpty || fields.contains(field) else {
        throw bad("「\(member.name)」对应的字段不存在。", fields.sorted())
      }
      mapping[member.name] = field
    }
    return mapping
  }

  private static func rerun(_ body: BodyReader) throws(Problem) -> RerunImport.Request {
    var request = RerunImport.Request()
    if let value = body.value("mapping"), value != .null {
      request.mapping = try mapping(value) { body.bad("mapping", $0, suggestions: $1) }
    }
    request.sheet = try body.optionalText("sheet", limit: 200)
    request.dryRun = try body.optionalFlag("dry_run") ?? false
    request.apply = try body.optionalFlag("apply") ?? false
    try body.finish()
    return request
  }

  private static func action(_ body: BodyReader) throws(Problem) -> RowDecision.Action {
    let actions = ["create", "merge", "skip"]
    guard let action = try body.optionalChoice("action", actions).flatMap(RowDecision.Action.init) else {
      throw body.bad("action", "缺少「action」。", suggestions: actions)
    }
    return action
  }

  /// `{"values": {"field": "text"}}`; null empties a cell.
  private static func values(_ body: BodyReader) throws(Problem) -> [String: String] {
    guard case .object(let members)? = body.value("values"), !members.isEmpty else {
      throw body.bad("values", "「values」应为 JSON 对象：字段到更正后的文字。")
    }
    var values: [String: String] = [:]
    for member in members {
      switch member.value {
      case .string(let text) where text.unicodeScalars.count <= 2_000: values[member.name] = text
      case .null: values[member.name] = ""
      default: throw body.bad("values", "「\(member.name.prefix(40))」应为最多 2000 字的文字。")
      }
    }
    try body.finish()
    return values
  }

  private static func decision(_ body: BodyReader) throws(Problem) -> RowDecision {
    let action = try action(body)
    let subject = try body.optionalInteger("subject_id")
    try body.finish()
    return RowDecision(action, subjectID: subject)
  }
}

extension RequestContext {
  /// A short text in the query; empty counts as absent.
  fileprivate func label(_ name: String) throws(Problem) -> String? {
    guard let text = query[name], !text.isEmpty else { return nil }
    guard text.count <= 200, !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw bad(name, "「\(name)」最多 200 个字，不含控制字符。")
    }
    return text
  }
}

/// The envelope of a list of imports or rows.
private struct ImportPage<Item: Encodable>: Encodable {
  package let total: Int
  package let items: [Item]
  package let nextCursor: String?
  package let asOf: Day

  private enum CodingKeys: String, CodingKey {
    case total, items
    case nextCursor = "next_cursor"
    case asOf = "as_of"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(total, forKey: .total)
    try container.encode(items, forKey: .items)
    try container.encode(nextCursor, forKey: .nextCursor)
    try container.encode(asOf, forKey: .asOf)
  }
}

extension Response {
  /// A value as JSON, members by name so that the same value is always the same bytes.
  static func encoded(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return .json(Array(try encoder.encode(value)), status: status)
  }
}
