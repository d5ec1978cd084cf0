import GRDB
import Kernel
import Platform
import Storage

extension Reader {
  package func campaign(_ id: Int64) throws -> CampaignRow? {
    try row("campaigns", Self.campaignColumns + " WHERE id = ?", [id]).map(Self.campaign)
  }

  package func campaignID(code: String) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM campaigns WHERE code = ?"), arguments: [code])
  }

  /// The campaign whose first round is this run.
  package func campaignID(run: Int64) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM campaigns WHERE run_id = ?"), arguments: [run])
  }

  /// The newest first.
  ///
  /// - Parameters:
  ///   - isOpen: nil for all.
  ///   - before: the id below which to go on.
  package func campaigns(isOpen: Bool?, before: Int64?, limit: Int) throws -> [CampaignRow] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: Self.campaignColumns + """
           WHERE id < ?1 AND (?2 IS NULL OR (closed_at IS NULL) = ?2) ORDER BY id DESC LIMIT ?3
          """), arguments: [before ?? Int64.max, isOpen, limit]
    ).map { try Self.campaign(StoredRow("campaigns", $0)) }
  }

  /// In their order.
  package func rounds(of campaign: Int64) throws -> [CampaignRound] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT round, follows, caller, made_at FROM campaign_rounds WHERE campaign_id = ? ORDER BY round"),
      arguments: [campaign]
    ).map { try CampaignRound(number: $0.value(0), follows: $0.value(1), caller: $0.value(2), madeAt: $0.value(3)) }
  }

  private static let campaignColumns = """
    SELECT id, code, name, item, rule, quantity, since, until, collectors, ledger_id, run_id, caller, made_at, closed_at,
      closed_by, version FROM campaigns
    """

  private static func campaign(_ row: StoredRow) throws -> CampaignRow {
    let (code, name, item): (String, String, String) = (try row["code"], try row["name"], try row["item"])
    let rule: CampaignRule = try row["rule"]
    let (quantity, collectors): (Int, String) = (try row["quantity"], try row["collectors"])
    let (since, until): (Day, Day) = (try row["since"], try row["until"])
    let draft = CampaignDraft(
      code: code, name: name, item: item, rule: rule, quantity: quantity, since: since, until: until,
      collectors: try StoredJSON.value([String].self, collectors))
    let (id, ledger, run): (Int64, Int64, Int64) = (try row["id"], try row["ledger_id"], try row["run_id"])
    let (caller, madeAt): (String, String) = (try row["caller"], try row["made_at"])
    let (closedAt, closedBy): (String?, String?) = (try row["closed_at"], try row["closed_by"])
    return CampaignRow(
      id: id, draft: draft, ledger: ledger, run: run, caller: caller, madeAt: madeAt, closedAt: closedAt,
      closedBy: closedBy, version: try row["version"] as Int64)
  }
}

extension Writer {
  /// A campaign whose first round is this run, with its entries.
  package func insertCampaign(
    _ draft: CampaignDraft, ledger: Int64, run: Int64, entries: [EntryDraft], by caller: Caller
  ) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO campaigns (code, name, item, rule, quantity, since, until, collectors, ledger_id, run_id, caller, made_at,
        updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        draft.code, draft.name, draft.item, draft.rule.rawValue, draft.quantity, draft.since.description,
        draft.until.description, try StoredJSON.text(draft.collectors), ledger, run, caller.name, now.description,
        now.description,
      ])
    try insertRound(1, follows: nil, of: id, by: caller)
    try insertEntries(entries, campaign: id, round: 1)
    try recordChange(.campaigns, id, .create)
    return id
  }

  /// What may be another later on; the question and the rule stay, for entries were made by them.
  ///
  /// - Parameter closing: true closes, false opens again, nil leaves it.
  package func updateCampaign(_ id: Int64, _ draft: CampaignDraft, closing: Bool?, by caller: Caller) throws {
    try execute(
      """
      UPDATE campaigns SET code = ?1, name = ?2, item = ?3, since = ?4, until = ?5, collectors = ?6,
        closed_at = CASE WHEN ?7 IS NULL THEN closed_at WHEN ?7 THEN coalesce(closed_at, ?8) END,
        closed_by = CASE WHEN ?7 IS NULL THEN closed_by WHEN ?7 THEN coalesce(closed_by, ?9) END,
        version = version + 1, updated_at = ?8
      WHERE id = ?10
      """,
      [
        draft.code, draft.name, draft.item, draft.since.description, draft.until.description,
        try StoredJSON.text(draft.collectors), closing, now.description, caller.name, id,
      ])
    try recordChange(.campaigns, id, .update)
  }

  private func insertRound(_ number: Int, follows: Int?, of campaign: Int64, by caller: Caller) throws {
    try execute(
      "INSERT INTO campaign_rounds (campaign_id, round, follows, caller, made_at) VALUES (?, ?, ?, ?, ?)",
      [campaign, number, follows, caller.name, now.description])
  }

  /// A round of what is missing of the one before.
  ///
  /// - Returns: how many entries it has; with none, nothing is written.
  package func followUp(_ campaign: Int64, round: Int, by caller: Caller) throws -> Int {
    let missing = DeliveryState.allCases.filter(\.isMissing).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    try execute(
      """
      INSERT INTO campaign_entries (campaign_id, round, subject_id, position, house_id, building_id, committee_id, grid_id,
        name, address, expected)
      SELECT campaign_id, round + 1, subject_id, position, house_id, building_id, committee_id, grid_id, name, address,
        max(expected - coalesce(quantity, 0), 0)
      FROM campaign_entries WHERE campaign_id = ? AND round = ? AND state IN (\(missing))
      """, [campaign, round])
    let count = db.changesCount
    guard count > 0 else { return 0 }
    try execute(
      """
      UPDATE campaign_entries SET is_last = 0 WHERE campaign_id = ? AND round = ? AND state IN (\(missing))
      """, [campaign, round])
    try insertRound(round + 1, follows: round, of: campaign, by: caller)
    try recordChange(.campaigns, campaign, .update)
    return count
  }
}
