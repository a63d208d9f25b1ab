//! XML answers of the Query protocols: success and errors, written and read.
//!
//! EC2 puts `requestId` first in the answer and, in errors only, spells it `RequestID`. Plain Query wraps the result in
//! an element of its own and the id in `ResponseMetadata`. An EC2 operation without modelled output answers
//! `<return>true</return>`.
use super::{Dialect, scalar, scalar_text};
use crate::error::AwsError;
use crate::http::HttpReply;
use crate::shape::{Operation, Service, Shape, Structure, Value};
use crate::xml::{Element, close, element, escape, open, parse};

/// Answers nest no deeper than this.
const DEPTH: usize = 64;

/// The answer to an operation that succeeded.
pub(crate) fn encode_answer(
    dialect: Dialect,
    service: &Service,
    operation: &Operation,
    members: &[Option<Value>],
    request_id: &str,
) -> HttpReply {
    let mut out = String::new();
    let root = format!("{}Response", operation.name);
    if dialect == Dialect::Ec2 {
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }
    out.push_str(&format!("<{root} xmlns=\"{}{}\">", service.namespace, namespace_end(dialect)));
    match dialect {
        Dialect::Ec2 => {
            element("requestId", request_id, &mut out);
            if operation.output.members.is_empty() {
                element("return", "true", &mut out);
            }
            write_members(operation.output, members, &mut out);
        }
        Dialect::Plain => {
            let result = operation.wrapper.map_or_else(|| format!("{}Result", operation.name), str::to_owned);
            open(&result, &mut out);
            write_members(operation.output, members, &mut out);
            close(&result, &mut out);
            open("ResponseMetadata", &mut out);
            element("RequestId", request_id, &mut out);
            close("ResponseMetadata", &mut out);
        }
    }
    close(&root, &mut out);
    reply(dialect, operation.status, request_id, out)
}

/// EC2's namespace ends in a slash on the wire, which its model leaves out.
fn namespace_end(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Ec2 => "/",
        Dialect::Plain => "",
    }
}

fn reply(dialect: Dialect, status: u16, request_id: &str, body: String) -> HttpReply {
    let content_type = match dialect {
        Dialect::Ec2 => "text/xml;charset=UTF-8",
        Dialect::Plain => "text/xml",
    };
    HttpReply {
        status,
        headers: vec![
            ("content-type".into(), content_type.to_owned()),
            ("x-amzn-requestid".into(), request_id.to_owned()),
        ],
        body: body.into_bytes(),
    }
}

fn write_members(shape: &'static Structure, members: &[Option<Value>], out: &mut String) {
    for (member, value) in shape.members.iter().zip(members) {
        if let Some(value) = value {
            write_value(member.wire, member.shape, value, out);
        }
    }
}

fn write_value(name: &str, shape: Shape, value: &Value, out: &mut String) {
    match (shape, value) {
        (Shape::List(_), Value::List(items)) if items.is_empty() => {
            out.push('<');
            out.push_str(name);
            out.push_str("/>");
        }
        (Shape::List(list), Value::List(items)) => {
            open(name, out);
            items.iter().for_each(|item| write_value(list.wire, list.member, item, out));
            close(name, out);
        }
        (Shape::Structure(structure), Value::Structure(members)) => {
            open(name, out);
            write_members(structure, members, out);
            close(name, out);
        }
        _ => {
            // No answer of a Query service holds a map; a test asserts it.
            open(name, out);
            escape(&scalar_text(value).unwrap_or_default(), out);
            close(name, out);
        }
    }
}

/// An error.
pub(crate) fn encode_error(
    dialect: Dialect,
    namespace: &str,
    error: &AwsError,
    request_id: &str,
) -> HttpReply {
    let mut out = String::new();
    match dialect {
        Dialect::Ec2 => {
            out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error>");
            element("Code", &error.code, &mut out);
            element("Message", &error.message, &mut out);
            out.push_str("</Error></Errors>");
            element("RequestID", request_id, &mut out);
            out.push_str("</Response>");
        }
        Dialect::Plain => {
            out.push_str("<ErrorResponse xmlns=\"");
            escape(namespace, &mut out);
            out.push_str("\"><Error>");
            element("Type", if error.status < 500 { "Sender" } else { "Receiver" }, &mut out);
            element("Code", &error.code, &mut out);
            element("Message", &error.message, &mut out);
            out.push_str("</Error>");
            element("RequestId", request_id, &mut out);
            out.push_str("</ErrorResponse>");
        }
    }
    let mut reply = reply(dialect, error.status, request_id, out);
    reply.headers.extend(error.headers.iter().cloned());
    reply
}

/// The members of an answer's output: what a client reads.
pub(crate) fn decode_answer(
    dialect: Dialect,
    operation: &Operation,
    body: &[u8],
) -> Result<Vec<Option<Value>>, String> {
    let root = parse(body, DEPTH)?;
    if root.name != format!("{}Response", operation.name) {
        return Err(format!("the answer is a {}", root.name));
    }
    let result = match dialect {
        Dialect::Ec2 => &root,
        Dialect::Plain => {
            root.child(operation.wrapper.unwrap_or_default()).ok_or("the answer has no result element")?
        }
    };
    let expected = |name: &str| dialect == Dialect::Ec2 && matches!(name, "requestId" | "return");
    read_structure(operation.output, result, expected)
}

fn read_structure(
    shape: &'static Structure,
    element: &Element,
    expected: impl Fn(&str) -> bool,
) -> Result<Vec<Option<Value>>, String> {
    let mut members: Vec<Option<Value>> = shape.members.iter().map(|_| None).collect();
    for child in &element.children {
        match shape.members.iter().position(|member| member.wire == child.name) {
            Some(at) => {
                if let Some(slot) = members.get_mut(at) {
                    *slot = Some(read_value(shape.members[at].shape, child)?);
                }
            }
            None if expected(&child.name) => {}
            None => return Err(format!("{} has no member {}", shape.name, child.name)),
        }
    }
    Ok(members)
}

fn read_value(shape: Shape, element: &Element) -> Result<Value, String> {
    match shape {
        Shape::List(list) => {
            let items = element.children.iter().map(|child| read_value(list.member, child));
            Ok(Value::List(items.collect::<Result<_, _>>()?))
        }
        Shape::Structure(structure) => Ok(Value::Structure(read_structure(structure, element, |_| false)?)),
        _ => scalar(shape, &element.text).ok_or_else(|| format!("{} holds {}", element.name, element.text)),
    }
}

/// The error in a reply.
pub(crate) fn decode_error(status: u16, body: &[u8]) -> Result<AwsError, String> {
    let root = parse(body, DEPTH)?;
    let outer = root.child("Errors").unwrap_or(&root);
    let error = outer.child("Error").ok_or("the reply has no error element")?;
    let text = |name: &str| error.child(name).map(|child| child.text.clone()).unwrap_or_default();
    Ok(AwsError::new(text("Code"), text("Message")).with_status(status))
}
