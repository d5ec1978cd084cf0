import Kernel

/// A stretch of somebody's sentence; both numbers count characters.
package struct AskSpan: Hashable, Sendable {
  package let position: Int
  package let length: Int
  package let text: String
}

/// Why a sentence was not understood: nothing of it is ever dropped, so any part without a meaning refuses the whole.
package struct AskRefusal: Error, Hashable, Sendable {
  package struct Part: Hashable, Sendable {
    package let span: AskSpan
    package let detail: String
    package let suggestions: [String]
  }
  package let detail: String
  package let parts: [Part]
  /// What it may mean, where a careful reader would hesitate between several readings; empty otherwise.
  package let readings: [AskReading]

  package init(_ detail: String, _ parts: [Part], readings: [AskReading] = []) {
    (self.detail, self.parts, self.readings) = (detail, parts, readings)
  }

  package init(_ detail: String, _ span: AskSpan, suggestions: [String] = [], readings: [AskReading] = []) {
    self.init(detail, [Part(span: span, detail: detail, suggestions: suggestions)], readings: readings)
  }

  /// As every door shows it: code `ask_unrecognised`.
  package var problem: Problem {
    Problem(
      .invalid, "ask_unrecognised", detail,
      notes: parts.map { part in
        .init(
          .span(position: part.span.position, length: part.span.length, text: part.span.text), part.detail,
          suggestions: part.suggestions)
      })
  }
}
