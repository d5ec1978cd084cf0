import TextClassifier

/// Holds a task against the lists: pure, so that the same task on the same day is always told the same.
///
/// What a list forbids comes first, then what is the street's own, then what it helps with. Words decide, so a verdict is
/// advice to a person, who decides.
package struct AdmissionCheck: Sendable {
  /// A duty that the text falls under, with how sure that is.
  package struct Candidate: Sendable {
    package let duty: Duty
    package let confidence: Double
    package let reasons: [String]

    package init(duty: Duty, confidence: Double, reasons: [String]) {
      (self.duty, self.confidence, self.reasons) = (duty, confidence, reasons)
    }
  }

  /// Below it a candidate is a guess, and no basis to take on work.
  package static let sure = 0.5

  package let verdict: Verdict
  package let matches: [AdmissionMatch]
  package let advice: String

  package init(_ draft: AdmissionDraft, matters: [Matter], candidates: [Candidate]) {
    let text = draft.title + "\n" + draft.text
    let listed = matters.compactMap { matter -> AdmissionMatch? in
      let words = matter.words(in: text)
      guard !words.isEmpty else { return nil }
      return AdmissionMatch(
        duty: matter.code, subcategory: matter.name, kind: matter.kind.rawValue, unit: nil, basis: matter.source,
        reasons: words.map { "命中关键词“\($0)”" })
    }
    let duties = candidates.filter { $0.confidence >= Self.sure && !$0.duty.isFallback }.map { candidate in
      AdmissionMatch(
        duty: candidate.duty.code, subcategory: candidate.duty.subcategory, kind: candidate.duty.part,
        unit: candidate.duty.unit, basis: candidate.duty.basis, reasons: candidate.reasons)
    }
    let order = ["forbidden", "own", "assisted", "elsewhere"]
    let matches = order.flatMap { kind in (listed + duties).filter { $0.kind == kind } }
    self.matches = matches
    verdict = matches.first.flatMap { Verdict(rawValue: $0.kind) } ?? .noBasis
    advice = Self.advice(verdict, matches, draft)
  }

  private static func advice(_ verdict: Verdict, _ matches: [AdmissionMatch], _ draft: AdmissionDraft) -> String {
    var sentences: [String] = []
    let first = matches.first
    let basis = first.map { $0.basis.isEmpty ? "" : "（依据：\($0.basis)）" } ?? ""
    switch verdict {
    case .forbidden:
      sentences.append("清单明确不得要求办理：\(first?.subcategory ?? "")\(basis)，应当拒绝。")
    case .own: sentences.append("属于依法履行的事项「\(first?.subcategory ?? "")」\(basis)，可以受理。")
    case .assisted:
      sentences.append("属于依法协助的事项「\(first?.subcategory ?? "")」\(basis)：由主管部门主办，街道和居委会协助，并应提供经费和工作条件。")
    case .noBasis:
      if let first, let unit = first.unit {
        sentences.append("清单中「\(first.subcategory)」由\(unit)办理，街道和居委会没有份内职责。")
      }
      sentences.append("清单中没有交由街道或居委会办理的依据，建议退回提出单位；确需下放的，应按事项准入规定报批后再办。")
      if draft.basis != nil { sentences.append("提出单位所称的依据须先核实。") }
    }
    if verdict != .forbidden, let proposed = draft.proposedUnit,
      let unit = matches.first(where: { $0.unit != nil })?.unit,
      unit != proposed
    {
      sentences.append("清单中的牵头单位是\(unit)，与拟承办单位\(proposed)不同。")
    }
    return sentences.joined()
  }
}

extension Duty {
  /// What part the street and its committees have in it: own, assisted, elsewhere.
  package var part: String {
    kind == .own ? "own" : coUnits.contains(where: Self.isOfTheStreet) ? "assisted" : "elsewhere"
  }

  /// Units of the street office and its committees, and those that Shanghai's districts have placed under their streets
  /// since 2015 (城管、房管、绿化市容：区属、街管、街用).
  private static func isOfTheStreet(_ unit: String) -> Bool { streetUnits.contains { unit.hasPrefix($0) } }

  private static let streetUnits = [
    "居委会", "居民区", "社区", "街道", "城运中心", "党政办", "党建办", "司法所", "退役军人服务站", "城管", "房管所", "绿化市容所",
    "市政所",
  ]
}
