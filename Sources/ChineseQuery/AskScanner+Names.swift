import FilterLanguage

extension AskScanner {
  private static let nameLeads: [(Subject, Operator, [String])] = [
    (.people, .equal, ["姓名叫", "姓名是", "姓名为", "名字叫", "名字是", "名字为", "名叫", "叫做", "叫"]),
    (.shops, .equal, ["店名是", "店名为", "店名叫"]),
    (.people, .matches, ["名字里有", "名字里带", "名字中有", "名字带", "名字含", "姓名里有", "姓名中有", "姓名包含", "姓名含有", "姓名含", "姓名带"]),
    (.shops, .matches, ["店名里有", "店名里带", "店名中有", "店名包含", "店名含有", "店名含", "店名带", "店名有", "店铺名称包含", "店铺名称含"]),
  ]

  /// 名字里有“王”, 叫“王建国”: a name or a part of one, in quotation marks. A family name cannot be asked for.
  func names(at start: Int) -> [AskToken] {
    for (subject, op, leads) in Self.nameLeads {
      guard let lead = text.end(leads, at: start), lead < text.count, text.scalars[lead] == "“",
        let close = text.scalars[(lead + 1)...].firstIndex(where: { $0 == "”" || $0 == "“" }),
        (lead + 2...lead + 21).contains(close)
      else { continue }
      let name = text.span((lead + 1)..<close).text
      let condition = Expression.field(.name, .compare(op, .text(name)))
      let end = text.skip(["这个字", "两个字", "这两个字", "的字", "字"], at: close + 1)
      return [token(start, end, .unit(AskUnit(readings: [subject: condition], kind: .word)))]
    }
    return []
  }
}
