import Accounts
import Exports
import FilterLanguage
import Foundation
import Kernel
import Ledgers
import Registry
import Sheets
import Support
import Testing

@Suite struct ExportRunTests {
  /// A finished run over both committees, grouped by them, with somebody in it whose name a spreadsheet would run.
  private func withRun(_ body: (LedgerStreet, Int64) async throws -> Void) async throws {
    try await LedgerStreet.run { street in
      let id = try await street.settle("王大明", born: "1931-05-06", in: street.street.yanzhong)
      // As an older version let names in.
      try await street.app.store.write { writer in
        var patch = PersonPatch()
        patch.name = .set("=HYPERLINK(1)")
        _ = try writer.updatePerson(id, patch)
      }
      let ledger = try await street.ledger("age >= 80", by: street.streetWorker) { wish in
        wish.name = .set("高龄老人/名册")
        wish.columns = .set(["committee", "name", "role", "birth_date", "age", "address"].map { .init($0) })
        wish.notes = .set([LedgerNote(name: "received", title: "已发放", kind: .tick)])
        wish.groupBy = .set(["committee"])
        wish.sort = .set("age.desc,name")
      }
      try await body(street, try await street.run(ledger, by: street.streetWorker).row.id)
    }
  }

  private func bytes(_ export: Export) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    switch export.body {
    case .feed(let feed): while let piece = try await feed.next() { bytes += piece }
    case .file(let file): while case let piece = try file.read(at: bytes.count), !piece.isEmpty { bytes += piece }
    }
    return bytes
  }

  private func text(_ wish: ExportInput, _ street: LedgerStreet, by caller: Caller) async throws -> String {
    let export = try await ExportRun.run(wish, caller: caller, app: street.app)
    return String(decoding: try await bytes(export), as: UTF8.self)
  }

  @Test func csv_isMaskedAndDefused() async throws {
    try await withRun { street, run in
      let text = try await text(.init(run: run, format: .csv), street, by: street.streetWorker)
      let lines = text.split(separator: "\r\n")
      #expect(lines[0] == "\u{FEFF}居民区,姓名,居住关系,出生日期,周岁,地址,已发放,备注")
      #expect(lines[1].hasPrefix("延中居委会,'=***") && lines[1].contains(",家属,1931-05-06,95,"))
      #expect(lines.count == 4 && !text.contains("HYPERLINK"))
    }
  }

  @Test func xlsx_hasGroupsAndRealTypes() async throws {
    try await withRun { street, run in
      let export = try await ExportRun.run(
        .init(run: run, format: .xlsx), caller: street.streetWorker, app: street.app)
      #expect(export.fileName == "高龄老人名册 2026-11-21.xlsx")
      let path = NSTemporaryDirectory() + "/\(UUID().uuidString).xlsx"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try Data(try await bytes(export)).write(to: URL(fileURLWithPath: path))
      let source = try SheetFile.open(path: path)
      var rows: [[Cell]] = []
      while let row = try source.next() { rows.append(row.cells) }
      #expect(rows[0] == [.text("高龄老人/名册")])
      let mark = try await mark(street)
      #expect(
        rows[1] == [.text("截至 2026-11-21 · 瑞金二路街道 · 共 3 条 · street 2026-11-21 09:00 导出 · 标记 \(mark)")])
      #expect(rows[2].map(\.text) == ["姓名", "居住关系", "出生日期", "周岁", "地址", "已发放", "备注"])
      #expect(rows[3] == [.text("延中居委会（2 条）")])
      let born = try #require(Day("1931-05-06"))
      #expect(rows[4][0].text.hasPrefix("=*"))
      #expect(rows[4][1..<4] == [.text("家属"), .date(born), .number(95)])
      #expect(rows[6] == [.text("巨鹿居委会（1 条）")] && rows.count == 8)
      #expect(try FileManager.default.contentsOfDirectory(atPath: street.app.store.path + "-exports").isEmpty)
    }
  }

  @Test func html_showsTicks() async throws {
    try await withRun { street, run in
      let page = try await text(.init(run: run, format: .html), street, by: street.worker)
      #expect(page.contains("延中居委会（2 条）") && !page.contains("巨鹿"))
      #expect(page.contains("共 2 条") && page.contains("□"))
    }
  }

  @Test func json_isOneDocument() async throws {
    try await withRun { street, run in
      let wish = ExportInput(run: run, format: .json, columns: ["age", "received"])
      let document = try JSONReader.read(try await text(wish, street, by: street.worker))
      #expect(document["id"] == .number(Double(run)))
      guard case .array(let items)? = document["rows"] else { throw Missing() }
      #expect(items.count == 2 && items[0]["age"] == .number(95) && items[0]["name"] == nil)
    }
  }

  @Test func columns_areChosenAndChecked() async throws {
    try await withRun { street, run in
      let two = ExportInput(run: run, format: .csv, columns: ["age", "received"])
      #expect(try await text(two, street, by: street.worker).hasPrefix("\u{FEFF}周岁,已发放\r\n95,\r\n"))
      let entries = try await entries(street)
      let wrong = try await refusal {
        _ = try await text(.init(run: run, format: .csv, columns: ["aeg"]), street, by: street.worker)
      }
      #expect(wrong?.code == "unknown_column" && wrong?.notes.first?.suggestions.contains("age") == true)
      #expect(try await self.entries(street) == entries)
    }
  }

  @Test func reveal_needsAReason_andIsWrittenDown() async throws {
    try await withRun { street, run in
      let bare = RunReveal(columns: ["name"], reason: " ")
      let refused = try await refusal {
        _ = try await text(.init(run: run, format: .csv, reveal: bare), street, by: street.worker)
      }
      #expect(refused?.code == "reason_missing")
      let reveal = RunReveal(columns: ["name"], reason: "核对发放名单")
      let shown = try await text(.init(run: run, format: .csv, reveal: reveal), street, by: street.worker)
      #expect(shown.contains("'=HYPERLINK(1)"))
      let (last, mark) = (try #require(try await entries(street).last), try await mark(street))
      #expect(last == "runs.reveal \(run) 核对发放名单 format=csv rows=2 mark=\(mark) name=revealed")
      // Each row bears the mark, and the last line says who took the file.
      let lines = shown.split(separator: "\r\n")
      #expect(lines[0].hasSuffix(",导出标记") && lines[1...2].allSatisfy { $0.hasSuffix("," + mark) })
      #expect(lines[3] == "\"# worker 2026-11-21 09:00 导出，用途：核对发放名单 · 标记 \(mark)\"" || lines[3].hasPrefix("# worker"))
    }
  }

  @Test func mark_leadsToWhoTookTheFile() async throws {
    try await withRun { street, run in
      _ = try await text(.init(run: run, format: .json), street, by: street.worker)
      let document = try JSONReader.read(
        try await text(.init(run: run, format: .json), street, by: street.streetWorker))
      let mark = try #require(document["export"]?["mark"])
      guard case .string(let text) = mark else { throw Missing() }
      let filter = AuditFilter(mark: text.lowercased())
      let found = try await ReadAudit.run(filter, in: street.app, by: street.street.admin)
      #expect(found.total == 1 && found.items.map(\.caller) == ["street"] && found.items.first?.subjectID == run)
      #expect(document["export"]?["by"] == .string("street") && document["export"]?["revealed"] == .bool(false))
    }
  }

  /// The mark of the newest export.
  private func mark(_ street: LedgerStreet) async throws -> String {
    let line = try await street.app.store.read { try $0.auditLines(before: nil, limit: 1).first }
    return line?.changes.first { $0.field == "mark" }?.after ?? ""
  }

  @Test func reveal_withoutColumns_isRefused() async throws {
    try await withRun { street, run in
      let none = RunReveal(columns: [], reason: "核对发放名单")
      let refused = try await refusal {
        _ = try await text(.init(run: run, format: .csv, reveal: none), street, by: street.worker)
      }
      #expect(refused?.code == "unknown_column")
    }
  }

  /// The entries about runs, oldest first.
  private func entries(_ street: LedgerStreet) async throws -> [String] {
    let lines = try await street.app.store.read { reader in
      try reader.auditLines(AuditFilter(subject: .runs), before: nil, limit: 100)
    }
    return lines.reversed().map { line in
      ([line.action, "\(line.subjectID ?? 0)", line.reason].compactMap { $0 }
        + line.changes.map { "\($0.field)=\($0.after ?? "")" }).joined(separator: " ")
    }
  }

  private struct Missing: Error {}
}
