import CRoaring

/// Memory that nobody uses any more.
package enum FreedMemory {
  /// Gives it back to the system. A large load leaves many small holes, and the C library keeps those for itself.
  package static func giveBack() { malloc_trim(0) }
}
