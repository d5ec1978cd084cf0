/// The files that may hang on a work order or visit, known by their first bytes and by nothing that somebody says of them.
package enum AttachmentType: String, Sendable, CaseIterable {
  case jpeg = "image/jpeg"
  case png = "image/png"
  case webp = "image/webp"
  case heic = "image/heic"
  case pdf = "application/pdf"

  /// nil for anything else.
  package init?(content: some Collection<UInt8>) {
    let head = Array(content.prefix(12))
    func has(_ bytes: [UInt8], at offset: Int = 0) -> Bool {
      head.count >= offset + bytes.count && head[offset..<(offset + bytes.count)].elementsEqual(bytes)
    }
    if has([0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if has(Array("RIFF".utf8)), has(Array("WEBP".utf8), at: 8) {
      self = .webp
    } else if has(Array("ftyp".utf8), at: 4), Self.heicBrands.contains(where: { has(Array($0.utf8), at: 8) }) {
      self = .heic
    } else if has(Array("%PDF-".utf8)) {
      self = .pdf
    } else {
      return nil
    }
  }

  /// What a visit takes: photos as every phone and browser shows them.
  package var isPhoto: Bool { self == .jpeg || self == .png }

  /// A name that opens as what the content is: whatever somebody calls it, a picture that ends with a page is no `.html`.
  package func fitting(_ name: String) -> String {
    let end = name.split(separator: ".", omittingEmptySubsequences: false).last.map { $0.lowercased() } ?? ""
    return name.contains(".") && endings.contains(end) ? name : "\(name).\(endings[0])"
  }

  private var endings: [String] {
    switch self {
    case .jpeg: ["jpg", "jpeg"]
    case .png: ["png"]
    case .webp: ["webp"]
    case .heic: ["heic", "heif"]
    case .pdf: ["pdf"]
    }
  }

  /// ISO/IEC 23008-12: what telephones write.
  private static let heicBrands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"]
}

/// What a file hangs on, and so who sees it.
package enum AttachmentOwner: Sendable, Equatable, Codable {
  case order(Int64)
  case visit(Int64)
}

/// A file that hangs on an order or visit, without its content.
package struct AttachmentRow: Sendable, Equatable, Codable {
  package let id: Int64
  package let owner: AttachmentOwner
  package let name: String
  /// The media type.
  package let type: String
  /// Bytes.
  package let size: Int
  /// The name of the file that holds the content.
  package let hash: String
  package let by: String
  package let at: String
}
