import FilterLanguage
import Kernel
import Testing
import TextClassifier
import WorkOrders

@Suite struct DutyRowTests {
  private let row: DutyRow = {
    let duty = Duty(code: "A1", category: "物业", subcategory: "保洁", keywords: [["保洁"]], unit: "房管所")
    func version(_ since: Int32, _ until: Int32?) -> DutyVersion {
      DutyVersion(
        duty: duty, since: Day(number: since), until: until.map { Day(number: $0) }, by: "街道", madeAt: "")
    }
    return DutyRow(id: 1, code: "A1", version: 4, versions: [version(10, 20), version(20, 30), version(40, 40)])
  }()

  @Test(arguments: [(9, nil), (10, 10), (19, 10), (20, 20), (29, 20), (30, nil), (40, nil)] as [(Int32, Int32?)])
  func version_onADay_isTheOneThatHolds(day: Int32, since: Int32?) {
    #expect(row.version(on: Day(number: day))?.since.number == since)
  }

  @Test(arguments: [(9, 10), (25, 20), (35, 20), (50, 40)] as [(Int32, Int32)])
  func shown_onADayWithoutVersion_isTheLastBegunOrTheFirst(day: Int32, since: Int32) {
    #expect(row.shown(on: Day(number: day))?.since.number == since)
  }

  @Test func applying_aPatch_saysWhatChanged() {
    let duty = Duty(
      code: "A1", category: "物业", subcategory: "保洁", keywords: [["楼道", "脏"]], unit: "房管所", urgentHours: 24)
    var patch = DutyPatch()
    patch.keywords = .set([["楼道", "脏"], ["没人扫"]])
    patch.urgentHours = .set(nil)
    let changes = duty.changes(to: duty.applying(patch))
    #expect(changes.map(\.field) == ["keywords", "urgent_hours"])
    #expect(changes.first?.after == "楼道+脏|没人扫")
    #expect(duty.changes(to: duty.applying(DutyPatch())).isEmpty)
  }
}
