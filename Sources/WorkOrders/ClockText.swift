import Kernel

/// Pauses and clocks as columns hold them: JSON, with times as everywhere.
enum ClockText {
  /// `[["since","until"],…]`.
  static func pauses(_ text: String) throws -> [Pause] {
    guard case .array(let pairs) = try JSONReader.read(text) else { return [] }
    return pairs.compactMap { pair in
      guard case .array(let ends) = pair, ends.count == 2, let since = moment(ends[0]), let until = moment(ends[1])
      else { return nil }
      return Pause(since: since, until: until)
    }
  }

  static func text(_ pauses: [Pause]) -> String {
    JSONValue.array(pauses.map { [.string($0.since.description), .string($0.until.description)] }).text
  }

  static func own(_ text: String) throws -> OwnClock? {
    let json = try JSONReader.read(text)
    guard case .string(let word)? = json["pace"], let pace = Deadline.Pace(rawValue: word),
      let from = json["counted_from"].flatMap(moment), let contact = json["first_contact_due_at"].flatMap(moment),
      let due = json["due_at"].flatMap(moment), case .number(let allowance)? = json["allowance_ms"]
    else { return nil }
    var days: Int?
    if case .number(let number)? = json["due_days"] { days = Int(exactly: number) }
    return OwnClock(
      deadline: Deadline(
        pace: pace, countedFrom: from, firstContactDueAt: contact, dueAt: due, allowance: Int64(allowance), days: days),
      isUrgent: json["urgent"] == true, isSupervised: json["supervised"] == true)
  }

  static func text(_ own: OwnClock) -> String {
    let deadline = own.deadline
    let json: JSONValue = [
      "pace": .string(deadline.pace.rawValue), "counted_from": .string(deadline.countedFrom.description),
      "first_contact_due_at": .string(deadline.firstContactDueAt.description),
      "due_at": .string(deadline.dueAt.description), "allowance_ms": .number(Double(deadline.allowance)),
      "due_days": deadline.days.map { .number(Double($0)) } ?? .null, "urgent": .bool(own.isUrgent),
      "supervised": .bool(own.isSupervised),
    ]
    return json.text
  }

  private static func moment(_ json: JSONValue) -> Instant? {
    if case .string(let text) = json { Instant(text) } else { nil }
  }
}
