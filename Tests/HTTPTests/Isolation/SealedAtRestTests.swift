import FilterLanguage
import Foundation
import Imports
import Support
import Testing

/// Identity numbers and phones stand nowhere in the database file, however they came in.
@Suite struct SealedAtRestTests {
  @Test func file_holdsNoNumberInPlain() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      var plain: [String] = [world.first, world.second].flatMap {
        [$0.word("id_number"), $0.word("phone"), $0.word("shop_phone")]
      }
      for (method, path, body) in Self.writes(world) {
        let probe = Probe(
          method: method, path: path, body: body, headers: ["If-Match": "*", "Idempotency-Key": "k-\(path)"])
        #expect((200..<300).contains(Int(try await world.send(probe, token).status.code)), "\(path)")
      }
      plain += Self.numbers
      // A right one, one that contradicts the birthday, one with a wrong check digit, a second phone, and no header at all.
      let rosters = [
        "姓名,身份证,出生日期,电话,地址\n甲一,\(Self.numbers[4]),,13811110001,\(world.first.word("address"))\n"
          + "甲二,\(Self.numbers[5]),1950-01-01,13811110002,\(world.first.word("address"))\n"
          + "甲三,310101195501010000,,138-1111-0003,\(world.first.word("address"))\n"
          + "甲一,\(Self.numbers[4]),,13811110004,\(world.first.word("address"))\n",
        "甲四,310101195606061111,13811110005,\(world.first.word("address"))\n",
      ]
      plain += [
        "13811110001", "13811110002", "138-1111-0003", "13811110003", "13811110004", "13811110005",
        "310101195501010000", "310101195606061111",
      ]
      for roster in rosters {
        let request = StartImport.Request(subject: .people, file: Data(roster.utf8), fileName: "名册.csv")
        let id = try await StartImport.run(request, caller: .operatorAtConsole, app: world.app)
        _ = try await refusal { try await RunImport.run(id, app: world.app) }
        _ = try await refusal {
          try await ApplyImport.run(id, caller: .operatorAtConsole, app: world.app)
          try await RunImport.run(id, app: world.app)
        }
      }
      try await Self.mustLack(plain, world)
      try await world.app.store.checkpoint()
      let size = FileManager.default.contents(atPath: world.app.store.path)?.count ?? 0
      #expect(size > 100_000)
      try await Self.mustLack(plain, world)
    }
  }

  private static let numbers = [
    Side.idNumber("31010119410101111"), "13811112222", "13811113333", "13811114444",
    Side.idNumber("31010119420202222"), Side.idNumber("31010119430303333"),
  ]

  private static func writes(_ world: TwoCommittees) -> [(String, String, String)] {
    let (house, person) = (world.first.id("empty"), world.first.id("person"))
    return [
      (
        "POST", "/v1/people",
        #"{"name":"某某","house_id":\#(house),"id_number":"\#(numbers[0])","phone":"\#(numbers[1])"}"#
      ), ("PATCH", "/v1/people/\(person)", #"{"phone":"\#(numbers[2])"}"#),
      ("POST", "/v1/shops", #"{"name":"某店","house_id":\#(house),"phone":"\#(numbers[3])"}"#),
      ("POST", "/v1/people/\(person)/reveal", #"{"reason":"核对补贴发放"}"#),
      ("POST", "/v1/people/search", #"{"where":"phone = \#(numbers[2])"}"#),
    ]
  }

  private static func mustLack(_ plain: [String], _ world: TwoCommittees) async throws {
    for suffix in ["", "-wal"] {
      guard let bytes = FileManager.default.contents(atPath: world.app.store.path + suffix) else { continue }
      for text in Set(plain) { #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) stands in the file\(suffix)") }
    }
  }
}
