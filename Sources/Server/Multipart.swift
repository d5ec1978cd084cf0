import Kernel

/// Reads `multipart/form-data` (RFC 7578) as a form. Files in it are refused by name, not dropped.
enum Multipart {
  /// - Parameter type: the `Content-Type`, with its boundary.
  static func read(_ bytes: [UInt8], type: String) throws(Problem) -> [FormField] {
    guard let boundary = boundary(type) else { throw bad("multipart/form-data 缺少 boundary。") }
    let mark = Array("--\(boundary)".utf8)
    guard var position = find(mark, in: bytes[...]), position == 0 || bytes[position - 1] == 0x0A else {
      throw bad("表单里找不到 boundary。")
    }
    var form = Form()
    while true {
      position += mark.count
      if bytes[position...].starts(with: "--".utf8) { return form.fields }
      guard bytes[position...].starts(with: "\r\n".utf8) else { throw bad("表单的各部分之间应为换行。") }
      position += 2
      let separator = Array("\r\n".utf8) + mark
      guard let end = find(separator, in: bytes[position...]) else { throw bad("表单不完整，没有结束的 boundary。") }
      try part(bytes[position..<end], into: &form)
      position = end + 2
    }
  }

  private static func part(_ bytes: ArraySlice<UInt8>, into form: inout Form) throws(Problem) {
    guard let end = find(Array("\r\n\r\n".utf8), in: bytes) else { throw bad("表单的一部分没有空行。") }
    guard let head = String(validating: bytes[..<end], as: UTF8.self),
      let value = String(validating: bytes[(end + 4)...], as: UTF8.self)
    else {
      throw bad("表单里的值应为 UTF-8 文字；照片请登记后作为附件上传。")
    }
    let disposition = head.split(whereSeparator: \.isNewline).first {
      $0.lowercased().hasPrefix("content-disposition:")
    }
    guard let disposition, let name = parameter("name", of: disposition) else { throw bad("表单的一部分没有名称。") }
    if let file = parameter("filename", of: disposition), !(file.isEmpty && value.isEmpty) {
      throw bad("这里不接受文件（「\(String(name.prefix(64)))」）：照片请登记后作为附件上传，或给出 media_url。")
    }
    try form.add(name, value)
  }

  private static func boundary(_ type: String) -> String? {
    parameter("boundary", of: Substring(type)).flatMap { (1...70).contains($0.utf8.count) ? $0 : nil }
  }

  /// `name="value"` or `name=value` among the parameters of a header.
  private static func parameter(_ name: String, of header: Substring) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ $0 != " " && $0 != "\t" }).lowercased() == name else { continue }
      let value = pair[1].drop { $0 == " " }
      guard value.first == "\"" else { return String(value.prefix { $0 != " " }) }
      return String(value.dropFirst().prefix { $0 != "\"" })
    }
    return nil
  }

  private static func find(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = pattern.first else { return nil }
    var start = bytes.startIndex
    while let index = bytes[start...].firstIndex(of: first), index + pattern.count <= bytes.endIndex {
      if bytes[index...].starts(with: pattern) { return index }
      start = index + 1
    }
    return nil
  }

  private static func bad(_ detail: String) -> Problem { Problem(.invalid, "bad_form", detail) }
}
