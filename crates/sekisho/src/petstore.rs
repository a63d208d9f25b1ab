//! The pet store behind the Example API: the backend that AWS runs for its tutorial, built in.
//!
//! It answers what the tutorial's steps show: three pets, one pet, a new pet, and an error for an identifier that is out
//! of range. It keeps nothing; every answer follows from the request. JSON is printed with two blanks, as there.

use std::convert::Infallible;

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header::CONTENT_TYPE};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncWrite};

/// Bytes of a new pet.
const BODY_BYTES_MAX: usize = 64 * 1024;
const KINDS: [(&str, f64); 3] = [("dog", 249.99), ("cat", 124.99), ("fish", 0.99)];
const PAGE: i64 = 3;

/// Serves one connection to its end.
pub async fn serve_connection<S>(stream: S)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = service_fn(|request| async { Ok::<_, Infallible>(handle(request).await) });
    if let Err(error) = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await {
        tracing::debug!(%error, "a connection to the pet store ended");
    }
}

async fn handle(request: Request<Incoming>) -> Response<Full<Bytes>> {
    let (head, body) = request.into_parts();
    let body = match Limited::new(body, BODY_BYTES_MAX).collect().await {
        Ok(body) => body.to_bytes(),
        Err(_) => {
            return reply(StatusCode::PAYLOAD_TOO_LARGE, &errors("CreatePet", "The body is too large."));
        }
    };
    let (status, value) = answer(&head.method, head.uri.path(), head.uri.query().unwrap_or_default(), &body);
    reply(status, &value)
}

fn reply(status: StatusCode, value: &Value) -> Response<Full<Bytes>> {
    let text = serde_json::to_vec_pretty(value).unwrap_or_default();
    let mut response = Response::new(Full::new(Bytes::from(text)));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// What the pet store answers.
#[must_use]
pub fn answer(method: &Method, path: &str, query: &str, body: &[u8]) -> (StatusCode, Value) {
    let rest = path.strip_prefix("/petstore/pets").map(|rest| rest.trim_end_matches('/'));
    match (method.as_str(), rest) {
        ("GET" | "HEAD", Some("")) => (StatusCode::OK, page(query)),
        ("POST", Some("")) => created(body),
        ("GET" | "HEAD", Some(rest)) if rest.starts_with('/') => pet(rest.trim_start_matches('/')),
        (_, Some(rest)) if rest.is_empty() || rest.starts_with('/') => {
            (StatusCode::METHOD_NOT_ALLOWED, errors("method", "The method is not supported."))
        }
        _ => (StatusCode::NOT_FOUND, errors("path", "There is nothing here.")),
    }
}

fn page(query: &str) -> Value {
    let parameter = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let kind = parameter("type").filter(|kind| !kind.is_empty());
    let number =
        parameter("page").and_then(|page| page.parse::<i64>().ok()).filter(|page| (1..=1_000).contains(page));
    let first = (number.unwrap_or(1) - 1) * PAGE + 1;
    (first..first + PAGE).map(|id| one(id, kind)).collect()
}

fn one(id: i64, kind: Option<&str>) -> Value {
    let index = usize::try_from((id - 1).rem_euclid(PAGE)).unwrap_or(0);
    let (usual, price) = KINDS[index];
    json!({ "id": id, "type": kind.unwrap_or(usual), "price": price })
}

fn pet(id: &str) -> (StatusCode, Value) {
    match id.parse::<i64>() {
        Ok(id) if id >= 1 => (StatusCode::OK, one(id, None)),
        _ => (StatusCode::BAD_REQUEST, errors("GetPetRequest.petId", "The value is out of range.")),
    }
}

fn created(body: &[u8]) -> (StatusCode, Value) {
    match serde_json::from_slice::<Value>(body) {
        Ok(pet) if pet.is_object() => (StatusCode::OK, json!({ "pet": pet, "message": "success" })),
        _ => (StatusCode::BAD_REQUEST, errors("CreatePetRequest", "The body is not a pet.")),
    }
}

fn errors(key: &str, message: &str) -> Value {
    json!({ "errors": [{ "key": key, "message": message }] })
}

#[cfg(test)]
mod tests {
    use super::{Method, StatusCode, answer, json};

    fn get(path: &str, query: &str) -> (u16, serde_json::Value) {
        let (status, value) = answer(&Method::GET, path, query, b"");
        (status.as_u16(), value)
    }

    #[test]
    fn identifiers_out_of_range_are_refused() {
        let refused =
            json!({"errors": [{"key": "GetPetRequest.petId", "message": "The value is out of range."}]});
        for id in ["-1", "0", "one", "1.5", "99999999999999999999"] {
            assert_eq!(get(&format!("/petstore/pets/{id}"), ""), (400, refused.clone()), "{id}");
        }
    }

    #[test]
    fn other_paths_and_methods_are_refused() {
        for path in ["/", "/pets", "/petstore", "/petstore/petsies"] {
            assert_eq!(get(path, "").0, 404, "{path}");
        }
        assert_eq!(answer(&Method::DELETE, "/petstore/pets/1", "", b"").0, StatusCode::METHOD_NOT_ALLOWED);
    }

    #[test]
    fn bodies_that_are_no_pet_are_refused() {
        for body in ["", "[]", "{", "1", "\u{1f415}"] {
            assert_eq!(
                answer(&Method::POST, "/petstore/pets", "", body.as_bytes()).0,
                StatusCode::BAD_REQUEST
            );
        }
    }

    #[test]
    fn the_tutorials_answers() {
        let all = json!([
            {"id": 1, "type": "dog", "price": 249.99},
            {"id": 2, "type": "cat", "price": 124.99},
            {"id": 3, "type": "fish", "price": 0.99}
        ]);
        assert_eq!(get("/petstore/pets", ""), (200, all.clone()));
        assert_eq!(get("/petstore/pets/", "page=0&type="), (200, all));
        assert_eq!(get("/petstore/pets/1", "").1, json!({"id": 1, "type": "dog", "price": 249.99}));
        let (_, page) = get("/petstore/pets", "type=cat&page=2");
        assert_eq!(page[0], json!({"id": 4, "type": "cat", "price": 249.99}));
        let (status, made) = answer(&Method::POST, "/petstore/pets", "", br#"{"type":"dog","price":249.99}"#);
        assert_eq!(
            (status.as_u16(), made),
            (200, json!({"pet": {"type": "dog", "price": 249.99}, "message": "success"}))
        );
    }
}
