/// Who says it. Where two disagree, the better source is kept and the other stays visible as a claim.
package struct ImportSource: Sendable, Equatable {
  /// The word in the `source` columns.
  package let name: String

  package init(_ name: String) { self.name = name }

  /// The population database of the police, and registers of other authorities.
  package static let police = ImportSource("police")
  /// The register of tenancies.
  package static let tenancy = ImportSource("tenancy")
  /// The committee's own book.
  package static let committee = ImportSource("committee")
  package static let register = ImportSource("register")

  /// Higher is better. What somebody corrected by hand stands above a book, and below a register.
  package static func rank(_ name: String) -> Int {
    switch name {
    case "police", "register", "official": 3
    case "tenancy", "manual": 2
    default: 1
    }
  }

  /// What a file looks like by its headers: only an official extract calls the number 公民身份号码 or carries the 户籍.
  package static func guess(_ subject: ImportSubject, _ map: ColumnMap) -> ImportSource {
    switch subject {
    case .tenancies: return .tenancy
    case .houses, .shops, .assets: return .register
    case .taggings: return ImportSource("import")
    case .people:
      let official = map.columns[.hukou] != nil || map.header(.idNumber).contains("公民身份")
      return official ? .police : .committee
    }
  }
}
