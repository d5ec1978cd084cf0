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

  /// Where a file comes from that nobody has said it of. A committee's own sheet has the same columns as an extract of the
  /// police: how good a source is, only whoever sends it can say.
  package static func unsaid(_ subject: ImportSubject) -> ImportSource {
    switch subject {
    case .tenancies: .tenancy
    case .houses, .shops, .assets: .register
    case .taggings: ImportSource("import")
    case .people: .committee
    }
  }
}
