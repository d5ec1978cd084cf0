import FilterLanguage
import Kernel
import Testing
import TextClassifier

@Suite struct LinearModelTests {
  private static let samples: [(text: String, label: String, weight: Double)] = (0..<60).map { number in
    switch number % 3 {
    case 0: ("第\(number)个饭店的油烟很大，味道重", "环保", 1)
    case 1: ("老板拖欠工资\(number)个月，不给钱", "劳动", 1)
    default: ("公交车等了\(number)分钟还不来", "交通", 1)
    }
  }
  private let model: LinearModel

  init() throws { model = try Trainer.train(Self.samples) }

  @Test func answer_unseenText_knowsItsLabel() {
    let answer = model.answer(Evidence(text: "老板不发工资"))
    #expect(answer.ranked.first?.label == "劳动")
    #expect(abs(answer.ranked.reduce(0) { $0 + $1.share } - 1) < 1e-9)
  }

  @Test func train_twice_givesTheSameBytes() throws {
    #expect(try Trainer.train(Self.samples).encoded() == model.encoded())
  }

  @Test func train_oneLabel_isRefused() {
    #expect(throws: Problem.self) { try Trainer.train([("甲", "一", 1), ("乙", "一", 1)]) }
  }

  @Test func train_categories_pairsDecide() throws {
    let samples = (0..<200).map { number in
      let (matter, street) = (number / 2 % 2 == 0 ? "噪声" : "占道", number % 2 == 0 ? "东" : "西")
      return Sample(Evidence(categories: [matter, street]), label: (matter == "噪声") == (street == "东") ? "甲" : "乙")
    }
    let model = try Trainer.train(samples)
    #expect(model.answer(Evidence(categories: ["噪声", "西"])).ranked.first?.label == "乙")
    #expect(model.answer(Evidence(categories: ["占道", "西"])).ranked.first?.label == "甲")
  }

  @Test func encoded_thenDecoded_answersAlike() throws {
    let again = try LinearModel(decoding: model.encoded())
    #expect(again.labels == model.labels)
    for text in ["地铁太挤", "饭店油烟", "等公交车"] {
      let (before, after) = (model.shares(Evidence(text: text)), again.shares(Evidence(text: text)))
      #expect(zip(before, after).allSatisfy { abs($0 - $1) < 1e-3 })
    }
  }

  @Test func decode_damaged_isRefused() {
    let bytes = model.encoded()
    var flipped = bytes
    flipped[bytes.count / 2] ^= 1
    for bad in [flipped, Array(bytes.dropLast()), [], Array(bytes.prefix(20))] {
      #expect(throws: Problem.self) { try LinearModel(decoding: bad) }
    }
  }

  @Test func words_ofALabel_areThoseThatDecided() {
    let words = model.words(in: "昨天老板拖欠工资", for: "劳动")
    #expect(words.contains { $0.contains("工资") || $0.contains("拖欠") || $0.contains("老板") })
  }
}
