import ChineseQuery
import FilterLanguage
import Kernel
import Platform
import Questions
import Registry
import TagIndex

/// The templates that ledgers can be made from, in the order of the reference list. Who: callers that may read, those whose
/// words exist for them.
package enum ListTemplates {
  package static func run(caller: Caller, app: AppContext) throws(Problem) -> [LedgerTemplate] {
    try caller.must(.read)
    return try readable(app.index.vocabulary(for: caller))
  }

  static func readable(_ vocabulary: Vocabulary) throws(Problem) -> [LedgerTemplate] {
    try ReferenceCatalogue.ledgers().filter { template in
      (try? FilterParser.parse(template.filter, about: template.subject, vocabulary: vocabulary)) != nil
    }
  }
}
