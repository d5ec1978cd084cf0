/// The shapes of phrases in policies, found by the words of `PolicyWords`.
enum PolicyPhrase {
  // MARK: 下列条件

  /// 同时符合下列条件之一的 within these characters, with how its items hold together.
  static func list(in text: [Character], _ words: Range<Int>) -> (range: Range<Int>, list: PolicyList?)? {
    let said = text[words]
    for place in words {
      // 60周岁以下人员 counts nobody up.
      guard let these = PolicyWords.these.first(where: { said[place...].starts(with: $0) }),
        place == words.lowerBound || PolicyWords.beforeThese.contains(where: { said[..<place].ends(with: $0) }),
        let (counted, kind, isAnyCounted) = counted(said, from: place + these.count)
      else { continue }
      var (start, end) = (place, counted)
      let one = PolicyWords.oneOf.first { said[end...].starts(with: $0) }
      end += one?.count ?? 0
      while end < words.upperBound, "的者，".contains(said[end]) { end += 1 }
      var isTogether = false
      while let word = PolicyWords.beforeThese.first(where: { said[..<start].ends(with: $0) }) {
        isTogether = isTogether || PolicyWords.together.contains(word)
        start -= word.count
      }
      // 没有下列情形 asks for their absence; 不符合下列条件之一 may mean one or all.
      let isAbsent = kind == .conditions && PolicyWords.absence.first { said[..<start].ends(with: $0) } != nil
      if isAbsent { start -= said[..<start].ends(with: "不存在") ? 3 : 1 }
      if start > words.lowerBound, "不未无没非除".contains(said[start - 1]) { return nil }
      // 属于下列人员: one is enough; 下列条件 hold together unless it says otherwise.
      let list: PolicyList? =
        switch kind {
        case .benefits: nil
        case .people: PolicyList(isAny: true, isStated: one != nil || isAnyCounted)
        case .conditions where isAbsent: PolicyList(isAny: true, isStated: true, isDenied: true)
        case .conditions:
          PolicyList(isAny: one != nil || isAnyCounted, isStated: one != nil || isAnyCounted || isTogether)
        }
      return (start..<end, list)
    }
    return nil
  }

  private enum Counted { case conditions, people, benefits }

  /// The end of what 下列 counts up, what that is, and whether any of it is enough (下列任一条件).
  private static func counted(_ said: ArraySlice<Character>, from place: Int) -> (Int, Counted, Bool)? {
    // 下列各项条件, 以下3个条件.
    for skipped in 0...4 where place + skipped <= said.endIndex {
      let isAny = said[place..<(place + skipped)].contains("任")
      let rest = said[(place + skipped)...]
      for (kind, words) in [
        (Counted.conditions, PolicyWords.conditions), (.benefits, PolicyWords.benefits), (.people, PolicyWords.people),
      ] {
        if let word = words.first(where: { rest.starts(with: $0) }) {
          return (place + skipped + word.count, kind, isAny)
        }
      }
      guard let next = rest.first, "各项个条几种类任意何一二三四五六七八九十全部所有".contains(next) || next.isNumber else { break }
    }
    // 有下列之一的.
    let rest = said[min(place, said.endIndex)...]
    return PolicyWords.oneOf.contains { rest.starts(with: $0) } ? (place, .conditions, false) : nil
  }

  // MARK: 给予

  /// Where what is given or refused begins, behind those who are named; only when the rest is nothing else.
  static func giving(in text: [Character], _ piece: PolicyPiece) -> Int? {
    let words = text[piece.words]
    guard !piece.isAside, words.count > 2, !beginsAsBenefit(String(words)) else { return nil }
    for place in piece.words.dropFirst() {
      let rest = String(words[place...])
      if PolicyWords.denialsInside.contains(where: rest.hasPrefix), !namesSomebody(rest) { return place }
      if PolicyWords.giving.contains(where: rest.hasPrefix) { return isBenefit(rest) ? place : nil }
    }
    return nil
  }

  /// Whether it begins as what is given or how it is applied for.
  static func beginsAsBenefit(_ words: String) -> Bool {
    let bare = bare(words)
    return PolicyWords.giving.contains(where: bare.hasPrefix) || PolicyWords.procedure.contains(where: bare.hasPrefix)
  }

  /// The same, and nothing in it says who is meant.
  static func isBenefit(_ words: String) -> Bool {
    beginsAsBenefit(words) && !hasSign(words) && !namesReceiver(words)
  }

  static func hasSign(_ words: String) -> Bool {
    var words = words
    for innocent in PolicyWords.innocent { words = words.replacing(innocent, with: "") }
    return PolicyWords.conditionSigns.contains(where: words.contains)
  }

  /// 发放给独居老人, 优先的: somebody is named at the end.
  private static func namesReceiver(_ words: String) -> Bool {
    var plain = words
    for app in ["居民委员会", "居委会", "居民区", "工作人员", "为准", "受理"] { plain = plain.replacing(app, with: "") }
    for mark in ["为", "给", "向", "对"] {
      for part in plain.split(separator: Character(mark), omittingEmptySubsequences: false).dropFirst()
      where PolicyWords.somebody.contains(where: part.prefix(14).contains) {
        return true
      }
    }
    return namesSomebody(words) && !["目的", "/户", "每户", "为准的"].contains(where: words.hasSuffix)
  }

  static func namesSomebody(_ words: String) -> Bool { PolicyWords.namesSomebody.contains(where: words.hasSuffix) }

  /// 助餐服务: may be given, or may be what somebody has.
  static func isGiven(_ words: String) -> Bool { PolicyWords.benefitNouns.contains(where: words.contains) }

  /// Without the joints at the front.
  static func bare(_ words: String) -> String {
    var words = words
    for joint in ["的", "则", "并", "且", "均", "也", "，", "将", "按规定", "经核实后", "符合条件的", "符合上述条件的"] {
      if words.hasPrefix(joint), words.count > joint.count { words = String(words.dropFirst(joint.count)) }
    }
    return words
  }

  // MARK: Framing

  /// 根据《…》规定, 以下简称…, 本办法自…起施行: says nothing of anybody, to its end.
  static func isGround(_ words: String) -> Bool {
    if PolicyWords.grounds.contains(where: words.hasPrefix), let close = words.lastIndex(of: "》") {
      let rest = String(words[words.index(after: close)...])
      return rest.isEmpty || PolicyWords.groundEnds.contains(rest)
    }
    guard !hasSign(words), !PolicyWords.giving.contains(where: words.contains) else { return false }
    if PolicyWords.abbreviations.contains(where: words.hasPrefix) { return true }
    if PolicyWords.making.contains(where: words.hasPrefix) { return !namesSomebody(words) }
    return PolicyWords.papers.contains(where: words.hasPrefix) && PolicyWords.paperEnds.contains(where: words.hasSuffix)
  }

  // MARK: 除外

  /// What an exception excepts: 已入住养老机构 of 已入住养老机构的除外; nil when it is none.
  static func exception(_ words: String) -> String? {
    if let end = PolicyWords.exceptEnds.first(where: words.hasSuffix), words.count > end.count {
      let inner = String(words.dropLast(end.count))
      return PolicyWords.exceptAround.begins.first(where: inner.hasPrefix).map { String(inner.dropFirst($0.count)) }
        ?? inner
    }
    if let begin = PolicyWords.exceptBegins.first(where: words.hasPrefix), words.count > begin.count {
      return String(words.dropFirst(begin.count))
    }
    guard let begin = PolicyWords.exceptAround.begins.first(where: words.hasPrefix),
      let end = PolicyWords.exceptAround.ends.first(where: words.hasSuffix), words.count > begin.count + end.count
    else { return nil }
    return String(words.dropFirst(begin.count).dropLast(end.count))
  }

  // MARK: Conditions

  /// 其中独居的: some of those who were named, not all that must be.
  static func isOfSome(_ words: String) -> Bool {
    ["其中", "上述人员中", "上述对象中", "对其中"].contains { words.hasPrefix($0) && words.count > $0.count }
  }

  /// 满足其中两项: neither all nor any.
  static func isSomeOfSeveral(_ words: String) -> Bool { PolicyWords.someOfSeveral.contains(where: words.contains) }

  /// 优先 puts some before others; it asks for nothing.
  static func isPriority(_ words: String) -> Bool {
    ["优先", "可优先", "可以优先"].contains(where: bare(words).hasPrefix)
  }

  /// Whether it says itself that it comes on top of what was said.
  static func isAdded(_ words: String) -> Bool {
    ["申请人", "申请者", "本人", "上述人员", "同时", "还", "此外", "另外", "并", "且", "须", "应当", "必须"].contains(
      where: words.hasPrefix)
  }

  /// What a clause says once the words around it are gone; the barest first.
  static func bodies(_ words: String) -> [String] {
    var body = words
    while let lead = PolicyWords.leadIns.first(where: body.hasPrefix), body.count > lead.count {
      body = String(body.dropFirst(lead.count))
    }
    if body.hasPrefix("应"), let next = body.dropFirst().first, PolicyWords.after应.contains(next) {
      body = String(body.dropFirst())
    }
    if body == words, let before = PolicyWords.before提供.first(where: body.hasPrefix), body.count > before.count {
      return [ended(words), ended(String(body.dropFirst(before.count)))]
    }
    return body == words ? [ended(words)] : [ended(body), ended(words)]
  }

  /// Without 的 and 者 and 且 at the end.
  private static func ended(_ words: String) -> String {
    var words = words
    for end in ["均", "都", "则", "即", "并且", "且", "的", "者", "、"] where words.hasSuffix(end) && words.count > end.count {
      if end == "者", ["志愿者", "长者", "患者"].contains(where: words.hasSuffix) { continue }
      words = String(words.dropLast(end.count))
    }
    return words
  }
}

extension ArraySlice<Character> {
  fileprivate func starts(with word: String) -> Bool { starts(with: Array(word)) }

  fileprivate func ends(with word: String) -> Bool { count >= word.count && suffix(word.count).elementsEqual(word) }
}
