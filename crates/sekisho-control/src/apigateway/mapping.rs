//! What parameter mappings, templates and selection patterns may look like when they are saved.
//!
//! Only the form is checked here, by the functions that the request path compiles these texts with. A template that does
//! not parse is stored, as on AWS, and fails the request that uses it. Source: API Gateway's guide, "Parameter mapping".

use indexmap::IndexMap;
use sekisho_core::{limits::TEMPLATE_BYTES_MAX, rest_api::Method};
use sekisho_execute::{MappingError, check_request_mapping, check_response_mapping, check_selection_pattern};
use sekisho_wire::AwsError;

use super::errors::{bad_request, validation_result};

/// Characters of one mapping expression or parameter name.
const EXPRESSION_CHARACTERS_MAX: usize = 2048;
/// Parameters or templates of one method or response.
const ENTRIES_MAX: usize = 300;
/// Bytes of a selection pattern.
const PATTERN_BYTES_MAX: usize = 1024;

/// AWS's frame around a bad mapping.
const PREFIX: &str = "Invalid mapping expression specified: ";

fn invalid_expression(text: &str) -> AwsError {
    validation_result(PREFIX, &format!("Invalid mapping expression specified: {text}"))
}

fn invalid_parameter(text: &str) -> AwsError {
    validation_result(PREFIX, &format!("Invalid mapping expression parameter specified: {text}"))
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    /// A header.
    Header,
    /// A pair of the query string.
    Querystring,
    /// A variable of the path.
    Path,
}

/// Splits what a method declares, `prefix.{header|querystring|path}.{name}`.
fn located<'a>(text: &'a str, prefix: &str) -> Option<(Location, &'a str)> {
    let (place, name) = text.strip_prefix(prefix)?.strip_prefix('.')?.split_once('.')?;
    let location = match place {
        "header" => Location::Header,
        "querystring" => Location::Querystring,
        "path" => Location::Path,
        _ => return None,
    };
    let fits = if location == Location::Header { is_token(name) } else { is_name(name) };
    fits.then_some((location, name))
}

/// A header's name (RFC 9110, section 5.6.2).
fn is_token(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= EXPRESSION_CHARACTERS_MAX
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c))
}

/// A parameter's name elsewhere: the same, and brackets as some query strings have them.
fn is_name(name: &str) -> bool {
    is_token(&name.replace([':', '[', ']', '@'], "_"))
}

/// Checks the parameters a method declares: their form, and that a name stands in one place only.
pub(crate) fn check_declared(parameters: &IndexMap<String, bool>) -> Result<(), AwsError> {
    check_count(parameters.len())?;
    let mut names: Vec<&str> = Vec::with_capacity(parameters.len());
    for key in parameters.keys() {
        let (_, name) = located(key, "method.request").ok_or_else(|| invalid_expression(key))?;
        if names.contains(&name) {
            return Err(bad_request("Parameter names must be unique across querystring, header and path"));
        }
        names.push(name);
    }
    Ok(())
}

/// Checks the headers a method response declares.
pub(crate) fn check_declared_headers(parameters: &IndexMap<String, bool>) -> Result<(), AwsError> {
    check_count(parameters.len())?;
    parameters.keys().try_for_each(|key| header_target(key))
}

fn header_target(key: &str) -> Result<(), AwsError> {
    match located(key, "method.response") {
        Some((Location::Header, _)) => Ok(()),
        _ => Err(invalid_expression(key)),
    }
}

/// Checks an integration's parameters: targets, expressions, and that what they read is declared on the method.
pub(crate) fn check_request(parameters: &IndexMap<String, String>, method: &Method) -> Result<(), AwsError> {
    check_count(parameters.len())?;
    for (target, expression) in parameters {
        check_length(target)?;
        check_length(expression)?;
        check_request_mapping(target, expression).map_err(|error| refused(&error, target, expression))?;
        if reads_undeclared(expression, method) {
            return Err(invalid_parameter(expression));
        }
    }
    Ok(())
}

/// Checks an integration response's parameters: headers that the method response declares, and expressions.
pub(crate) fn check_response(
    parameters: &IndexMap<String, String>,
    declared: &IndexMap<String, bool>,
) -> Result<(), AwsError> {
    check_count(parameters.len())?;
    for (target, expression) in parameters {
        check_length(target)?;
        check_length(expression)?;
        check_response_mapping(target, expression).map_err(|error| refused(&error, target, expression))?;
        if !declared.contains_key(target) {
            return Err(invalid_parameter(target));
        }
    }
    Ok(())
}

/// Whether an expression, which has one of the forms, reads a parameter that the method does not declare. The
/// multi-value forms read the parameter that is declared under its plain name.
fn reads_undeclared(expression: &str, method: &Method) -> bool {
    let Some((place, name)) =
        expression.strip_prefix("method.request.").and_then(|rest| rest.split_once('.'))
    else {
        return false;
    };
    let place = match place {
        "multivalueheader" => "header",
        "multivaluequerystring" => "querystring",
        plain => plain,
    };
    let is_body = place.starts_with("body");
    !is_body && !method.request_parameters.contains_key(&format!("method.request.{place}.{name}"))
}

/// AWS's complaint names the part that is wrong.
fn refused(error: &MappingError, target: &str, expression: &str) -> AwsError {
    match error {
        MappingError::Target(_) | MappingError::Reserved(_) => invalid_expression(target),
        MappingError::Source(_) | MappingError::Path { .. } => invalid_expression(expression),
    }
}

fn check_length(text: &str) -> Result<(), AwsError> {
    if text.len() > EXPRESSION_CHARACTERS_MAX {
        return Err(bad_request(format!(
            "A mapping expression can have at most {EXPRESSION_CHARACTERS_MAX} characters"
        )));
    }
    Ok(())
}

/// Checks templates: their content types and their size.
pub(crate) fn check_templates(templates: &IndexMap<String, String>) -> Result<(), AwsError> {
    check_content_types(templates.keys())?;
    for (content_type, template) in templates {
        if template.len() > TEMPLATE_BYTES_MAX {
            return Err(bad_request(format!(
                "The template for {content_type} has {} bytes, at most {TEMPLATE_BYTES_MAX} are allowed",
                template.len()
            )));
        }
    }
    Ok(())
}

/// Checks the keys of templates and models: a media type, or `$default`.
pub(crate) fn check_content_types<'a>(
    types: impl ExactSizeIterator<Item = &'a String>,
) -> Result<(), AwsError> {
    check_count(types.len())?;
    for content_type in types {
        if !is_content_type(content_type) {
            return Err(validation_result("", &format!("Invalid content type specified: {content_type}")));
        }
    }
    Ok(())
}

/// Whether this names a media type (`*` allowed, parameters allowed) or is `$default`.
pub(crate) fn is_content_type(text: &str) -> bool {
    let token = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "!#$&^_.+-*".contains(c))
    };
    let essence = text.split(';').next().unwrap_or("").trim_end();
    text == "$default"
        || (text.len() <= 256
            && text.chars().all(|c| !c.is_control())
            && essence.split_once('/').is_some_and(|(kind, sub)| token(kind) && token(sub)))
}

/// Checks that a selection pattern is a regular expression the gateway can run.
pub(crate) fn check_pattern(pattern: &str) -> Result<(), AwsError> {
    if pattern.len() <= PATTERN_BYTES_MAX && check_selection_pattern(pattern).is_ok() {
        return Ok(());
    }
    Err(bad_request(format!(
        "Invalid selection pattern specified: {pattern} (a regular expression of at most {PATTERN_BYTES_MAX} bytes \
         without look-around and back-references)"
    )))
}

fn check_count(count: usize) -> Result<(), AwsError> {
    if count > ENTRIES_MAX {
        return Err(bad_request(format!("{count} entries were given, at most {ENTRIES_MAX} are allowed")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{check_declared, check_pattern, check_request, check_response, is_content_type};
    use indexmap::IndexMap;
    use sekisho_core::rest_api::Method;

    fn method() -> Method {
        let names = ["method.request.path.id", "method.request.header.X-A", "method.request.querystring.q"];
        Method {
            request_parameters: names.map(|name| (name.to_owned(), true)).into_iter().collect(),
            ..Method::default()
        }
    }

    fn one(target: &str, expression: &str) -> IndexMap<String, String> {
        IndexMap::from([(target.to_owned(), expression.to_owned())])
    }

    #[test]
    fn request_expressions() {
        for good in [
            "method.request.path.id",
            "method.request.header.X-A",
            "method.request.multivalueheader.X-A",
            "method.request.multivaluequerystring.q",
            "method.request.body",
            "method.request.body.a.b[0]",
            "stageVariables.backend",
            "context.identity.sourceIp",
            "'static text, with ''quotes'''",
            "''",
        ] {
            assert_eq!(
                check_request(&one("integration.request.header.x", good), &method()),
                Ok(()),
                "{good}"
            );
        }
        for bad in [
            "true",
            "",
            "'",
            "'a",
            "method.request.cookie.a",
            "method.request.header.a b",
            "method.request.body[",
            "method.request.bodyx",
            "context.",
        ] {
            let error = check_request(&one("integration.request.header.x", bad), &method()).unwrap_err();
            assert_eq!(
                error.message,
                format!(
                    "Invalid mapping expression specified: Validation Result: warnings : [], errors : \
                     [Invalid mapping expression specified: {bad}]"
                )
            );
        }
        for undeclared in [
            "method.request.path.other",
            "method.request.querystring.a b",
            "method.request.header.q",
            "method.request.multivalueheader.id",
        ] {
            let error = check_request(&one("integration.request.path.x", undeclared), &method()).unwrap_err();
            let complaint = format!("[Invalid mapping expression parameter specified: {undeclared}]");
            assert!(error.message.ends_with(&complaint), "{}", error.message);
        }
        for target in
            ["integration.request.body.x", "integration.request.header.a b", "integration.request.path."]
        {
            let error = check_request(&one(target, "'a'"), &method()).unwrap_err();
            assert!(error.message.ends_with(&format!("[Invalid mapping expression specified: {target}]")));
        }
    }

    #[test]
    fn response_expressions() {
        let declared = IndexMap::from([("method.response.header.X".to_owned(), false)]);
        for good in
            ["'*'", "integration.response.header.Y", "integration.response.body.a", "context.requestId"]
        {
            assert_eq!(check_response(&one("method.response.header.X", good), &declared), Ok(()), "{good}");
        }
        assert!(
            check_response(&one("method.response.header.X", "method.request.header.a"), &declared).is_err()
        );
        assert!(check_response(&one("method.response.header.Z", "'*'"), &declared).is_err());
        assert!(check_response(&one("method.response.path.X", "'*'"), &declared).is_err());
    }

    #[test]
    fn declared_names_are_unique_across_places() {
        let twice = ["method.request.path.id", "method.request.header.id"];
        let error = check_declared(&twice.map(|name| (name.to_owned(), true)).into_iter().collect());
        assert_eq!(
            error.unwrap_err().message,
            "Parameter names must be unique across querystring, header and path"
        );
    }

    #[test]
    fn content_types_and_patterns() {
        for good in ["application/json", "$default", "image/*", "*/*", "text/html; charset=utf-8"] {
            assert!(is_content_type(good), "{good}");
        }
        for bad in ["123", "", "/", "a/", "/b", "a b/c"] {
            assert!(!is_content_type(bad), "{bad}");
        }
        assert!(check_pattern("4\\d{2}").is_ok());
        assert!(check_pattern("(").is_err());
        assert!(check_pattern("(?=4)").is_err());
        assert!(check_pattern(&"a".repeat(1025)).is_err());
        assert!(check_pattern("(((a{1000}){1000}){1000})").is_err());
    }
}
