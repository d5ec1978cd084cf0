import Kernel

/// The fields of each subject by name; `Field.entries(of:)` laid out once.
enum FieldTable {
  private static let tables: [Subject: [String: FieldEntry]] = Dictionary(
    uniqueKeysWithValues: (Subject.searchable + [.visits]).map { subject in
      (subject, Dictionary(uniqueKeysWithValues: Field.entries(of: subject).map { ($0.name, $0) }))
    })

  /// The entry of a built-in field; nil for a dataset's own and for names that are unknown.
  static func entry(_ name: String, of subject: Subject) -> FieldEntry? { tables[subject]?[name] }
}

extension Subject {
  /// The plain columns of its own table.
  package var storedFields: [StoredField] { SubjectKind(rawValue: word).map(StoredField.of) ?? [] }

  package func storedField(_ name: String) -> StoredField? { storedFields.first { $0.name == name } }

  /// Whether a field's numbers are whole ones, of which each can be asked for by itself.
  package func isWhole(_ field: Field) -> Bool {
    guard case .stored(let name) = field, case .number(_, let isWhole, _)? = storedField(name)?.kind else {
      return true
    }
    return isWhole
  }
}

extension Vocabulary {
  /// The fields that a question about `subject` may use, a dataset's own included.
  package func entries(of subject: Subject) -> [FieldEntry] {
    guard case .records(let code) = subject else { return Field.entries(of: subject) }
    return dataset(code)?.attributes.map(\.entry) ?? []
  }

  /// The entry of one field by its word in the language; nil when the subject has no such field.
  package func entry(_ name: String, of subject: Subject) -> FieldEntry? {
    guard case .records(let code) = subject else { return FieldTable.entry(name, of: subject) }
    return dataset(code)?.attributes.first { $0.name == name }?.entry
  }

  /// The entry of a field that is already known, `turns(90)` included.
  package func entry(of field: Field, in subject: Subject) -> FieldEntry? {
    switch field {
    case .attribute(let name): entry(name, of: subject)
    case .turns: entry("turns", of: subject)
    default: entries(of: subject).first { $0.field == field }
    }
  }
}

extension Vocabulary.Dataset.Attribute {
  package var entry: FieldEntry {
    let type: FieldType =
      switch self.type {
      case .text: .text
      case .number: .number
      case .date: .day
      case .flag: .flag
      }
    return FieldEntry(field: .attribute(name), name: name, title: title, type: type)
  }
}

extension Relation {
  /// All but the datasets'.
  package static let plain: [Relation] = [
    .house, .housemates, .residents, .shops, .assets, .visits, .houses, .building, .people, .shop,
    .workOrders,
  ]

  /// The relations that lead on from `subject`, those to its datasets last.
  package static func leading(from subject: Subject, in vocabulary: Vocabulary) -> [Relation] {
    let sets = vocabulary.datasets.filter { $0.subject == subject.tagSubject }.map { Relation.records($0.code) }
    return plain.filter { $0.target(from: subject) != nil } + sets
  }
}

extension Subject {
  /// What people call it.
  package var title: String {
    switch self {
    case .people: "人员"
    case .houses: "房屋"
    case .buildings: "楼栋"
    case .shops: "店铺"
    case .assets: "设施"
    case .workOrders: "工单"
    case .visits: "走访记录"
    case .records: "专题库记录"
    }
  }
}

extension TagSubject {
  /// What people call it.
  package var title: String {
    switch self {
    case .person: "人员"
    case .house: "房屋"
    case .shop: "店铺"
    case .building: "楼栋"
    }
  }
}

extension Expression {
  /// The conjunction in its normal form: nested ones flattened, a single part by itself, none is everything.
  package static func conjunction(_ parts: [Expression]) -> Expression {
    let flat = parts.flatMap { part in if case .and(let inner) = part { inner } else { [part] } }
    return flat.count > 1 ? .and(flat) : flat.first ?? .everything
  }

  /// The same for `or`; of no parts there is no disjunction, so at least one is expected.
  package static func disjunction(_ parts: [Expression]) -> Expression {
    let flat = parts.flatMap { part in if case .or(let inner) = part { inner } else { [part] } }
    return flat.count > 1 ? .or(flat) : flat.first ?? .everything
  }
}
