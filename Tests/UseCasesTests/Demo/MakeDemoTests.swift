import Addresses
import DemoData
import FilterLanguage
import Identity
import Kernel
import Storage
import Support
import Testing

@Suite struct MakeDemoTests {
  @Test func make_sameSeed_givesSameRows() async throws {
    var prints: [String] = []
    for seed: UInt64 in [7, 7, 8] {
      try await DemoStreet.with(people: 2000, seed: seed) { prints.append(try $0.fingerprint()) }
    }
    #expect(prints[0] == prints[1])
    #expect(prints[0] != prints[2])
  }

  @Test func make_twentyThousand_looksLikeShanghai() async throws {
    try await DemoStreet.with(people: 20_000) { street in
      #expect(street.summary.people == 20_000)
      #expect(try street.number("SELECT count(*) FROM people") == 20_000)
      try expectPyramid(street)
      try expectLives(street)
      try expectShops(street)
      try expectSoundTables(street)
      try expectNobodysNumbers(street)
      try expectReadableAddresses(street)
    }
  }

  private static let current = "(o.until IS NULL OR o.until > '2026-11-21')"
  private static let age =
    "(2026 - CAST(substr(birth_date, 1, 4) AS INTEGER) - (substr(birth_date, 6) > '11-21'))"

  private func expectPyramid(_ street: DemoStreet) throws {
    func share(_ condition: String) throws -> Double {
      try street.number(
        """
        SELECT 100.0 * sum(\(condition)) / count(*) FROM people WHERE birth_date IS NOT NULL AND id IN
          (SELECT person_id FROM occupancies o WHERE \(Self.current))
        """)
    }
    #expect(abs(try share("\(Self.age) < 15") - 9.8) < 0.5)
    #expect(abs(try share("\(Self.age) BETWEEN 15 AND 59") - 66.8) < 0.5)
    #expect(abs(try share("\(Self.age) >= 60") - 23.4) < 0.5)
    #expect(abs(try share("hukou = '本市'") - 58) < 2)
    #expect(try share("\(Self.age) > 104") == 0)
    #expect(
      try street.number(
        """
        SELECT count(*) FROM people WHERE substr(birth_date, 1, 4) IN ('1936', '1937') AND death_date IS NULL
          AND date(birth_date, '+90 years') BETWEEN '2026-11-21' AND '2027-02-21'
        """) >= 5)
  }

  private func expectLives(_ street: DemoStreet) throws {
    let households =
      "SELECT house_id, count(*) n, min(person_id) p FROM occupancies o WHERE person_id IS NOT NULL AND \(Self.current) GROUP BY 1"
    #expect(abs(try street.number("SELECT avg(n) FROM (\(households))") - 2.32) < 0.06)
    let alone = try street.number(
      "SELECT count(*) FROM (\(households)) JOIN people ON people.id = p WHERE n = 1 AND \(Self.age) >= 60")
    let elders = try street.number("SELECT count(*) FROM people WHERE \(Self.age) >= 60 AND death_date IS NULL")
    #expect((0.08...0.13).contains(alone / elders))
    let vacant = try street.number(
      """
      SELECT avg(NOT EXISTS (SELECT 1 FROM occupancies o WHERE o.house_id = houses.id AND \(Self.current)))
      FROM houses WHERE kind = 'dwelling'
      """)
    #expect((0.04...0.09).contains(vacant))
    #expect(
      try street.number(
        "SELECT count(*) FROM occupancies o JOIN people p ON p.id = o.person_id WHERE since < birth_date") == 0)
    #expect(
      try street.number(
        "SELECT count(*) FROM occupancies WHERE role = 'tenant' AND until BETWEEN '2026-11-22' AND '2026-12-21'") > 20)
    #expect(try street.number("SELECT count(*) FROM visits WHERE visited_on > '2026-11-21'") == 0)
  }

  private func expectShops(_ street: DemoStreet) throws {
    let jinxian = try street.texts(
      """
      SELECT s.category FROM shops s JOIN occupancies o ON o.shop_id = s.id JOIN houses h ON h.id = o.house_id
      WHERE h.address LIKE '进贤路%'
      """)
    #expect(Double(jinxian.count { $0 == "咖啡" || $0 == "酒吧" }) > 0.4 * Double(jinxian.count))
    for code in try street.texts("SELECT credit_code FROM shops WHERE credit_code IS NOT NULL") {
      let reading = Identifier.read(code, for: .creditCode)
      #expect(reading.valid && reading.warnings.isEmpty, "\(code): \(reading.warnings)")
    }
    #expect(try street.number("SELECT count(*) FROM assets WHERE kind = 'elevator' AND due < '2026-12-21'") > 0)
  }

  private func expectSoundTables(_ street: DemoStreet) throws {
    #expect(try street.texts("PRAGMA integrity_check") == ["ok"])
    #expect(try street.number("SELECT count(*) FROM pragma_foreign_key_check") == 0)
    #expect(try street.number("SELECT count(*) FROM settings WHERE name = 'demo_indexes'") == 0)
    #expect(try street.texts("SELECT action FROM audit") == ["demo.create"])
    let empty = try street.texts("SELECT code FROM datasets WHERE id NOT IN (SELECT dataset_id FROM records)")
    #expect(empty.isEmpty)
  }

  private func expectNobodysNumbers(_ street: DemoStreet) throws {
    let sealed = try street.sealed(
      "SELECT id, id_number_sealed FROM people WHERE id_kind = 'resident_identity' AND id_number_sealed IS NOT NULL")
    #expect(sealed.count > 19_000)
    for (id, bytes) in sealed {
      let number = try street.keys.openText(bytes, at: SealedPlace("people", "id_number_sealed", row: id))
      let reading = Identifier.read(number, on: DemoStreet.asOf)
      #expect(number.hasPrefix("310199") && reading.valid && reading.kind == .residentIdentity, "\(number)")
    }
    for (id, bytes) in try street.sealed("SELECT id, phone_sealed FROM people WHERE phone_sealed IS NOT NULL LIMIT 500")
    {
      let phone = try street.keys.openText(bytes, at: SealedPlace("people", "phone_sealed", row: id))
      let reading = Identifier.read(phone, for: .phone)
      #expect(reading.kind == .mobilePhone && reading.normalised?.hasPrefix("164") == true)
    }
    let mismatched = try street.number(
      """
      SELECT count(*) FROM people WHERE id_kind = 'resident_identity'
        AND (id_number_masked NOT LIKE '310**************_' OR phone_masked NOT LIKE '164****____')
      """)
    #expect(mismatched == 0)
  }

  private func expectReadableAddresses(_ street: DemoStreet) throws {
    for address in try street.texts("SELECT address FROM houses") {
      #expect(Address.parse(address).canonical == address)
    }
    for address in try street.texts("SELECT address FROM buildings") {
      #expect(Address.parse(address).buildingCanonical == address)
    }
  }

  @Test func make_manyPeople_restoresEveryIndex() async throws {
    let sql = "SELECT name || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    let whole = try await withTemporaryStore { store, _ in try DemoStreet.texts(store.path, sql) }
    try await DemoStreet.with(people: 20_001) { street in
      let indexes = try street.texts(sql)
      #expect(indexes == whole)
    }
  }

  @Test func make_databaseWithPeople_refuses() async throws {
    try await withTemporaryStore { store, _ in
      _ = try await MakeDemo(store).run(people: 50, asOf: DemoStreet.asOf)
      await #expect(throws: Problem.self) { try await MakeDemo(store).run(people: 50, asOf: DemoStreet.asOf) }
      #expect(try DemoStreet.texts(store.path, "SELECT count(*) FROM people") == ["50"])
    }
  }

  @Test(arguments: [1, 2, 39, 100]) func make_fewPeople_countsThemExactly(people: Int) async throws {
    try await DemoStreet.with(people: people) { street in
      let count = try street.number("SELECT count(*) FROM people")
      #expect(count == Double(people))
    }
  }
}
