import ChineseQuery
import FilterLanguage
import Kernel
import Platform
import Registry
import TagIndex

/// 「说一句话」: an ordinary sentence, understood and answered. Who: any caller that may read; a sentence can only name
/// what exists for the caller, and only rows in the caller's areas answer it.
package enum Ask {
  package struct Answer: Sendable {
    package let reading: AskReading
    /// The filter as text, as JSON, and in words that can be asked again.
    package let filter: String
    package let filterJSON: JSONValue
    package let explanation: String
    package let columns: [String]
    /// How many rows each group has, where groups were asked for.
    package let groups: [AskGroup]?
    package let page: Search.Answer
  }

  /// - Parameter limit: rows at most; nil: as many as the sentence says (前20名), else 50.
  /// - Throws: `ask_unrecognised` with the spans that were not understood; what `Search` throws.
  package static func run(
    _ sentence: String, asOf: Day?, limit: Int?, caller: Caller, app: AppContext
  ) async throws -> Answer {
    try caller.must(.read)
    let asOf = asOf ?? app.clock.today
    let (asking, vocabulary) = try await app.asking(for: caller, asOf: asOf)
    let understood = try await app.compute(caller) { _ in read(sentence, asking, asOf: asOf) }
    let reading: AskReading
    switch understood {
    case .success(let one): reading = one
    case .failure(let refusal):
      throw try await problem(refusal, vocabulary, asOf: asOf, caller: caller, app: app)
    }
    let filter = FilterPrinter.text(reading.expression, vocabulary: vocabulary)
    let columns = try columns(of: reading)
    let page = try await Search.run(
      .init(
        SearchQuestion(reading.subject, where: .text(filter), asOf: asOf), select: columns, sort: reading.sort,
        limit: [limit, reading.limit].compactMap { $0 }.min() ?? 50), caller: caller, app: app)
    let counting = AskGroups(subject: reading.subject, asOf: asOf, caller: caller, app: app)
    let groups = reading.groupBy.isEmpty ? nil : try await counting.count(reading.expression, by: reading.groupBy)
    return Answer(
      reading: reading, filter: filter,
      filterJSON: FilterJSON.encode(reading.expression, vocabulary: vocabulary),
      explanation: reading.explanation(vocabulary), columns: columns, groups: groups, page: page)
  }

  private static func read(_ sentence: String, _ asking: Asking, asOf: Day) -> Result<AskReading, AskRefusal> {
    do throws(AskRefusal) {
      return .success(try asking.read(sentence, asOf: asOf))
    } catch {
      return .failure(error)
    }
  }

  /// The refusal as a problem, each of its readings with how many rows it would find.
  private static func problem(
    _ refusal: AskRefusal, _ vocabulary: Vocabulary, asOf: Day, caller: Caller, app: AppContext
  ) async throws -> Problem {
    var problem = refusal.problem
    for reading in refusal.readings {
      let filter = FilterPrinter.text(reading.expression, vocabulary: vocabulary)
      let question = SearchQuestion(reading.subject, where: .text(filter), asOf: asOf)
      // A reading that costs too much to count is shown all the same.
      let page = try? await Search.run(.init(question, select: [], sort: nil, limit: 1), caller: caller, app: app)
      problem.readings.append(
        .init(
          subject: reading.subject.word, filter: filter, explanation: reading.explanation(vocabulary),
          total: page?.total))
    }
    return problem
  }

  /// The usual columns, and those asked for beside them.
  private static func columns(of reading: AskReading) throws(Problem) -> [String] {
    let known = RowColumns.of(reading.subject)
    for name in reading.columns where !known.contains(where: { $0.name == name }) {
      let titles = Field.entries(of: reading.subject).filter { entry in known.contains { $0.name == entry.name } }
      throw Problem(
        .invalid, "ask_unrecognised", "名单里不能列出“\(name)”这一列。",
        notes: [.init(.parameter("text"), "名单里不能列出“\(name)”这一列。", suggestions: titles.map(\.title))])
    }
    return known.filter { $0.isDefault || reading.columns.contains($0.name) }.map(\.name)
  }
}

extension Ask.Answer {
  /// The answer as every door gives it; the rows are JSON already and are not read again.
  package var json: String {
    var members: [JSONValue.Member] = [
      .init("subject", .string(reading.subject.word)), .init("where", .string(filter)),
      .init("where_json", filterJSON), .init("explanation", .string(explanation)),
      .init("columns", .array(columns.map { .string($0) })),
      .init("group_by", .array(reading.groupBy.map { .string($0) })),
      .init("sort", reading.sort.map { .string($0) } ?? .null),
      .init("limit", reading.limit.map { .number(Double($0)) } ?? .null),
    ]
    members.append(.init("warnings", .array(reading.warnings.map { .string($0) })))
    members.append(.init("total", page.total.map { .number(Double($0)) } ?? .null))
    if let groups { members.append(.init("groups", .array(groups.map(\.json)))) }
    let head = JSONValue.object(members).text.dropLast()
    return "\(head),\"items\":[\(page.items.joined(separator: ","))],\"as_of\":\"\(page.asOf)\"}"
  }
}
