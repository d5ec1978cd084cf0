import Foundation

/// A place on the map in WGS 84, as the database holds it and GPS says it.
///
/// Chinese maps use shifted systems: GCJ-02 (高德, 腾讯, official maps) lies some 500 m off in Shanghai, BD-09 (百度) further. Their
/// formulas are those that are known in the field (GCJ-02 by its public reconstruction on the Krasovsky ellipsoid of 1940); what
/// goes there and back differs by less than a centimetre.
package struct Coordinates: Sendable, Equatable {
  /// In which system a point is given.
  package enum Datum: String, Sendable, CaseIterable {
    case wgs84, gcj02, bd09
  }

  /// Degrees, north and east.
  package var lat: Double
  package var lon: Double

  package init(lat: Double, lon: Double) { (self.lat, self.lon) = (lat, lon) }

  /// A point that is given in another system.
  package init(lat: Double, lon: Double, datum: Datum) {
    let given = Coordinates(lat: lat, lon: lon)
    switch datum {
    case .wgs84: self = given
    case .gcj02: self = given.fromGCJ02
    case .bd09: self = given.gcj02FromBD09.fromGCJ02
    }
  }

  /// The same point in another system.
  package func shown(in datum: Datum) -> Coordinates {
    switch datum {
    case .wgs84: self
    case .gcj02: toGCJ02
    case .bd09: toGCJ02.bd09FromGCJ02
    }
  }

  /// Outside of China nothing is shifted.
  private var isShifted: Bool { (0.8293...55.8271).contains(lat) && (72.004...137.8347).contains(lon) }

  private var toGCJ02: Coordinates {
    guard isShifted else { return self }
    let shift = shift
    return Coordinates(lat: lat + shift.lat, lon: lon + shift.lon)
  }

  /// The shift depends on the place that is looked for: found by coming nearer.
  private var fromGCJ02: Coordinates {
    guard isShifted else { return self }
    var guess = self
    for _ in 0..<12 {
      let shifted = guess.toGCJ02
      guess = Coordinates(lat: guess.lat + lat - shifted.lat, lon: guess.lon + lon - shifted.lon)
    }
    return guess
  }

  private var shift: Coordinates {
    let (x, y) = (lon - 105, lat - 35)
    let wave = 20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)
    var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
    north +=
      (wave + 20 * sin(y * .pi) + 40 * sin(y / 3 * .pi) + 160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
    var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
    east +=
      (wave + 20 * sin(x * .pi) + 40 * sin(x / 3 * .pi) + 150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
    let (radius, flatness) = (6_378_245.0, 0.006_693_421_622_965_943)
    let angle = lat / 180 * .pi
    let magic = 1 - flatness * sin(angle) * sin(angle)
    return Coordinates(
      lat: north * 180 / (radius * (1 - flatness) / (magic * magic.squareRoot()) * .pi),
      lon: east * 180 / (radius / magic.squareRoot() * cos(angle) * .pi))
  }

  private static let turn = Double.pi * 3000 / 180

  private var bd09FromGCJ02: Coordinates {
    let length = (lon * lon + lat * lat).squareRoot() + 0.00002 * sin(lat * Self.turn)
    let angle = atan2(lat, lon) + 0.000003 * cos(lon * Self.turn)
    return Coordinates(lat: length * sin(angle) + 0.006, lon: length * cos(angle) + 0.0065)
  }

  private var gcj02FromBD09: Coordinates {
    var guess = Coordinates(lat: lat - 0.006, lon: lon - 0.0065)
    for _ in 0..<12 {
      let shifted = guess.bd09FromGCJ02
      guess = Coordinates(lat: guess.lat + lat - shifted.lat, lon: guess.lon + lon - shifted.lon)
    }
    return guess
  }
}
