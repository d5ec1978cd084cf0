import Kernel

/// Makes rows of a worksheet's elements as they come by.
final class SheetParser: XMLHandler {
  /// Rows complete and not yet taken.
  var rows: [Row] = []
  private let values: CellValue
  private let limits: SheetLimits
  private var row = Row(number: 0, cells: [])
  private var rowBytes = 0
  private var column = -1
  private var kind = CellValue.Kind.number
  private var style = 0
  private var bytes: [UInt8] = []
  private var collects = false
  private var hasFormula = false
  private var inInline = false
  private var isPhonetic = false

  private var merged: MergedCells

  init(values: CellValue, merged: MergedCells, limits: SheetLimits) {
    self.values = values
    self.merged = merged
    self.limits = limits
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    if name == "c" {
      startCell(attributes)
    } else if name == "v" {
      collects = true
    } else if name == "f" {
      hasFormula = true
    } else if name == "row" {
      try startRow(attributes)
    } else if name == "is" {
      inInline = true
    } else if name == "t" {
      collects = inInline && !isPhonetic
    } else if name == "rPh" {
      isPhonetic = true
    }
  }

  func end(_ name: XMLName) throws {
    if name == "c" {
      try endCell()
    } else if name == "v" || name == "t" {
      collects = false
    } else if name == "row" {
      endRow()
    } else if name == "is" {
      inInline = false
    } else if name == "rPh" {
      isPhonetic = false
    }
  }

  func text(_ run: UnsafeBufferPointer<UInt8>) throws {
    guard collects else { return }
    guard bytes.count + run.count <= limits.cellBytes else {
      throw Problem.cellTooLong(row: row.number, column: column + 1, limit: limits.cellBytes)
    }
    bytes.append(contentsOf: run)
  }

  private func startRow(_ attributes: XMLAttributes) throws {
    row = Row(number: attributes.number("r") ?? row.number + 1, cells: [])
    guard row.number <= limits.rows else { throw Problem.tooManyRows(limit: limits.rows) }
    row.cells.reserveCapacity(8)
    rowBytes = 0
    column = -1
  }

  private func startCell(_ attributes: XMLAttributes) {
    column = attributes.bytes("r").flatMap(SheetParser.column) ?? column + 1
    style = attributes.number("s") ?? 0
    hasFormula = false
    bytes.removeAll(keepingCapacity: true)
    kind = attributes.bytes("t").map(SheetParser.kind) ?? .number
  }

  private func endCell() throws {
    let cell = values.cell(kind, style: style, bytes)
    if let note = note(cell), column >= 0, column < limits.columns { row.notes[column] = note }
    guard cell != .empty else { return }
    guard column < limits.columns else {
      row.fault = "第 \(row.number) 行超过 \(limits.columns) 列"
      return
    }
    if case .text(let text) = cell { rowBytes += text.utf8.count }
    guard rowBytes <= limits.rowBytes else { throw Problem.rowTooLong(row: row.number, limit: limits.rowBytes) }
    while row.cells.count < column { row.cells.append(.empty) }
    if column < row.cells.count { row.cells[column] = cell } else { row.cells.append(cell) }
  }

  /// A text that a formula made of nothing (t="str") has been worked out; a number that is not there has not.
  private func note(_ cell: Cell) -> CellNote? {
    if hasFormula, bytes.isEmpty, kind == .number { return .formulaUncalculated }
    if kind == .error { return .formulaError }
    guard kind == .number, case .text(let text) = cell, let number = Double(text) else { return nil }
    return abs(number) >= 1e15 ? .longNumber : nil
  }

  private func endRow() {
    guard !row.cells.isEmpty || row.fault != nil || !row.notes.isEmpty else { return }
    merged.fill(&row)
    row.spans = merged.spans(of: row.number)
    rows.append(row)
  }

  /// The column, from 0, of a reference such as `AB12`; nil when it has no letters.
  private static func column(_ reference: UnsafePointer<CChar>) -> Int? {
    var (index, letter) = (0, reference)
    while (65...90).contains(letter.pointee), index < 100_000 {
      index = index * 26 + Int(letter.pointee - 64)
      letter += 1
    }
    return index > 0 ? index - 1 : nil
  }

  private static func kind(_ name: UnsafePointer<CChar>) -> CellValue.Kind {
    if XMLName.matches(name, "s") { return .shared }
    if XMLName.matches(name, "b") { return .flag }
    if XMLName.matches(name, "d") { return .day }
    if XMLName.matches(name, "e") { return .error }
    return XMLName.matches(name, "n") ? .number : .text
  }
}
