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

  /// Wherever a sentence can be sent, the answer for one that is not understood is described.
  @Test func sentences_thatAreNotUnderstood_areDescribedWhereverTheyAreSent() async throws {
    let taking = Description.ours.operations.filter { operation in
      let shape = operation.said["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"]?.string
      let schema = shape.flatMap {
        Description.ours.document["components"]?["schemas"]?[String($0.split(separator: "/").last ?? "")]
      }
      return schema?["properties"]?["sentence"] != nil
    }
    #expect(taking.count >= 5)
    #expect(taking.filter { $0.said["responses"]?["422"] == nil }.map(\.id) == [])
    try await TwoCommittees.run { world in
      for (path, body) in [
        ("/v1/runs", #"{"sentence":"幸福的外星人"}"#),
        ("/v1/data_requests/preview", #"{"sentence":"幸福的外星人","areas":["310101023"]}"#),
      ] {
        let answer = try await Self.send(world, "POST", path, body, world.logIn("管理"))
        #expect(answer.status.code == 422, "\(path): \(String(buffer: answer.body))")
      }
    }
  }

  /// A request may be refused before it comes to a route, and a route that refuses in another form describes that too.
  @Test func operations_describeRefusalsThatComeBeforeThem() {
    let responses = Description.ours.document["components"]?["responses"]
    for operation in Description.ours.operations {
      let said = operation.said["responses"]?["400"]
      let shared = said?["$ref"]?.string?.split(separator: "/").last.flatMap { responses?[String($0)] }
      #expect((shared ?? said)?["content"]?["application/problem+json"] != nil, "\(operation.id)")
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
