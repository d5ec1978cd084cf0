import Kernel
import Platform
import TextClassifier

/// Trains the model that dispatch speaks with, on what people have decided and on labelled histories. Who: callers that keep
/// the duty list. The running server takes the new model with its next look at the database.
package enum TrainDispatch {
  package struct Report: Sendable, Encodable {
    /// The model's id.
    package let model: Int64
    /// Lessons that it learnt, and how many duties or units they are of.
    package let samples: Int
    package let labels: Int
    /// Measured on lessons that were not learnt for the measuring.
    package let heldBack: HeldBack

    package struct HeldBack: Sendable, Encodable {
      package let count: Int
      /// The right unit first, and among three: 0 to 1.
      package let accuracy: Double
      package let top3: Double
      /// How much the model weighs beside the words of the duty list, 0 to 1.
      package let modelShare: Double
      /// From which confidence on a proposal goes out by itself; nil where none does.
      package let threshold: Double?
      /// Of what would go out by itself: how much is right; nil where nothing would.
      package let precision: Double?
      /// How much would go out by itself.
      package let coverage: Double

      private enum CodingKeys: String, CodingKey {
        case count, accuracy, top3, modelShare = "model_share", threshold, precision, coverage
      }
    }

    private enum CodingKeys: String, CodingKey { case model, samples, labels, heldBack = "held_back" }
  }

  /// So many lessons at most, the newest: what the street's matters were years ago teaches little, and every one takes time.
  package static let limit = 20_000
  private static let outcomeLimit = 2_000

  /// - Throws: `missing_right`, `too_few_samples`.
  package static func run(caller: Caller, app: AppContext) async throws -> Report {
    try caller.must(.manageDuties)
    let today = app.clock.today
    let (duties, lessons, mark) = try await app.store.read { reader in
      (try reader.duties(on: today), try reader.dispatchSamples(limit: limit), try reader.dispatchMark())
    }
    let plain = DispatchMemory.plain(duties)
    let result = try ModelTraining.run(lessons.map(\.taught), plain)
    let policy = DispatchPolicy.learnt(result.outcomes)
    let sent = result.outcomes.filter { $0.confidence >= max(policy.threshold, policy.units[$0.unit] ?? 0) }
    let heldBack = Report.HeldBack(
      count: result.heldBack, accuracy: result.accuracy, top3: result.top3, modelShare: result.share,
      threshold: policy.threshold > 1 ? nil : policy.threshold,
      precision: sent.isEmpty ? nil : Double(sent.count { $0.right }) / Double(sent.count),
      coverage: Double(sent.count) / Double(max(1, result.outcomes.count)))
    let kept = StoredModel(
      content: result.model.encoded(), share: result.share, lessonsTo: mark.lesson,
      outcomes: result.outcomes.prefix(outcomeLimit).map { ($0.confidence, $0.right, $0.unit) })
    let id = try await app.store.write { writer in
      let id = try writer.insertDispatchModel(
        kept, report: report(result, heldBack).text, by: caller)
      try writer.audit(caller, AuditEntry("dispatch.train", id: id))
      return id
    }
    return Report(model: id, samples: result.samples, labels: result.labels, heldBack: heldBack)
  }

  private static func report(_ result: ModelTraining.Result, _ heldBack: Report.HeldBack) -> JSONValue {
    [
      "samples": .number(Double(result.samples)), "labels": .number(Double(result.labels)),
      "held_back": .number(Double(heldBack.count)),
      "accuracy": .number(heldBack.accuracy), "top3": .number(heldBack.top3),
      "threshold": heldBack.threshold.map { .number($0) } ?? .null,
      "precision": heldBack.precision.map { .number($0) } ?? .null, "coverage": .number(heldBack.coverage),
    ]
  }
}
