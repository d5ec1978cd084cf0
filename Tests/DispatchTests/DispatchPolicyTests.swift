import FilterLanguage
import Testing
import TextClassifier

@Suite struct DispatchPolicyTests {
  private func outcomes(_ right: Int, _ wrong: Int, at confidence: Double) -> [Outcome] {
    (0..<right).map { _ in Outcome(confidence: confidence, right: true) }
      + (0..<wrong).map { _ in Outcome(confidence: confidence, right: false) }
  }

  @Test func choose_mixed_lowestThatStillHolds() {
    let known = outcomes(50, 0, at: 0.9) + outcomes(45, 5, at: 0.8) + outcomes(10, 40, at: 0.5)
    #expect(DispatchPolicy.choose(known, doubt: 0) == DispatchPolicy(threshold: 0.8))
    #expect(DispatchPolicy.choose(known, precision: 0.96, doubt: 0) == DispatchPolicy(threshold: 0.9))
  }

  @Test func choose_returnedTickets_countAsErrors() {
    #expect(DispatchPolicy.choose(outcomes(90, 10, at: 0.9)) == nil)
  }

  @Test func choose_barelyEnough_isDoubted() {
    let known = outcomes(400, 0, at: 0.9) + outcomes(550, 50, at: 0.8)
    #expect(DispatchPolicy.choose(known, doubt: 0) == DispatchPolicy(threshold: 0.8))
    #expect(DispatchPolicy.choose(known) == DispatchPolicy(threshold: 0.9))
  }

  @Test func choose_weights_countMore() {
    let rare = [Outcome](repeating: Outcome(confidence: 0.8, right: false, weight: 10), count: 5)
    let known = outcomes(200, 0, at: 0.9) + outcomes(200, 0, at: 0.8) + rare
    #expect(DispatchPolicy.choose(known) == DispatchPolicy(threshold: 0.9))
  }

  @Test func choose_handful_isNoProof() {
    #expect(DispatchPolicy.choose(outcomes(20, 0, at: 0.9)) == nil)
    #expect(DispatchPolicy.choose([]) == nil)
  }

  @Test func choose_sameConfidence_goesTogether() {
    let known = outcomes(90, 0, at: 0.9) + outcomes(40, 40, at: 0.7)
    #expect(DispatchPolicy.choose(known) == DispatchPolicy(threshold: 0.9))
  }

  @Test func learnt_littleToGoBy_staysWithTheUntried() {
    #expect(DispatchPolicy.learnt([]) == .untried)
    #expect(DispatchPolicy.learnt(outcomes(9, 0, at: 0.95)) == .untried)
    #expect(DispatchPolicy.learnt(outcomes(19, 1, at: 0.95)) == .untried)
  }

  @Test func learnt_experienceAgainst_sendsNothing() {
    let policy = DispatchPolicy.learnt(outcomes(7, 4, at: 0.97))
    let sure = Proposal([.init(duty: "A", unit: "甲", confidence: 1, reasons: [])])
    #expect(!policy.sends(sure) && DispatchPolicy.untried.sends(sure))
  }

  @Test func learnt_proof_lowersAndNeverBelowHalf() {
    #expect(DispatchPolicy.learnt(outcomes(100, 0, at: 0.7)).threshold == 0.7)
    #expect(DispatchPolicy.learnt(outcomes(100, 0, at: 0.2)).threshold == 0.5)
  }

  @Test func learnt_unitThatIsOftenWrong_waitsForAPerson() {
    func of(_ unit: String, _ right: Int, _ wrong: Int) -> [Outcome] {
      outcomes(right, wrong, at: 0.95).map { Outcome(confidence: $0.confidence, right: $0.right, unit: unit) }
    }
    let policy = DispatchPolicy.learnt(of("甲", 400, 2) + of("乙", 8, 6))
    func proposal(_ unit: String) -> Proposal {
      Proposal([.init(duty: "A", unit: unit, confidence: 0.99, reasons: [])])
    }
    #expect(policy.sends(proposal("甲")) && !policy.sends(proposal("乙")) && policy.sends(proposal("丙")))
  }
}
