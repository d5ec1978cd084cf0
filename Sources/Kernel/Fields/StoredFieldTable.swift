extension StoredField {
  /// Every stored field. A year may lie ahead: what is planned is registered too.
  package static let table: [StoredField] = [
    StoredField(
      .buildings, "storeys", "层数", .number(1...200, isWhole: true, units: ["层", "楼"]), headers: "总层数 楼层数 地上层数"),
    StoredField(.buildings, "built", "建成年份", year),
    StoredField(
      .buildings, "lat", "纬度", .number(-90...90, isWhole: false, units: ["°", "度", "n"]),
      headers: "北纬 lat latitude 纬度坐标 WGS84纬度 高德纬度 腾讯纬度 火星纬度 GCJ02纬度 百度纬度 BD09纬度", isShown: false),
    StoredField(
      .buildings, "lon", "经度", .number(-180...180, isWhole: false, units: ["°", "度", "e"]),
      headers: "东经 lon lng longitude 经度坐标 WGS84经度 高德经度 腾讯经度 火星经度 GCJ02经度 百度经度 BD09经度", isShown: false),
    StoredField(
      .buildings, "flue", "排烟道",
      .word([
        Word("none", "无排烟道", "无 没有 没有排烟道 无烟道 未设"), Word("shared", "共用排烟道", "共用 公用 合用 公共烟道 公用排烟道 共用烟道 公共"),
        Word("own", "独用排烟道", "独用 专用 独立 独立烟道 专用排烟道 专用烟道 独立排烟道 独用烟道"),
      ]), headers: "烟道 排烟管道 专用烟道 油烟管道", isShown: false),
    StoredField(.houses, "built", "建成年份", year, headers: "建造年份 建成年代 竣工年份 建筑年代"),
    StoredField(
      .houses, "structure", "房屋结构",
      .word([
        Word("timber", "木结构", "木 木质 竹木"), Word("brick_timber", "砖木结构", "砖木"),
        Word("brick_concrete", "砖混结构", "砖混 混合 混合结构"),
        Word("concrete", "钢混结构", "钢混 钢筋混凝土 钢筋混凝土结构 框架 框架结构 剪力墙 框剪"), Word("steel", "钢结构", "钢"),
        Word("other", "其他结构", "其他 其它 简易 简易结构"),
      ]), headers: "结构 建筑结构 结构类型 房屋结构类型 建筑结构类型", isShown: false),
    StoredField(
      .houses, "floor", "所在楼层", .number(-5...200, isWhole: true, units: ["层", "楼", "f"]),
      headers: "楼层 所在层 所在层数 层次 所在层次",
      isShown: false),
  ]

  private static let year = Kind.number(1800...2200, isWhole: true, units: ["年"])
}
