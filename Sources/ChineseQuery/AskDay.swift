import FilterLanguage
import Kernel

/// Work orders, where the catalogue of questions has them.
enum AskOrders {
  static let subject = Subject(word: "work_orders")

  static func field(_ name: String) -> [Subject: Field] {
    guard let subject, let entry = Field.entries(of: subject).first(where: { $0.name == name }) else { return [:] }
    return [subject: entry.field]
  }
}

/// Where the day of something that ends is kept.
enum AskDay {
  case own(Field)
  case record(String, String)

  /// Before anything that is on file.
  static let longAgo = Day(year: 1900, month: 1, day: 1) ?? .first

  /// Any day at all.
  static let ever = Test.compare(.greaterOrEqual, .day(.on(longAgo)))

  func within(_ test: Test) -> Expression {
    switch self {
    case .own(let field): .field(field, test)
    case .record(let dataset, let field): .related(.any, .records(dataset), .field(.attribute(field), test))
    }
  }

  /// It has ended; where rows of a dataset follow each other, none of them still runs.
  var over: Expression {
    let today = Value.day(.today(offset: 0, unit: .days))
    let ended = within(.compare(.less, today))
    guard case .record(let dataset, let field) = self else { return ended }
    let runs = Expression.field(.attribute(field), .compare(.greaterOrEqual, today))
    return .conjunction([ended, .related(.no, .records(dataset), runs)])
  }
}
