import Platform

/// A column of a ledger.
package struct LedgerColumn: Sendable, Hashable, Codable {
  /// As in `select`, or computed: see `ColumnName`.
  package var name: String
  /// The Chinese heading.
  package var title: String
  /// In characters, for a sheet.
  package var width: Int?
  package var kind: ColumnKind

  package init(name: String, title: String, width: Int? = nil, kind: ColumnKind = .text) {
    (self.name, self.title, self.width, self.kind) = (name, title, width, kind)
  }
}

/// A column that is empty at first and filled in by those who work through the list.
package struct LedgerNote: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable { case tick, text }

  /// What a tick does beside standing there.
  package enum Writes: Sendable, Hashable, Codable {
    /// Puts this tag, by code, on the subject.
    case tag(String)
    /// Notes a visit of this purpose at the subject's house.
    case visit(String)
  }

  package var name: String
  package var title: String
  package var kind: Kind
  /// Whether the next run of the ledger begins with what was noted in this one.
  package var carry: Bool
  package var writes: Writes?

  /// - Parameter carry: nil for the rule: what is noted goes along, but a visit is of one day and begins anew.
  package init(name: String, title: String, kind: Kind, carry: Bool? = nil, writes: Writes? = nil) {
    (self.name, self.title, self.kind, self.writes) = (name, title, kind, writes)
    if case .visit? = writes { self.carry = carry ?? false } else { self.carry = carry ?? true }
  }

  /// 备注: every ledger has it.
  package static let remark = LedgerNote(name: "remark", title: "备注", kind: .text)
}
