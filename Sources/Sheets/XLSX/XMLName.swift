import Foundation

/// The name of an element, without its namespace prefix; valid during the callback only.
struct XMLName {
  private let start: UnsafePointer<CChar>

  init(_ name: UnsafePointer<CChar>) { start = XMLName.local(name) }

  static func == (name: XMLName, text: StaticString) -> Bool { matches(name.start, text) }

  static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    strchr(name, 58).map { UnsafePointer($0 + 1) } ?? name
  }

  static func matches(_ name: UnsafePointer<CChar>, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { expected in
      for (index, byte) in expected.enumerated() where UInt8(bitPattern: name[index]) != byte { return false }
      return name[expected.count] == 0
    }
  }
}

/// The attributes of an element by local name; valid during the callback only.
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.list = list }

  /// The value's bytes, ended by zero.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var pair = list else { return nil }
    while let key = pair[0] {
      if XMLName.matches(XMLName.local(key), name) { return pair[1] }
      pair += 2
    }
    return nil
  }

  subscript(name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

  /// A whole number that is not negative; nil when the attribute is missing or is none.
  func number(_ name: StaticString) -> Int? {
    guard var digit = bytes(name), digit.pointee != 0 else { return nil }
    var value = 0
    while digit.pointee != 0 {
      guard (48...57).contains(digit.pointee), value < 1_000_000_000 else { return nil }
      value = value * 10 + Int(digit.pointee - 48)
      digit += 1
    }
    return value
  }
}
