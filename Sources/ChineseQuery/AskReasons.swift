import FilterLanguage

/// Words that people use and that no question can answer, or only by choosing: why, and what can be asked instead.
///
/// They are looked for only where a stretch was not understood; none of them ever means something by itself.
struct AskReasons {
  struct Reason: Hashable {
    let range: Range<Int>
    let detail: String
    let suggestions: [String]
  }

  let text: AskText
  let vocabulary: Vocabulary

  /// words # why # what may be asked instead.
  private static let table = """
    顶楼|顶层|最高层|最高一层#房屋的楼层和整幢楼的层数不能相比，请说明在几楼#6楼以上
    低楼层|高楼层|高层住户|几楼#请说明在几楼，例如：6楼以上#6楼以上
    楼上|楼下|对门|隔壁|对面|邻居#没有登记谁在谁的楼上楼下或隔壁，可以写出门牌来查，例如：雁荡路38弄1号#
    同一门洞|同一个门洞|同门洞|同一楼道|同一栋楼|同一幢楼|同楼道|同一个楼#不能按“和谁同一门洞”来查，可以写出门牌，例如：雁荡路38弄1号#
    附近|旁边|周边|周围|边上|方圆|公里|千米|交界|路口#楼栋登记了经纬度，但问句不能按距离查，可以按路、弄、小区、居民区来查#
    反映人|投诉人|举报人|诉求人|来电人|求助人|申诉人|反映者|投诉者|举报者|报修人#不能按反映人是谁来查工单，可以查涉及谁的工单，例如：涉及独居老人的工单#
    延期#没有登记是否延期，可以查超期的#
    半夜|深夜|夜里|凌晨|早上|下午#反映的时间只能按日期查，不能按钟点查#
    按月|按季度|按周|按年|逐月#不能按时间分组，可以分别来查，例如：上个月、本月#
    虚岁#年龄都按周岁算，请说周岁，例如：90周岁#
    没留电话|没有电话|无电话|没电话|缺电话|没有手机#电话加密保存，查不了谁没有电话，可以查失效的#联系电话失效
    月收入|年收入|收入|工资|退休金|养老金|存款|有钱|没钱|低收入#没有登记收入和存款，可以按救助的标签来查#低保人员|最低生活保障边缘家庭|特困人员
    已婚|未婚|结婚|离婚|离异|单身|配偶|老伴|没结婚#没有登记婚姻状况，只登记了丧偶#丧偶
    单亲#只有“单亲困难母亲”的名册#单亲困难母亲
    老公房|公房#公房有三种，请说明是哪一种#售后公房|直管公房|系统公房
    无业|没工作|没有工作|待业|下岗|失业在家#没有工作的说法有几种，请说明是哪一种#登记失业人员|就业困难人员|重残无业人员
    两劳|刑满释放|刑释|劳改#没有这样的名册，可以查安置帮教对象#安置帮教对象
    归侨|华侨#归侨和侨眷在同一名册#归侨侨眷
    台胞|台湾人#台胞和台属在同一名册#台胞台属
    香港人|澳门人|台湾居民|港澳居民|香港|澳门|台湾|港澳#香港、澳门、台湾的居民登记为一类#港澳台居民
    农村户口|农业户口|集体户口|蓝印户口|居民户口|城镇户口#户籍只登记了本市、外省市、港澳台、外籍#本市户籍|外省市户籍
    中年人|中年妇女|中年|青少年|大龄青年|幼儿|小姑娘|壮年|年轻#请说明年龄范围，例如：45到59岁#
    寡妇#没有这个说法，请说丧偶#丧偶的女性
    鳏夫#没有这个说法，请说丧偶#丧偶的男性
    教师|老师|医生|律师|警察|护士|会计|工程师|家庭主妇|全职妈妈|职业#没有登记职业#
    户主#没有登记户主，只登记了业主、家属和租客#业主
    网格员#没有网格员的名册，可以查微网格长#微网格长
    楼长#没有楼长的名册，可以查楼组长#楼组长
    党代表|人大代表|政协委员#几种代表在同一名册#两代表一委员
    学生|小学生|初中生|中学生|高中生|大学生|上小学|上学#没有登记在哪里上学，只登记了是否在校#在校学生
    来沪务工人员|外来务工人员|务工人员|农民工|务工|打工#没有登记来做什么，可以查来沪人员#来沪人员
    网约车|快车司机|司机#几种新就业形态在同一名册#新就业形态劳动者
    失能失智|半失能|半自理|生活不能自理|不能自理|自理|失能|卧床#失能按照护评估的等级登记，失智另有名册，请说明是哪一种#长护险评估2-6级老人|认知障碍老人
    失智|痴呆#失智按名册登记#认知障碍老人
    糖尿病|高血压|慢性病|慢病|三高#没有按病种登记，高血压和糖尿病在同一名册#高血压糖尿病随访对象
    癌症|癌|心脏病|中风|脑梗|肿瘤|尿毒症#没有按病种登记#重大疾病患者
    身高|体重|血型|视力不好|听力不好|身体不好#没有登记身体状况，可以按残疾类别来查#视力残疾人|听力言语残疾人|肢体残疾人
    养猫|猫#只登记养犬，没有登记养猫#养犬登记户
    汽车|轿车|车牌|有车|停车位#没有登记车辆#
    脱贫|贫困户|贫困|困难群众|困难家庭|困难户|困难老人#困难的说法有几种，请说明是哪一种#低保人员|特困人员|最低生活保障边缘家庭|刚性支出困难家庭
    留守儿童|留守#没有留守儿童的名册，可以查困境儿童#困境儿童
    左右|大约|大概|差不多#请说清楚范围，例如：78到82岁#
    很久|好久|长期没|长时间|经常|常常|多次|偶尔|有时#请说明多长时间，例如：三个月没有走访#
    国庆节后|国庆后|春节后|过年后|中秋节后|中秋后|元旦后|五一后|节后|放假后#假期之后从哪天算起说法不一，请说出日期，例如：10月8日以来#
    小饭店|小餐馆|小店铺|小店家|大店|大饭店|小超市|小公司#没有登记店的大小，可以直接说业态或面积#
    最近|近来|近期|这阵子|前一阵|这段时间#请说明多长时间，例如：近30天#近30天
    几点|营业时间段#只登记了打烊时间，可以说：23点以后打烊#
    不满意|很满意|满意|不太满意#满意度按1到5分登记，请说分数，例如：满意度2分以下#
    日本|韩国|美国|英国|法国|德国|国籍#没有登记国籍，可以查外籍人员#外籍人员
    孙子|孙女|孙辈|外孙|儿子|女儿|媳妇|女婿|父母|爸妈|爸爸|妈妈|祖孙|兄弟|姐妹#没有登记谁是谁的什么人，可以查同住的人，例如：跟未成年人同住的老人#
    我们居委|阿拉居委|我居委|居委会|居委|居民区#请说明是哪一个居民区，例如：延中居委会#
    刚刚|不久前|不久|最近几天#请说明多长时间，例如：近30天#近30天
    红头发|漂亮|帅|喜欢|爱好|性格#没有登记这样的情况#
    蓝色|红色|黄色|绿色|白色|黑色|灰色#没有登记颜色#
    """

  private static let entries: [(words: [[Unicode.Scalar]], detail: String, suggestions: [String])] =
    AskWords.lines(table).compactMap { line in
      let cells = line.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3 else { return nil }
      return (AskWords.split(cells[0]).map { AskText.fold($0) }, cells[1], AskWords.split(cells[2]))
    }

  /// The reason that stands over an unknown stretch; the longest words win.
  func reason(_ stretch: Range<Int>) -> Reason? {
    let special =
      familyName(stretch) ?? fullName(stretch) ?? storey(stretch) ?? birthday(stretch) ?? distance(stretch)
      ?? door(stretch)
    if let special { return special }
    var best: Reason?
    for entry in Self.entries {
      for word in entry.words {
        guard let range = place(word, over: stretch), range.count > best?.range.count ?? 0,
          entry.suggestions.allSatisfy(isKnown)
        else { continue }
        best = Reason(range: range, detail: said(range, entry.detail), suggestions: entry.suggestions)
      }
    }
    return best
  }

  /// Suggestions that are no names of tags.
  private static let plain: Set<String> = [
    "6楼以上", "丧偶", "业主", "在校学生", "近30天", "丧偶的女性", "丧偶的男性", "本市户籍", "外省市户籍",
  ]

  /// The name of a tag is only told to whoever may know of the tag.
  private func isKnown(_ suggestion: String) -> Bool {
    Self.plain.contains(suggestion) || !vocabulary.tags(named: suggestion).isEmpty
  }

  private func said(_ range: Range<Int>, _ detail: String) -> String { "“\(text.span(range).text)”：\(detail)" }

  private func place(_ word: [Unicode.Scalar], over stretch: Range<Int>) -> Range<Int>? {
    let low = max(0, stretch.lowerBound - word.count + 1)
    let high = min(stretch.upperBound - 1, text.count - word.count)
    guard low <= high, let start = (low...high).first(where: { text.starts(word, at: $0) }) else { return nil }
    return start..<(start + word.count)
  }

  // MARK: what has a number or a name in it

  /// 姓王的.
  private func familyName(_ stretch: Range<Int>) -> Reason? {
    guard let range = place(AskText.fold("姓"), over: stretch), range.upperBound < text.count,
      text.end(["名", "氏"], at: range.upperBound) == nil
    else { return nil }
    let start = text.end(["都", "是", "为"], at: range.upperBound) ?? range.upperBound
    guard start < text.count else { return nil }
    let end = text.skip(["的", "氏"], at: start + 1)
    return Reason(
      range: range.lowerBound..<end, detail: "只登记了完整的姓名，不能按姓查，可以查名字里有某个字的",
      suggestions: ["名字里有“\(text.span(start..<(start + 1)).text)”的"])
  }

  /// 叫王建国的人: where a name ends, only quotation marks tell.
  private func fullName(_ stretch: Range<Int>) -> Reason? {
    let near = max(0, stretch.lowerBound - 4)..<stretch.upperBound
    let leads = ["姓名叫", "姓名是", "姓名为", "名字叫", "名字是", "名字为", "名叫", "叫做", "叫"].map { AskText.fold($0) }
    guard let lead = leads.lazy.compactMap({ place($0, over: near) }).first,
      let end = text.scalars[lead.upperBound...].firstIndex(of: "的"), (2...4).contains(end - lead.upperBound),
      lead.lowerBound <= stretch.lowerBound, stretch.lowerBound < end
    else { return nil }
    let name = text.span(lead.upperBound..<end).text
    return Reason(range: lead.lowerBound..<end, detail: "姓名要加引号", suggestions: ["叫“\(name)”"])
  }

  /// 3楼, 六层的老人.
  private func storey(_ stretch: Range<Int>) -> Reason? {
    for start in max(0, stretch.lowerBound - 1)..<stretch.upperBound {
      guard let number = text.number(at: start), let end = text.end(["楼", "层"], at: number.end),
        start < stretch.upperBound, number.end > stretch.lowerBound
      else { continue }
      let after = AskComparison.suffix(text, at: end)?.end ?? end
      return Reason(
        range: start..<after, detail: "“楼”说的是房屋在几楼，“层”说的是整幢楼有几层",
        suggestions: ["\(number.value)楼的", "\(number.value)层的楼"])
    }
    return nil
  }

  /// 生日在3月5日.
  private func birthday(_ stretch: Range<Int>) -> Reason? {
    let near = max(0, stretch.lowerBound - 8)..<min(text.count, stretch.upperBound + 8)
    let words = ["生日在", "生日是", "生日为", "过生日", "生日"].map { AskText.fold($0) }
    guard let range = words.lazy.compactMap({ place($0, over: near) }).first else { return nil }
    return Reason(range: range, detail: "不能只按月日查生日，可以按带年份的出生日期，或者按满多少周岁来查", suggestions: [])
  }

  /// 3号 without a road before it.
  private func door(_ stretch: Range<Int>) -> Reason? {
    guard let number = text.number(at: stretch.lowerBound),
      let end = text.end(["号楼", "号", "弄", "室", "幢", "栋"], at: number.end), number.end > stretch.lowerBound
    else { return nil }
    return Reason(
      range: stretch.lowerBound..<end, detail: "门牌要连着路名写，例如：雁荡路38弄1号", suggestions: [])
  }

  /// 500米内.
  private func distance(_ stretch: Range<Int>) -> Reason? {
    for start in stretch {
      guard let number = text.number(at: start), let end = text.end(["米", "公里", "千米", "里路"], at: number.end) else {
        continue
      }
      let range = start..<text.skip(["以内", "之内", "范围内", "范围", "内"], at: end)
      return Reason(
        range: range, detail: "楼栋登记了经纬度，但问句不能按距离查，可以按路、弄、小区、居民区来查",
        suggestions: [])
    }
    return nil
  }
}
