import FilterLanguage
import Kernel

/// A question to the index: about whom, what, on which day, and as far as whose eyes reach.
package struct Query: Sendable {
  package var subject: Subject
  package var expression: Expression
  package var asOf: Day
  package var scope: Scope
  /// What the database found for the sealed tests of the expression (`SealedTest.all(in:)`).
  package var sealed: [SealedTest: [UInt32]]
  package init(
    _ subject: Subject, _ expression: Expression = .everything, asOf: Day, scope: Scope = .everything,
    sealed: [SealedTest: [UInt32]] = [:]
  ) {
    (self.subject, self.expression, self.asOf, self.scope, self.sealed) = (subject, expression, asOf, scope, sealed)
  }
}

/// The part of the world that exists for the asker. Rows outside of it are neither found nor reached by relations.
///
/// A house or building is in it by its committee or grid or an area above; an asset by its house or building; a person or
/// shop by the houses held on the index's day or, holding none, by the one given up last. Who never held one is in no
/// area. A work order is in it by the smallest area that is sure of it, so that one that is known to lie in a street only
/// is there for whoever has the street; and by the committees that it was given to.
package enum Scope: Hashable, Sendable {
  case everything
  /// Row ids of areas of any level; none is nothing.
  case areas([UInt32])
  /// For a unit (department): of work orders those that it leads or helps with, in these areas or, where there are none,
  /// anywhere, and those of whose place no more is known than an area above; of everything else what lies in these areas.
  case unit(String, areas: [UInt32])

  /// The areas; nil for everything.
  var roots: [UInt32]? {
    switch self {
    case .everything: nil
    case .areas(let roots), .unit(_, let roots): roots
    }
  }
}

/// A test of a field that the database keeps sealed or indexed, and the index does not hold.
package struct SealedTest: Hashable, Sendable {
  package var field: Field
  package var value: String
  package init(_ field: Field, _ value: String) {
    self.field = field
    self.value = value
  }

  /// Everything that must be looked up before the question can be asked: people by `idNumber` and `phone`, shops by
  /// `creditCode`, assets by `code`, work orders by `number`.
  package static func all(in expression: Expression) -> Set<SealedTest> {
    switch expression {
    case .everything, .tag: []
    case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion(all(in: $1)) }
    case .not(let inner), .related(_, _, let inner), .count(_, let inner, _, _): all(in: inner)
    case .field(let field, let test): isSealed(field) ? Set(values(test).map { SealedTest(field, $0) }) : []
    }
  }

  static func isSealed(_ field: Field) -> Bool { [.idNumber, .phone, .creditCode, .code, .number].contains(field) }

  package static func values(_ test: Test) -> [String] {
    let values: [Value] =
      switch test {
      case .compare(_, let value): [value]
      case .list(let list): list
      case .range, .period: []
      }
    return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }
}

/// An answer: the rows, and the state of the index that it holds for.
package struct Selection: Sendable {
  package let ids: Bitmap
  package let generation: UInt64
  package var total: Int { ids.count }
}
