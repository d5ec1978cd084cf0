import FilterLanguage
import Foundation
import Testing

/// Operations at random, through every door that changes people, links, tags and visits; then the rules are looked for in the
/// tables. `scripts/soak` does many more of them.
@Suite struct RandomOperationsTests {
  @Test func manyOperations_leaveTablesIndexAndFeedSound() async throws {
    let wanted = ProcessInfo.processInfo.environment["MENPAI_SOAK"].flatMap { Int($0) }
    let seed = ProcessInfo.processInfo.environment["MENPAI_SEED"].flatMap { UInt64($0) } ?? 20_261_121
    try await LedgerStreet.run { street in
      var operations = try await RandomOperations(street, seed: seed)
      for step in 1...(wanted ?? 1200) {
        try await operations.step()
        if step.isMultiple(of: 400) {
          try await operations.check("step \(step) of seed \(seed)")
        }
      }
      try await operations.check("the end of seed \(seed)")
      // Both outcomes happened: neither does everything pass, nor is everything refused.
      #expect(operations.done > operations.refused.values.reduce(0, +) / 8, "\(operations.refused)")
      #expect(operations.refused["already_there"] ?? 0 > 0)
      #expect(operations.refused["not_found"] ?? 0 > 0)
    }
  }
}
