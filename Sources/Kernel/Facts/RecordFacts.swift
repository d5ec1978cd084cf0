/// A record of a dataset; `fields` has only fields that the dataset defines, with values of their types.
package struct RecordFacts: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case text(String), number(Double), day(Day), flag(Bool)
  }

  /// Names and values, a handful: a list, since millions of dictionaries would cost a start its seconds.
  package struct Fields: Sendable, Equatable {
    package struct Entry: Sendable, Equatable {
      package let name: String
      package let value: Value
      package init(_ name: String, _ value: Value) { (self.name, self.value) = (name, value) }
    }
    package var entries: [Entry]
    package init(_ entries: [Entry]) { self.entries = entries }
    package subscript(name: String) -> Value? { entries.first { $0.name == name }?.value }
  }

  package var id: UInt32
  package var dataset: String
  package var subject: UInt32
  package var fields: Fields

  package init(id: UInt32, dataset: String, subject: UInt32, fields: Fields) {
    (self.id, self.dataset, self.subject, self.fields) = (id, dataset, subject, fields)
  }

  package init(id: UInt32, dataset: String, subject: UInt32, fields: [String: Value]) {
    let entries = fields.sorted { $0.key < $1.key }.map { Fields.Entry($0.key, $0.value) }
    self.init(id: id, dataset: dataset, subject: subject, fields: Fields(entries))
  }
}
