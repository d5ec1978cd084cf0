import Foundation
import Kernel
import Platform
import Sheets

/// An empty roster that comes back in without a word about its columns: with what can be chosen in cells of few words, and one
/// row that shows how it is filled in and is never read. Who: callers that may import.
package enum RosterTemplate {
  /// - Returns: an XLSX file: a header, and the example below it.
  package static func run(_ subject: ImportSubject, caller: Caller) throws -> [UInt8] {
    try caller.must(.importRosters)
    let columns = headers(of: subject).map { field, header in
      SheetLayout.Column(header, width: width(field), kind: kind(field), choices: TemplateCells.choices(field, subject))
    }
    var layout = SheetLayout(columns: columns)
    layout.sheet = title(subject)
    let file = try UnnamedFile()
    let writer = try XLSXWriter(path: file.path, layout: layout)
    try writer.write(
      headers(of: subject).enumerated().map { index, column in
        TemplateCells.example(column.field, subject, isFirst: index == 0)
      })
    try writer.finish()
    return Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
  }

  package static func fileName(_ subject: ImportSubject) -> String { "\(title(subject))模板.xlsx" }

  /// The columns of a roster, those that it must have first, each by the first word that rosters have for it.
  package static func headers(of subject: ImportSubject) -> [(field: ImportField, header: String)] {
    let fields = ImportField.all(for: subject)
    let needed = subject.required.flatMap(\.self)
    return (needed.filter(fields.contains) + fields.filter { !needed.contains($0) }).compactMap { field in
      field.synonyms(for: subject).first.map { (field, $0) }
    }
  }

  package static func title(_ subject: ImportSubject) -> String {
    switch subject {
    case .houses: "房屋名册"
    case .people: "人员名册"
    case .tenancies: "租赁名册"
    case .shops: "商铺名册"
    case .assets: "设施设备名册"
    case .taggings: "打标名册"
    }
  }

  private static let codes: Set<ImportField> = [.idNumber, .phone, .phone2, .creditCode, .code]
  private static let days: Set<ImportField> = [.birth, .death, .since, .until, .opened, .licenceUntil, .due]

  private static func kind(_ field: ImportField) -> SheetLayout.Column.Kind {
    codes.contains(field) ? .code : days.contains(field) ? .date : .text
  }

  private static func width(_ field: ImportField) -> Double {
    field == .address ? 32 : field == .idNumber || field == .creditCode ? 22 : 14
  }
}
