/// What a person found out about a ticket: which duty or unit was right, or at least which unit was wrong (退单).
package struct Lesson: Sendable {
  package var text: String
  package var category: String?
  /// The right duty's code.
  package var duty: String?
  /// The right unit.
  package var unit: String?
  package var wrongUnit: String?

  package init(text: String, category: String?, duty: String?, unit: String?, wrongUnit: String?) {
    (self.text, self.category, self.duty, self.unit, self.wrongUnit) = (text, category, duty, unit, wrongUnit)
  }
}

extension Dispatcher {
  /// Learns one lesson, in well under a millisecond; the next training starts anew. What is right for a unit is right for
  /// whichever of its duties; a unit or duty that the list does not have teaches nothing.
  package mutating func learn(_ lesson: Lesson) {
    let read = read(lesson.text, category: lesson.category)
    var bare = self
    bare.nudges = OnlineCorrections()
    let shares = bare.shares(read)
    let unit = unit(of: lesson)
    let right = lesson.duty.flatMap(position) ?? unit.flatMap { likeliest(of: $0, shares) }
    let wrong = lesson.wrongUnit.flatMap { likeliest(of: $0, shares) }
    guard right ?? wrong != nil else { return }
    nudges.learn(read.features, shares: shares, right: right, wrong: wrong) { rival in
      rival == duties.count || (rival != right && duties[rival].unit != unit)
    }
  }
}
