import Platform

extension AccessPolicy {
  /// Whether a note column exists for the caller: what a tick writes may be a tag that does not.
  package func mayKnow(_ note: LedgerNote) -> Bool {
    guard case .tag(let code)? = note.writes else { return true }
    guard let tag = live.everyTag.first(where: { $0.code == code }) else { return caller.may(.restrictedTags) }
    return mayKnow(tag)
  }
}
