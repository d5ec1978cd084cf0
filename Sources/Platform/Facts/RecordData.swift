import FilterLanguage
import Kernel

/// A record's stored JSON object as typed values.
enum RecordData {
  /// What the dataset no longer defines, and values of another type, are left out.
  static func fields(_ json: UnsafeBufferPointer<UInt8>, of dataset: Vocabulary.Dataset?) throws -> RecordFacts.Fields {
    guard let dataset else { return .init([]) }
    var scanner = FlatObject(json)
    var entries: [RecordFacts.Fields.Entry] = []
    entries.reserveCapacity(dataset.attributes.count)
    while let (name, value) = scanner.next() {
      if let kept = dataset.attributes.first(where: { $0.name == name }).flatMap({ typed(value, $0.type) }) {
        entries.append(.init(name, kept))
      }
    }
    return scanner.isPlain ? .init(entries) : .init(try read(json, dataset))
  }

  /// The way for whatever has escapes or nests.
  private static func read(
    _ json: UnsafeBufferPointer<UInt8>, _ dataset: Vocabulary.Dataset
  ) throws -> [RecordFacts.Fields.Entry] {
    let object = try JSONReader.read(Array(json))
    return dataset.attributes.compactMap { attribute in
      let value: FlatObject.Value? =
        switch object[attribute.name] {
        case .string(let text)?: .text(text)
        case .number(let number)?: .number(number)
        case .bool(let flag)?: .flag(flag)
        default: nil
        }
      return value.flatMap { typed($0, attribute.type) }.map { .init(attribute.name, $0) }
    }
  }

  private static func typed(
    _ value: FlatObject.Value, _ type: Vocabulary.Dataset.Attribute.Kind
  ) -> RecordFacts.Value? {
    switch (type, value) {
    case (.text, .text(let text)): .text(text)
    case (.date, .text(let text)): Day(text).map { .day($0) }
    case (.flag, .flag(let flag)): .flag(flag)
    case (.number, .number(let number)): .number(number)
    default: nil
    }
  }
}

/// Steps through the members of a JSON object of plain texts, numbers and flags: nearly every record is one.
struct FlatObject {
  enum Value { case text(String), number(Double), flag(Bool), null }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var isOpen = false
  /// False once something turned up that this does not read: the object must then be read another way.
  private(set) var isPlain = true

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next name and value; nil at the end, and where it is no longer plain.
  mutating func next() -> (String, Value)? {
    skip()
    guard index < bytes.count else { return leave() }
    if bytes[index] == UInt8(ascii: "}") { return nil }
    guard bytes[index] == (isOpen ? UInt8(ascii: ",") : UInt8(ascii: "{")) else { return leave() }
    isOpen = true
    index += 1
    skip()
    if index < bytes.count, bytes[index] == UInt8(ascii: "}") { return nil }
    guard let name = text() else { return leave() }
    skip()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return leave() }
    index += 1
    skip()
    guard let value = value() else { return leave() }
    return (name, value)
  }

  private mutating func leave() -> (String, Value)? {
    isPlain = false
    return nil
  }

  private mutating func skip() { while index < bytes.count, bytes[index] <= 0x20 { index += 1 } }

  private mutating func text() -> String? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
    let start = index + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      if bytes[end] == UInt8(ascii: "\\") { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    index = end + 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func value() -> Value? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "\"") { return text().map { .text($0) } }
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != UInt8(ascii: "}"), bytes[index] > 0x20
    {
      index += 1
    }
    switch String(decoding: bytes[start..<index], as: UTF8.self) {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    case let word: return Double(word).map { .number($0) }
    }
  }
}
