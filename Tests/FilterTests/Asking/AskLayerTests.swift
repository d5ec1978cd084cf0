import ChineseQuery
import FilterLanguage
import Testing

@Suite struct AskLayerTests {
  private func refusal(_ sentence: String, _ vocabulary: Vocabulary? = nil) throws -> AskRefusal? {
    let asking = Asking(vocabulary: try vocabulary ?? AskWorld.vocabulary(), gazetteer: AskWorld.gazetteer)
    do {
      _ = try asking.read(sentence, asOf: AskWorld.today)
      return nil
    } catch let refusal as AskRefusal { return refusal }
  }

  @Test func read_slipOfThePen_isRefusedAndTheWordSuggested() throws {
    for (sentence, word, mended) in [
      ("独具老人80岁以上", "独居老人", "独居老人80岁以上"), ("低宝人员名单", "低保人员", "低保人员名单"), ("走放过的孤老", "走访过", "走访过的孤老"),
      ("重度惨疾人", "重度残疾人", "重度残疾人"), ("长了路上的商铺", "长乐路", "长乐路上的商铺"),
    ] {
      let found = try #require(try refusal(sentence))
      #expect(found.parts.first?.suggestions.first == word, "\(sentence)")
      #expect(found.detail.contains("“\(mended)”"), "\(sentence): \(found.detail)")
    }
  }

  @Test func read_twoSlips_areMendedTogether() throws {
    let found = try #require(try refusal("独具老人和低宝人员"))
    #expect(found.parts.count == 2 && found.detail.contains("“独居老人和低保人员”"))
  }

  @Test func read_traditionalScript_keepsPlacesAndQuotesWhatWasTyped() throws {
    let found = try #require(try refusal("獨居老人的貓咪"))
    #expect(found.parts.first?.span.text.contains("貓") == true)
    #expect(found.parts.first?.span.position == 5)
  }

  @Test func read_whatNoQuestionCanAnswer_saysWhyAndWhatCanBeAsked() throws {
    for (sentence, part, suggestion) in [
      ("姓王的楼组长", "姓王的", "名字里有“王”的"), ("叫王建国的人", "叫王建国", "叫“王建国”"),
      ("住在顶楼的老人", "顶楼", "6楼以上"),
      ("老公房里的老人", "老公房", "售后公房"), ("无业人员", "无业", "登记失业人员"), ("没留电话的独居老人", "没留电话", "联系电话失效"),
    ] {
      let found = try #require(try refusal(sentence)?.parts.first)
      #expect(found.span.text == part && found.suggestions.contains(suggestion), "\(sentence): \(found)")
      let letters = Array(sentence)
      let mended =
        String(letters[..<found.span.position]) + suggestion
        + String(letters[(found.span.position + found.span.length)...])
      #expect(try refusal(mended) == nil, "\(mended)")
    }
    for sentence in ["附近500米的商铺", "生日在3月5日的老人", "楼上漏水的房子", "同一门洞的老人", "虚岁九十的老人"] {
      #expect(try refusal(sentence) != nil)
    }
  }

  @Test func read_restrictedTag_isNoSuggestionWithoutTheRight() throws {
    let all = try AskWorld.vocabulary()
    let open = Vocabulary(tags: all.tags.filter { $0.code != "SF002" }, datasets: all.datasets)
    #expect(try refusal("刑满释放人员")?.parts.first?.suggestions == ["安置帮教对象"])
    let found = try #require(try refusal("刑满释放人员", open))
    #expect(!found.detail.contains("帮教") && !found.parts.contains { "\($0)".contains("帮教") })
  }

  @Test func read_lightVerbAlone_meansNothing() throws {
    for sentence in ["享受", "持有的人", "今年领", "所住", "认定为的人", "性质为", "一家不止一个", "没给狗打疫苗的人家", "没转正的党员"] {
      #expect(try refusal(sentence) != nil, "\(sentence)")
    }
  }

  @Test func read_blanksBeyondTheLimit_areRefused() throws {
    #expect(try refusal(String(repeating: " ", count: 500) + "老人") != nil)
  }

  @Test func read_everyNameOfATag_isTheTag() throws {
    let (vocabulary, asking) = (try AskWorld.vocabulary(), try AskWorld.asking())
    for tag in vocabulary.tags where !tag.name.contains("岁") {
      guard let subject = Subject.searchable.first(where: { $0.tagSubject == tag.subject }) else { continue }
      for word in [tag.name] + tag.aliases where !word.contains("岁") && word != "婴幼儿" && word != "未成年人" {
        let reading = try? asking.read("\(word)的\(subject.title)", asOf: AskWorld.today)
        #expect(reading?.subject == subject && reading?.expression == .tag(code: tag.code), "\(word)")
      }
    }
  }
}
