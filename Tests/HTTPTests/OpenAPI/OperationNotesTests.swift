import Foundation
import Kernel
import Testing

/// The description as a whole: its golden file, and that every operation shows what it takes and gives.
@Suite struct OperationNotesTests {
  /// What differs is what users of the API will notice. `MENPAI_RECORD=1` writes it anew.
  @Test func description_isTheGoldenFile() throws {
    try Kept.mustMatch(
      Description.ours.document.lines() + "\n", "../../../schema/openapi.json", #filePath, at: #_sourceLocation)
  }

  /// `MENPAI_RECORD=1` and all of HTTPTests write down what is missing, as tests meet it.
  @Test func everyOperation_hasExamplesThatAreValid() {
    for operation in Description.ours.operations {
      for (name, faults) in Description.ours.exampleFaults(operation) {
        #expect(faults.isEmpty, "\(operation.id): the example of its \(name): \(faults)")
      }
    }
  }

  /// Who may call what is said once a section, and of no section that there is not.
  @Test func everySection_saysWhoMayCall() {
    let named = Description.ours.operations.compactMap { $0.said["tags"]?.values.first?.string }
    let said = (Description.ours.document["tags"]?.values ?? []).filter { $0["description"]?.string?.isEmpty == false }
    #expect(Set(named) == Set(said.compactMap { $0["name"]?.string }))
  }
}

extension JSONValue {
  /// On lines of their own, so that a difference shows where it is; what is short stands on one.
  func lines(_ indent: String = "") -> String {
    let short = text
    guard short.utf8.count > 100 else { return short }
    let inner = indent + "  "
    switch self {
    case .object(let members):
      let parts = members.map { "\(inner)\(JSONValue.string($0.name).text): \($0.value.lines(inner))" }
      return "{\n" + parts.joined(separator: ",\n") + "\n\(indent)}"
    case .array(let values):
      return "[\n" + values.map { inner + $0.lines(inner) }.joined(separator: ",\n") + "\n\(indent)]"
    default: return short
    }
  }
}
