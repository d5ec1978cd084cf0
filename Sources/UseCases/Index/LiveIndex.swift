import Domain
import Filter
import Store
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

  private struct Words: Sendable {
    var catalogue: CatalogueWords
    var areas: AreaTree
  }

  init(index: TagIndex, catalogue: CatalogueWords, areas: AreaTree, applied: Int64) {
    self.index = index
    words = Mutex(Words(catalogue: catalogue, areas: areas))
    self.applied = Mutex(applied)
  }

  /// The words that a caller's questions may use; restricted tags only for those with the right.
  package func vocabulary(for caller: Caller) -> Vocabulary {
    words.withLock { caller.may(.restrictedTags) ? $0.catalogue.everything : $0.catalogue.open }
  }

  package var tags: [TagRow] { words.withLock { $0.catalogue.tags } }
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
      if let words = update.words {
        self.words.withLock { $0 = words }
        if update.delta.catalogueChanged { index.replace(words.catalogue.catalogue) }
      }
      index.apply(update.delta)
      applied = update.to
    }
  }
}
