import Foundation
import Kernel
import Platform
import Storage

/// Takes in a roster. Who: a caller that may import, into areas of their own.
package enum StartImport {
  package struct Request: Sendable {
    package var subject: ImportSubject
    package var file: Data
    package var fileName: String
    /// The code of the area that the roster is of: a district, street or committee.
    package var area: String?
    package var dryRun = false
    /// Whether what is sure is applied without being asked.
    package var apply = false
    /// Header to field, before what synonyms say; `""` ignores a column.
    package var mapping: [String: String] = [:]
    /// The sheet of a workbook; nil: the one that is a roster.
    package var sheet: String?
    /// Who says it: police, tenancy, committee, register …; nil: a committee's own book, or what the subject is of.
    package var source: String?
    /// nil: today.
    package var asOf: Day?

    package init(subject: ImportSubject, file: Data, fileName: String) {
      (self.subject, self.file, self.fileName) = (subject, file, fileName)
    }
  }

  /// Larger files are to be split; a street's whole population is a tenth of it.
  package static let fileLimit = 256 << 20

  /// Keeps the file, sealed; `RunImport` goes on with it, also after a crash.
  ///
  /// - Returns: the import's id.
  /// - Throws: `forbidden`, `unknown_area`, `area_level`, `file_empty`, `file_too_large`.
  package static func run(_ request: Request, caller: Caller, app: AppContext) async throws -> Int64 {
    try caller.must(.importRosters)
    guard !request.file.isEmpty else { throw Problem(.invalid, "file_empty", "文件是空的。") }
    guard request.file.count <= fileLimit else {
      throw Problem(.tooMuch, "file_too_large", "文件超过 \(fileLimit >> 20) MB，请拆成几个文件。")
    }
    let asOf = request.asOf ?? app.clock.today
    guard asOf <= app.clock.today else {
      throw Problem(
        .invalid, "bad_as_of", "名册的日期不能晚于今天。", notes: [.init(.parameter("as_of"), "不能晚于今天。")])
    }
    return try await app.store.write { writer in
      let area = try request.area.map { try Self.area($0, caller, writer.read) }
      let job = ImportJob(
        subject: request.subject, fileName: request.fileName, area: area, dryRun: request.dryRun,
        autoApply: request.apply, mapping: request.mapping, source: request.source ?? "",
        sheet: request.sheet ?? "", asOf: asOf, caller: caller)
      let id = try writer.insertImport(job, file: request.file)
      try writer.audit(
        caller, AuditEntry("imports.create", subject: .imports, id: id, reason: request.subject.rawValue))
      return id
    }
  }

  private static func area(_ code: String, _ caller: Caller, _ reader: Reader) throws -> Int64 {
    let tree = AreaTree(try reader.areas())
    let area = try CallerAreas.area(code: code, for: caller, tree)
    guard [.district, .subdistrict, .committee].contains(area.level) else {
      throw Problem(
        .invalid, "area_level", "「\(area.name)」不是区、街道或居委会。",
        notes: [.init(.parameter("area"), "请填区、街道或居委会的代码")])
    }
    return Int64(area.id)
  }
}
