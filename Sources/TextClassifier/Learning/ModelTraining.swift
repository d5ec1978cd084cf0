import Kernel

/// Trains the model that a dispatcher speaks with, and tries the two together on lessons that were held back.
package enum ModelTraining {
  /// What came of it.
  package struct Result: Sendable {
    package let model: LinearModel
    /// How much the model should weigh beside the words of the list, 0 to 1: what did best on the lessons held back.
    package let share: Double
    /// Lessons that were learnt in the end, held-back ones included.
    package let samples: Int
    package let labels: Int
    package let heldBack: Int
    /// Of those held back: the right unit first, and among three.
    package let accuracy: Double
    package let top3: Double
    /// How each was proposed, without having been seen.
    package let outcomes: [Outcome]
  }

  /// One lesson in so many is held back.
  private static let parts = 5
  private static let sharesTried = [0, 0.2, 0.4, 0.6, 0.8, 0.9]

  /// - Parameter lessons: those without a right duty or unit of the list are left out.
  /// - Throws: `too_few_samples` with fewer than twenty lessons, or all of one kind.
  package static func run(_ lessons: [Lesson], _ plain: Dispatcher) throws(Problem) -> Result {
    let known = lessons.compactMap { lesson in label(lesson, plain).map { (lesson: lesson, label: $0) } }
    guard known.count >= 20 else {
      throw Problem(.invalid, "too_few_samples", "样本太少：至少要有 20 条已知去向的来件，现有 \(known.count) 条。")
    }
    let labels = Set(known.map(\.label)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    let folds = Folds(known.map { numbers[$0.label] ?? 0 }, count: parts)
    let samples = known.map { Sample(plain.evidence($0.lesson), label: $0.label) }
    let seen = samples.indices.filter { folds.fold[$0] != 0 }
    let unseen = samples.indices.filter { folds.fold[$0] == 0 }
    let witness = try Trainer.train(seen.map { samples[$0] })
    let trials = sharesTried.map { share in
      (share: share, tried: attempt(unseen.map { known[$0].lesson }, plain.with(witness, share: share)))
    }
    // Of equals the one that trusts the list more.
    let best = trials.max { ($0.tried.right, -$0.share) < ($1.tried.right, -$1.share) } ?? trials[0]
    let count = Double(max(1, unseen.count))
    return Result(
      model: try Trainer.train(samples), share: best.share, samples: samples.count, labels: labels.count,
      heldBack: unseen.count, accuracy: Double(best.tried.right) / count, top3: Double(best.tried.near) / count,
      outcomes: best.tried.outcomes)
  }

  /// The duty's code; `@` and the unit where nobody named a duty.
  private static func label(_ lesson: Lesson, _ dispatcher: Dispatcher) -> String? {
    if let duty = lesson.duty, dispatcher.position(of: duty) != nil { return duty }
    return lesson.unit.flatMap { dispatcher.knows($0) ? "@\($0)" : nil }
  }

  private static func attempt(
    _ lessons: [Lesson], _ dispatcher: Dispatcher
  ) -> (right: Int, near: Int, outcomes: [Outcome]) {
    let answers = Parallel.map(lessons.count) { index -> (right: Bool, near: Bool, outcome: Outcome) in
      let lesson = lessons[index]
      let candidates = dispatcher.propose(lesson.text, category: lesson.category).candidates
      let unit = dispatcher.unit(of: lesson)
      let right = candidates.first?.unit == unit
      return (
        right, candidates.contains { $0.unit == unit },
        Outcome(confidence: candidates.first?.confidence ?? 0, right: right, unit: candidates.first?.unit ?? "")
      )
    }
    return (answers.count { $0.right }, answers.count { $0.near }, answers.map(\.outcome))
  }
}

extension Dispatcher {
  /// What the model sees of a lesson: as of a text that comes in.
  package func evidence(_ lesson: Lesson) -> Evidence {
    Evidence(
      text: String(String.UnicodeScalarView(NamedPlaces.blotted(lesson.text))),
      categories: lesson.category.map { [$0] } ?? [])
  }

  /// Whose it was: the duty's unit as the list has it now, else the unit that was named.
  package func unit(of lesson: Lesson) -> String? {
    lesson.duty.flatMap(position).map { duties[$0].unit } ?? lesson.unit
  }
}
