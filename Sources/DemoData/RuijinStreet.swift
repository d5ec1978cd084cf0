/// The sixteen committees of 瑞金二路街道 by their real names (public lists), on the roads that lie there. Which numbers
/// belong to which committee, and everything inside, is invented. Eight have three grids and eight have two: forty.
enum RuijinStreet {
  static let code = "310101023"

  static let committees: [DemoCommitteeSite] = [
    site(
      "雁荡", 3, DemoStretch("雁荡路", 1...130, shops: 2), DemoStretch("南昌路", 1...110),
      DemoStretch("淮海中路", 500...640, shops: 1.5)),
    site(
      "延中", 3, DemoStretch("进贤路", 1...110, shops: 4), DemoStretch("长乐路", 330...440),
      DemoStretch("陕西南路", 1...60), DemoStretch("巨鹿路", 100...180)),
    site("巨鹿", 3, DemoStretch("巨鹿路", 181...420), DemoStretch("进贤路", 111...180, shops: 4)),
    site("锦江", 2, DemoStretch("长乐路", 90...220, shops: 1.5), DemoStretch("茂名南路", 1...120)),
    site(
      "南昌", 3, DemoStretch("南昌路", 111...280), DemoStretch("皋兰路", 1...60),
      DemoStretch("瑞金二路", 1...60)),
    site("茂名", 3, DemoStretch("茂名南路", 121...260, shops: 1.5), DemoStretch("南昌路", 281...400)),
    site("淮中", 3, DemoStretch("淮海中路", 641...900, shops: 2), DemoStretch("南昌路", 401...460)),
    site(
      "长乐", 3, DemoStretch("长乐路", 221...329, shops: 2), DemoStretch("进贤路", 181...260, shops: 4),
      DemoStretch("陕西南路", 61...150)),
    site("香山", 2, DemoStretch("香山路", 1...80), DemoStretch("复兴中路", 380...520), DemoStretch("思南路", 1...60)),
    site("永嘉", 3, DemoStretch("永嘉路", 1...130), DemoStretch("瑞金二路", 151...260)),
    site("思南", 2, DemoStretch("思南路", 61...160), DemoStretch("复兴中路", 521...640)),
    site("陕建", 2, DemoStretch("陕西南路", 271...420), DemoStretch("建国西路", 150...300)),
    site("瑞成", 2, DemoStretch("瑞金二路", 61...150), DemoStretch("复兴中路", 641...780)),
    site("瑞兴", 2, DemoStretch("瑞金二路", 261...420), DemoStretch("建国西路", 1...149)),
    site("建德", 2, DemoStretch("建国中路", 60...200), DemoStretch("思南路", 161...240)),
    site(
      "瑞雪", 2, DemoStretch("陕西南路", 151...270), DemoStretch("绍兴路", 1...110), DemoStretch("永嘉路", 131...220)),
  ]

  private static func site(_ name: String, _ grids: Int, _ stretches: DemoStretch...) -> DemoCommitteeSite {
    DemoCommitteeSite(name: name, subdistrict: code, grids: grids, stretches: stretches)
  }
}
