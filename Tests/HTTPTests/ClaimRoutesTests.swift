import FilterLanguage
import Foundation
import HTTPTypes
import Testing

/// What other sources say of a row: masked, and for those only who see the row.
@Suite struct ClaimRoutesTests {
  @Test func claims_areMaskedAndOnlyInSight() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      try await talk.addHouse(token)
      let roster = "姓名,出生日期,地址,联系电话\n张三,1950-03-12,瑞金二路1号101室,13800001111/13800002222"
      _ = try await talk.send(
        "POST", "/v1/imports?subject=people&apply=true", token: token, headers: ["Content-Type": "text/csv"],
        body: roster)
      await app.app.imports.settle()
      let answer = try await talk.send("GET", "/v1/people/1/claims", token: token)
      #expect(answer.status == .ok)
      let text = String(buffer: answer.body)
      #expect(text.contains(#""field":"phone""#) && text.contains(#""value":"138****2222""#))
      #expect(!text.contains("13800002222"))
      #expect(try await talk.send("GET", "/v1/houses/1/claims", token: token).status == .ok)
      #expect(try await talk.send("GET", "/v1/people/9/claims", token: token).status == .notFound)
      #expect(try await talk.send("GET", "/v1/people/1/claims", token: nil).status == .unauthorized)
    }
  }
}
