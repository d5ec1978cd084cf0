/// A number in an address with the word behind it: 372弄, 24号-27号, 5-201, 二支弄, A座, 临5号.
struct AddressToken {
  /// The words that say what a number counts, in the order from large to small.
  enum Marker: Int {
    case lane = 1
    case sublane, number, building, unit, floor, room
    /// No word: 5-201, or a room without 室.
    case bare
    /// The number belongs to a name: 控江2村, 三湘世纪2期, 七号线.
    case name
  }

  var parts: [String]
  var marker: Marker
  /// Where the text goes on behind the marker.
  var end: Int

  /// All parts in one, a range or a number with a suffix.
  var joined: String { parts.count == 1 ? parts[0] : parts.joined(separator: "-") }
}
