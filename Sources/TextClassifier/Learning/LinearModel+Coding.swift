import Kernel

/// A model as bytes, to be kept in a file or a database: little-endian, weights as 16-bit shares of their label's largest.
extension LinearModel {
  private static let magic: [UInt8] = Array("MPLM".utf8)
  private static let version: UInt32 = 2

  /// The same model gives the same bytes.
  package func encoded() -> [UInt8] {
    var out = ByteWriter(Self.magic)
    out.write(Self.version)
    out.write(UInt32(labels.count))
    for label in labels { out.write(label) }
    out.write(UInt32(space.keys.count))
    for key in space.keys { out.write(key) }
    for rarity in space.rarity { out.write(rarity.bitPattern) }
    let peaks = (0..<stride).map { label in
      max(1e-9, Swift.stride(from: label, to: weights.count, by: stride).reduce(Float(0)) { max($0, abs(weights[$1])) })
    }
    for peak in peaks { out.write(peak.bitPattern) }
    for (index, weight) in weights.enumerated() {
      out.write(UInt16(bitPattern: Int16((weight / peaks[index % stride] * 32_767).rounded())))
    }
    for bias in biases { out.write(bias.bitPattern) }
    out.write(calibration.factor.bitPattern)
    for offset in calibration.offsets { out.write(offset.bitPattern) }
    out.write(support.bitPattern)
    return out.sealed()
  }

  /// Throws `.invalid`, code `model_damaged`, for bytes that are not whole, not a model, or of another version.
  package init(decoding bytes: [UInt8]) throws(Problem) {
    guard var input = ByteReader(sealed: bytes), input.take(4) == Self.magic[...], input.number() == Self.version
    else { throw Self.damaged }
    let stride = Int(input.number())
    guard stride > 1, stride <= bytes.count else { throw Self.damaged }
    let labels = (0..<stride).map { _ in input.text() }
    let features = Int(input.number())
    guard features * stride <= bytes.count, !input.failed else { throw Self.damaged }
    let keys = (0..<features).map { _ in input.number() }
    let rarity = (0..<features).map { _ in input.float() }
    let peaks = (0..<stride).map { _ in input.float() }
    let weights = (0..<features * stride).map { Float(input.short()) / 32_767 * peaks[$0 % stride] }
    let biases = (0..<stride).map { _ in input.float() }
    let calibration = Calibration(factor: input.double(), offsets: (0..<stride).map { _ in input.double() })
    let support = input.double()
    guard !input.failed, input.atEnd, Set(labels).count == stride, zip(keys, keys.dropFirst()).allSatisfy(<),
      (rarity + weights + biases).allSatisfy(\.isFinite), calibration.offsets.allSatisfy(\.isFinite),
      calibration.factor.isFinite, support.isFinite
    else { throw Self.damaged }
    self.init(
      labels: labels, space: FeatureSpace(keys: keys, rarity: rarity), weights: weights,
      biases: biases, calibration: calibration, support: support)
  }

  private static var damaged: Problem {
    Problem(.invalid, "model_damaged", "分派模型已损坏或版本不符，请重新训练")
  }
}
