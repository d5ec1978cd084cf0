import FilterLanguage
import Kernel
import Storage
import Synchronization
import TagIndex

/// The index of a running office: built from the tables at start, one commit behind nobody.
///
/// It follows this process's commits before their writes answer, and those of others (an import at the command line)
/// when `catchUp` is called. Both read what changed from the changes feed, so that none is missed and none counts twice.
package final class LiveIndex: CommitObserver {
  package let index: TagIndex
  private let words: Mutex<Words>
  /// The newest change that the index holds. Only moves under the store's one writer or in `catchUp`.
  private let applied: Mutex<Int64>
  private let counts = Mutex(CommitCounts())

  private struct Words: Sendable {
    var catalogue: CatalogueWords
    package var areas: AreaTree
    /// Counts catalogues.
    package var edition = 0
    /// The words of those who may know of some owners' tags only, for they are asked for with every question.
    package var kept: [Key: Vocabulary] = [:]

    package struct Key: Hashable {
      let isRestricted: Bool
      let owners: Set<Int64>
    }
  }

  package init(index: TagIndex, catalogue: CatalogueWords, areas: AreaTree, applied: Int64) {
    self.index = index
    words = Mutex(Words(catalogue: catalogue, areas: areas))
    self.applied = Mutex(applied)
  }

  /// The words that a caller's questions may use: restricted tags only for those with the right, tags and datasets of an
  /// area only for those in, below and above it (`AccessPolicy.mayKnow`).
  package func vocabulary(for caller: Caller) -> Vocabulary {
    words.withLock { words in
      let isRestricted = caller.may(.restrictedTags)
      guard !words.catalogue.owners.isEmpty, !caller.role.seesAllAreas else {
        return isRestricted ? words.catalogue.everything : words.catalogue.open
      }
      let owners = words.catalogue.owners.intersection(words.areas.visible(to: caller).map { Int64($0) })
      let key = Words.Key(isRestricted: isRestricted, owners: owners)
      if let kept = words.kept[key] { return kept }
      let vocabulary = words.catalogue.vocabulary(restricted: isRestricted, of: owners)
      words.kept[key] = vocabulary
      return vocabulary
    }
  }

  /// Which catalogue and which areas there are, counted: greater once either has changed.
  package var edition: Int { words.withLock { $0.edition } }

  /// How many commits there have been that concern this or that: what was made of the index is right as long as its count stays.
  package var commits: CommitCounts { counts.withLock { $0 } }

  /// The caller's areas with all below and all above them.
  package func visibleAreas(to caller: Caller) -> Set<UInt32> { words.withLock { $0.areas.visible(to: caller) } }

  package var tags: [TagRow] { words.withLock { $0.catalogue.tags } }
  /// Those too that are not in use any more.
  package var everyTag: [TagRow] { words.withLock { $0.catalogue.everyTag } }
  package var datasets: [DatasetRow] { words.withLock { $0.catalogue.datasets } }
  package var areas: AreaTree { words.withLock { $0.areas } }

  package func prepare(_ reader: Reader) throws -> @Sendable () -> Void {
    let update = try self.update(reader)
    return { [self] in apply(update) }
  }

  /// Takes in what other processes have committed. Cheap when there is nothing.
  package func catchUp(_ store: Store) async throws {
    let update: Update = try await store.read { [self] reader in try self.update(reader) }
    apply(update)
  }

  private struct Update: Sendable {
    let from: Int64
    let to: Int64
    let delta: FactsDelta
    let words: Words?
  }

  private func update(_ reader: Reader) throws -> Update {
    let from = applied.withLock { $0 }
    let (delta, to) = try reader.factsDelta(after: from)
    let changed = delta.catalogueChanged || !delta.areas.isEmpty
    return Update(
      from: from, to: to, delta: delta,
      words: changed ? Words(catalogue: try CatalogueWords.read(reader), areas: AreaTree(try reader.areas())) : nil)
  }

  private func apply(_ update: Update) {
    applied.withLock { applied in
      // Somebody else has been here with a newer state: applying the older one would take the index back.
      guard update.to > applied else { return }
      if var words = update.words {
        self.words.withLock { held in
          words.edition = held.edition + 1
          held = words
        }
        if update.delta.catalogueChanged { index.replace(words.catalogue.catalogue) }
      }
      index.apply(update.delta)
      applied = update.to
      // Behind the index: whoever reads the new count finds what it counts.
      counts.withLock { $0.add(update.delta) }
    }
  }
}
