import Kernel

extension HouseEntry {
  /// Coordinates as the database has them, whatever system the row gives them in. A point that is not whole, or lies elsewhere
  /// than in China, is left out and stays visible beside the row.
  mutating func place(_ row: RowCells, _ findings: inout RowFindings) {
    guard let (north, east) = Self.fields, stored[north] != nil || stored[east] != nil else { return }
    let (lat, lon) = (stored[north]?.number, stored[east]?.number)
    (stored[north], stored[east]) = (nil, nil)
    func leaveOut(_ code: String, _ field: ImportField, _ detail: String) {
      findings.add(.sound, code, row.header(field), detail + "，坐标未导入")
      for field in [north, east].map({ ImportField($0) }) {
        if let text = row[field] { kept.append(KeptValue(field.rawValue, text)) }
      }
    }
    guard let lat, let lon else {
      return leaveOut("coordinates_incomplete", ImportField(lat == nil ? north : east), "经度、纬度要成对填写")
    }
    guard let datum = Self.datum(row) else {
      return leaveOut("unknown_datum", .datum, "不认识坐标系「\(row[.datum]?.prefix(20) ?? "")」，应为 WGS84、GCJ-02 或 BD-09")
    }
    let place = Coordinates(lat: lat, lon: lon, datum: datum)
    guard Self.china.lat.contains(lat), Self.china.lon.contains(lon) else {
      return leaveOut("coordinates_elsewhere", ImportField(north), "坐标不在国内，经纬度可能写反了")
    }
    stored[north] = .number(Self.rounded(place.lat))
    stored[east] = .number(Self.rounded(place.lon))
  }

  private static let fields: (StoredField, StoredField)? = {
    guard let lat = StoredField.named("lat", of: .buildings), let lon = StoredField.named("lon", of: .buildings) else {
      return nil
    }
    return (lat, lon)
  }()

  private static let china = (lat: 3.0...54.0, lon: 73.0...136.0)

  /// What the column says, else what the header of the coordinates says (百度经度), else WGS 84. - Returns: nil for what nobody knows.
  private static func datum(_ row: RowCells) -> Coordinates.Datum? {
    if let text = row[.datum] { return datum(in: text) }
    let header = fields.map { row.header(ImportField($0.1)) } ?? ""
    return datum(in: header) ?? .wgs84
  }

  private static func datum(in text: String) -> Coordinates.Datum? {
    let folded = String(text.uppercased().filter { $0.isLetter || $0.isNumber })
    let words: [(Coordinates.Datum, [String])] = [
      (.gcj02, ["GCJ02", "GCJ", "火星", "高德", "腾讯", "国测局"]), (.bd09, ["BD09", "BD", "百度"]),
      (.wgs84, ["WGS84", "WGS", "GPS", "CGCS2000", "国家2000", "2000国家", "大地坐标"]),
    ]
    return words.first { $0.1.contains(where: folded.contains) }?.0
  }

  /// A centimetre is the seventh decimal.
  private static func rounded(_ degrees: Double) -> Double { (degrees * 1e7).rounded() / 1e7 }
}

extension StoredValue {
  fileprivate var number: Double? { if case .number(let number) = self { number } else { nil } }
}
