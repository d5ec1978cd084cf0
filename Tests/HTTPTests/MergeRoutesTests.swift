import FilterLanguage
import Foundation
import HTTPTypes
import Kernel
import Testing

/// Somebody who is there twice is found, made one, asked for, and two again.
@Suite struct MergeRoutesTests {
  private static func office(_ body: @escaping @Sendable (Conversation, String) async throws -> Void) async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      try await talk.addHouse(token)
      for phone in ["13800001111", "13800002222"] {
        _ = try await talk.send(
          "POST", "/v1/people", token: token,
          body: #"{"name":"张三","birth_date":"1950-03-12","phone":"\#(phone)","house_id":1,"role":"owner"}"#)
      }
      try await body(talk, token)
    }
  }

  @Test func twice_isFoundMergedAndUndone() async throws {
    try await Self.office { talk, token in
      let doubles = try await talk.send("GET", "/v1/doubles", token: token)
      let text = String(buffer: doubles.body)
      #expect(text.contains(#""code":"name_birth""#) && text.contains("138****2222") && !text.contains("13800002222"))
      #expect(try await talk.send("GET", "/v1/doubles?area=1", token: token).status == .badRequest)
      let body = #"{"other":2,"other_version":1,"take":{"phone":"other"}}"#
      #expect(try await talk.send("POST", "/v1/people/1/merge", token: token, body: body).status.code == 428)
      let stale = try await talk.send(
        "POST", "/v1/people/1/merge", token: token, headers: ["If-Match": "\"9\""], body: body)
      #expect(stale.status.code == 412)
      let keyed = ["If-Match": "\"1\"", "Idempotency-Key": "one"]
      let merged = try await talk.send("POST", "/v1/people/1/merge", token: token, headers: keyed, body: body)
      #expect(merged.status == .ok && String(buffer: merged.body).contains(#""gone_name":"张*""#))
      let again = try await talk.send("POST", "/v1/people/1/merge", token: token, headers: keyed, body: body)
      #expect(again.status == .ok && again.body == merged.body)
      #expect(String(buffer: try await talk.send("GET", "/v1/people/1", token: token).body).contains("138****2222"))
      let claims = String(buffer: try await talk.send("GET", "/v1/people/1/claims", token: token).body)
      #expect(claims.contains("138****1111"))
      let gone = try await talk.send("GET", "/v1/people/2", token: token)
      #expect(gone.status == .notFound && String(buffer: gone.body).contains("merged_into"))
      #expect(try await talk.send("GET", "/v1/merges", token: token).status == .ok)
      #expect(try await talk.send("POST", "/v1/merges/1/undo", token: token).status == .ok)
      #expect(String(buffer: try await talk.send("GET", "/v1/people/2", token: token).body).contains("138****2222"))
      #expect(try await talk.send("POST", "/v1/merges/1/undo", token: token).status == .conflict)
    }
  }

  @Test func refusals_sayWhatIsMissing() async throws {
    try await Self.office { talk, token in
      func merge(_ body: String, of person: Int = 1) async throws -> String {
        String(
          buffer: try await talk.send(
            "POST", "/v1/people/\(person)/merge", token: token, headers: ["If-Match": "*"], body: body
          ).body)
      }
      #expect(try await merge(#"{"other":1}"#).contains("same_person"))
      #expect(try await merge(#"{"other":9}"#).contains("not_found"))
      #expect(try await merge(#"{"other":2,"other_version":7}"#).contains("other_changed"))
      #expect(try await merge(#"{"other":2,"take":{"shoe":"own"}}"#).contains("/take"))
      for (person, number) in [(1, "310101195003121113"), (2, "31010119500312113X")] {
        _ = try await talk.send(
          "PATCH", "/v1/people/\(person)", token: token, headers: ["If-Match": "*"],
          body: #"{"id_number":"\#(number)"}"#)
      }
      #expect(try await merge(#"{"other":2}"#).contains("numbers_differ"))
      _ = try await talk.send(
        "PATCH", "/v1/people/2", token: token, headers: ["If-Match": "*"], body: #"{"death_date":"2026-11-01"}"#)
      #expect(try await merge(#"{"other":2,"numbers_differ":true}"#).contains("death_unclear"))
      #expect(try await merge(#"{"other":2,"numbers_differ":true,"take":{"death_date":"other"}}"#).contains("kept_id"))
      _ = try await talk.send(
        "PATCH", "/v1/people/1", token: token, headers: ["If-Match": "*"], body: #"{"hukou":"本市"}"#)
      let undo = try await talk.send("POST", "/v1/merges/1/undo", token: token)
      #expect(undo.status == .conflict && String(buffer: undo.body).contains("merge_built_upon"))
    }
  }
}
