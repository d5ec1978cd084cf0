/// A look at a whole file, chunk by chunk: is it UTF-8, and if it is not, where does it stop being so?
struct TextScan {
  /// Wrong bytes that follow one another count once.
  private(set) var wrongRuns = 0
  /// Well-formed sequences of three or four bytes; in text that is not UTF-8 there are next to none.
  private(set) var longSequences = 0
  private(set) var firstWrongLine: Int?
  private(set) var firstNulLine: Int?

  private var line = 1
  private var afterReturn = false
  private var missing = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF
  private var isLong = false
  private var inWrongRun = false

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if missing > 0 {
        if allowed.contains(byte) {
          missing -= 1
          allowed = 0x80...0xBF
          if missing == 0 { accept() }
          continue
        }
        missing = 0
        reject()
      }
      lead(byte)
    }
  }

  /// A sequence that the end of the file cuts off is wrong too.
  mutating func finish() { if missing > 0 { reject() } }

  private mutating func lead(_ byte: UInt8) {
    switch byte {
    case 0x00..<0x80:
      inWrongRun = false
      if byte < 0x20 { control(byte) } else { afterReturn = false }
    case 0xC2...0xDF: expect(1, 0x80...0xBF)
    case 0xE0: expect(2, 0xA0...0xBF)
    case 0xED: expect(2, 0x80...0x9F)
    case 0xE1...0xEF: expect(2, 0x80...0xBF)
    case 0xF0: expect(3, 0x90...0xBF)
    case 0xF1...0xF3: expect(3, 0x80...0xBF)
    case 0xF4: expect(3, 0x80...0x8F)
    default: reject()
    }
  }

  private mutating func control(_ byte: UInt8) {
    if byte == 0, firstNulLine == nil { firstNulLine = line }
    if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && !afterReturn) { line += 1 }
    afterReturn = byte == UInt8(ascii: "\r")
  }

  private mutating func expect(_ count: Int, _ range: ClosedRange<UInt8>) {
    (missing, allowed, isLong, afterReturn) = (count, range, count > 1, false)
  }

  private mutating func accept() {
    inWrongRun = false
    if isLong { longSequences += 1 }
  }

  private mutating func reject() {
    if !inWrongRun { wrongRuns += 1 }
    inWrongRun = true
    if firstWrongLine == nil { firstWrongLine = line }
  }
}
