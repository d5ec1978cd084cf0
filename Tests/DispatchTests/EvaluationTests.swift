import FilterLanguage
import Testing
import TextClassifier

@Suite struct EvaluationTests {
  @Test func evaluation_smallTable_matchesHandCount() {
    let evaluation = Evaluation([
      ("甲", [("甲", 0.9), ("乙", 0.1)]), ("甲", [("乙", 0.6), ("甲", 0.4)]), ("乙", [("乙", 0.8), ("甲", 0.2)]),
      ("丙", [("甲", 0.5), ("乙", 0.3), ("丁", 0.2)]),
    ])
    #expect(evaluation.accuracy == 0.5)
    #expect(evaluation.top3 == 0.75)
    // F1: 甲 2·1/(2+2), 乙 2·1/(2+1), 丙 0.
    #expect(abs(evaluation.macroF1 - (0.5 + 2.0 / 3) / 3) < 1e-9)
    #expect(evaluation.precision(atCoverage: 0.5) == 1)
    #expect(evaluation.above(0.6).coverage == 0.75)
    #expect(evaluation.above(0.95).precision == nil)
  }
}
