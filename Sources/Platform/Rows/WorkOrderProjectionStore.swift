import TagIndex

extension Projections {
  private static func flag(_ name: String, _ sql: String? = nil, shown: Bool = true) -> Projection.Column {
    own(name, "json(iif(\(sql ?? "t.\(name)"), 'true', 'false'))", shown: shown)
  }

  /// As the filter language has it: its clock runs and its time has passed.
  private static let overdue = """
    (t.due_at < current_minute() AND t.state IN ('received', 'dispatched', 'accepted', 'in_progress', 'returned'))
    """

  private static let helpers = """
    (SELECT json_group_array(a.unit) FROM work_order_assists a WHERE a.order_id = t.id AND a.unit <> '')
    """
  private static let workers = """
    (SELECT json_group_array(a.worker) FROM work_order_assists a WHERE a.order_id = t.id AND a.worker <> '')
    """

  private static let solved = "json(CASE t.solved WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END)"

  package static let workOrders = Projection(
    table: "work_orders",
    columns: [
      own("id"), own("number"), own("source"), own("external_id"), own("kind"), own("title"),
      own("text", shown: false), own("category"), own("state"), own("duty"), own("unit"),
      own("co_units", "json(\(helpers))"), own("workers", "json(\(workers))", shown: false), flag("urgent"),
      flag("overdue", overdue), flag("supervised"), flag("extended", shown: false), flag("returned", shown: false),
      located("address", "coalesce(h.address, t.address)"), own("house_id"), own("building_id", shown: false),
      own("shop_id"), located("shop", "s.name", shown: false), located("committee", "c.name"),
      located("grid", "g.name"), located("area", "ar.name", shown: false), own("lat", shown: false),
      own("lon", shown: false), own("reporter", "mask_name(t.reporter)", shown: false),
      own("phone", "t.phone_masked", shown: false), own("reported_at"), own("received_at", shown: false),
      own("first_contact_due_at"), own("due_at"), flag("due_provisional"), own("late_at", shown: false),
      own("rounds", shown: false), own("extension_requested_at", shown: false), own("contacted_at", shown: false),
      own("dispatched_at", shown: false), own("accepted_at", shown: false), own("suspended_at", shown: false),
      own("resolved_at", shown: false), own("verified_at", shown: false), own("closed_at"), own("responsible_unit"),
      own("responsible", shown: false), own("worker"), own("mode", shown: false), own("confidence", shown: false),
      flag("corrected", shown: false), own("outcome"), own("result", shown: false), own("satisfaction"),
      own("solved", solved), own("merged_into"),
    ] + version,
    joins: { _ in
      """
      LEFT JOIN houses h ON h.id = t.house_id LEFT JOIN shops s ON s.id = t.shop_id
      LEFT JOIN areas c ON c.id = t.committee_id LEFT JOIN areas g ON g.id = t.grid_id
      JOIN areas ar ON ar.id = t.area_id
      """
    })
}
