import FilterLanguage
import Kernel
import Platform
import Storage

/// The matters that tasks are held against beside the responsibility list. Who: any caller that may read.
package enum ListMatters {
  package static func run(kind: Matter.Kind?, caller: Caller) throws -> [Matter] {
    try caller.must(.read)
    return try ReferenceCatalogue.matters().filter { matter in kind.map { $0 == matter.kind } ?? true }
  }
}
