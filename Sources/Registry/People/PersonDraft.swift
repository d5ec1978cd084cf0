import Kernel

/// A person as they come in. Identifiers are plain and normalised here; the store seals them.
package struct PersonDraft: Sendable, Equatable {
  package var name: String
  package var sex: String?
  package var birth: Day?
  package var death: Day?
  /// The kind of `idNumber`, a raw value of the identifier kinds.
  package var idKind: String?
  package var idNumber: String?
  package var phone: String?
  package var hukou: String?
  package var ethnicity: String?
  package var education: String?
  package var source: String

  package init(
    name: String, sex: String? = nil, birth: Day? = nil, death: Day? = nil, idKind: String? = nil,
    idNumber: String? = nil, phone: String? = nil, hukou: String? = nil, ethnicity: String? = nil,
    education: String? = nil, source: String
  ) {
    (self.name, self.sex, self.birth, self.death) = (name, sex, birth, death)
    (self.idKind, self.idNumber, self.phone) = (idKind, idNumber, phone)
    (self.hukou, self.ethnicity, self.education, self.source) = (hukou, ethnicity, education, source)
  }
}

package struct PersonPatch: Sendable, Equatable {
  package var name: FieldChange<String> = .keep
  package var sex: FieldChange<String> = .keep
  package var birth: FieldChange<Day> = .keep
  package var death: FieldChange<Day> = .keep
  package var idKind: FieldChange<String> = .keep
  package var idNumber: FieldChange<String> = .keep
  package var phone: FieldChange<String> = .keep
  package var hukou: FieldChange<String> = .keep
  package var ethnicity: FieldChange<String> = .keep
  package var education: FieldChange<String> = .keep
  package var source: FieldChange<String> = .keep
  package init() {}
}
