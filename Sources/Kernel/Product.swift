/// What this program is called by those who ask it for its version.
package enum Product {
  /// Of the program and of the API that it serves: the newest one in CHANGELOG.md.
  package static let version = "0.1.0"
}
