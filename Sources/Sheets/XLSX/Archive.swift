import CZip
import Kernel

/// A ZIP file open for reading, whose parts can never unpack to more than the limits allow.
final class Archive {
  private let zip: OpaquePointer
  /// What the archive reads from, if that is memory.
  private let memory: ArchiveMemory?
  private let limits: SheetLimits
  /// What all parts together may still unpack to.
  private var budget: Int

  /// Throws `Problem`: `file_broken`, `file_encrypted`, `file_too_large`.
  init(path: String, limits: SheetLimits) throws {
    var code: Int32 = 0
    guard let opened = zip_open(path, ZIP_RDONLY, &code) else {
      throw Problem.sheet("file_broken", "文件已损坏,打不开(\(Archive.text(of: code)))")
    }
    zip = opened
    memory = nil
    self.limits = limits
    budget = limits.archiveBytes
    try checkDeclaredSizes()
  }

  /// The same from memory, so that nothing of the file lies in a folder.
  init(_ memory: ArchiveMemory, limits: SheetLimits) throws {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(memory.bytes, zip_uint64_t(memory.count), 0, &error) else {
      throw Problem.sheet("file_broken", "文件已损坏,打不开")
    }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw Problem.sheet("file_broken", "文件已损坏,打不开(\(String(cString: zip_error_strerror(&error))))")
    }
    zip = opened
    self.memory = memory
    self.limits = limits
    budget = limits.archiveBytes
    try checkDeclaredSizes()
  }

  deinit { zip_discard(zip) }

  /// The part of that name, or nil when there is none. A second look at a part need not count again.
  func part(_ name: String, counts: Bool = true) throws -> ArchivePart? {
    let plain = name.hasPrefix("/") ? String(name.dropFirst()) : name
    // Some programs of Windows write its own separators, and spreadsheet programs read them.
    let places = [plain, plain.replacing("/", with: "\\")].map { (name: String) in
      zip_name_locate(zip, name, zip_flags_t(ZIP_FL_NOCASE))
    }
    guard let index = places.first(where: { $0 >= 0 }) else { return nil }
    var stat = zip_stat_t()
    guard zip_stat_index(zip, zip_uint64_t(index), 0, &stat) == 0,
      let file = zip_fopen_index(zip, zip_uint64_t(index), 0)
    else { throw Problem.sheet("file_broken", "文件已损坏:读不出 \(name)") }
    let packed = Int(clamping: stat.comp_size)
    return ArchivePart(file: file, name: name, limit: allowance(packed), archive: self, counts: counts)
  }

  /// Counts what was really unpacked, for the sizes in a ZIP's directory may lie.
  func spend(_ count: Int) throws {
    budget -= count
    if budget < 0 { throw Archive.tooLarge }
  }

  static var tooLarge: Problem { .sheet("file_too_large", "文件解开后过大,可能是压缩炸弹,请拆成几个文件") }

  private func allowance(_ packed: Int) -> Int {
    max(limits.ratioFloor, packed.multipliedClamped(by: limits.archiveRatio))
  }

  private func checkDeclaredSizes() throws {
    let count = zip_get_num_entries(zip, 0)
    guard count <= 10_000 else { throw Archive.tooLarge }
    var total = 0
    for index in 0..<zip_uint64_t(max(0, count)) {
      var stat = zip_stat_t()
      guard zip_stat_index(zip, index, 0, &stat) == 0 else { continue }
      if stat.encryption_method != ZIP_EM_NONE { throw Problem.sheet("file_encrypted", "文件设有密码,请去掉密码后另存") }
      let (size, packed) = (Int(clamping: stat.size), Int(clamping: stat.comp_size))
      total = total.addingClamped(size)
      if size > allowance(packed) || total > limits.archiveBytes { throw Archive.tooLarge }
    }
  }

  private static func text(of code: Int32) -> String {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    return String(cString: zip_error_strerror(&error))
  }
}

/// The bytes of an archive where libzip finds them as long as it is open.
final class ArchiveMemory {
  let bytes: UnsafeMutableRawPointer
  let count: Int

  init(_ data: [UInt8]) {
    count = data.count
    bytes = .allocate(byteCount: max(1, count), alignment: 1)
    data.withUnsafeBytes { from in
      if let base = from.baseAddress { bytes.copyMemory(from: base, byteCount: count) }
    }
  }

  deinit { bytes.deallocate() }
}

/// One part of an archive, unpacked while it is read.
final class ArchivePart {
  private let file: OpaquePointer
  private let name: String
  private let archive: Archive
  private let counts: Bool
  private var left: Int

  init(file: OpaquePointer, name: String, limit: Int, archive: Archive, counts: Bool) {
    (self.file, self.name, left, self.archive, self.counts) = (file, name, limit, archive, counts)
  }

  deinit { zip_fclose(file) }

  /// Fills `buffer` from its start and answers how many bytes; 0 at the end.
  func read(into buffer: inout [UInt8]) throws -> Int {
    let count = Int(
      buffer.withUnsafeMutableBytes { bytes in
        bytes.baseAddress.map { zip_fread(file, $0, zip_uint64_t(bytes.count)) } ?? 0
      })
    guard count >= 0 else { throw Problem.sheet("file_broken", "文件已损坏:\(name) 解不开") }
    left -= count
    if left < 0 { throw Archive.tooLarge }
    if counts { try archive.spend(count) }
    return count
  }
}

extension Int {
  fileprivate func multipliedClamped(by other: Int) -> Int {
    let (result, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : result
  }

  fileprivate func addingClamped(_ other: Int) -> Int {
    let (result, overflow) = addingReportingOverflow(other)
    return overflow ? .max : result
  }
}
