//! restJson1: methods and paths to operations, labels, query string and body to members, and back.
//!
//! Of several operations on one method and path the one with more fixed query pairs wins (`POST /restapis?mode=import`
//! is ImportRestApi, without the pair CreateRestApi). Labels are decoded after the raw path is split, so an encoded
//! slash stays inside its label. A query parameter nobody asked for is refused, save those of a presigned URL.
use crate::document::{Format, Reader, from_structure};
use crate::error::AwsError;
use crate::http::{HttpReply, HttpRequest, pairs, percent_decode, percent_encode};
use crate::json;
use crate::limits::Limits;
use crate::query::{scalar, scalar_text};
use crate::shape::{Operation, Place, Service, Shape, Structure, Value};
use crate::sigv4::PRESIGNING;
use indexmap::IndexMap;

/// What a method and path lead to.
#[derive(Debug)]
pub(crate) enum Found {
    /// A served operation and its labels, by name.
    Served(&'static Operation, Vec<(&'static str, String)>),
    /// An operation AWS has and this gateway does not.
    Unserved(&'static str),
    /// Nothing AWS has.
    Nothing,
}

/// Finds the operation a request asks for.
pub(crate) fn find(service: &'static Service, request: &HttpRequest<'_>) -> Found {
    let matches = |method: &str, uri: &'static str| {
        if method != request.method {
            return None;
        }
        let (path, fixed) = uri.split_once('?').unwrap_or((uri, ""));
        let asked = pairs(fixed).all(|pair| pairs(request.query()).any(|given| given == pair));
        let labels = labels(path, request.path()).filter(|_| asked)?;
        Some((pairs(fixed).count(), labels))
    };
    let served = service.operations.iter().filter_map(|operation| {
        let (fixed, labels) = matches(operation.method, operation.uri)?;
        Some((fixed, Found::Served(operation, labels)))
    });
    let unserved = service.unserved.iter().filter_map(|operation| {
        let (fixed, _) = matches(operation.method, operation.uri)?;
        Some((fixed, Found::Unserved(operation.name)))
    });
    served.chain(unserved).max_by_key(|(fixed, _)| *fixed).map_or(Found::Nothing, |(_, found)| found)
}

/// The labels of a path pattern, if the raw path fits it.
fn labels(pattern: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let (mut pieces, mut labels) = (path.split('/'), Vec::new());
    for wanted in pattern.split('/') {
        let piece = pieces.next()?;
        match wanted.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(label) => {
                labels.push((label, percent_decode(piece, false).filter(|text| !text.is_empty())?));
            }
            None if wanted == piece => {}
            None => return None,
        }
    }
    if pieces.next().is_some() { None } else { Some(labels) }
}

/// The members of an operation's input.
pub(crate) fn decode(
    operation: &'static Operation,
    labels: Vec<(&'static str, String)>,
    request: &HttpRequest<'_>,
    limits: &Limits,
) -> Result<Vec<Option<Value>>, AwsError> {
    let shape = operation.input;
    let mut members = body(shape, request.body, limits)?;
    for (name, text) in labels {
        bind(shape, Place::Uri, name, text, &mut members)?;
    }
    let fixed = operation.uri.split_once('?').map_or("", |(_, fixed)| fixed);
    for (count, pair) in pairs(request.query()).enumerate() {
        if count >= limits.parameters {
            return Err(bad_request(format!("More than {} query parameters", limits.parameters)));
        }
        if pairs(fixed).any(|known| known == pair) {
            continue;
        }
        let decoded = percent_decode(pair.0, true).zip(percent_decode(pair.1, true));
        let (name, text) =
            decoded.ok_or_else(|| bad_request("The query string has a malformed escape".into()))?;
        if !PRESIGNING.contains(&name.as_str()) {
            bind(shape, Place::Query, &name, text, &mut members)?;
        }
    }
    Ok(members)
}

/// The body's members, all others still unset.
fn body(shape: &'static Structure, body: &[u8], limits: &Limits) -> Result<Vec<Option<Value>>, AwsError> {
    let mut members: Vec<Option<Value>> = shape.members.iter().map(|_| None).collect();
    if body.is_empty() {
        return Ok(members);
    }
    if let Some(at) = shape.members.iter().position(|member| member.place == Place::Payload) {
        members[at] = Some(Value::Blob(body.to_vec()));
        return Ok(members);
    }
    let document = json::parse(body, limits.depth).map_err(serialization)?;
    Reader { format: Format::Json, limits }.structure(shape, document).map_err(serialization)
}

fn bind(
    shape: &'static Structure,
    place: Place,
    name: &str,
    text: String,
    members: &mut [Option<Value>],
) -> Result<(), AwsError> {
    let of_place = shape.members.iter().zip(members).filter(|(member, _)| member.place == place);
    let mut map = None;
    for (member, slot) in of_place {
        match member.shape {
            Shape::Map(_) => map = Some(slot),
            _ if member.wire != name => {}
            Shape::List(list) => {
                let item = scalar(list.member, &text).ok_or_else(|| not_a(&text))?;
                match slot {
                    Some(Value::List(items)) => items.push(item),
                    _ => *slot = Some(Value::List(vec![item])),
                }
                return Ok(());
            }
            _ if slot.is_some() => {
                return Err(bad_request(format!("The query parameter '{name}' is given more than once")));
            }
            shape => {
                *slot = Some(scalar(shape, &text).ok_or_else(|| not_a(&text))?);
                return Ok(());
            }
        }
    }
    let Some(slot) = map else {
        return Err(bad_request(format!("The query parameter '{name}' is not recognized")));
    };
    let mut entries = match slot.take() {
        Some(Value::Map(entries)) => entries,
        _ => IndexMap::new(),
    };
    let again = entries.insert(name.to_owned(), Value::Text(text)).is_some();
    *slot = Some(Value::Map(entries));
    if again {
        return Err(bad_request(format!("The query parameter '{name}' is given more than once")));
    }
    Ok(())
}

fn bad_request(message: String) -> AwsError {
    AwsError::new("BadRequestException", message)
}

fn serialization(message: String) -> AwsError {
    AwsError::new("SerializationException", message)
}

fn not_a(text: &str) -> AwsError {
    serialization(format!("For input string: \"{text}\""))
}

/// The answer to an operation that succeeded; one without output has no body. Moments are whole seconds, as API Gateway
/// keeps and answers them (`"createdDate":1511993435`).
pub(crate) fn encode_answer(
    operation: &'static Operation,
    members: &[Option<Value>],
    request_id: &str,
) -> HttpReply {
    let mut headers = vec![("x-amzn-RequestId".into(), request_id.to_owned())];
    let mut body = Vec::new();
    if !operation.output.members.is_empty() {
        headers.push(("content-type".into(), "application/json".to_owned()));
        body = json::write(&from_structure(operation.output, members).in_whole_seconds());
    }
    HttpReply { status: operation.status, headers, body }
}

/// The target and body that ask for an operation: what a client sends.
pub(crate) fn encode(operation: &'static Operation, members: &[Option<Value>]) -> (String, Vec<u8>) {
    let shape = operation.input;
    let (pattern, fixed) = operation.uri.split_once('?').unwrap_or((operation.uri, ""));
    let mut target = String::new();
    for piece in pattern.split('/').skip(1) {
        target.push('/');
        match piece.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(label) => {
                let bound = shape
                    .members
                    .iter()
                    .zip(members)
                    .find(|(member, _)| member.place == Place::Uri && member.wire == label);
                let text = bound.and_then(|(_, value)| scalar_text(value.as_ref()?)).unwrap_or_default();
                percent_encode(&text, &mut target);
            }
            None => target.push_str(piece),
        }
    }
    let mut query: Vec<(String, String)> =
        pairs(fixed).map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    let mut body = None;
    for (member, value) in shape.members.iter().zip(members) {
        match (member.place, value) {
            (Place::Query, Some(value)) => add_query(member.wire, value, &mut query),
            (Place::Payload, Some(Value::Blob(bytes))) => body = Some(bytes.clone()),
            _ => {}
        }
    }
    for (at, (key, value)) in query.iter().enumerate() {
        target.push(if at == 0 { '?' } else { '&' });
        percent_encode(key, &mut target);
        target.push('=');
        percent_encode(value, &mut target);
    }
    let has_body = shape.members.iter().any(|member| member.place == Place::Body);
    let body = body
        .unwrap_or_else(|| if has_body { json::write(&from_structure(shape, members)) } else { Vec::new() });
    (target, body)
}

fn add_query(name: &str, value: &Value, query: &mut Vec<(String, String)>) {
    match value {
        Value::List(items) => items.iter().for_each(|item| add_query(name, item, query)),
        Value::Map(entries) => entries.iter().for_each(|(key, inner)| add_query(key, inner, query)),
        _ => query.extend(scalar_text(value).map(|text| (name.to_owned(), text))),
    }
}
