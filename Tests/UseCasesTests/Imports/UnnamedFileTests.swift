import FilterLanguage
import Foundation
import Platform
import Testing

/// Nothing of a body or a workbook stays in the temporary folder, however the process ends.
struct UnnamedFileTests {
  @Test func file_hasNoNameFromTheFirstByteOn() throws {
    let file = try UnnamedFile()
    try file.write(Data("姓名,".utf8))
    try file.write(Data("证件号码".utf8))
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "姓名,证件号码")
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: file.path)
    #expect(target.hasSuffix(" (deleted)"))
    #expect(!FileManager.default.fileExists(atPath: target.replacingOccurrences(of: " (deleted)", with: "")))
  }

  @Test func sweep_takesOnlyWhatOlderVersionsHaveLeft() throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("menpai-\(UUID().uuidString)").path
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: folder) }
    let (old, young, folderOfSomebody) = (
      "menpai-\(UUID().uuidString)", "menpai-\(UUID().uuidString)", "menpai-\(UUID().uuidString)"
    )
    for name in [old, young, "menpai-notes.txt"] {
      _ = files.createFile(atPath: folder + "/" + name, contents: Data("x".utf8))
    }
    try files.createDirectory(atPath: folder + "/" + folderOfSomebody, withIntermediateDirectories: true)
    for name in [old, "menpai-notes.txt", folderOfSomebody] {
      try files.setAttributes([.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: folder + "/" + name)
    }
    UnnamedFile.sweep(folder)
    #expect(try Set(files.contentsOfDirectory(atPath: folder)) == [young, "menpai-notes.txt", folderOfSomebody])
  }
}
