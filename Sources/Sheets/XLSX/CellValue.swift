import Foundation
import Identity
import Kernel

/// From what stands in a cell's XML to what it means.
struct CellValue {
  enum Kind { case number, shared, text, error, flag, day }

  let sharedText: SharedText
  let formats: NumberFormats
  let from1904: Bool

  /// `bytes` is what the cell's `v` or `t` holds.
  func cell(_ kind: Kind, style: Int, _ bytes: [UInt8]) -> Cell {
    if bytes.isEmpty { return .empty }
    switch kind {
    case .number: return number(bytes, formats[style])
    case .shared:
      let text = Int(String(decoding: bytes, as: UTF8.self)).flatMap { sharedText[$0] } ?? ""
      return text.isEmpty ? .empty : .text(text)
    case .text, .error: return .text(XLSXText.plain(bytes[...]))
    case .flag: return .text(bytes == [49] ? "TRUE" : "FALSE")
    case .day:
      let text = String(decoding: bytes, as: UTF8.self)
      return Day(text.prefix(10)).map(Cell.date) ?? .text(text)
    }
  }

  private func number(_ bytes: [UInt8], _ meaning: NumberFormats.Meaning) -> Cell {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let value = Double(text), value.isFinite else { return .text(text) }
    switch meaning {
    case .plain: return plain(value, text, bytes)
    case .elapsed: return value >= 0 && value < 100 ? .text(CellValue.clock(value)) : .number(value)
    case .time where value >= 0 && value < 1: return .text(CellValue.clock(value))
    case .time, .day: return DateReading.serialDay(value, from1904: from1904).map(Cell.date) ?? .number(value)
    }
  }

  /// A number too long for a Double stays as it was stored: it is an identity number, whole or already spoilt
  /// (3.10199E+17), and whoever reads it must be able to tell.
  private func plain(_ value: Double, _ text: String, _ bytes: [UInt8]) -> Cell {
    abs(value) >= 1e14 || (bytes.count >= 15 && bytes.allSatisfy { (48...57).contains($0) })
      ? .text(text) : .number(value)
  }

  /// A part of a day as `22:00`, to the minute.
  private static func clock(_ value: Double) -> String {
    let minutes = Int((value * 1440).rounded())
    let rest = minutes % 60
    return "\(minutes < 600 ? "0" : "")\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
