import Addresses
import ArgumentParser
import Foundation
import Identity

/// `menpai address parse`: addresses in, one a line; a JSON object a line out. Reads no database.
struct AddressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "address", abstract: "Addresses as people write them.", subcommands: [Parse.self])

  struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads addresses line by line on standard input, prints a JSON object a line.")

    func run() throws { try Lines.answer { AddressReport(input: $0) } }
  }
}

/// `menpai identifier check`: numbers of people, companies and telephones, one a line.
struct IdentifierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identifier", abstract: "Numbers of people, companies and telephones.", subcommands: [CheckLines.self])

  struct CheckLines: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Reads numbers line by line on standard input, prints a JSON object a line.")

    func run() throws { try Lines.answer { IdentifierReport(Identifier.read($0)) } }
  }
}

private enum Lines {
  /// Answers each line of standard input with a line of JSON.
  static func answer(_ report: (String) -> some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    while let line = readLine(strippingNewline: true) {
      let text = line.hasSuffix("\r") ? String(line.dropLast()) : line
      print(String(decoding: try encoder.encode(report(text)), as: UTF8.self))
    }
  }
}
