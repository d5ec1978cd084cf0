import Kernel

/// JSON values as XML 1.0: a member is an element of its name, and each item of an array one named after the array.
enum XMLText {
  /// What the items of an array are called in GeoReport v2.
  private static let items = [
    "services": "service", "attributes": "attribute", "values": "value", "service_requests": "request",
    "service_request_updates": "request_update", "errors": "error", "endpoints": "endpoint", "formats": "format",
  ]

  static func bytes(_ value: JSONValue, root: String) -> [UInt8] {
    var text = #"<?xml version="1.0" encoding="utf-8"?>"# + "\n"
    write(root, value, to: &text)
    return Array((text + "\n").utf8)
  }

  private static func write(_ name: String, _ value: JSONValue, to text: inout String) {
    if value == .null {
      text += "<\(name)/>"
      return
    }
    text += "<\(name)>"
    switch value {
    case .object(let members): for member in members { write(member.name, member.value, to: &text) }
    case .array(let values): for value in values { write(items[name] ?? "item", value, to: &text) }
    case .string(let plain): text += escaped(plain)
    case .null, .bool, .number: text += value.text
    }
    text += "</\(name)>"
  }

  /// XML 1.0 section 2.2 and 2.4: what would be markup as references, what no document may have left out.
  private static func escaped(_ plain: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\r": out.append(contentsOf: "&#13;".unicodeScalars)
      case "\t", "\n": out.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE: continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
