import HummingbirdTesting
import Kernel
import Testing

/// Calls that no other test of routes makes with success, so that their answers are held to the description as well.
@Suite struct SeldomCalledTests {
  private static func send(
    _ world: TwoCommittees, _ method: String, _ path: String, _ body: String? = nil, _ token: String
  ) async throws -> TestResponse {
    try await world.send(Probe(method: method, path: path, body: body), token)
  }

  @Test func unitsAndDatasets_areAdded() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      let unit = try await Self.send(world, "POST", "/v1/units", #"{"name":"灯光所"}"#, token)
      #expect(unit.status == .created)
      let fields = #"[{"name":"opened","title":"开业","type":"date"}]"#
      let body = #"{"code":"pets","name":"宠物","subject":"house","fields":\#(fields),"about":"登记的犬只"}"#
      let dataset = try await Self.send(world, "POST", "/v1/datasets", body, token)
      #expect(dataset.status == .created, "\(String(buffer: dataset.body))")
    }
  }

  @Test func tagsOfThings_arePutOn_twice() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      let rows = [("buildings", "building"), ("houses", "house"), ("shops", "shop")]
      for (kind, subject) in rows {
        let found = try await Self.send(world, "GET", "/v1/tags?subject=\(subject)&kind=assigned", nil, token)
        let tags = try JSONReader.read(Array(found.body.readableBytesView))["items"]?.values ?? []
        let code = try #require(tags.first?["code"]?.string)
        let path = "/v1/\(kind)/\(world.first.id(subject))/tags/\(code)"
        for status in [201, 200] {
          let put = try await Self.send(world, "PUT", path, #"{"evidence":"现场核实"}"#, token)
          #expect(put.status.code == status, "\(String(buffer: put.body))")
        }
      }
    }
  }
}
