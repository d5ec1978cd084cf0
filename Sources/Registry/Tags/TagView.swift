import FilterLanguage
import Kernel
import Platform
import TagIndex

/// A tag and, when it is computed, what its rule says in Chinese.
package struct TagView: Sendable, Equatable {
  package let tag: TagRow
  /// nil for an assigned tag, and for a rule that can no longer be read.
  package let explanation: String?
  /// The code of the area whose tag it is; nil for the whole database's.
  package let owner: String?

  /// Why the rule cannot be asked; nil for a sound one. The tag is nobody's until it is mended, and questions that name it
  /// are refused.
  package let fault: Problem?

  /// Whether the caller may put it on subjects and end it there.
  package let mayAssign: Bool

  init(
    _ tag: TagRow, _ vocabulary: Vocabulary, _ tree: AreaTree? = nil, _ faults: [String: Problem] = [:],
    for caller: Caller? = nil
  ) {
    self.tag = tag
    mayAssign =
      caller.map { caller in
        caller.may(.write) && !tag.isComputed && !tag.isRetired
          && TagRights.mayAssign(tag.level, line: tag.line, caller)
      } ?? false
    owner = tag.owner.flatMap { tree?.byID[UInt32(truncatingIfNeeded: $0)]?.code }
    fault = faults[tag.code]
    explanation = tag.rule.flatMap { rule in
      let subject = Subject(tag.subject)
      let expression = try? FilterParser.parse(rule, about: subject, vocabulary: vocabulary)
      return expression.map { FilterExplanation.chinese($0, about: subject, vocabulary: vocabulary) }
    }
  }
}
