import Accounts
import Admissions
import Analytics
import Campaigns
import ChangeFeed
import Dashboard
import DataRequests
import Exports
import Imports
import Kernel
import Ledgers
import Logging
import Merges
import Open311
import Operations
import Platform
import Questions
import Registry
import Reminders
import Reveals
import Server
import Storage
import Webhooks
import WorkOrders

/// Every route of the API: one table, in the order of its documentation. `APIRouter` adds what machines ask and the pages.
package enum API {
  package static let groups: [RouteGroup] = [
    RouteGroup(HouseRoutes.routes), RouteGroup(SearchRoutes.routes, schemas: SearchRoutes.rowSchemas),
    RouteGroup(FieldRoutes.routes, schemas: FieldRoutes.schemas), RouteGroup(RowRoutes.routes),
    RouteGroup(ClaimRoutes.routes), RouteGroup(PeopleRoutes.routes),
    RouteGroup(ShopRoutes.routes, schemas: ShopRoutes.schemas),
    RouteGroup(AssetRoutes.routes, schemas: AssetRoutes.schemas),
    RouteGroup(OccupancyRoutes.routes, schemas: OccupancyRoutes.schemas),
    RouteGroup(VisitRoutes.routes, schemas: VisitRoutes.schemas),
    RouteGroup(AttachmentRoutes.routes, schemas: AttachmentRoutes.schemas),
    RouteGroup(TagRoutes.routes, schemas: TagRoutes.schemas),
    RouteGroup(TaggingRoutes.routes, schemas: TaggingRoutes.schemas),
    RouteGroup(DatasetRoutes.routes, schemas: DatasetRoutes.schemas),
    RouteGroup(RecordRoutes.routes, schemas: RecordRoutes.schemas),
    RouteGroup(AreaRoutes.routes, schemas: AreaRoutes.schemas),
    RouteGroup(AskRoutes.routes, schemas: AskRoutes.schemas),
    RouteGroup(ChangeRoutes.routes, schemas: ChangeRoutes.schemas),
    RouteGroup(ImportRoutes.routes, schemas: ImportRoutes.schemas),
    RouteGroup(MergeRoutes.routes, schemas: MergeRoutes.schemas),
    RouteGroup(LedgerRoutes.routes, schemas: LedgerRoutes.schemas),
    RouteGroup(RunRoutes.routes, schemas: RunRoutes.schemas),
    RouteGroup(ExportRoutes.routes, schemas: ExportRoutes.schemas),
    RouteGroup(RevealApprovalRoutes.routes, schemas: RevealApprovalRoutes.schemas),
    RouteGroup(RevealTextRoutes.routes), RouteGroup(DutyRoutes.routes, schemas: DutyRoutes.schemas),
    RouteGroup(UnitRoutes.routes, schemas: UnitRoutes.schemas),
    RouteGroup(AdmissionRoutes.routes, schemas: AdmissionRoutes.schemas),
    RouteGroup(WorkOrderRoutes.routes, schemas: WorkOrderRoutes.schemas), RouteGroup(WorkOrderActionRoutes.routes),
    RouteGroup(DispatchRoutes.routes), RouteGroup(OrderAttachmentRoutes.routes),
    RouteGroup(AnalyticsRoutes.routes, schemas: AnalyticsRoutes.schemas),
    RouteGroup(DashboardRoutes.routes, schemas: DashboardRoutes.schemas),
    RouteGroup(Open311Routes.routes, schemas: Open311Routes.schemas),
    RouteGroup(DataRequestRoutes.routes, schemas: DataRequestRoutes.schemas),
    RouteGroup(CampaignRoutes.routes, schemas: CampaignRoutes.schemas),
    RouteGroup(ScheduleRoutes.routes, schemas: ScheduleRoutes.schemas),
    RouteGroup(ReminderRoutes.routes, schemas: ReminderRoutes.schemas),
    RouteGroup(WebhookRoutes.routes, schemas: WebhookRoutes.schemas), RouteGroup(LogInRoutes.routes),
    RouteGroup(UserRoutes.routes, schemas: UserRoutes.schemas), RouteGroup(TokenRoutes.routes),
    RouteGroup(AuditRoutes.routes),
  ]

  package static var routes: [Route] { groups.flatMap(\.routes) }
  package static var schemas: [String: JSONValue] { Schemas.all(of: groups) }

  /// What a database is brought up to when this program opens it.
  package static let setUp: [SetUpStep] = [
    AreaSeeding.run, CatalogueSeeding.run, DutySeeding.run, LegacyTextSealing.run, SealingOldClaims.run,
  ]

  /// What follows every commit beside the index.
  package static let followers: [any CommitFollower.Type] = [DispatchService.self]

  /// What `/metrics` shows of the features.
  package static let gauges: [GaugeSource] = [
    ImportRunner.gauges, RunJobQueue.gauges, ExportJobQueue.gauges, WebhookBacklog.gauges,
  ]

  /// The HTTP door of an office with all of this behind it.
  package static func door(app: AppContext, pages: [PageAsset], origins: [String] = [], log: Logger) -> APIRouter {
    APIRouter(
      app: app, api: groups, notes: .init(sections: sections, operations: notes), gauges: gauges, pages: pages,
      origins: origins, log: log)
  }
}
