import Addresses
import FilterLanguage
import Testing

/// Which texts mean one house and which never do, over random addresses and the ways in which people write them.
@Suite struct AddressIdentityTests {
  @Test(arguments: [
    ("永嘉路26号甲", "永嘉路26号乙"), ("永嘉路26号甲", "永嘉路26号"), ("永嘉路26甲号", "永嘉路甲26号"), ("永嘉路372弄", "永嘉路372号"),
    ("永嘉路1弄5支弄3号", "永嘉路1弄5弄3号"), ("永嘉路1弄5支弄3号", "永嘉路1弄5号3室"), ("永嘉路1弄3号", "永嘉路1弄5支弄3号"),
    ("永嘉路5号", "建国西路5号"), ("建国西路5号", "建国东路5号"), ("瑞金一路5号", "瑞金二路5号"), ("永嘉路5号", "永嘉路临5号"),
    ("永嘉路26A号", "永嘉路26B号"), ("永嘉路5号201室", "永嘉路5号202室"), ("永嘉路5号201室", "永嘉路5号201A室"),
    ("永嘉路5号前楼", "永嘉路5号后楼"), ("永嘉路5号二楼6", "永嘉路5号三楼6"), ("永嘉路5号二楼亭子间", "永嘉路5号三楼亭子间"),
    ("永嘉路5号三层阁", "永嘉路5号二层阁"), ("永嘉路5号3号楼201", "永嘉路5号4号楼201"), ("永嘉路1号7弄5号", "永嘉路7弄5号"),
    ("田林十二村5号", "田林二村5号"), ("永嘉路100号", "永嘉路10号"), ("永嘉路1弄5号1单元201", "永嘉路1弄5号2单元201"),
  ])
  func different_housesStayDifferent(one: String, other: String) {
    #expect(Address.parse(one).canonical != Address.parse(other).canonical)
  }

  @Test func everyForm_hasTheOneCanonical() {
    var random = Seeded(seed: 20_261_121)
    for _ in 0..<2_000 {
      let house = RandomHouse(&random)
      for form in house.forms {
        let read = Address.parse(form).canonical
        #expect(read == house.canonical, "\(form)")
      }
    }
  }

  @Test func canonical_readsBackToItself() {
    var random = Seeded(seed: 7)
    for _ in 0..<2_000 {
      let house = RandomHouse(&random)
      let address = Address.parse(house.canonical)
      #expect(address.canonical == house.canonical)
      #expect(address.rest.isEmpty)
      if let building = address.buildingCanonical { #expect(Address.parse(building).canonical == building) }
    }
  }
}

/// The same numbers in every run.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func pick<T>(_ values: [T]) -> T { values[Int(next() % UInt64(values.count))] }
}

/// A made-up house and its spellings.
struct RandomHouse {
  let road: String
  let lane, sublane: Int?
  let number: Int
  let letter: String
  let room: String

  init(_ random: inout Seeded) {
    road = random.pick(["长乐路", "瑞金二路", "中山东一路", "四平路", "南京西路", "浦东南路", "周邓公路", "田林十二村", "金陵东大道", "首善街", "一二八纪念路"])
    let inLane = random.pick([true, true, false]) && road != "田林十二村"
    lane = inLane ? Int.random(in: 1...1999, using: &random) : nil
    sublane = inLane && random.pick([true, false, false]) ? Int.random(in: 1...60, using: &random) : nil
    number = Int.random(in: 1...(inLane ? 200 : 4000), using: &random)
    letter = random.pick(["", "", "", "甲", "丙", "A"])
    room = random.pick(["", "101", "302", "1504", "302A", "底层", "前楼", "亭子间", "三层阁", "底层前客堂"])
  }

  var canonical: String { build("弄", "支弄", letter + "号", isNumbered ? room + "室" : room) { String($0) } }

  var forms: [String] {
    let chinese = build("弄", "支弄", letter + "号", isNumbered ? room + "室" : room, spoken)
    var forms = [
      "上海市卢湾区瑞金二路街道" + canonical, "黄浦区" + canonical, "上海" + "静安区" + canonical, "  " + canonical + " ", wide(canonical),
      canonical.map { String($0) }.joined(separator: " ").replacing(/(\d) (?=\d)/) { String($0.output.1) },
      build("弄", "支弄", letter == "A" ? "A号" : "号" + letter, room) { String($0) },
      build("衖", "支衖", letter + "號", room) { String($0) },
      canonical + "（电联）", canonical.lowercased(), letter == "A" ? canonical : chinese,
    ]
    if isNumbered, letter.isEmpty, sublane == nil {
      forms.append(build("弄", "", "号楼", room) { String($0) })
      if lane != nil { forms += [build("弄", "", "-", room) { String($0) }, build("—", "", "－", room) { String($0) }] }
    }
    return forms
  }

  private var isNumbered: Bool { room.first?.isNumber == true && room.first != "三" }

  private func build(
    _ laneWord: String, _ sublaneWord: String, _ numberWord: String, _ room: String, _ digits: (Int) -> String
  ) -> String {
    road + (lane.map { digits($0) + laneWord } ?? "") + (sublane.map { digits($0) + sublaneWord } ?? "")
      + digits(number)
      + numberWord + room
  }

  private func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x7F ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
  }

  /// 372 as 三百七十二.
  private func spoken(_ value: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var out = ""
    var zero = false
    for (size, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = value / size % 10
      if digit == 0 {
        zero = !out.isEmpty
      } else {
        if zero { out += "零" }
        zero = false
        out += (digit == 1 && size == 10 && out.isEmpty ? "" : digits[digit]) + word
      }
    }
    return out
  }
}
