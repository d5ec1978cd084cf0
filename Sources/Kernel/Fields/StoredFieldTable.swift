extension StoredField {
  /// Every stored field. A year may lie ahead: what is planned is registered too.
  package static let table: [StoredField] = [
    StoredField(
      .buildings, "storeys", "层数", .number(1...200, isWhole: true, units: ["层", "楼"]), headers: "总层数 楼层数 地上层数"),
    StoredField(.buildings, "built", "建成年份", year, headers: "", isShown: true),
    StoredField(.houses, "built", "建成年份", year, headers: "建造年份 建成年代 竣工年份 建筑年代"),
  ]

  private static let year = Kind.number(1800...2200, isWhole: true, units: ["年"])
}
