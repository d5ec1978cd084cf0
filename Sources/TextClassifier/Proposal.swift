/// Which duties a text may fall under, the likeliest first.
package struct Proposal: Sendable {
  package struct Candidate: Sendable {
    /// The duty's code.
    package let duty: String
    package let unit: String
    /// The share of such proposals that prove right, 0 to 1.
    package let confidence: Double
    /// The words that decided, as a person would name them: 「命中关键词“油烟”」.
    package let reasons: [String]

    package init(duty: String, unit: String, confidence: Double, reasons: [String]) {
      (self.duty, self.unit, self.confidence, self.reasons) = (duty, unit, confidence, reasons)
    }
  }

  /// At most three.
  package let candidates: [Candidate]
  package init(_ candidates: [Candidate]) { self.candidates = candidates }
}
