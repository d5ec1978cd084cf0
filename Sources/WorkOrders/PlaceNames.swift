import Addresses
import Platform
import Registry
import Storage
import Synchronization

/// The roads and compounds of this office by name: where in somebody's text an address may begin.
package final class PlaceNames: FeatureService {
  private struct Held {
    var mark = PlaceNamesMark()
    /// By the first character, the longest first.
    var names: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
  }
  private let held = Mutex(Held())

  package init() {}

  /// Takes in what has come since the last time; costs two look-ups where that is nothing.
  package func catchUp(_ reader: Reader) throws {
    let mark = held.withLock { $0.mark }
    let (names, newest) = try reader.placeNames(after: mark)
    guard newest != mark else { return }
    held.withLock { held in
      for name in names {
        let scalars = Array(name.unicodeScalars)
        guard scalars.count >= 2, !(held.names[scalars[0]]?.contains(scalars) ?? false) else { continue }
        held.names[scalars[0], default: []].append(scalars)
        held.names[scalars[0]]?.sort { $0.count > $1.count }
      }
      held.mark = newest
    }
  }

  /// The addresses that a text names, each from a road's or compound's name on. Ten at most.
  func addresses(in text: String) -> [Address] {
    let folded = Array(AddressFolding.fold(text).unicodeScalars)
    var (found, index): ([Address], Int) = ([], 0)
    held.withLock { held in
      while index < folded.count, found.count < 10 {
        guard let name = held.names[folded[index]]?.first(where: { folded[index...].starts(with: $0) }) else {
          index += 1
          continue
        }
        found.append(Address.parse(Self.clause(folded[index...])))
        index += name.count
      }
    }
    return found
  }

  /// From a name to the end of the sentence, and no further than an address can be.
  private static func clause(_ text: ArraySlice<Unicode.Scalar>) -> String {
    var out = String.UnicodeScalarView()
    out.append(contentsOf: text.prefix(60).prefix { !["。", "!", "?", ";", ":"].contains($0) })
    return String(out)
  }
}

extension AppContext {
  /// Names of places that orders' texts are searched for.
  package var places: PlaceNames { service(PlaceNames.self) }
}
