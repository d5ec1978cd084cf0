import FilterLanguage
import Foundation
import Identity
import Imports
import Kernel
import Sheets
import Support
import TagIndex
import Testing

private let lane = "长乐路372弄5号"

struct OtherImportTests {
  @Test func houses_withoutArea_sayWhatIsMissing() async throws {
    try await ImportBench.run { bench in
      let problem = try await refusal {
        try await bench.load(.houses, ["居委会,地址", "延中,\(lane)101室"])
      }
      #expect(problem?.code == "area_missing")
      let report = try await bench.load(.houses, ["区,街道,居委会,地址", "黄浦区,瑞金二路街道,延中,\(lane)101室"])
      #expect(report.counts.created == 1)
    }
  }

  @Test func houses_again_changeNothingAndAnotherGridUpdates() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let file = ["居委会,微网格,地址,房屋类型,面积,小区", "延中,延中3网格,\(lane)101室,居住,54.5,长乐村"]
      #expect(try await bench.load(.houses, file, area: ImportBench.street).counts.all == [1, 0, 1, 0, 0, 0])
      #expect(try await bench.load(.houses, file, area: ImportBench.street).counts.unchanged == 1)
      let areas = try await bench.app.store.read { try $0.areas() }
      #expect(areas.filter { $0.level == .committee }.map(\.name).sorted() == ["巨鹿", "延中"])
    }
  }

  @Test func houses_dryRun_makesNoAreas() async throws {
    try await ImportBench.run { bench in
      let report = try await bench.load(
        .houses, ["居委会,微网格,地址", "延中,一网格,\(lane)101室", "延中,一网格,\(lane)102室", "延中,一网格,\(lane)102室"],
        area: ImportBench.street, dryRun: true)
      #expect(report.counts.all == [3, 2, 0, 1, 0, 0])
      #expect(try await bench.app.store.read { try $0.areas().filter { $0.level > .subdistrict }.count } == 0)
    }
  }

  @Test func columns_unknown_areListedAndMissingOnesNamed() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let problem = try await refusal { try await bench.load(.people, ["哪位,住哪", "张三,\(lane)101室"]) }
      #expect(problem?.code == "columns_missing")
      #expect(problem?.detail.contains("哪位、住哪") == true)
      let report = try await bench.load(
        .people, ["哪位,住哪,血型", "张三,\(lane)101室,A"], mapping: ["哪位": "name", "住哪": "address"])
      #expect(report.counts.created == 1)
      #expect(report.ignoredColumns == ["血型"])
      #expect(report.mapping == ["哪位": "name", "住哪": "address"])
    }
  }

  @Test(arguments: [
    ("姓名,名字,出生日期", "张三,李四,1950-03-12"), ("姓名,出生日期,生日", "张三,1950-03-12,1951-03-12"),
    ("姓名,死亡日期,去世日期", "张三,2020-01-01,2021-01-01"), ("姓名,入住日期,迁入日期", "张三,2020-01-01,2021-01-01"),
    ("姓名,文化程度,学历", "张三,大学,小学"),
  ])
  func columns_ofOneMeaning_thatDiffer_areReviewed(head: String, row: String) async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(.people, ["地址," + head, "\(lane)101室," + row], dryRun: true)
      #expect(try await bench.rows(report.id).flatMap { $0.reasons.map(\.code) } == ["column_twice"])
      let second = head.split(separator: ",").map(String.init)
      let ignored = head.hasPrefix("姓名,名字") ? second[1] : second[2]
      let told = try await bench.load(
        .people, ["地址," + head, "\(lane)101室," + row], dryRun: true, mapping: [ignored: ""])
      #expect(told.counts.created == 1)
    }
  }

  @Test func columns_ofTwoTelephones_areBothRead() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let report = try await bench.load(
        .people, ["姓名,地址,联系电话,手机", "张三,\(lane)101室,13800001111,13900002222"])
      #expect(report.counts.created == 1)
      #expect(Set(report.mapping.values) == ["name", "address", "phone", "phone_2"])
    }
  }

  @Test func tags_ofSeveralPeriods_areRowsOfTheirOwn() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.load(.people, ["姓名,地址", "张三,\(lane)101室"])
      let head = "标签,姓名,地址,起始,截止"
      func row(_ period: String) -> String { "楼组长,张三,\(lane)101室,\(period)" }
      let rows = [
        row("2010-06-01,2011-01-01"), row("2012-06-01,2013-01-01"), row("2031-01-01,"), row("2010-06-01,2011-02-01"),
      ]
      for dryRun in [true, false] {
        let report = try await bench.load(.taggings, [head] + rows, dryRun: dryRun)
        #expect(try await bench.rows(report.id).map(\.status) == [.create, .create, .rejected, .review])
        guard !dryRun else { continue }
        // Whoever decides on the row that says otherwise is heard.
        _ = try await DecideImportRows.run(
          report.id, .merge, reason: "rows_differ", caller: .operatorAtConsole, app: bench.app)
        #expect(try await bench.apply(report.id).counts.updated == 1)
      }
    }
  }

  @Test func file_gb18030AndByteOrderMarkAndTitleRow_areRead() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let lines = "延中居民区名册,,\n姓名,出生日期,地址\n张三,1950-03-12,\(lane)101室\n"
      let encoding = String.Encoding(rawValue: 0x8000_0632)
      let gb18030 = lines.data(using: encoding) ?? Self.gb18030
      #expect(try await bench.load(.people, gb18030).counts.created == 1)
      #expect(try await bench.load(.people, Data([0xEF, 0xBB, 0xBF]) + Data(lines.utf8)).counts.unchanged == 1)
    }
  }

  /// 姓名,地址 and one row, as Python writes them, where the system's own converter lacks the encoding.
  private static let gb18030 = Data(
    [
      0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB5, 0xD8, 0xD6, 0xB7, 0x2C, 0xB3, 0xF6, 0xC9, 0xFA, 0xC8, 0xD5, 0xC6, 0xDA, 0x0A,
      0xD5,
      0xC5, 0xC8, 0xFD, 0x2C, 0xB3, 0xA4, 0xC0, 0xD6, 0xC2, 0xB7, 0x33, 0x37, 0x32, 0xC5, 0xAA, 0x35, 0xBA, 0xC5, 0x31,
      0x30,
      0x31, 0xCA, 0xD2, 0x2C, 0x31, 0x39, 0x35, 0x30, 0x2D, 0x30, 0x33, 0x2D, 0x31, 0x32, 0x0A,
    ])

  @Test func file_workbook_isRead() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
      defer { try? FileManager.default.removeItem(atPath: path) }
      let columns = ["姓名", "生日", "地址"].map { SheetLayout.Column($0) }
      let book = try XLSXWriter(path: path, layout: SheetLayout(columns: columns, title: "居民名册"))
      try book.write([.text("张三"), .date(try #require(Day("1950-03-12"))), .text("\(lane)101室")])
      try book.finish()
      let report = try await bench.load(.people, Data(contentsOf: URL(fileURLWithPath: path)), name: "名册.xlsx")
      #expect(report.counts.created == 1)
      #expect(try await bench.person(1).birth == Day("1950-03-12"))
    }
  }

  @Test func tenancies_newAndKnownPeople_getDatedLinks() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let file = ["承租人,证件号码,租住地址,起租日,到期日,电话", "王芳,,\(lane)102室,2026-01-01,2026-12-31,13800001111"]
      #expect(try await bench.load(.tenancies, file).counts.created == 1)
      #expect(try await bench.load(.tenancies, file).counts.unchanged == 1)
      let longer = [file[0], "王芳,,\(lane)102室,2026-01-01,2027-12-31,13800001111"]
      #expect(try await bench.load(.tenancies, longer).counts.updated == 1)
      let links = try await bench.person(1).occupancies
      #expect(links.map(\.role) == ["tenant"])
      #expect(links.map(\.until) == [Day("2027-12-31")])
    }
  }

  @Test func shops_byCodeOrNameAndHouse_areOne() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let body = "92310199MA1K00001"
      let code = body + (CreditCode.checkDigit(of: body).map(String.init) ?? "")
      let head = "店招名称,统一社会信用代码,经营地址,业态,状态,负责人电话"
      let report = try await bench.load(
        .shops, [head, "小满咖啡,,长乐路400号(底层),咖啡,装修中,", "小满咖啡,\(code),长乐路400号,咖啡,营业中,13800001111"])
      #expect(report.counts.all == [2, 1, 1, 0, 0, 0])
      let open = [head, "小满咖啡,\(code),长乐路400号,咖啡,停业,13800001111"]
      #expect(try await bench.load(.shops, open).counts.updated == 1)
      #expect(try await bench.load(.shops, open).counts.unchanged == 1)
      let shop = try await bench.app.store.read { try $0.heldShop(1, on: Day("2026-11-21") ?? Day(number: 0)) }
      #expect(shop?.status == "歇业")
      #expect(shop?.creditCode == code)
    }
  }

  @Test func shops_oneCodeUnderTwoNames_decideNothing() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let body = "92310199MA1K00002"
      let code = body + (CreditCode.checkDigit(of: body).map(String.init) ?? "")
      let head = "店招名称,统一社会信用代码,经营地址"
      let pasted = [head, "小满咖啡,\(code),长乐路400号", "夜航面馆,\(code),长乐路400号"]
      #expect(try await bench.load(.shops, pasted).counts.all == [2, 0, 0, 0, 2, 0])
      #expect(try await bench.load(.shops, [head, pasted[1]]).counts.created == 1)
      let report = try await bench.load(.shops, [head, pasted[2]])
      #expect(try await bench.rows(report.id).map { $0.reasons.map(\.code) } == [["name_contradicts_code"]])
    }
  }

  @Test func assets_elevators_standOnTheirBuilding() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      let file = ["设备编号,楼栋地址,下次年检日期", "T1,\(lane),2027-01-01", "T2,长乐路1弄1号,2027-01-01"]
      #expect(try await bench.load(.assets, file).counts.all == [2, 1, 0, 0, 0, 1])
      #expect(try await bench.load(.assets, file).counts.all == [2, 0, 0, 1, 0, 1])
      let asset = try await bench.app.store.read { try $0.asset(kind: "elevator", code: "T1") }
      #expect(asset?.due == Day("2027-01-01"))
      #expect(asset?.building != nil)
    }
  }

  @Test func taggings_onPeopleWhoAreThere_arePutOnOnce() async throws {
    try await ImportBench.run { bench in
      try await bench.loadHouses()
      try await bench.load(.people, ["姓名,生日,地址", "张三,1950-03-12,\(lane)101室"])
      let file = [
        "姓名,地址,标签,起始,依据", "张三,\(lane)101室,低保,2026-01-01,沪民2026-1", "张三,\(lane)101室,独居,,", "李四,\(lane)101室,低保,,",
        "张三,\(lane)101室,没有的标签,,",
      ]
      let report = try await bench.load(.taggings, file)
      #expect(report.counts.all == [4, 1, 0, 0, 0, 3])
      let codes = try await bench.rows(report.id).map { $0.reasons.first?.code }
      #expect(codes == [nil, "tag_computed", "no_such_subject", "tag_unknown"])
      #expect(try await bench.load(.taggings, file).counts.all == [4, 0, 0, 1, 0, 3])
      #expect(try await bench.count(.taggings) == 1)
    }
  }
}
