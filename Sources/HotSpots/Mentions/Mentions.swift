/// What one text names.
package struct Mentions: Sendable {
  package struct Word: Sendable, Equatable {
    package var hash: UInt32
    /// As it stands in the folded text.
    package var text: String
  }

  package struct Spot: Sendable, Equatable {
    package var road: UInt16
    package var number: UInt16
    package var crossRoad: UInt16
  }

  /// The first road, with the number behind it, where one is named.
  package var spot: Spot?
  package var compound: UInt32 = 0
  /// All shops that bear a name found, with the name.
  package var shops: [(id: UInt32, text: String)] = []
  /// Things, names, rooms: the most telling first.
  package var words: [Word] = []
}
