import Kernel
import Sheets

extension RunLine {
  /// The row as every door gives it, onto the end of a body: `{"id":7,"name":"张*三",…,"marks":{…}}`.
  package func write(_ columns: [LedgerColumn], to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "{\"id\":\(id)".utf8)
    for (column, cell) in zip(columns, cells) where column.name != "id" {
      bytes.append(UInt8(ascii: ","))
      JSONValue.string(column.name).write(to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      cell.json.write(to: &bytes)
    }
    bytes.append(contentsOf: ",\"marks\":".utf8)
    Self.json(marks).write(to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }

  /// The same without what was noted, as members of an object.
  package func members(_ columns: [LedgerColumn]) -> [JSONValue.Member] {
    [JSONValue.Member("id", .number(Double(id)))]
      + zip(columns, cells).filter { $0.0.name != "id" }.map { JSONValue.Member($0.name, $1.json) }
  }

  /// What was noted, by note, with who and when.
  package static func json(_ marks: [RunMark]) -> JSONValue {
    .object(
      marks.map { mark in
        JSONValue.Member(
          mark.note,
          [
            "value": mark.value, "by": .string(mark.by), "at": .string(mark.at), "carried": .bool(mark.isCarried),
            "ended": .bool(mark.isEnded),
          ])
      })
  }
}

extension Cell {
  package var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .date(let day): .string(day.description)
    case .empty: .null
    }
  }
}

extension DiffRuns.Change {
  package var beforeJSON: JSONValue { before.json }
  package var afterJSON: JSONValue { after.json }
}
