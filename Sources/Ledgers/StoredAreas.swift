import FilterLanguage
import Kernel
import Platform

/// Which areas a caller knows of.
struct KnownAreas: Sendable {
  /// Nil for all.
  private let ids: Set<UInt32>?

  init(_ caller: Caller, _ tree: AreaTree) {
    // Who is bound to a unit alone works in all areas, which are no secret.
    let knowsAll = caller.role.seesAllAreas || (caller.areas.isEmpty && caller.unit != nil)
    ids = knowsAll ? nil : tree.visible(to: caller)
  }

  func contains(_ area: UInt32) -> Bool { ids?.contains(area) ?? true }
}

/// Areas in stored questions: kept by code, shown by name.
enum StoredAreas {
  /// The question with areas by code, where a name means areas that the caller knows of; what means none stays as it is.
  static func coded(_ expression: Expression, _ tree: AreaTree, _ known: KnownAreas) -> Expression {
    expression.mappingFields { field, test in
      guard let level = level(of: field) else { return test }
      func codes(_ value: Value) -> [Value] {
        guard case .text(let name) = value else { return [value] }
        let found = areas(name, level, tree).filter { $0.code == name || known.contains($0.id) }.map(\.code).sorted()
        return found.isEmpty ? [value] : found.map { .text($0) }
      }
      switch test {
      case .compare(.equal, let value):
        let found = codes(value)
        return found.count == 1 ? .compare(.equal, found[0]) : .list(found)
      case .compare(let op, let value):
        let found = codes(value)
        return found.count == 1 ? .compare(op, found[0]) : test
      case .list(let values): return .list(values.flatMap(codes))
      case .range, .period: return test
      }
    }
  }

  /// The question as it is shown: areas by name, where the name means no other area to the caller.
  static func named(_ expression: Expression, _ tree: AreaTree, _ known: KnownAreas) -> Expression {
    expression.mappingFields { field, test in
      guard let level = level(of: field) else { return test }
      func name(_ value: Value) -> Value {
        guard case .text(let code) = value, let area = areas(code, level, tree).first, area.code == code else {
          return value
        }
        let bare = AreaName.bare(area.name, level)
        let meant = areas(bare, level, tree).filter { known.contains($0.id) }
        return meant.count == 1 ? .text(bare) : value
      }
      return switch test {
      case .compare(let op, let value): .compare(op, name(value))
      case .list(let values): .list(values.map(name))
      case .range, .period: test
      }
    }
  }

  /// Whether it names an area that there is, and that does not exist for the caller.
  static func namesHidden(_ expression: Expression, _ tree: AreaTree, _ known: KnownAreas) -> Bool {
    names(in: expression).contains { level, name in
      let meant = areas(name, level, tree)
      return !meant.isEmpty && !meant.contains { known.contains($0.id) }
    }
  }

  /// The first name that means no area at all; nil where there is none.
  static func nameless(in expression: Expression, _ tree: AreaTree) -> String? {
    names(in: expression).first { level, name in areas(name, level, tree).isEmpty }?.1
  }

  /// What it names, with the level at which it names it.
  static func names(in expression: Expression) -> [(AreaFacts.Level, String)] {
    var found: [(AreaFacts.Level, String)] = []
    _ = expression.mappingFields { field, test in
      guard let level = level(of: field) else { return test }
      let values: [Value] =
        switch test {
        case .compare(_, let value): [value]
        case .list(let values): values
        case .range, .period: []
        }
      for case .text(let name) in values { found.append((level, name)) }
      return test
    }
    return found
  }

  static func level(of field: Field) -> AreaFacts.Level? {
    switch field {
    case .committee: .committee
    case .grid: .grid
    case .subdistrict: .subdistrict
    case .district: .district
    default: nil
    }
  }

  /// By code, else by name.
  static func areas(_ word: String, _ level: AreaFacts.Level, _ tree: AreaTree) -> [AreaFacts] {
    let known = tree.byID.values.filter { $0.level == level }
    if let area = known.first(where: { $0.code == word }) { return [area] }
    let bare = AreaName.bare(word, level)
    return known.filter { AreaName.bare($0.name, level) == bare }
  }
}

extension Expression {
  /// The same question with the test of each field as the closure has it.
  func mappingFields(_ change: (Field, Test) -> Test) -> Expression {
    switch self {
    case .everything, .tag: self
    case .field(let field, let test): .field(field, change(field, test))
    case .and(let parts): .and(parts.map { $0.mappingFields(change) })
    case .or(let parts): .or(parts.map { $0.mappingFields(change) })
    case .not(let inner): .not(inner.mappingFields(change))
    case .related(let quantifier, let relation, let inner):
      .related(quantifier, relation, inner.mappingFields(change))
    case .count(let relation, let inner, let op, let number):
      .count(relation, inner.mappingFields(change), op, number)
    }
  }
}
