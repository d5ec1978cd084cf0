import Domain
import Foundation
import HTTP

/// The pages as files, loaded once at start.
package enum Pages {
  /// - Parameter folder: where they are; nil: the folder that was built with the program.
  package static func assets(folder: String?) throws -> [PageAsset] {
    []
  }
}
