//! The Example API: the pet store that the console offers, as a document of our own.
//!
//! Six methods: a welcome page and CORS answers made by the gateway itself, and three calls to a backend
//! `petstore.execute-api.{region}.amazonaws.com`, which this gateway serves as a built-in service. It has no resource
//! policy: whoever imports it as a private API must add one before it can be deployed.

/// The document, as stored in the repository: Swagger 2.0, JSON, the region written as `${AWS::Region}`.
const DOCUMENT: &str = include_str!("../../../../testdata/openapi/petstore.json");

/// The document for a region.
#[must_use]
pub fn document(region: &str) -> String {
    DOCUMENT.replace("${AWS::Region}", region)
}
