import Kernel

/// What a feature adds to the API: routes, and the shapes that they name.
package struct RouteGroup: Sendable {
  package let routes: [Route]
  package let schemas: [String: JSONValue]

  package init(_ routes: [Route], schemas: [String: JSONValue] = [:]) {
    (self.routes, self.schemas) = (routes, schemas)
  }
}
