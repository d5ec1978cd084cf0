/// Every route of the API: one table, in the order of its documentation. `Door` adds what machines ask and the pages.
enum Routes {
  static let all: [Route] =
    HouseRoutes.routes + SearchRoutes.routes + RowRoutes.routes + ClaimRoutes.routes + PeopleRoutes.routes
    + ShopRoutes.routes
    + AssetRoutes.routes + OccupancyRoutes.routes + VisitRoutes.routes + TagRoutes.routes + TaggingRoutes.routes
    + DatasetRoutes.routes + RecordRoutes.routes + AreaRoutes.routes + AskRoutes.routes + ChangeRoutes.routes
    + ImportRoutes.routes + LedgerRoutes.routes + RunRoutes.routes + ExportRoutes.routes + RevealApprovalRoutes.routes
    + RevealTextRoutes.routes + DutyRoutes.routes + UnitRoutes.routes + AdmissionRoutes.routes
    + WorkOrderRoutes.routes + WorkOrderActionRoutes.routes + DispatchRoutes.routes + AttachmentRoutes.routes
    + AnalyticsRoutes.routes + Open311Routes.routes
    + DataRequestRoutes.routes
    + ScheduleRoutes.routes + ReminderRoutes.routes + WebhookRoutes.routes
    + LogInRoutes.routes + UserRoutes.routes + TokenRoutes.routes + AuditRoutes.routes
}
