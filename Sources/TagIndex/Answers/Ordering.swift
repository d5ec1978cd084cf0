import FilterLanguage
import Kernel

extension TagIndex {
  /// Rows that one look under the lock puts in order.
  private static let orderedAtOnce = 32_768

  /// Ids of an answer in the order of the keys and then of the ids. However many they are, commits wait for no more than one
  /// part of the work: parts are put in order one after the other, and then merged.
  ///
  /// - Throws: `unsortable_field`.
  package func ordered(_ ids: [UInt32], by sort: [SortKey], _ query: Query) async throws -> [UInt32] {
    guard !sort.isEmpty, ids.count > 1 else { return ids }
    var runs: [[UInt32]] = []
    for start in stride(from: 0, to: ids.count, by: Self.orderedAtOnce) {
      let part = Array(ids[start..<min(start + Self.orderedAtOnce, ids.count)])
      runs.append(try underOrder(sort, query) { order in order.sorted(part) })
      await Task.yield()
    }
    while runs.count > 1 {
      var merged: [[UInt32]] = []
      for index in stride(from: 0, to: runs.count, by: 2) {
        guard index + 1 < runs.count else {
          merged.append(runs[index])
          break
        }
        merged.append(try await merge(runs[index], runs[index + 1], sort, query))
      }
      runs = merged
    }
    return runs[0]
  }

  private func merge(
    _ left: [UInt32], _ right: [UInt32], _ sort: [SortKey], _ query: Query
  ) async throws -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(left.count + right.count)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      (i, j) = try underOrder(sort, query) { order in
        var (i, j, room) = (i, j, Self.orderedAtOnce)
        while i < left.count, j < right.count, room > 0 {
          if order.precedes(right[j], left[i]) {
            result.append(right[j])
            j += 1
          } else {
            result.append(left[i])
            i += 1
          }
          room -= 1
        }
        return (i, j)
      }
      await Task.yield()
    }
    return result + left[i...] + right[j...]
  }

  private func underOrder<T>(
    _ sort: [SortKey], _ query: Query, _ body: (RowOrder) -> T
  ) throws(Problem) -> T {
    let budget = WorkBudget()
    return try asking(query.asOf, query.scope, budget) { frame throws(Problem) in
      body(RowOrder(try sort.map { (key) throws(Problem) in try SortColumn(key, query.subject, frame) }, budget))
    }
  }

  /// Which of several questions hold for one row, each by itself.
  ///
  /// - Parameter sealed: what the database found for the sealed tests in them.
  package func holding(
    _ questions: [Expression], for id: UInt32, _ query: Query, budget: WorkBudget = WorkBudget()
  ) throws(Problem) -> [Bool] {
    try asking(query.asOf, query.scope, budget) { frame throws(Problem) in
      var compiler = compiler(frame, sealed: query.sealed)
      compiler.members = { _ in nil }
      return try questions.map { (question) throws(Problem) in
        try compiler.compile(question, query.subject).holds(id, 0)
      }
    }
  }
}
