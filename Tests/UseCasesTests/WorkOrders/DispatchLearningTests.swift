import Assembly
import FilterLanguage
import Kernel
import Platform
import Sheets
import Support
import Testing
import WorkOrders

/// With the responsibility list as it ships, and nobody's word on the threshold.
@Suite struct DispatchLearningTests {
  /// About nothing in the list: an old locomotive in a yard.
  private static let texts = (0..<8).map { "院子里那台旧火车头第\($0)次有人爬上去拍照留念" }

  private struct Taught: Sendable {
    let street: StreetFixture
    var app: AppContext { street.app }
    var boss: Caller { street.caller(.street) }

    func push(_ text: String, _ external: String) async throws -> PushedOrder {
      var draft = WorkOrderDraft(
        source: "12345", externalID: external, kind: .complaint, title: "来电", text: text)
      draft.address = "南昌路1号201室"
      return try await PushWorkOrder.run(draft, caller: street.caller(.integration), app: app).order
    }

    func act(_ id: Int64, _ action: WorkOrderAction, _ change: (inout WorkOrderActionRequest) -> Void) async throws {
      var deed = WorkOrderActionRequest(action)
      change(&deed)
      try await ActOnWorkOrder.run(id, deed, caller: boss, app: app)
    }

    /// What a text is proposed as in an office on the same database.
    func preview(_ text: String, _ other: AppContext? = nil) async throws -> WorkOrderDispatch {
      try await PreviewDispatch.run(
        text: text, title: nil, category: nil, caller: boss, app: other ?? app)
    }

    func lessons() async throws -> [DispatchLesson] {
      try await app.store.read { try $0.dispatchLessons(after: 0, upTo: 1000) }
    }
  }

  private func run(_ body: (Taught) async throws -> Void) async throws {
    try await StreetFixture.run { try await body(Taught(street: $0)) }
  }

  @Test func corrections_teachTheRunningServer_andTheNextOne() async throws {
    try await run { taught in
      let asked = "院子里那台旧火车头今天又有人爬上去拍照"
      let before = try await taught.preview(asked)
      #expect(before.mode == .queue && before.candidates.first?.duty != "JZ04")
      for (index, text) in Self.texts.prefix(4).enumerated() {
        let order = try await taught.push(text, "L\(index)")
        if order.state == "received" { try await taught.act(order.id, .dispatch) { $0.duty = "JZ04" } }
      }
      let after = try await taught.preview(asked)
      #expect(after.candidates.first?.duty == "JZ04")
      #expect(after.candidates[0].reasons.contains { $0.contains("人工") })
      #expect(try await taught.lessons().allSatisfy { $0.kind == .decided && $0.proposal?.isRight != nil })
      let restarted = AppContext(store: taught.app.store, questions: .patient, followers: API.followers)
      try await restarted.open()
      for text in Self.texts + [asked, "楼下饭店油烟"] {
        #expect(try await taught.preview(text, restarted) == taught.preview(text))
      }
    }
  }

  @Test func confirmed_isKeptOnce_andOnlyOfWhatWentOutByItself() async throws {
    try await OrdersFixture.run { orders in
      let unit = orders.department("城管中队")
      _ = try await orders.push()
      for _ in 0..<2 {
        if try await orders.state(1) == "dispatched" { try await orders.act(1, .accept, by: unit) }
        try await orders.act(1, .resolve, by: unit) { ($0.outcome, $0.result) = (.solved, "已劝离") }
        try await orders.act(1, .verify, by: orders.boss) { $0.satisfaction = .unrated }
        try await orders.act(1, .reopen, by: orders.boss)
      }
      let lessons = try await orders.app.store.read { try $0.dispatchLessons(after: 0, upTo: 100) }
      #expect(lessons.map(\.kind) == [.confirmed] && lessons[0].unit == "城管中队" && lessons[0].duty == "CG01")
      #expect(lessons[0].proposal?.isRight == true)
    }
  }

  @Test func text_isLearntWithItsNumbersStarredOut() async throws {
    try await run { taught in
      let order = try await taught.push("旧火车头边上的人电话13812345678，身份证310101199001011234", "S1")
      try await taught.act(order.id, .dispatch) { $0.unit = "派出所" }
      let lesson = try #require(try await taught.lessons().first)
      #expect(!lesson.text.contains("13812345678") && !lesson.text.contains("310101199001011234"))
      #expect(lesson.text.contains("旧火车头") && lesson.unit == "派出所" && lesson.duty == nil)
    }
  }

  @Test func wrongAgainAndAgain_nothingGoesOutByItself() async throws {
    try await run { taught in
      for index in 0..<12 {
        let order = try await taught.push("楼下饭店油烟味道很大，油烟管对着窗", "W\(index)")
        guard order.state == "dispatched" else { break }
        try await taught.act(order.id, .reassign) { $0.unit = "社区管理办" }
      }
      let quality = try await DispatchQuality.run(from: nil, to: nil, caller: taught.boss, app: taught.app)
      let stopped = try await taught.preview("楼下饭店油烟味道很大，油烟管对着窗")
      #expect(stopped.mode == .queue || stopped.candidates.first?.unit == "社区管理办")
      #expect(quality.lessons >= 1)
    }
  }

  @Test func seeded_goodLinesAreTaken_badOnesNamed() async throws {
    try await run { taught in
      let rows = [(2, "旧火车头没人管", "JZ04"), (3, "没有这条", "XX99"), (4, "", "JZ04"), (5, "又是旧火车头 13812345678", "居委会")]
        .map { SeedDispatch.Row(line: $0.0, text: $0.1, label: $0.2) }
      let first = try await SeedDispatch.run(rows, caller: taught.boss, app: taught.app)
      #expect(first.added == 2 && first.known == 0 && first.refused.map(\.line) == [3, 4])
      let again = try await SeedDispatch.run(rows, caller: taught.boss, app: taught.app)
      #expect(again.added == 0 && again.known == 2)
      let kept = try await taught.lessons()
      #expect(kept.map(\.duty) == ["JZ04", nil] && kept.allSatisfy { !$0.text.contains("13812345678") })
      let worker = taught.street.caller(.worker)
      let refused = try await refusal { _ = try await SeedDispatch.run(rows, caller: worker, app: taught.app) }
      #expect(refused?.code == "missing_right")
    }
  }

  @Test func train_otherProcess_isNoticedAndRestartsAlike() async throws {
    try await run { taught in
      let rows = (0..<60).map { number in
        SeedDispatch.Row(
          line: number + 2,
          text: number.isMultiple(of: 2) ? "月台上第\(number)只石龟被人搬走" : "钟楼顶上第\(number)面彩旗褪色",
          label: number.isMultiple(of: 2) ? "派出所" : "SR11")
      }
      let other = AppContext(store: taught.app.store, questions: .patient, followers: API.followers)
      _ = try await SeedDispatch.run(rows, caller: taught.boss, app: other)
      let report = try await TrainDispatch.run(caller: taught.boss, app: other)
      #expect(report.samples == 60 && report.labels == 2 && report.heldBack.count == 12)
      #expect(report.heldBack.accuracy == 1 && report.heldBack.top3 == 1)
      _ = try await taught.app.keepUp()
      #expect(taught.app.dispatchService.lessons == 0)
      #expect(try await taught.preview("石龟又被搬走了").candidates.first?.unit == "派出所")
      let restarted = AppContext(store: taught.app.store, questions: .patient, followers: API.followers)
      try await restarted.open()
      for text in ["石龟又被搬走了", "彩旗褪色", "楼下饭店油烟"] {
        #expect(try await taught.preview(text, restarted) == taught.preview(text))
      }
      let refused = try await refusal {
        _ = try await TrainDispatch.run(caller: taught.street.caller(.worker), app: other)
      }
      #expect(refused?.code == "missing_right")
    }
  }
}
