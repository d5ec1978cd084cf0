/// Why something could not be done, in a form that every door (HTTP, command line) can show.
///
/// `detail` and the notes are for people, in Chinese; `code` is for programs, English and stable. Neither ever holds
/// anything of a row that the caller may not see.
package struct Problem: Error, Equatable, Sendable, Codable {
  /// Nine kinds and no more; HTTP has one table from kind to status.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    /// The question itself is wrong.
    case invalid
    /// Nobody known is asking.
    case unauthenticated
    /// The caller is known and may not.
    case forbidden
    /// There is no such thing, or none that the caller may know of.
    case notFound = "not_found"
    /// It contradicts what is there: a stale version, a taken name, a state that forbids it.
    case conflict
    /// Too much at once, or too often.
    case tooMuch = "too_much"
    /// It cannot be done now and may be done later: starting, busy, locked, the database's file is gone or damaged.
    case unavailable
    /// There is no room on the disk.
    case noRoom = "no_room"
    /// No fault of the caller's, and trying again does not help: a row that cannot be read, a key that does not fit, a write
    /// that did not happen.
    case internalFault = "internal_fault"
  }

  /// One place in the question that is wrong, and what to do about it.
  package struct Note: Equatable, Sendable, Codable {
    package enum Place: Equatable, Sendable, Codable {
      /// A JSON pointer into the body.
      case pointer(String)
      /// A query parameter or header.
      case parameter(String)
      /// A character offset in a filter's text, from 0.
      case position(Int)
      /// A stretch of a sentence, in characters from 0, with its text.
      case span(position: Int, length: Int, text: String)
    }
    package var place: Place
    package var detail: String
    package var suggestions: [String]

    package init(_ place: Place, _ detail: String, suggestions: [String] = []) {
      self.place = place
      self.detail = detail
      self.suggestions = suggestions
    }
  }

  package var kind: Kind
  package var code: String
  package var detail: String
  package var notes: [Note]
  /// After how many seconds the same may be tried again; only with `tooMuch` and `unavailable`.
  package var retryAfter: Int?
  /// What a sentence may mean, where it has several readings; each can be asked as it stands.
  package var readings: [Reading] = []

  /// One reading of a sentence.
  package struct Reading: Equatable, Sendable, Codable {
    /// The subject's name in paths: `people`.
    package var subject: String
    /// The question in the filter language.
    package var filter: String
    /// The same in Chinese, which can be asked again.
    package var explanation: String
    /// How many rows it finds for the caller; nil where they were not counted.
    package var total: Int?

    package init(subject: String, filter: String, explanation: String, total: Int?) {
      (self.subject, self.filter, self.explanation, self.total) = (subject, filter, explanation, total)
    }
  }

  /// It is not there, or not for this caller, which answers the same.
  package static let noSuchRow = Problem(.notFound, "not_found", "没有这条记录。")
  /// One call holds more items than it may.
  package static func tooManyItems(_ limit: Int) -> Problem {
    Problem(
      .invalid, "too_many_items", "一次最多 \(limit) 项，请分批提交。", notes: [.init(.pointer("/items"), "一次最多 \(limit) 项。")])
  }

  /// Somebody has changed the row since it was read.
  package static let changedMeanwhile = Problem(.conflict, "version_conflict", "这条记录已被他人修改，请重新读取后再改。")

  package init(_ kind: Kind, _ code: String, _ detail: String, notes: [Note] = [], retryAfter: Int? = nil) {
    self.kind = kind
    self.code = code
    self.detail = detail
    self.notes = notes
    self.retryAfter = retryAfter
  }
}
