import Kernel

/// Where an asset stands.
package enum AssetPlace: Sendable, Equatable, Hashable {
  case building(Int64)
  case house(Int64)
}

package struct AssetDraft: Sendable, Equatable {
  /// elevator, charging_pile, hydrant …
  package var kind: String
  package var code: String
  package var place: AssetPlace
  package var status: String?
  /// When the next inspection is due.
  package var due: Day?
  package var source: String

  package init(kind: String, code: String, place: AssetPlace, status: String? = nil, due: Day? = nil, source: String) {
    (self.kind, self.code, self.place) = (kind, code, place)
    (self.status, self.due, self.source) = (status, due, source)
  }
}

package struct AssetRow: Sendable, Equatable {
  package let id: Int64
  package let version: Int64
  package let kind: String
  package let code: String
  package let building: Int64?
  package let house: Int64?
  package let status: String?
  package let due: Day?
}

package struct AssetPatch: Sendable, Equatable {
  package var place: FieldChange<AssetPlace> = .keep
  package var status: FieldChange<String> = .keep
  package var due: FieldChange<Day> = .keep
  package init() {}
}
