import Kernel

/// The texts that cells point to by number: one block of bytes, for hundreds of thousands of strings would weigh more.
final class SharedText: XMLHandler {
  private let limits: SheetLimits
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var collects = false
  private var isPhonetic = false

  init(limits: SheetLimits) { self.limits = limits }

  /// The text of that number; nil when there is none.
  subscript(index: Int) -> String? {
    guard ends.indices.contains(index) else { return nil }
    return XLSXText.plain(bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" {
      collects = !isPhonetic
    } else if name == "rPh" {
      isPhonetic = true
    }
  }

  func end(_ name: XMLName) throws {
    if name == "t" {
      collects = false
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "si" {
      guard bytes.count + (ends.count + 1) * 8 <= limits.sharedTextBytes else { throw tooLarge }
      ends.append(bytes.count)
    }
  }

  func text(_ run: UnsafeBufferPointer<UInt8>) throws {
    guard collects else { return }
    guard bytes.count - (ends.last ?? 0) + run.count <= limits.cellBytes else {
      throw Problem.sheet("cell_too_long", "共享文本第 \(ends.count + 1) 条超过 \(limits.cellBytes >> 10) KB")
    }
    guard bytes.count + run.count <= limits.sharedTextBytes else { throw tooLarge }
    bytes.append(contentsOf: run)
  }

  private var tooLarge: Problem {
    .sheet("file_too_large", "共享文本超过 \(limits.sharedTextBytes >> 20) MB,请拆成几个文件或另存为 CSV")
  }
}
