import Kernel

/// Which requests are asked for. Moments are inclusive; nil is no bound.
package struct RequestQuestion: Sendable {
  /// Only these, whatever else is said.
  package var ids: [Int64]?
  package var services: Set<String>?
  /// Nil: both.
  package var isClosed: Bool?
  package var reported: (from: Instant?, to: Instant?) = (nil, nil)
  package var updated: (from: Instant?, to: Instant?) = (nil, nil)
  package var jurisdiction: String?
  package var skip = 0
  package var limit = RequestQuestion.most

  /// GeoReport v2: the first 1000 requests, or 90 days, whichever is smaller.
  package static let most = 1000
  package static let days = 90

  package init() {}

  /// With the bound of 90 days on when it was reported, unless ids or the time of the last change are asked for.
  package func bounded(now: Instant) -> RequestQuestion {
    var question = self
    guard ids == nil else { return question }
    let span = Self.days * 86_400
    switch reported {
    case (nil, nil) where updated.from != nil || updated.to != nil: break
    case (nil, nil): question.reported.from = now.adding(seconds: -span)
    case (let from?, nil): question.reported.to = from.adding(seconds: span)
    case (let from, let to?): question.reported.from = max(from ?? to.adding(seconds: -span), to.adding(seconds: -span))
    }
    return question
  }
}
