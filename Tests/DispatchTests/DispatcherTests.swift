import FilterLanguage
import Testing
import TextClassifier

@Suite struct DispatcherTests {
  private let duties = [
    Duty(code: "WY01", category: "物业管理", subcategory: "物业服务", keywords: [["物业"]], unit: "房管所"),
    Duty(
      code: "HJ07", category: "噪声", subcategory: "夜间施工", keywords: [["施工"], ["夜间", "施工"]], unless: ["室内"], unit: "城管中队"),
    Duty(code: "XF05", category: "消防", subcategory: "消防通道", keywords: [["消防"]], unit: "消防救援站"),
    Duty(code: "ZX06", category: "咨询", subcategory: "职责不清兜底", keywords: [["*"]], unit: "城运中心"),
  ]
  private var dispatcher: Dispatcher { Dispatcher(duties: duties) }

  @Test func propose_keywordOfADuty_namesUnitAndWord() throws {
    let candidate = try #require(dispatcher.propose("物业不管事").candidates.first)
    #expect(candidate.unit == "房管所")
    #expect(candidate.reasons == ["命中关键词“物业”，属于“物业管理—物业服务”（WY01）"])
  }

  @Test func propose_twoWordsTogether_areSurerThanOne() throws {
    let one = try #require(dispatcher.propose("外面施工").candidates.first)
    let two = try #require(dispatcher.propose("外面夜间施工").candidates.first)
    #expect(two.confidence > one.confidence)
  }

  @Test func propose_contraryWord_strikesTheDuty() {
    #expect(dispatcher.propose("夜间施工").candidates.first?.duty == "HJ07")
    #expect(!dispatcher.propose("夜间室内施工").candidates.map(\.duty).contains("HJ07"))
  }

  @Test(arguments: ["我住消防新村12号，请回电", "我在上海消防器材有限公司上班", "消防路88弄有人吗"])
  func propose_wordInAddressOrCompany_isNoEvidence(text: String) {
    #expect(dispatcher.propose(text).candidates.map(\.duty) == ["ZX06"])
  }

  @Test func propose_nothingFits_fallbackThatIsNeverSent() throws {
    let proposal = dispatcher.propose("今天天气好")
    #expect(proposal.candidates.map(\.duty) == ["ZX06"])
    #expect(!DispatchPolicy.untried.sends(proposal))
  }

  @Test func propose_modelFromTickets_speaksWhereNoWordDoes() throws {
    let texts = [("楼下放炮声音响", "HJ07"), ("保洁阿姨不来", "WY01")]
    let samples = (0..<400).map { (text: texts[$0 % 2].0, label: texts[$0 % 2].1, weight: 1.0) }
    let taught = dispatcher.with(try Trainer.train(samples), share: 0.6)
    let candidate = try #require(taught.propose("保洁阿姨又不来了").candidates.first)
    #expect(candidate.duty == "WY01")
    #expect(candidate.reasons.contains { $0.contains("以往派作") })
  }

  @Test func propose_sayings_speakWhereNoWordOfTheListDoes() throws {
    let taught = Dispatcher(duties: duties, sayings: ["XF05": ["救火车开不进来", "黄线里停满汽车"], "WY01": ["管家不理人"]])
    #expect(dispatcher.propose("救火车进不来").candidates.map(\.duty) == ["ZX06"])
    let candidate = try #require(taught.propose("救火车进不来").candidates.first)
    #expect(candidate.duty == "XF05" && !DispatchPolicy.untried.sends(taught.propose("救火车")))
  }
}
