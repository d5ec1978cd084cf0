import ArgumentParser
import Foundation
import TextClassifier

/// `menpai dispatch evaluate`: trains on one file, tries on another, prints how often it was right. Reads no database.
struct DispatchEvaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Trains on a file, tests on another, prints the measures as JSON.")

  @Option(help: "CSV or XLSX whose labels are learnt.") var train: String
  @Option(help: "CSV or XLSX whose labels are guessed and compared.") var test: String
  @Option(help: "The column of free text.") var text: String?
  @Option(help: "The column of the right answer.") var label: String
  @Option(help: "A column of categories beside or instead of text; may be given several times.")
  var feature: [String] = []
  @Option(help: "Confidence from which a proposal goes out by itself; if absent, chosen for 95 % right in training.")
  var threshold: Double?

  func validate() throws {
    guard text != nil || !feature.isEmpty else { throw ValidationError("Give --text, --feature or both.") }
    if let threshold, !(0...1).contains(threshold) { throw ValidationError("--threshold must be from 0 to 1.") }
  }

  func run() async throws {
    try await reporting {
      let columns = DispatchSamples.Columns(text: text, label: label, features: feature)
      let samples = try DispatchSamples.read(train, columns)
      let unseen = try DispatchSamples.read(test, columns)
      let (model, outcomes) = try Trainer.trainAndTry(samples)
      let evaluation = Evaluation(unseen.map { ($0.label, model.answer($0.evidence).ranked) })
      // Where no threshold is good enough, nothing goes out by itself.
      let bar = threshold ?? DispatchPolicy.choose(outcomes)?.threshold
      let report = Report(evaluation, threshold: bar, trained: samples.count, tested: unseen.count)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
  }

  private struct Report: Encodable {
    let accuracy: Double
    let macroF1: Double
    let top3: Double
    let coverage: Double
    let precision: Double?
    let precisionAtCoverage: [String: Double]
    let threshold: Double?
    let trained: Int
    let tested: Int

    private enum CodingKeys: String, CodingKey {
      case accuracy, macroF1 = "macro_f1", top3, coverage, precision, precisionAtCoverage = "precision_at_coverage",
        threshold, trained, tested
    }

    init(_ evaluation: Evaluation, threshold: Double?, trained: Int, tested: Int) {
      (accuracy, macroF1, top3) = (evaluation.accuracy, evaluation.macroF1, evaluation.top3)
      let above = threshold.map(evaluation.above)
      (coverage, precision) = (above?.coverage ?? 0, above?.precision)
      let parts = [("0.5", 0.5), ("0.75", 0.75), ("0.9", 0.9)]
      precisionAtCoverage = Dictionary(
        uniqueKeysWithValues: parts.map { ($0.0, evaluation.precision(atCoverage: $0.1)) })
      (self.threshold, self.trained, self.tested) = (threshold, trained, tested)
    }
  }
}
