import CMemory

/// Memory that nobody uses any more.
enum FreedMemory {
  /// Gives it back to the system. A large file leaves many small holes, and glibc keeps those for itself.
  static func giveBack() { malloc_trim(0) }
}
