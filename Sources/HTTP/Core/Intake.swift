import Domain
import Foundation
import HTTPTypes
import Hummingbird
import UseCases

/// Takes a request's body in, within the route's bounds.
enum Intake {
  static func take(_ intake: Route.Intake, _ request: Request) async throws -> Call.Body {
    switch intake {
    case .none: return .none
    case .json(let limit):
      try mustFit(request, limit)
      // curl's default type is let through: a token is needed either way, so no form of another site can use it.
      if let type = request.headers[.contentType]?.lowercased(), !type.hasPrefix("application/json"),
        !type.hasPrefix("application/x-www-form-urlencoded")
      {
        throw Problem(.invalid, "bad_media_type", "正文应为 application/json。")
      }
      return .bytes(try await collect(request, limit))
    case .file(let limit):
      try mustFit(request, limit)
      if let type = request.headers[.contentType], !isFile(type) {
        throw Problem(.invalid, "bad_media_type", "正文应为 text/csv、XLSX 工作簿或 application/octet-stream。")
      }
      return .file(try await spool(request, limit))
    case .upload(let limit):
      try mustFit(request, limit)
      return .file(try await spool(request, limit))
    case .lines(let limit):
      try mustFit(request, limit)
      if let type = request.headers[.contentType], !isLines(type) {
        throw Problem(.invalid, "bad_media_type", "正文应为 application/x-ndjson，每行一个 JSON 对象。")
      }
      return .bytes(try await collect(request, limit))
    case .form(let limit):
      try mustFit(request, limit)
      if let type = request.headers[.contentType], !isForm(type) {
        throw Problem(.invalid, "bad_media_type", "正文应为 application/x-www-form-urlencoded。")
      }
      return .form(try Form.read(try await collect(request, limit)))
    }
  }

  private static func isForm(_ type: String) -> Bool {
    type.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces) == "application/x-www-form-urlencoded"
  }

  private static func isLines(_ type: String) -> Bool {
    let name = type.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces)
    return [
      "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines", "application/json",
      "text/plain", "application/octet-stream", "application/x-www-form-urlencoded",
    ].contains(name)
  }

  /// What a spreadsheet or unnamed bytes come as. What is inside is for the reader to find out; many a client says
  /// `x-www-form-urlencoded` because nobody told it anything.
  private static func isFile(_ type: String) -> Bool {
    let name = type.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces)
    return [
      "text/csv", "text/plain", "application/csv", "application/octet-stream", "application/vnd.ms-excel",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/x-www-form-urlencoded",
    ].contains(name)
  }

  /// Refuses by the announced length, before a byte is read.
  private static func mustFit(_ request: Request, _ limit: Int) throws(Problem) {
    if let text = request.headers[.contentLength], let length = Int(text), length > limit { throw tooLarge(limit) }
  }

  private static func collect(_ request: Request, _ limit: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await part in request.body {
      guard bytes.count + part.readableBytes <= limit else { throw tooLarge(limit) }
      bytes.append(contentsOf: part.readableBytesView)
    }
    return bytes
  }

  /// Streams into a file that has no name: whatever ends the process, nothing of it stays.
  private static func spool(_ request: Request, _ limit: Int) async throws -> UnnamedFile {
    let file = try UnnamedFile()
    var length = 0
    for try await part in request.body {
      length += part.readableBytes
      guard length <= limit else { throw tooLarge(limit) }
      try file.write(Data(part.readableBytesView))
    }
    return file
  }

  private static func tooLarge(_ limit: Int) -> Problem {
    Problem(
      .tooMuch, "body_too_large", "正文过大，最多 \(limit >> 20 > 0 ? "\(limit >> 20) MB" : "\(limit >> 10) KB")。请拆分后再传。")
  }
}
