/// How much more may be tried on one sentence, and what was found to have two readings.
///
/// A sentence is read once with `prefersSecond` unset. When that came to a place where a careful reader would hesitate,
/// it is read again with the other choice at every such place; two different results are both shown, and neither is
/// taken.
final class AskEffort {
  /// Steps for all the ways to divide one sentence: what needs more is no sentence.
  static let most = 30_000

  private(set) var left: Int
  let prefersSecond: Bool
  /// Whether there was such a place.
  private(set) var hesitated = false

  init(_ steps: Int = AskEffort.most, prefersSecond: Bool = false) {
    (left, self.prefersSecond) = (steps, prefersSecond)
  }

  /// A sentence that needs more steps is no sentence.
  func spend() -> Bool {
    left -= 1
    return left > 0
  }

  /// The one of two readings that makes sense; where both do and differ, the reader would hesitate.
  func choose(_ first: AskPhrase?, _ second: AskPhrase?) -> AskPhrase? {
    guard let first, let second else { return first ?? second }
    guard first.closed.readings != second.closed.readings else { return first }
    hesitated = true
    return prefersSecond ? second : first
  }
}
