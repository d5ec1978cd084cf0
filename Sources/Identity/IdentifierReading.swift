import Kernel

/// What `Identifier.read` found out about one number.
package struct IdentifierReading: Sendable, Equatable {
  /// The text as it came.
  package var input: String
  package var kind: Identifier.Kind
  /// The one form in which it is stored and compared; nil when it is not valid.
  package var normalised: String?
  /// Whether the number can be right. A credit code whose check digit fails is still valid, with a warning: early pilot
  /// codes like that were really issued.
  package var valid: Bool
  /// `code: 说明`, a stable English code and a sentence for people.
  package var warnings: [String]
  /// The birth date inside the number.
  package var birth: Day?
  /// 男 or 女, from the number.
  package var sex: String?

  package static func accepted(
    _ input: String, _ kind: Identifier.Kind, _ normalised: String, warnings: [String] = [], birth: Day? = nil,
    sex: String? = nil
  ) -> IdentifierReading {
    IdentifierReading(
      input: input, kind: kind, normalised: normalised, valid: true, warnings: warnings, birth: birth, sex: sex)
  }

  package static func refused(_ input: String, _ kind: Identifier.Kind, _ reasons: String...) -> IdentifierReading {
    refused(input, kind, reasons)
  }

  package static func refused(_ input: String, _ kind: Identifier.Kind, _ reasons: [String]) -> IdentifierReading {
    IdentifierReading(input: input, kind: kind, normalised: nil, valid: false, warnings: reasons)
  }
}

/// The answer of `menpai identifier check`, one object a number; what is not known is an explicit null.
package struct IdentifierReport: Encodable, Sendable {
  package let reading: IdentifierReading

  package init(_ reading: IdentifierReading) { self.reading = reading }

  private enum Key: String, CodingKey {
    case input, kind, valid, warnings, sex
    case birthDate = "birth_date"
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(reading.input, forKey: .input)
    try container.encode(reading.kind, forKey: .kind)
    try container.encode(reading.valid, forKey: .valid)
    try container.encode(reading.warnings, forKey: .warnings)
    try container.encode(reading.birth, forKey: .birthDate)
    try container.encode(reading.sex, forKey: .sex)
  }
}
