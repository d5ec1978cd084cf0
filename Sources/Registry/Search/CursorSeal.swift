import FilterLanguage
import Foundation
import Kernel
import Platform
import Storage
import TagIndex

/// Cursors as callers get them. A place in an order is made of a row's values, so it is sealed: for the one caller, subject
/// and order that it was given for, and for no other. The same place has the same text, before and after a restart.
struct CursorSeal {
  private struct Kept: Codable {
    var day: Int32
    var id: UInt32
    var marks: [Mark]
  }

  private enum Mark: Codable {
    case missing
    case number(Double)
    case whole(Int32)
    case text(Data)
  }

  private let cursor: SealedCursor

  init(_ subject: Subject, _ sort: [SortKey], _ caller: Caller, _ keys: KeyRing) {
    let order = sort.map { "\($0.field)\($0.descending ? "-" : "+")" }.joined(separator: ",")
    cursor = SealedCursor(for: "\(subject.word)|\(order)|\(caller.id ?? 0)|\(caller.name)", keys)
  }

  func close(_ place: Cursor, asOf: Day) throws -> String {
    let marks = place.marks.map { mark -> Mark in
      switch mark {
      case .missing: .missing
      case .number(let value): .number(value)
      case .whole(let value): .whole(value)
      case .text(let bytes): .text(Data(bytes))
      }
    }
    let encoder = JSONEncoder()
    // The same place has the same text only where its members are in one order.
    encoder.outputFormatting = .sortedKeys
    return try cursor.close(encoder.encode(Kept(day: asOf.number, id: place.id, marks: marks)))
  }

  /// - Throws: `bad_cursor` for whatever `close` did not write for the same caller, subject and order.
  func open(_ text: String) throws(Problem) -> (place: Cursor, asOf: Day) {
    guard let plain = cursor.open(text), let kept = try? JSONDecoder().decode(Kept.self, from: plain) else {
      let detail = "游标无效：请原样使用上一页的 next_cursor，并保持查询对象和排序不变；或去掉 cursor 从头查起。"
      throw Problem(.invalid, "bad_cursor", detail, notes: [.init(.parameter("cursor"), detail)])
    }
    let marks = kept.marks.map { mark -> Cursor.Mark in
      switch mark {
      case .missing: .missing
      case .number(let value): .number(value)
      case .whole(let value): .whole(value)
      case .text(let bytes): .text(Array(bytes))
      }
    }
    return (Cursor(marks, id: kept.id), Day(number: kept.day))
  }
}
