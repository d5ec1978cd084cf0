import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Platform

/// Takes a request's body in, within the route's bounds and those of all requests together. Compressed bodies are undone on
/// the way: every bound is of what is in them.
package struct BodyCollector: Sendable {
  let budget: BodyBudget

  /// - Throws: `body_too_large`, `bad_media_type`, `bad_content_encoding`, `bad_body`, `busy`.
  func take(_ intake: Route.BodyKind, _ request: Request, _ context: APIRouterContext) async throws
    -> RequestContext.Body
  {
    switch intake {
    case .none: return .none
    case .json(let limit):
      try Self.check(request, limit, isJSON, "正文应为 application/json。")
      return .bytes(try await collect(request, limit, context))
    case .file(let limit):
      try Self.check(request, limit, isFile, "正文应为 text/csv、XLSX 工作簿或 application/octet-stream。")
      return .file(try await spool(request, limit, context))
    case .upload(let limit):
      try Self.check(request, limit, { _ in true }, "")
      return .file(try await spool(request, limit, context))
    case .lines(let limit):
      try Self.check(request, limit, isLines, "正文应为 application/x-ndjson，每行一个 JSON 对象。")
      return .bytes(try await collect(request, limit, context))
    case .form(let limit):
      try Self.check(
        request, limit, { isForm($0) || isMultipart($0) },
        "正文应为 application/x-www-form-urlencoded 或 multipart/form-data。")
      let bytes = try await collect(request, limit, context)
      defer { budget.give(bytes: bytes.count) }
      if let type = request.headers[.contentType], isMultipart(Self.name(type)) {
        return .form(try Multipart.read(bytes, type: type))
      }
      return .form(try Form.read(bytes))
    }
  }

  /// Gives back what a body has taken.
  func discard(_ body: RequestContext.Body) {
    switch body {
    case .bytes(let bytes): budget.give(bytes: bytes.count)
    case .file: budget.giveFile()
    case .none, .form: break
    }
  }

  /// Refuses by the announced type and length, before a byte is read.
  private static func check(
    _ request: Request, _ limit: Int, _ suits: (String) -> Bool, _ refusal: String
  ) throws(Problem) {
    if let text = request.headers[.contentLength], let length = Int(text), length > limit { throw tooLarge(limit) }
    if let type = request.headers[.contentType], !suits(name(type)) {
      throw Problem(.invalid, "bad_media_type", refusal)
    }
  }

  private static func name(_ type: String) -> String {
    type.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces)
  }

  private func collect(_ request: Request, _ limit: Int, _ context: APIRouterContext) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      try await pull(request, context) { part in
        guard bytes.count + part.readableBytes <= limit else { throw Self.tooLarge(limit) }
        try budget.take(bytes: part.readableBytes)
        bytes.append(contentsOf: part.readableBytesView)
      }
      return bytes
    } catch {
      budget.give(bytes: bytes.count)
      throw error
    }
  }

  /// Streams into a file that has no name: whatever ends the process, nothing of it stays.
  private func spool(_ request: Request, _ limit: Int, _ context: APIRouterContext) async throws -> UnnamedFile {
    try budget.takeFile()
    do {
      let file = try UnnamedFile()
      var length = 0
      try await pull(request, context) { part in
        length += part.readableBytes
        guard length <= limit else { throw Self.tooLarge(limit) }
        try file.write(Data(part.readableBytesView))
      }
      return file
    } catch {
      budget.giveFile()
      throw error
    }
  }

  /// Hands the body on in pieces, as it was before it was compressed.
  private func pull(
    _ request: Request, _ context: APIRouterContext, _ take: (ByteBuffer) throws -> Void
  ) async throws {
    let inflater = try Inflater.of(request.headers[.contentEncoding])
    if request.headers[.expect] != nil { context.wantBody() }
    var isEmpty = true
    for try await part in request.body {
      isEmpty = isEmpty && part.readableBytes == 0
      if let inflater { try inflater.add(part, take) } else { try take(part) }
    }
    if !isEmpty { try inflater?.finish() }
  }

  private static func tooLarge(_ limit: Int) -> Problem {
    Problem(
      .tooMuch, "body_too_large", "正文过大，最多 \(limit >> 20 > 0 ? "\(limit >> 20) MB" : "\(limit >> 10) KB")。请拆分后再传。")
  }
}

// What bodies may say that they are, in lower case and without parameters.

/// curl's default type is let through: a token is needed either way, so no form of another site can use it.
private func isJSON(_ type: String) -> Bool {
  type.hasPrefix("application/json") || isForm(type)
}

private func isForm(_ type: String) -> Bool { type == "application/x-www-form-urlencoded" }

private func isMultipart(_ type: String) -> Bool { type == "multipart/form-data" }

private func isLines(_ type: String) -> Bool {
  [
    "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines", "application/json",
    "text/plain", "application/octet-stream", "application/x-www-form-urlencoded",
  ].contains(type)
}

/// What a spreadsheet or unnamed bytes come as. What is inside is for the reader to find out; many a client says
/// `x-www-form-urlencoded` because nobody told it anything.
private func isFile(_ type: String) -> Bool {
  [
    "text/csv", "text/plain", "application/csv", "application/octet-stream", "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/x-www-form-urlencoded",
  ].contains(type)
}
