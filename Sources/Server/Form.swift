import Kernel

/// A field of a form (WHATWG URL, application/x-www-form-urlencoded).
package struct FormField: Sendable, Equatable {
  let name: String
  let value: String
}

/// The fields of a form in their order.
struct Form {
  /// Fields that a form may have; each is looked up by its name.
  private static let most = 100

  private(set) var fields: [FormField] = []

  /// Empty ones are as good as absent: pages send them for everything left blank.
  mutating func add(_ name: String, _ value: String) throws(Problem) {
    guard !value.isEmpty else { return }
    guard !fields.contains(where: { $0.name == name }) else { throw Self.bad("表单里有一项写了两次。") }
    guard fields.count < Self.most else { throw Self.bad("表单最多 \(Self.most) 项。") }
    fields.append(FormField(name: name, value: value))
  }

  /// A form as `application/x-www-form-urlencoded`.
  static func read(_ bytes: [UInt8]) throws(Problem) -> [FormField] {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw bad("表单不是有效的 UTF-8。") }
    var form = Form()
    for part in text.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentDecoding.decode(pair[0]),
        let value = PercentDecoding.decode(pair.count > 1 ? pair[1] : "")
      else { throw bad("表单不是有效的 UTF-8 百分号编码。") }
      try form.add(name, value)
    }
    return form.fields
  }

  private static func bad(_ detail: String) -> Problem { Problem(.invalid, "bad_form", detail) }
}

extension RequestContext {
  /// The form as an object of texts, to be read field by field.
  package func form() throws(Problem) -> BodyReader {
    guard case .form(let fields) = body else { throw Problem(.invalid, "body_missing", "请求需要表单正文。") }
    return try BodyReader(.object(fields.map { .init($0.name, .string($0.value)) }))
  }
}

extension RequestContext.Body {
  /// Takes a field out of a form: its value, nil where there is none.
  mutating func take(_ name: String) -> String? {
    guard case .form(var fields) = self, let index = fields.firstIndex(where: { $0.name == name }) else { return nil }
    let value = fields.remove(at: index).value
    self = .form(fields)
    return value
  }
}
