import FilterLanguage
import Kernel
import Schema
import TextClassifier

extension ReferenceCatalogue {
  /// The responsibility list in the order of the file. Throws only when the embedded file is broken, which a test excludes.
  package static func duties() throws(Problem) -> [Duty] { try DutyList.read(Schema.duties) }

  /// How people say what falls under each duty, by its code. Throws as `duties` does.
  package static func sayings() throws(Problem) -> [String: [String]] { try DutyList.sayings(Schema.sayings) }
}
