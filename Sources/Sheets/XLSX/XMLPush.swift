import CExpat
import Kernel

/// What is done with a document's elements and text as they come by.
protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws
  func end(_ name: XMLName) throws
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// An XML parser that is fed chunk by chunk and holds none of the document.
///
/// Refuses document type declarations altogether (no spreadsheet has one; entity bombs need one), deep nesting, and tags so
/// long that the parser would have to hold them.
final class XMLPush {
  private static let deepest = 100
  private static let longestToken = 1 << 20
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let name: String
  private var failure: (any Error)?
  private var depth = 0
  private var sinceEvent = 0

  init(_ handler: any XMLHandler, name: String) throws {
    guard let parser = XML_ParserCreate(nil) else { throw Problem(.tooMuch, "out_of_memory", "内存不足") }
    self.parser = parser
    self.handler = handler
    self.name = name
    // Unretained is safe: the parser calls back only within `feed`, and lives no longer than this object.
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { XMLPush.from($0)?.started($1, $2) },
      { XMLPush.from($0)?.ended($1) })
    XML_SetCharacterDataHandler(parser) { XMLPush.from($0)?.said($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in XMLPush.from(context)?.declared() }
  }

  deinit { XML_ParserFree(parser) }

  /// Parses the first `count` bytes of `bytes`. Throws what the handler threw, or `Problem`: `xml_broken`, `xml_entities`.
  func feed(_ bytes: [UInt8], count: Int, last: Bool) throws {
    sinceEvent += count
    if sinceEvent > XMLPush.longestToken { throw Problem.sheet("xml_broken", "文件内容异常:\(name) 有过长的标记") }
    let status = bytes.withUnsafeBytes {
      XML_Parse(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count), last ? 1 : 0)
    }
    if let failure { throw failure }
    guard status == XML_STATUS_OK else {
      let why = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
      throw Problem.sheet("xml_broken", "文件已损坏:\(name) 第 \(XML_GetCurrentLineNumber(parser)) 行 \(why)")
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLPush? {
    context.map { Unmanaged<XMLPush>.fromOpaque($0).takeUnretainedValue() }
  }

  private func started(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    guard let name, failure == nil else { return }
    if depth > XMLPush.deepest { return fail(Problem.sheet("xml_broken", "文件内容异常:\(self.name) 嵌套过深")) }
    attempt { try handler.start(XMLName(name), XMLAttributes(attributes)) }
  }

  private func ended(_ name: UnsafePointer<CChar>?) {
    depth -= 1
    guard let name, failure == nil else { return }
    attempt { try handler.end(XMLName(name)) }
  }

  private func said(_ text: UnsafePointer<CChar>?, _ count: Int32) {
    guard let text, failure == nil else { return }
    attempt {
      try text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        try handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
  }

  private func declared() { fail(Problem.sheet("xml_entities", "文件里有 DOCTYPE 或实体声明,为安全起见不予读取")) }

  private func attempt(_ action: () throws -> Void) {
    sinceEvent = 0
    do { try action() } catch { fail(error) }
  }

  private func fail(_ error: any Error) {
    failure = error
    _ = XML_StopParser(parser, 0)
  }
}
