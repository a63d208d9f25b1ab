//! Importing an API from an OpenAPI document: Swagger 2.0 or OpenAPI 3.0, JSON or YAML.
//!
//! The document is read into one shape ([`openapi::Document`]), laid over a draft through the same checks as the API's
//! own calls, and stored whole or not at all: AWS leaves half-done imports behind, this gateway does not. What cannot
//! be done is an error; what is left out is a warning that names its place. Nothing is deployed by an import. Source:
//! API Gateway's guide, "Import a REST API", and its API reference, `ImportRestApi` and `PutRestApi`.

mod apply;
mod extensions;
mod openapi;
mod openapi3;
mod schema;
mod swagger2;

use indexmap::IndexMap;
use sekisho_core::{limits::IMPORT_BYTES_MAX, rest_api::EndpointType};
use sekisho_wire::{AwsError, apigateway as wire};

use self::openapi::{Document, Notes};
use super::{
    draft::Draft,
    endpoints,
    errors::{bad_request, not_in_enum},
    lookup,
    rest_apis::{self, ShowTags},
};
use crate::{Call, Outcome, Reply};

/// What the query string of an import says.
#[derive(Debug)]
struct Options {
    base_path: BasePath,
    types: Option<Vec<String>>,
    ignore_documentation: bool,
}

/// What becomes of the document's base path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BasePath {
    /// Left out.
    Ignore,
    /// Put before every path.
    Prepend,
    /// The same without its first segment.
    Split,
}

/// Whether what the document does not have stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Methods of the document replace those of the same path and verb; the rest stays.
    Merge,
    /// What is not in the document goes.
    Overwrite,
}

impl Options {
    fn read(parameters: &Option<IndexMap<String, String>>) -> Result<Self, AwsError> {
        let mut options = Self { base_path: BasePath::Ignore, types: None, ignore_documentation: false };
        for (name, value) in parameters.iter().flatten() {
            match (name.as_str(), value.as_str()) {
                ("basepath", "ignore") => options.base_path = BasePath::Ignore,
                ("basepath", "prepend") => options.base_path = BasePath::Prepend,
                ("basepath", "split") => options.base_path = BasePath::Split,
                ("endpointConfigurationTypes", types) => {
                    options.types = Some(types.split(',').map(|word| word.trim().to_owned()).collect());
                }
                ("ignore", "documentation") => options.ignore_documentation = true,
                // Members of the request that a query string also carries.
                ("mode" | "failonwarnings", _) => {}
                _ => return Err(bad_request(format!("Invalid import parameter specified: {name}={value}"))),
            }
        }
        Ok(options)
    }
}

/// Makes an API from a document.
pub(super) fn import_rest_api(
    call: &mut Call<'_>,
    input: &wire::ImportRestApiInput,
) -> Outcome<wire::RestApi> {
    let options = Options::read(&input.parameters)?;
    let configuration = wire::EndpointConfiguration {
        types: options.types.clone(),
        ..wire::EndpointConfiguration::default()
    };
    let endpoint = endpoints::read(Some(&configuration))?;
    let mut notes = Notes::default();
    let tree = parse(call, &input.body)?;
    let document = read(&tree, &options, &mut notes)?;
    let api = rest_apis::blank(call, &document.title, endpoint)?;
    let mut draft = Draft::new(call, api);
    apply::apply(call, &mut draft, document, options.base_path, &mut notes);
    let warnings = finish(&draft, notes, input.fail_on_warnings)?;
    let answer = wire::RestApi { warnings, ..rest_apis::shown(&draft.api, ShowTags::IfAny) };
    Ok(Reply::write(answer, draft.changes(call.world)))
}

/// Lays a document over an API.
pub(super) fn put_rest_api(call: &mut Call<'_>, input: &wire::PutRestApiInput) -> Outcome<wire::RestApi> {
    let api = lookup::rest_api(call, &input.rest_api_id)?;
    let mode = match input.mode.as_deref() {
        None | Some("" | "merge") => Mode::Merge,
        Some("overwrite") => Mode::Overwrite,
        Some(other) => return Err(not_in_enum(other, "putRestApiInput.mode", "merge, overwrite")),
    };
    let options = Options::read(&input.parameters)?;
    check_type(options.types.as_deref(), api.endpoint_type)?;
    let mut notes = Notes::default();
    let tree = parse(call, &input.body)?;
    let document = read(&tree, &options, &mut notes)?;
    let mut draft = Draft::load(call.world, api);
    if mode == Mode::Overwrite {
        draft.clear();
    }
    apply::apply(call, &mut draft, document, options.base_path, &mut notes);
    let warnings = finish(&draft, notes, input.fail_on_warnings)?;
    let answer = wire::RestApi { warnings, ..rest_apis::shown(&draft.api, ShowTags::Always) };
    Ok(Reply::write(answer, draft.changes(call.world)))
}

/// An import never changes the endpoint type of an API that is there.
fn check_type(types: Option<&[String]>, is: EndpointType) -> Result<(), AwsError> {
    match types {
        None => Ok(()),
        Some([word]) if endpoints::kind(word)? == is => Ok(()),
        Some(words) => Err(bad_request(format!(
            "endpointConfigurationTypes {} cannot change the endpoint type {} of an existing API",
            words.join(","),
            is.as_str()
        ))),
    }
}

fn parse(call: &Call<'_>, body: &Option<Vec<u8>>) -> Result<serde_json::Value, AwsError> {
    let body = body.as_deref().unwrap_or_default();
    if body.len() > IMPORT_BYTES_MAX {
        return Err(bad_request(format!(
            "The document has {} bytes, at most {IMPORT_BYTES_MAX} are allowed",
            body.len()
        )));
    }
    openapi::parse(call, body).ok_or_else(invalid)
}

fn read<'t>(
    tree: &'t serde_json::Value,
    options: &Options,
    notes: &mut Notes,
) -> Result<Document<'t>, AwsError> {
    let document = openapi::read(tree, options.ignore_documentation, notes).ok_or_else(invalid)?;
    rest_apis::check_name(&document.title)?;
    Ok(document)
}

fn invalid() -> AwsError {
    bad_request("Invalid OpenAPI input.")
}

/// The last checks, and the warnings of an import that goes through.
fn finish(
    draft: &Draft,
    mut notes: Notes,
    fail_on_warnings: Option<bool>,
) -> Result<Option<Vec<String>>, AwsError> {
    let api = &draft.api;
    if let Err(error) = endpoints::check(api.endpoint_type, &api.ip_address_type, &api.vpc_endpoint_ids) {
        notes.error(error.message);
    }
    if let Err(error) = super::models::check_total(draft.models.values(), 0) {
        notes.error(error.message);
    }
    if !notes.errors.is_empty() {
        return Err(bad_request(format!("Errors found during import:\n\t{}", notes.errors.join("\n\t"))));
    }
    if fail_on_warnings == Some(true) && !notes.warnings.is_empty() {
        let list = notes.warnings.join("\n\t");
        return Err(bad_request(format!("Warnings found during import:\n\t{list}")));
    }
    Ok((!notes.warnings.is_empty()).then_some(notes.warnings))
}
