/// One parsed address as `menpai address parse` prints it: bare values, and a null where the text says nothing.
package struct AddressReport: Encodable, Equatable, Sendable {
  package var input: String
  /// What of the text is in none of the other fields, in order.
  package var unread: [String]
  package var district, road, lane, sublane, number, building, room, canonical: String?

  package init(input: String) {
    self.init(input: input, address: Address.parse(input))
  }

  package init(input: String, address: Address) {
    self.input = input
    district = address.district
    road = address.road
    lane = address.lane
    sublane = address.sublane
    number = address.number
    building = address.building
    room = address.room
    canonical = address.canonical
    unread = address.unread.map(\.text)
  }

  private enum CodingKeys: String, CodingKey {
    case input, district, road, lane, sublane, number, building, room, canonical, unread
  }

  /// Written by hand because the synthesized form leaves absent values out instead of saying null.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(input, forKey: .input)
    try container.encode(district, forKey: .district)
    try container.encode(road, forKey: .road)
    try container.encode(lane, forKey: .lane)
    try container.encode(sublane, forKey: .sublane)
    try container.encode(number, forKey: .number)
    try container.encode(building, forKey: .building)
    try container.encode(room, forKey: .room)
    try container.encode(canonical, forKey: .canonical)
    try container.encode(unread, forKey: .unread)
  }
}
