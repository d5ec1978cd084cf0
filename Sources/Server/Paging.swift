import Kernel

extension RequestContext {
  /// The row after which a list goes on, as `Page.next` gave it.
  package func cursor() throws(Problem) -> Int64? {
    guard let text = query["cursor"] else { return nil }
    guard let cursor = Int64(text), cursor > 0 else {
      throw Problem(.invalid, "bad_cursor", "游标无效。", notes: [.init(.parameter("cursor"), "游标无效。")])
    }
    return cursor
  }

  /// The same for lists in the order of a code: digits, capitals and underscores.
  package func codeCursor() throws(Problem) -> String? {
    guard let text = query["cursor"] else { return nil }
    let isCode = text.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || $0 == UInt8(ascii: "_") }
    guard !text.isEmpty, text.utf8.count <= 32, isCode else {
      throw Problem(.invalid, "bad_cursor", "游标无效。", notes: [.init(.parameter("cursor"), "游标无效。")])
    }
    return text
  }

  package func limit() throws(Problem) -> Int { try number("limit", default: 50, in: 1...500) }
}

extension RouteDoc {
  /// What every list takes.
  package static let paging: [Parameter] = [
    .init(name: "limit", about: "Rows in the page.", schema: Schemas.pageSize),
    .init(name: "cursor", about: "next_cursor of the page before.", schema: Schemas.text),
  ]
}
