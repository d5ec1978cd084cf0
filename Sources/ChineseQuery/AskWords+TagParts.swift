import FilterLanguage

/// Names of tags taken apart, so that their parts may be said in any order and each in its usual ways: 水箱清洗逾期 is also
/// 水箱到期没洗 and 没按时清洗水箱.
///
/// Only names that fall wholly into the parts below are taken apart. A denial is always one part with what it denies
/// (没签, 到期没), so that no order of words turns a tag into its opposite. Names with a part that stands for something of
/// another subject by itself (电梯 in 电梯检验超期, which is about buildings) are left alone: 检验超期的电梯 are lifts.
struct AskTagParts: Sendable {
  /// One part in the ways that people say it, the longest first.
  struct Part: Sendable {
    let words: [[Unicode.Scalar]]
    /// Adds nothing where the rest names the tag: 楼栋, 用户.
    let isOptional: Bool
  }

  struct Match: Sendable {
    let end: Int
    /// The tags that have just these parts.
    let tags: [Vocabulary.Tag]
  }

  private static let table = """
    二次供水水箱|生活水箱|水箱
    清洗消毒|清洗|洗
    逾期未检|超期未检|过期未检|到期未检|逾期没检|超期没检|过期没检|到期没检|已经逾期|已经超期|已经过期|已逾期|已过期|已超期|逾期未|逾期没有|逾期没|超期未|超期没有|超期没|过期未|过期没有|过期没|到期还没有|到期还没|到期没有|到期没|到期未|到期了没|到期了还没|没有按时|没按时|未按时|没有按期|没按期|未按期|逾期|超期|过期
    居民燃气|天然气|燃气|煤气
    入户安检|安全检查|安检
    门责告知书|门责协议书|门责协议|门责书
    还没有签订|还没有签|没有签订|没有签|还没签订|还没签|没签订|没签|未签订|未签|尚未签订|尚未签|没签过|未签过
    外墙面|外墙
    脱落|掉落|剥落
    安全隐患|隐患|风险
    整改完|整改
    楼道里|楼道内|楼道
    堆放杂物|堆放东西|堆杂物|堆东西|堆着杂物|堆着东西|堆物
    消防设施|消防设备
    失效|损坏|坏了|坏掉|不能用|用不了|失灵|故障
    垃圾分类
    不达标|没达标|未达标|没有达标|不合格
    高空坠物
    独居老人
    用水异常|用水有异常|水表异常|水表预警|水表报警
    接种疫苗|疫苗接种|打疫苗|种疫苗|接种
    儿童|孩子|小孩|小朋友
    走访
    食品经营许可证|食品经营许可|食品许可证|食品许可
    许可证照|证照
    仍在营业|还在营业|仍然营业|依然营业|照样营业|仍营业|还营业|还开着|还开门
    瓶装液化气|瓶装气|瓶装燃气
    预备期已满|预备期满了|预备期满
    待转正|还没转正|还没有转正|没转正|没有转正|未转正|尚未转正
    业委会
    任期
    已届满|已经届满|届满
    复核
    救助
    津贴升档|津贴升级|升档
    次月|下个月|下月
    """

  private static let optional = "楼栋|居民|用户|点位|的楼|户"

  /// Words between parts that say nothing of their own.
  private static let glue = ["还有", "存在", "里有", "内有", "的", "有", "了", "又", "都", "已", "还", "做", "进行"]

  private var parts: [Part] = []
  private var byFirst: [Unicode.Scalar: [(word: [Unicode.Scalar], part: Int)]] = [:]
  private var tags: [Set<Int>: [Vocabulary.Tag]] = [:]

  /// No tags.
  init() {}

  /// - Parameter isOfOthers: whether a word stands by itself for something that this subject is not.
  init(_ vocabulary: Vocabulary, isOfOthers: (String, Subject) -> Bool) {
    for (line, isOptional) in AskWords.lines(Self.table).map({ ($0, false) })
      + AskWords.split(Self.optional).map({ ($0, true) })
    {
      let words = AskWords.split(line).map { AskText.fold($0) }.sorted { $0.count > $1.count }
      parts.append(Part(words: words, isOptional: isOptional))
    }
    for (number, part) in parts.enumerated() {
      for word in part.words {
        if let first = word.first { byFirst[first, default: []].append((word, number)) }
      }
    }
    for first in byFirst.keys { byFirst[first]?.sort { $0.word.count > $1.word.count } }
    for tag in vocabulary.tags {
      guard let subject = Subject.searchable.first(where: { $0.tagSubject == tag.subject }) else { continue }
      for name in [tag.name] + tag.aliases {
        guard let key = key(of: AskText.fold(name)), key.count > 1, !(tags[key] ?? []).contains(tag) else { continue }
        let words = key.flatMap { parts[$0].words }.map { String(String.UnicodeScalarView($0)) }
        if words.contains(where: { isOfOthers($0, subject) }) { continue }
        tags[key, default: []].append(tag)
      }
    }
  }

  /// The parts of a name; nil when something is left over.
  private func key(of name: [Unicode.Scalar]) -> Set<Int>? {
    var (at, found): (Int, Set<Int>) = (0, [])
    while at < name.count {
      let next = (byFirst[name[at]] ?? []).first { entry in
        at + entry.word.count <= name.count && entry.word.indices.allSatisfy { name[at + $0] == entry.word[$0] }
      }
      guard let next else { return nil }
      if !parts[next.part].isOptional { found.insert(next.part) }
      at += next.word.count
    }
    return found
  }

  /// The stretches from `start` on that hold all the parts of a tag, each once, and nothing else.
  func matches(at start: Int, in text: AskText) -> [Match] {
    var matches: [Match] = []
    var (at, found): (Int, Set<Int>) = (start, [])
    while at < text.count, found.count < 6 {
      guard let next = (byFirst[text.scalars[at]] ?? []).first(where: { text.starts($0.word, at: at) }) else {
        guard !found.isEmpty, let after = text.end(Self.glue, at: at) else { break }
        at = after
        continue
      }
      if !parts[next.part].isOptional {
        guard found.insert(next.part).inserted else { break }
      } else if found.isEmpty {
        break
      }
      at += next.word.count
      if found.count > 1, let tags = tags[found] { matches.append(Match(end: at, tags: tags)) }
    }
    return matches
  }
}

extension AskScanner {
  /// A tag by its parts. Where two tags of a subject have the same parts nothing is found: the sentence is refused, and
  /// both are suggested.
  func tagParts(at start: Int) -> [AskToken] {
    words.tagParts.matches(at: start, in: text).compactMap { match in
      var readings: [Subject: Expression] = [:]
      for tag in match.tags {
        guard let subject = Subject.searchable.first(where: { $0.tagSubject == tag.subject }) else { continue }
        if readings[subject] != nil { return nil }
        readings[subject] = .tag(code: tag.code)
      }
      return token(start, match.end, .unit(AskUnit(readings: readings, kind: .tag)))
    }
  }
}

extension AskWords {
  /// 独生子女死亡或伤残家庭特扶对象: two names that begin and end alike, said once, are either.
  mutating func addSharedNames(_ vocabulary: Vocabulary) {
    var byHead: [[Unicode.Scalar]: [Vocabulary.Tag]] = [:]
    for tag in vocabulary.tags where !tag.name.contains(where: \.isNumber) {
      byHead[Array(tag.name.unicodeScalars.prefix(2)), default: []].append(tag)
    }
    for group in byHead.values where group.count > 1 {
      for one in group {
        for other in group where other != one && other.subject == one.subject { addEither(one, other) }
      }
    }
  }

  private mutating func addEither(_ one: Vocabulary.Tag, _ other: Vocabulary.Tag) {
    let (left, right) = (Array(one.name.unicodeScalars), Array(other.name.unicodeScalars))
    let head = zip(left, right).prefix { $0 == $1 }.count
    let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    guard head >= 2, tail >= 2, head + tail < min(left.count, right.count),
      let subject = Subject.searchable.first(where: { $0.tagSubject == one.subject })
    else { return }
    let either = Expression.or([.tag(code: one.code), .tag(code: other.code)])
    let unit = AskUnit(readings: [subject: either], kind: .tag, isNoun: Self.isNoun(one.name))
    let first = String(String.UnicodeScalarView(left.dropLast(tail)))
    let second = String(String.UnicodeScalarView(right.dropFirst(head)))
    for join in ["或", "或者", "和", "与", "及", "、"] { add(first + join + second, unit: unit) }
  }
}
