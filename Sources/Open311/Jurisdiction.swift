import Kernel
import Platform

/// The area that a GeoReport client says it means: the code of a street, district or city. The office is one
/// jurisdiction, so that nobody has to say it; whoever does gets what lies there, and what is posted with it lies there at
/// least. What is known to lie in the city only is in no district.
package enum Jurisdiction {
  /// The area with all below it; nil where none is said.
  ///
  /// - Throws: `unknown_jurisdiction`.
  package static func areas(_ code: String?, app: AppContext) throws(Problem) -> Set<UInt32>? {
    guard let area = try area(code, app: app) else { return nil }
    return try app.index.areas.within([area])
  }

  /// The area itself. Throws as `areas`.
  static func area(_ code: String?, app: AppContext) throws(Problem) -> UInt32? {
    guard let code else { return nil }
    // Committees and grids are named to those only who may see them.
    guard let area = try app.index.areas.area(code: code), area.level < .committee else {
      let detail = "没有这个辖区：jurisdiction_id 应为街道、区或市的区划代码，也可以不填。"
      throw Problem(.notFound, "unknown_jurisdiction", detail, notes: [.init(.parameter("jurisdiction_id"), detail)])
    }
    return area.id
  }
}
