/// Many sparse vectors side by side in two arrays, so that training walks memory straight on.
struct SparseRows: Sendable {
  private(set) var starts: [Int] = [0]
  private(set) var positions: [Int32] = []
  private(set) var values: [Float] = []
  let width: Int

  var count: Int { starts.count - 1 }

  init(_ vectors: [SparseVector], width: Int) {
    self.width = width
    for vector in vectors {
      positions += vector.positions
      values += vector.values
      starts.append(positions.count)
    }
  }

  /// Where each row starts, and the positions and values of all rows one after the other.
  func withSpans(
    _ body: (UnsafeBufferPointer<Int>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Float>) -> Void
  ) {
    starts.withUnsafeBufferPointer { starts in
      positions.withUnsafeBufferPointer { positions in
        values.withUnsafeBufferPointer { values in body(starts, positions, values) }
      }
    }
  }

  /// The same with every column times its factor.
  func scaled(_ factors: [Float]) -> SparseRows {
    var scaled = self
    for index in values.indices { scaled.values[index] *= factors[Int(positions[index])] }
    return scaled
  }
}
