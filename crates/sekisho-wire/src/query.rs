//! The Query protocols: EC2's and the plain one of STS.
//!
//! A request is a form of dotted names (`Filter.1.Value.2`). EC2 lists are flat, plain Query lists have `.member.`
//! between name and index; indices count from 1 and only their order matters. Names are the model's query names. Every
//! name must lead to a member, or the request is refused with `UnknownParameter`. An empty scalar at the top level is
//! an absent one, because older clients send such; inside a structure it is an empty string, as in a tag's value.
mod answer;
mod tree;

use crate::error::AwsError;
use crate::http::{HttpRequest, pairs, percent_decode, percent_encode};
use crate::limits::Limits;
use crate::shape::{Member, Shape, Structure, Value};
use crate::sigv4::PRESIGNING;
use crate::validate::{Step, Violation};
pub(crate) use answer::{decode_answer, decode_error, encode_answer, encode_error};
use std::fmt::Write as _;
use tree::Tree;

/// EC2's or the plain Query protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Ec2,
    Plain,
}

/// A form, decoded: action, version, and the tree of all other parameters.
#[derive(Debug)]
pub(crate) struct Form {
    pub(crate) action: String,
    pub(crate) version: String,
    tree: Tree,
}

/// Reads the form in a body, or for GET in the query string. Presigning parameters are left out.
pub(crate) fn parse(request: &HttpRequest<'_>, limits: &Limits) -> Result<Form, AwsError> {
    let body = std::str::from_utf8(request.body)
        .map_err(|_| AwsError::ec2("MalformedQueryString", "The request body is not UTF-8"))?;
    let mut form = Form { action: String::new(), version: String::new(), tree: Tree::default() };
    for (count, (key, value)) in pairs(request.query()).chain(pairs(body)).enumerate() {
        if count >= limits.parameters {
            let text = format!("The request has more than {} parameters", limits.parameters);
            return Err(AwsError::ec2("MalformedQueryString", text));
        }
        let malformed = || AwsError::ec2("MalformedQueryString", "The query string has a malformed escape");
        let key = percent_decode(key, true).ok_or_else(malformed)?;
        let value = percent_decode(value, true).ok_or_else(malformed)?;
        if !value.chars().chain(key.chars()).all(crate::xml::is_character) {
            let text =
                format!("The parameter {} has a character that XML does not allow", key.escape_default());
            return Err(AwsError::ec2("InvalidCharacter", text));
        }
        match key.as_str() {
            "Action" if form.action.is_empty() => form.action = value,
            "Version" if form.version.is_empty() => form.version = value,
            name if PRESIGNING.contains(&name) => {}
            _ => form.tree.insert(&key, value, limits.depth)?,
        }
    }
    if form.action.is_empty() {
        return Err(AwsError::ec2("MissingAction", "The request must contain the parameter Action"));
    }
    Ok(form)
}

impl Form {
    /// The members of the operation's input.
    pub(crate) fn members(
        self,
        dialect: Dialect,
        shape: &'static Structure,
        limits: &Limits,
    ) -> Result<Vec<Option<Value>>, AwsError> {
        Reader { dialect, limits, path: String::new() }.structure(shape, self.tree)
    }
}

struct Reader<'a> {
    dialect: Dialect,
    limits: &'a Limits,
    /// The dotted name so far.
    path: String,
}

impl Reader<'_> {
    fn structure(&mut self, shape: &'static Structure, tree: Tree) -> Result<Vec<Option<Value>>, AwsError> {
        let mut members: Vec<Option<Value>> = shape.members.iter().map(|_| None).collect();
        let top = self.path.is_empty();
        if tree.value.as_ref().is_some_and(|text| !text.is_empty()) {
            return Err(self.unknown());
        }
        for (name, inner) in tree.children {
            let length = self.path.len();
            self.enter(&name);
            let Some(at) = shape.members.iter().position(|member| member.query == name) else {
                return Err(self.unknown());
            };
            let absent = top && inner.children.is_empty() && inner.value.as_deref() == Some("");
            if !absent && let Some(slot) = members.get_mut(at) {
                *slot = Some(self.value(shape.members[at].shape, inner)?);
            }
            self.path.truncate(length);
        }
        Ok(members)
    }

    fn value(&mut self, shape: Shape, tree: Tree) -> Result<Value, AwsError> {
        match shape {
            Shape::List(list) => self.list(list.member, tree),
            Shape::Structure(structure) => Ok(Value::Structure(self.structure(structure, tree)?)),
            // No input of a Query service holds a map; a test asserts it.
            Shape::Map(_) => Err(self.unknown()),
            _ if !tree.children.is_empty() => Err(self.unknown()),
            _ => {
                let text = tree.value.unwrap_or_default();
                scalar(shape, &text).ok_or_else(|| self.invalid(&text, shape))
            }
        }
    }

    fn list(&mut self, member: Shape, tree: Tree) -> Result<Value, AwsError> {
        let mut tree = tree;
        let length = self.path.len();
        if self.dialect == Dialect::Plain && !tree.children.is_empty() {
            let inner = tree.children.shift_remove("member");
            if let Some((other, _)) = tree.children.first() {
                self.enter(&other.clone());
                return Err(self.unknown());
            }
            self.enter("member");
            tree = inner.ok_or_else(|| self.unknown())?;
        }
        if tree.children.is_empty() || tree.value.is_some() {
            return Err(self.unknown());
        }
        if tree.children.len() > self.limits.elements {
            let text = format!("The parameter {} has more than {} elements", self.path, self.limits.elements);
            return Err(AwsError::ec2("InvalidParameterValue", text));
        }
        let mut items: Vec<(u32, String, Tree)> = Vec::with_capacity(tree.children.len());
        for (name, inner) in tree.children {
            match index(&name) {
                Some(index) => items.push((index, name, inner)),
                None => {
                    self.enter(&name);
                    return Err(self.unknown());
                }
            }
        }
        items.sort_by_key(|(index, _, _)| *index);
        let mut list = Vec::with_capacity(items.len());
        for (_, name, inner) in items {
            let length = self.path.len();
            self.enter(&name);
            list.push(self.value(member, inner)?);
            self.path.truncate(length);
        }
        self.path.truncate(length);
        Ok(Value::List(list))
    }

    fn enter(&mut self, name: &str) {
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(name);
    }

    fn unknown(&self) -> AwsError {
        AwsError::ec2("UnknownParameter", format!("The parameter {} is not recognized", self.path))
    }

    fn invalid(&self, text: &str, shape: Shape) -> AwsError {
        let kind = match shape {
            Shape::Boolean => "Boolean",
            Shape::Integer(_) => "Integer",
            Shape::Long(_) => "Long",
            Shape::Double => "Double",
            Shape::Timestamp => "Date",
            _ => "Blob",
        };
        let text = format!("Value ({text}) for parameter {} is invalid. Invalid {kind}", self.path);
        AwsError::ec2("InvalidParameterValue", text)
    }
}

/// A list's index: digits without a leading zero.
fn index(name: &str) -> Option<u32> {
    let plain = !name.starts_with('0') && name.bytes().all(|byte| byte.is_ascii_digit());
    if plain { name.parse().ok() } else { None }
}

/// A scalar from its text; also how XML answers hold it.
pub(crate) fn scalar(shape: Shape, text: &str) -> Option<Value> {
    match shape {
        Shape::Text(_) => Some(Value::Text(text.to_owned())),
        Shape::Boolean if text.eq_ignore_ascii_case("true") => Some(Value::Boolean(true)),
        Shape::Boolean if text.eq_ignore_ascii_case("false") => Some(Value::Boolean(false)),
        Shape::Integer(_) => text.parse::<i32>().ok().map(|number| Value::Integer(i64::from(number))),
        Shape::Long(_) => text.parse().ok().map(Value::Integer),
        Shape::Double => text.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Double),
        Shape::Timestamp => crate::time::parse_iso(text).map(Value::Timestamp),
        Shape::Blob => crate::json::base64_decode(text).map(Value::Blob),
        Shape::Boolean | Shape::List(_) | Shape::Map(_) | Shape::Structure(_) => None,
    }
}

/// A scalar as text; `None` for a collection.
pub(crate) fn scalar_text(value: &Value) -> Option<String> {
    Some(match value {
        Value::Text(text) => text.clone(),
        Value::Boolean(flag) => flag.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Double(number) => number.to_string(),
        Value::Timestamp(millis) => crate::time::iso(*millis),
        Value::Blob(bytes) => crate::json::base64_encode(bytes),
        Value::List(_) | Value::Map(_) | Value::Structure(_) => return None,
    })
}

/// The first missing parameter in EC2's words. Values out of range or enumeration are left to the operations: EC2 has a
/// text of its own for many of them.
pub(crate) fn missing_error(violations: &[Violation]) -> Option<AwsError> {
    let violation = violations.iter().find(|violation| violation.value.is_none())?;
    let name = violation.path.iter().map(step_name).collect::<Vec<_>>().join(".");
    let name = crate::front::lower_first(&name);
    Some(AwsError::ec2("MissingParameter", format!("The request must contain the parameter {name}")))
}

fn step_name(step: &Step) -> String {
    match step {
        Step::Member(member) => member.query.to_owned(),
        Step::Element(index) => index.to_string(),
        Step::Key(key) => key.clone(),
    }
}

/// The form that asks for an operation: what a client sends.
pub(crate) fn encode_form(
    dialect: Dialect,
    operation: &str,
    version: &str,
    shape: &'static Structure,
    members: &[Option<Value>],
) -> String {
    let mut out = format!("Action={operation}&Version={version}");
    write_structure(dialect, "", shape.members, members, &mut out);
    out
}

fn write_structure(
    dialect: Dialect,
    path: &str,
    table: &'static [Member],
    members: &[Option<Value>],
    out: &mut String,
) {
    for (member, value) in table.iter().zip(members) {
        if let Some(value) = value {
            let dot = if path.is_empty() { "" } else { "." };
            write_value(dialect, &format!("{path}{dot}{}", member.query), member.shape, value, out);
        }
    }
}

fn write_value(dialect: Dialect, path: &str, shape: Shape, value: &Value, out: &mut String) {
    match (shape, value) {
        (Shape::List(list), Value::List(items)) => {
            let between = if dialect == Dialect::Plain { ".member" } else { "" };
            for (at, item) in items.iter().enumerate() {
                write_value(dialect, &format!("{path}{between}.{}", at + 1), list.member, item, out);
            }
        }
        (Shape::Structure(structure), Value::Structure(members)) => {
            write_structure(dialect, path, structure.members, members, out);
        }
        _ => {
            if let Some(text) = scalar_text(value) {
                // Writing to a string cannot fail.
                let _ = write!(out, "&{path}=");
                percent_encode(&text, out);
            }
        }
    }
}

#[cfg(test)]
mod tests;
