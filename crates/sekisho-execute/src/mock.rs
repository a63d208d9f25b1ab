//! MOCK integrations: the rendered request template names the status, nobody is called.
//!
//! The template's output is read as leniently as API Gateway does: `{statusCode: 200}` will do. Source: the API Gateway
//! guide, "Set up a mock integration in API Gateway".

use sekisho_vtl::{Value, parse_json};

/// The integer `statusCode` of a rendered request, if there is one.
pub(crate) fn status_of(rendered: &str) -> Option<u16> {
    let Ok(Value::Map(members)) = parse_json(rendered) else { return None };
    match members.get("statusCode")? {
        Value::Number(number) => number.as_i64().and_then(|number| number.try_into().ok()),
        Value::Text(text) => text.as_str().trim().parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_read_leniently() {
        for (rendered, expected) in [
            (r#"{"statusCode": 200}"#, Some(200)),
            ("{statusCode: 404}", Some(404)),
            ("  {'statusCode':500, \"more\": [1]} ", Some(500)),
            (r#"{"statusCode": "201"}"#, Some(201)),
            ("", None),
            ("{}", None),
            ("200", None),
            ("[200]", None),
            (r#"{"statusCode": 20.5}"#, None),
            (r#"{"statusCode": null}"#, None),
            (r#"{"statusCode": "ok"}"#, None),
            (r#"{"statusCode": -1}"#, None),
            (r#"{"statusCode": 99999999}"#, None),
            (r#"{"statusCode": 200"#, None),
            (r#"{"StatusCode": 200}"#, None),
        ] {
            assert_eq!(status_of(rendered), expected, "{rendered}");
        }
    }
}
