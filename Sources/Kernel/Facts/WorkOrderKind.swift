/// What whoever reports wants. 12345's own six kinds.
package enum WorkOrderKind: String, Sendable, CaseIterable, Codable {
  case consultation, request, complaint, report, suggestion, praise

  package var title: String {
    switch self {
    case .consultation: "咨询"
    case .request: "求助"
    case .complaint: "投诉"
    case .report: "举报"
    case .suggestion: "建议"
    case .praise: "表扬"
    }
  }

  /// By its English word or its Chinese one.
  package init?(word: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == word || $0.title == word }) else { return nil }
    self = kind
  }
}
