import Assembly
import FilterLanguage
import Foundation
import GRDB
import Imports
import Platform
import Registry
import Storage
import Support
import Testing

private let head = "姓名,出生日期,身份证号,现住地址,联系电话,备注"
private let lane = "长乐路372弄5号"

/// What sources say beside a row: whole, sealed, and masked where it is shown.
struct ClaimsTests {
  private func shown(_ bench: ImportBench) async throws -> [String] {
    try await bench.app.store.read { try $0.claims(on: TagTarget(.person, 1)) }
      .map { "\($0.field)=\($0.value)" }.sorted()
  }

  @Test func numbers_inClaims_areSealedAndMasked() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.load(
        .people,
        [head, "张三,1950-03-12,,\(lane)101室,13800001111/13800002222(儿子),电13800003333"])
      let expected = ["phone=138****2222（儿子）", "remark=电138****3333"]
      #expect(try await shown(bench) == expected)
      let person = try await bench.person(1)
      #expect(person.claims.has("phone", "13800002222（儿子）"))
      #expect(person.claims.has("remark", "电13800003333"))
      let stored = try await DatabaseQueue(path: bench.app.store.path).read { db in
        try String.fetchAll(db, sql: "SELECT value FROM claims UNION ALL SELECT detail FROM audit")
      }
      #expect(!stored.contains { $0.contains("13800002222") || $0.contains("13800003333") })
    }
  }

  /// Two numbers may have one mask.
  @Test func numbers_withOneMask_areBothKept() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      for phone in ["13800001111", "13811111111", "13822221111", "13811111111"] {
        try await bench.load(
          .people, [head, "张三,1950-03-12,,\(lane)101室,\(phone),"], source: phone == "13800001111" ? "police" : nil)
      }
      #expect(try await shown(bench) == ["phone=138****1111", "phone=138****1111"])
      let person = try await bench.person(1)
      #expect(Set(person.claims.map(\.value)) == ["13811111111", "13822221111"])
    }
  }

  @Test func maskOfAnOlderVersion_isFilledInByTheSameWords() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.load(.people, [head, "张三,1950-03-12,,\(lane)101室,13800001111,"], source: "police")
      try await DatabaseQueue(path: bench.app.store.path).write { db in
        try db.execute(
          sql: """
            INSERT INTO claims (person_id, field, value, source, made_at)
            VALUES (1, 'phone', '138****2222', 'committee', '2026-01-01')
            """)
      }
      try await bench.load(.people, [head, "张三,1950-03-12,,\(lane)101室,13800002222,"])
      #expect(try await shown(bench) == ["phone=138****2222"])
      #expect(try await bench.person(1).claims == [ExistingClaim("phone", "13800002222", "committee")])
    }
  }

  @Test func numbersInPlain_ofAnOlderVersion_areSealedWhenTheDatabaseIsOpened() async throws {
    try await withTemporaryStore { store, _ in
      try await ImportBench(app: AppContext(store: store, questions: .patient, followers: API.followers)).loadHouses()
      try await DatabaseQueue(path: store.path).write { db in
        try db.execute(
          sql: """
            INSERT INTO claims (house_id, field, value, source, made_at)
            VALUES (1, 'use', '电13800003333', 'register', '2026-01-01');
            DELETE FROM settings WHERE name = 'claims_sealed'
            """)
      }
      let again = try Store(path: store.path, keys: store.keys, clock: store.clock, setUp: API.setUp)
      #expect(try await again.read { try $0.claims(on: TagTarget(.house, 1)) }.map(\.value) == ["电138****3333"])
      let stored = try await DatabaseQueue(path: store.path).read { db in
        try String.fetchAll(db, sql: "SELECT value FROM claims WHERE value_sealed IS NOT NULL")
      }
      #expect(stored == ["电138****3333"])
      try again.close()
    }
  }

  @Test func area_thatDiffers_isSaidAndTheBetterSourceWins() async throws {
    try await ImportBench.run { bench in
      func load(_ area: String, _ source: String) async throws -> [String] {
        let report = try await bench.load(
          .houses, ["居委会,地址,面积", "延中,\(lane)101室,\(area)"], area: ImportBench.street, source: source)
        return try await bench.rows(report.id).flatMap { $0.reasons.map(\.code) }
      }
      func area() async throws -> Double? {
        try await bench.app.store.read { reader in
          try reader.heldHouse(address: "\(lane)101室", district: reader.district("310101"))?.area
        }
      }
      #expect(try await load("60.4", "register") == [])
      #expect(try await load("60", "register") == [])
      #expect(try await load("60.40平方米", "register") == [])
      #expect(try await area() == 60.4)
      #expect(try await load("75", "committee") == ["area_differs"])
      #expect(try await area() == 60.4)
      #expect(try await load("62.5", "register") == ["area_differs"])
      #expect(try await area() == 62.5)
      let kept = try await bench.app.store.read { try $0.claims(on: TagTarget(.house, 1)) }
      #expect(kept.map { "\($0.field)=\($0.value) \($0.source)" } == ["area_m2=75 committee", "area_m2=60.4 register"])
      #expect(try await load("75", "committee") == ["area_differs"])
      #expect(try await bench.app.store.read { try $0.claims(on: TagTarget(.house, 1)) }.count == 2)
    }
  }
}

extension Reader {
  /// A district's id.
  fileprivate func district(_ code: String) throws -> Int64 {
    Int64(try areas().first { $0.code == code }?.id ?? 0)
  }
}
