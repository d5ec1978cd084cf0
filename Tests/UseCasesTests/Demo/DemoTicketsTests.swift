import Assembly
import DemoData
import FilterLanguage
import Platform
import Registry
import Support
import Testing

@Suite struct DemoTicketsTests {
  @Test func tickets_sameSeed_areTheSameRows() async throws {
    var prints: [String] = []
    for seed: UInt64 in [3, 3, 4] {
      try await DemoStreet.with(people: 300, tickets: 400, seed: seed) { prints.append(try $0.fingerprint()) }
    }
    #expect(prints[0] == prints[1])
    #expect(prints[0] != prints[2])
  }

  @Test func tickets_ofAYear_lookLikeTickets() async throws {
    try await DemoStreet.with(people: 1000, tickets: 3000) { (street) throws in
      #expect(street.summary.tickets == 3000)
      #expect(try street.number("SELECT count(*) FROM work_orders") == 3000)
      #expect(try street.number("SELECT count(DISTINCT substr(reported_at, 1, 7)) FROM work_orders") >= 12)
      #expect(try street.number("SELECT count(*) FROM work_orders WHERE due_at <= reported_at") == 0)
      #expect(try street.number("SELECT count(*) FROM work_orders WHERE resolved_at <= accepted_at") == 0)
      // Numbers begin with the day of the report, from 000001 on.
      #expect(
        try street.number(
          "SELECT count(*) FROM work_orders WHERE substr(number, 1, 8) <> replace(substr(reported_at, 1, 10), '-', '')")
          == 0)
      #expect(
        try street.number(
          "SELECT count(*) FROM (SELECT min(number) n FROM work_orders GROUP BY substr(number, 1, 8)) WHERE n NOT LIKE '%-000001'"
        ) == 0)
      let hottest =
        "SELECT max(n) FROM (SELECT count(*) n FROM work_orders GROUP BY house_id HAVING house_id IS NOT NULL)"
      #expect(try street.number(hottest) > 30)
      #expect(try street.number("SELECT 1.0 * sum(state = 'closed') / count(*) FROM work_orders") > 0.85)
      #expect(try street.number("SELECT count(*) FROM work_order_events") > 9000)
    }
  }

  @Test func tickets_inTheIndex_areAskedFor() async throws {
    try await withTemporaryStore { store, _ in
      _ = try await MakeDemo(store).run(people: 300, tickets: 500, asOf: DemoStreet.asOf)
      let app = AppContext(store: store, questions: .patient, followers: API.followers)
      try await app.open()
      func total(_ filter: String) async throws -> Int? {
        try await Search.run(
          .init(SearchQuestion(.workOrders, where: .text(filter))), caller: .operatorAtConsole, app: app
        ).total
      }
      #expect(try await total("") == 500)
      #expect(try await total("state = closed") ?? 0 > 400)
      #expect(try await total("closed_at >= 2020-01-01 or not closed_at >= 2020-01-01") == 500)
      #expect(try await total("any shop(any work_orders())") ?? 0 > 0)
    }
  }
}
