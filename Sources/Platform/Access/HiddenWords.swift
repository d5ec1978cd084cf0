import FilterLanguage
import Kernel

/// The words by which a caller would learn of tags that do not exist for them, to be taken out of texts that other people
/// wrote: remarks of rosters, lines of the audit log.
package struct HiddenWords: Sendable {
  /// In place of a word.
  static let star = "（受限）"

  /// The longest first, so that no word is left where another is a part of it.
  private let words: [String]

  /// - Parameter tags: the whole catalogue, retired tags included.
  package init(_ tags: [TagRow], for isKnown: (TagRow) -> Bool) {
    let (known, hidden) = (tags.filter(isKnown), tags.filter { !isKnown($0) })
    // A word that a visible tag has too says nothing.
    let open = Set(known.flatMap { [$0.code, $0.name] + $0.aliases })
    words = Set(hidden.flatMap { [$0.code, $0.name] + $0.aliases }).subtracting(open).sorted {
      ($1.utf8.count, $0) < ($0.utf8.count, $1)
    }
  }

  /// As `AccessPolicy.mayKnow` has it, from the tables: rosters are worked on without the index too.
  package init(_ tags: [TagRow], for caller: Caller, _ tree: AreaTree) {
    let visible = tree.visible(to: caller)
    self.init(tags) { tag in
      (caller.may(.restrictedTags) || !tag.isRestricted)
        && tag.owner.map { visible.contains(UInt32(truncatingIfNeeded: $0)) } ?? true
    }
  }

  /// The text without the words.
  package func starred(_ text: String) -> String {
    words.reduce(text) { $0.contains($1) ? $0.replacing($1, with: Self.star) : $0 }
  }
}
