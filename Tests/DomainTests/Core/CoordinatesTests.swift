import Foundation
import Kernel
import Testing

@Suite struct CoordinatesTests {
  /// Metres between two points that are near each other.
  private func distance(_ a: Coordinates, _ b: Coordinates) -> Double {
    let north = (a.lat - b.lat) * 111_320
    let east = (a.lon - b.lon) * 111_320 * cos(a.lat / 180 * .pi)
    return (north * north + east * east).squareRoot()
  }

  /// Points of Shanghai as maps of the three systems have them, known from the formulas' public implementations.
  @Test func shift_ofShanghai_isThatOfTheMaps() {
    let bund = Coordinates(lat: 31.2397, lon: 121.4908)
    let gcj = bund.shown(in: .gcj02)
    #expect(abs(gcj.lat - 31.237711) < 0.0002 && abs(gcj.lon - 121.495283) < 0.0002)
    #expect((400...700).contains(distance(bund, gcj)))
    #expect((1000...1500).contains(distance(bund, bund.shown(in: .bd09))))
  }

  @Test(arguments: Coordinates.Datum.allCases)
  func thereAndBack_isTheSamePlace(datum: Coordinates.Datum) {
    for lat in stride(from: 30.7, through: 31.8, by: 0.1) {
      for lon in stride(from: 120.9, through: 121.9, by: 0.1) {
        let place = Coordinates(lat: lat, lon: lon)
        let shown = place.shown(in: datum)
        #expect(distance(place, Coordinates(lat: shown.lat, lon: shown.lon, datum: datum)) < 0.01)
      }
    }
  }

  @Test func abroad_nothingIsShifted() {
    let paris = Coordinates(lat: 48.8566, lon: 2.3522)
    #expect(paris.shown(in: .gcj02) == paris && Coordinates(lat: 48.8566, lon: 2.3522, datum: .gcj02) == paris)
  }
}
