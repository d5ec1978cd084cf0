import Identity

/// What a source says and the row does not hold.
package struct Claim: Sendable, Equatable {
  /// A field's name, or `remark`.
  package let field: String
  /// As it may be shown: identity numbers, telephones, and whatever else has numbers of people in it, masked.
  package let value: String
  package let source: String
  package let madeAt: String

  package init(
    field: String, value: String, source: String, madeAt: String
  ) {
    (self.field, self.value, self.source, self.madeAt) = (field, value, source, madeAt)
  }
}

extension Claim {
  /// A value as it may lie in the database and be shown. What differs from it is sealed.
  package static func masked(_ field: String, _ value: String) -> String {
    switch field {
    case "id_number": return Masking.idNumber(value)
    case "phone", "phone_note":
      // The number, and in brackets whose it is.
      let number = value.prefix { $0 != "（" }
      return Masking.phone(String(number)) + Masking.numbers(in: String(value[number.endIndex...]))
    case "phone_text":
      return String(value.map { $0.isNumber ? "*" : $0 })
    default: return Masking.numbers(in: value)
    }
  }
}
