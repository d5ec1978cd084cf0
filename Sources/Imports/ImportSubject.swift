import Kernel

/// What a roster is about. The raw value is the word in paths and commands.
package enum ImportSubject: String, Sendable, CaseIterable, Codable {
  case houses, people, tenancies, shops, assets, taggings

  /// Fields without which no row of it can be read, by whichever of the group a file has.
  package var required: [[ImportField]] {
    switch self {
    case .houses: [[.address]]
    case .people, .tenancies, .shops: [[.name], [.address]]
    case .assets: [[.code], [.address]]
    case .taggings: [[.tag], [.idNumber, .name, .creditCode, .address]]
    }
  }

  /// The kind of row that `subject_id` points at.
  package var kind: SubjectKind {
    switch self {
    case .houses: .houses
    case .people, .tenancies: .people
    case .shops: .shops
    case .assets: .assets
    case .taggings: .taggings
    }
  }
}
