/// Every route there is: one table, in the order of the API's documentation.
enum Routes {
  static let all: [Route] =
    HouseRoutes.routes + SearchRoutes.routes + RowRoutes.routes + PeopleRoutes.routes + ShopRoutes.routes
    + AssetRoutes.routes + OccupancyRoutes.routes + VisitRoutes.routes + TagRoutes.routes + TaggingRoutes.routes
    + DatasetRoutes.routes + RecordRoutes.routes + AreaRoutes.routes + ChangeRoutes.routes
}
