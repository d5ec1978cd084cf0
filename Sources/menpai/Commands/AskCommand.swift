import ArgumentParser
import Kernel
import Questions

/// `menpai ask 'TEXT'`: what an ordinary sentence asks for, as the API answers it.
struct AskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "The rows that an ordinary Chinese sentence asks for, as JSON.")

  @Argument(help: "A sentence, for example 未来三个月年满90周岁的老人.") var text: String
  @OptionGroup var database: DatabaseOptions
  @Option(help: "The day that the question is about; today.") var asOf: Day?
  @Option(help: "At most this many rows, 1 to 500; 50 unless the sentence says a number.") var limit: Int?

  func validate() throws {
    guard (1...500).contains(limit ?? 50) else { throw ValidationError("--limit must be from 1 to 500.") }
  }

  func run() async throws {
    try await reporting {
      let app = try database.app()
      try await app.open()
      let answer = try await Ask.run(
        text, asOf: asOf, limit: limit, caller: .operatorAtConsole, app: app)
      print(answer.json)
    }
  }
}
