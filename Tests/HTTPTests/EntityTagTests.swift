import HTTPTypes
import HummingbirdTesting
import Testing
@testable import FilterLanguage
@testable import Server

/// `If-Match` and `If-None-Match` as proxies and clients send them.
@Suite struct EntityTagTests {
  @Test(arguments: [
    (#""3""#, ["3"]), (#"W/"3""#, ["3"]), (#""0", "3.ab""#, ["0", "3.ab"]), (#" W/"1" ,"2""#, ["1", "2"]), ("3", ["3"]),
    (#""3-gzip""#, ["3"]), (#""3.a--gzip", W/"4;gzip""#, ["3.a", "4"]), (#""a,b", "c""#, ["a,b", "c"]), ("", []),
    (#""""#, []),
  ]) func list_isRead(_ header: String, _ tags: [String]) {
    #expect(EntityTags(header).opaque == tags)
    #expect(!EntityTags(header).isAny)
  }

  @Test func any_isReadWhereItStandsAlone() {
    #expect(EntityTags("*").isAny && EntityTags(" * ").isAny)
    #expect(!EntityTags("*, *").isAny && !EntityTags(#""1", *"#).isAny && !EntityTags(#""*""#).isAny)
  }

  @Test func ifMatch_weakenedOrAmongOthers_fits() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      let path = "/v1/people/\(world.first.id("person"))"
      func tag() async throws -> String {
        try #require(try await world.send(Probe(path: path), token).headers[.eTag])
      }
      for make in [
        { "W/\($0)" }, { String($0.dropLast()) + "-gzip\"" }, { "\"0\", \($0)" }, { "\($0), \"0\"" },
        { "W/\"0\", W/\($0)" }, { $0 }, { _ in "*" },
      ] as [(String) -> String] {
        let header = make(try await tag())
        let probe = Probe(
          method: "PATCH", path: path, body: #"{"education":"大专"}"#, headers: ["If-Match": header])
        #expect(try await world.send(probe, token).status == .ok, "\(header)")
      }
      for (header, status) in [
        ("\"0\", \"99\"", 412), ("W/\"99\"", 412), ("\"\"", 412),
        ((0..<20).map { "\"\($0 + 50)\"" }.joined(separator: ","), 400),
      ] {
        let probe = Probe(method: "PATCH", path: path, body: #"{"education":"本科"}"#, headers: ["If-Match": header])
        #expect(try await world.send(probe, token).status.code == status, "\(header)")
      }
    }
  }

  @Test func ifNoneMatch_weakListOrAny_saysNotModified() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      let path = "/v1/people/\(world.first.id("person"))"
      let tag = try #require(try await world.send(Probe(path: path), token).headers[.eTag])
      for header in ["W/\(tag)", "\"0\", \(tag)", "*"] {
        let answer = try await world.send(Probe(path: path, headers: ["If-None-Match": header]), token)
        #expect(answer.status == .notModified && answer.body.readableBytes == 0)
      }
    }
  }

  @Test func ifNoneMatch_ofAWrite_hidesNoAnswer() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      let path = "/v1/people/\(world.first.id("person"))"
      for header in ["*", "\"1\"", "\"2\""] {
        let answer = try await world.send(
          Probe(
            method: "PATCH", path: path, body: #"{"education":"大专"}"#,
            headers: ["If-Match": "*", "If-None-Match": header]), token)
        #expect(answer.status == .ok && answer.body.readableBytes > 0)
      }
    }
  }
}
