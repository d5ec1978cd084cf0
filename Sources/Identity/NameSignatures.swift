/// What two spellings of one name have in common, so that they are found without comparing everybody with everybody.
package enum NameSignatures {
  /// Any two names that `NameLikeness` takes for a slip of the pen share one of these; most others share none. What is found
  /// so is still to be compared.
  package static func of(_ name: String) -> Set<String> {
    let scalars = Array(PersonName.key(name).unicodeScalars)
    guard !scalars.isEmpty else { return [] }
    var signatures = Set(spoken(scalars))
    // Two signs changed about.
    signatures.insert("=" + text(scalars.sorted()))
    guard scalars.count > 1 else { return signatures }
    // One sign left out: the whole of the shorter is the longer without it.
    signatures.insert("-" + text(scalars))
    guard scalars.count > 2 else { return signatures }
    for index in scalars.indices {
      var shorter = scalars
      shorter.remove(at: index)
      signatures.insert("-" + text(shorter))
    }
    return signatures
  }

  /// By sound; signs that look like another also by their looks, in every combination of a few.
  private static func spoken(_ scalars: [Unicode.Scalar]) -> [String] {
    let sounds = scalars.map { NameLikeness.soundOrSelf($0) }
    let looks = scalars.map { NameLikeness.look($0) }
    let places = Array(looks.indices.filter { looks[$0] != nil }.prefix(6))
    return (0..<(1 << places.count)).map { choice in
      var parts = sounds
      for (bit, place) in places.enumerated() where choice & (1 << bit) != 0 {
        parts[place] = "#\(looks[place] ?? 0)"
      }
      return "~" + parts.joined(separator: " ")
    }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
