import Synchronization
import Webhooks

/// Another system as a test has it: keeps what it is called with and answers what it is told to.
final class RecordingCaller: WebhookCaller {
  private struct Held {
    var calls: [WebhookCall] = []
    var answer: @Sendable (WebhookCall) -> WebhookOutcome = { _ in .status(204) }
  }
  private let held = Mutex(Held())

  var calls: [WebhookCall] { held.withLock { $0.calls } }

  func answer(_ outcome: @escaping @Sendable (WebhookCall) -> WebhookOutcome) { held.withLock { $0.answer = outcome } }

  func forget() { held.withLock { $0.calls = [] } }

  func post(_ call: WebhookCall) async -> WebhookOutcome {
    let answer = held.withLock { held in
      held.calls.append(call)
      return held.answer
    }
    return answer(call)
  }
}

extension WebhookCall {
  func header(_ name: String) -> String { headers.first { $0.name == name }?.value ?? "" }
}
