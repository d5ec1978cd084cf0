import Addresses

/// How people call a shop: 兰州拉面(瑞金店) is 兰州拉面, 上海小满餐饮管理有限公司 is 小满餐饮.
enum ShopNames {
  private static let heads = ["上海市", "上海", "黄浦区", "卢湾区"]
  private static let tails = [
    "个体工商户", "股份有限公司", "有限责任公司", "有限公司", "分公司", "旗舰店", "专卖店", "总店", "分店", "管理", "服务", "经营部",
  ]

  /// Folded, the longest first; without those that say nothing.
  static func spoken(_ name: String) -> [String] {
    let whole = AddressFolding.fold(name)
    var bare = whole
    if let open = bare.firstIndex(of: "(") { bare = String(bare[..<open]) }
    var changed = true
    while changed {
      changed = false
      for head in heads where bare.hasPrefix(head) && bare.count > head.count + 1 {
        bare.removeFirst(head.count)
        changed = true
      }
      for tail in tails where bare.hasSuffix(tail) && bare.count > tail.count + 1 {
        bare.removeLast(tail.count)
        changed = true
      }
    }
    var names = [whole, bare]
    // 阿婆记面馆 is also 阿婆记; two letters alone would be found everywhere.
    for tail in TradeWords.shops where bare.hasSuffix(tail) && bare.count - tail.count >= 4 {
      names.append(String(bare.dropLast(tail.count)))
      break
    }
    return Set(names).filter { $0.count >= 3 && !isCommon($0) }.sorted { ($1.count, $0) < ($0.count, $1) }
  }

  private static let common: Set<String> = Set(TradeWords.lines.flatMap { $0.split(separator: " ").map(String.init) })

  private static func isCommon(_ name: String) -> Bool { common.contains(name) }
}
