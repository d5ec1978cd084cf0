import Kernel
import Testing

/// Where something is made or asked, null says what absence says, and the description allows it.
@Suite struct NullsTests {
  @Test func optionalMembers_asNull_areLikeAbsent() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      var tried = 0
      for probe in world.routes.compactMap(Probes.of).joined() where ["POST", "PUT"].contains(probe.method) {
        let probe = probe.filled(world.first, own: world.first)
        guard let text = probe.body, case .object(let sent)? = try? JSONReader.read(text) else { continue }
        for name in optional(probe) {
          let without = sent.filter { $0.name != name }
          let absent = try await faults(world, probe, without, token)
          let null = try await faults(world, probe, without + [.init(name, .null)], token)
          #expect(null.subtracting(absent).isEmpty, "\(probe.method) \(probe.path): \(name): \(null)")
          tried += 1
        }
      }
      #expect(tried > 100)
    }
  }

  /// Members of its body that may be left out.
  private func optional(_ probe: Probe) -> [String] {
    let path = String(probe.path.prefix { $0 != "?" })
    let content = Description.ours.operation(probe.method, path)?.said["requestBody"]?["content"]?["application/json"]
    guard let schema = content?["schema"] else { return [] }
    let name = schema["$ref"]?.string?.split(separator: "/").last.map(String.init)
    let shape = name.flatMap { Description.ours.document["components"]?["schemas"]?[$0] } ?? schema
    let required = shape["required"]?.values ?? []
    return (shape["properties"]?.members ?? []).map(\.name).filter { !required.contains(.string($0)) }
  }

  /// The members that an answer finds fault with.
  private func faults(
    _ world: TwoCommittees, _ probe: Probe, _ body: [JSONValue.Member], _ token: String
  ) async throws -> Set<String> {
    let call = Probe(method: probe.method, path: probe.path, body: JSONValue.object(body).text)
    let answer = try await world.send(call, token)
    guard answer.status.code == 400 else { return [] }
    let problem = try JSONReader.read(Array(answer.body.readableBytesView))
    return Set((problem["errors"]?.values ?? []).compactMap { $0["pointer"]?.string })
  }
}
