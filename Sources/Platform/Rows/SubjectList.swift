import Foundation

/// Ids of subjects in four bytes each, the lowest first.
package enum SubjectList {
  package static func write(_ ids: [UInt32]) -> Data {
    var data = Data(capacity: ids.count * 4)
    for id in ids { for shift in [0, 8, 16, 24] as [UInt32] { data.append(UInt8(truncatingIfNeeded: id >> shift)) } }
    return data
  }

  package static func read(_ data: Data) -> [UInt32] {
    data.withUnsafeBytes { bytes in
      (0..<(bytes.count / 4)).map { UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)) }
    }
  }
}
