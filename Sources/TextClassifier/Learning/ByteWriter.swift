/// Puts numbers and texts one after the other, little-endian, and a check sum at the end.
struct ByteWriter {
  private var bytes: [UInt8]

  init(_ start: [UInt8]) { bytes = start }

  mutating func write(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ text: String) {
    write(UInt32(text.utf8.count))
    bytes += text.utf8
  }

  func sealed() -> [UInt8] {
    var sealed = self
    sealed.write(CheckSum.of(bytes[...]))
    return sealed.bytes
  }
}

/// FNV-1a, 64 bits: finds what is cut off or overwritten by accident, and is no seal against malice.
enum CheckSum {
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
    }
  }
}

/// Reads what `ByteWriter` wrote. Beyond the end everything is 0, and `failed` says so.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var at: Int
  private(set) var failed = false

  var atEnd: Bool { at == bytes.endIndex }

  /// Nil when the check sum does not hold.
  init?(sealed: [UInt8]) {
    guard sealed.count > 8 else { return nil }
    bytes = sealed.dropLast(8)
    at = 0
    var sum: UInt64 = 0
    for (index, byte) in sealed.suffix(8).enumerated() { sum |= UInt64(byte) << (8 * index) }
    guard sum == CheckSum.of(bytes) else { return nil }
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - at else {
      failed = true
      return []
    }
    defer { at += count }
    return bytes[at..<at + count]
  }

  mutating func long() -> UInt64 { read() }
  mutating func number() -> UInt32 { read() }
  mutating func short() -> Int16 { Int16(bitPattern: read()) }
  mutating func float() -> Float { Float(bitPattern: read()) }
  mutating func double() -> Double { Double(bitPattern: read()) }

  mutating func text() -> String {
    let count = Int(number())
    return String(decoding: take(count), as: UTF8.self)
  }

  private mutating func read<Number: FixedWidthInteger>() -> Number {
    let size = MemoryLayout<Number>.size
    guard size <= bytes.endIndex - at else {
      failed = true
      return 0
    }
    defer { at += size }
    return bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: Number.self)) }
  }
}
