import FilterLanguage

// 上个月走访超过三次的, 本周慰问过的家庭: visits by how many there were, and what for. They are on record of the home.

extension AskScanner {
  func visitsOf(at start: Int) -> AskToken? {
    let said = windows(at: start).max { $0.range.count < $1.range.count }
    let begin = text.skip(["里", "内", "一共", "总共"], at: said?.range.upperBound ?? start)
    let denied = text.end(["还没有", "还没", "没有", "没", "未"], at: begin)
    let kind = text.end(["慰问过", "慰问了", "慰问"], at: denied ?? begin)
    let visit = kind ?? text.end(["走访记录", "上门走访", "走访过", "走访", "上门", "家访", "看望"], at: begin)
    guard let visit else { return nil }
    let times = denied == nil ? times(at: visit) : nil
    guard
      times != nil
        || kind.map({ "过了".unicodeScalars.contains(text.scalars[$0 - 1]) || said != nil && denied != nil }) == true
    else { return nil }
    var parts: [Expression] = []
    if kind != nil { parts.append(.field(.purpose, .compare(.matches, .text("慰问")))) }
    if let said {
      guard case .window(let window) = said.piece, let test = denied == nil ? window.test(.back) : window.start else {
        return nil
      }
      parts.append(.field(.visitedOn, test))
    }
    let inner = Expression.conjunction(parts)
    let visits =
      times.map { Expression.count(.visits, inner, $0.op, $0.count) }
      ?? .related(denied == nil ? .any : .no, .visits, inner)
    let readings: [Subject: Expression] = [.houses: visits, .people: .related(.any, .house, visits)]
    return token(start, times?.end ?? visit, .unit(AskUnit(readings: readings, kind: .word)), cost: 9)
  }
}
