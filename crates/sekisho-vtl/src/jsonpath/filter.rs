//! The filters of a JSONPath: `[?(@.qty > 0 && @.sku =~ /X.*/)]`.
//!
//! Jayway compares across classes: a number equals the string that spells it. An operand that does not exist makes
//! every comparison false except `!=`.

use super::{JsonPath, PathError, PathResult};
use crate::javaregex::JavaRegex;
use crate::value::Value;

/// A condition on a candidate.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Filter {
    All(Vec<Self>),
    Any(Vec<Self>),
    Compare(Operand, Compare, Operand),
    Exists(Operand),
    Not(Box<Self>),
}

/// How two operands are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compare {
    AnyOf,
    Contains,
    Empty,
    Equal,
    Greater,
    GreaterOrEqual,
    In,
    Less,
    LessOrEqual,
    Matches,
    NoneOf,
    NotEqual,
    NotIn,
    Size,
    SubsetOf,
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand {
    Bool(bool),
    List(Vec<Self>),
    Literal(Box<str>),
    Null,
    Number(f64),
    Path(JsonPath),
    Pattern(JavaRegex),
    RootPath(JsonPath),
}

/// An operand when its paths have been followed.
#[derive(Debug, Clone)]
enum Side<'s, 'a> {
    Bool(bool),
    List(Vec<Self>),
    Map(Value<'a>),
    Missing,
    Null,
    Number(f64),
    Pattern(&'s JavaRegex),
    Text(std::borrow::Cow<'s, str>),
}

impl Filter {
    /// Whether `candidate` passes. Nodes looked at are added to `nodes`.
    pub(super) fn accepts<'a>(
        &self,
        candidate: &Value<'a>,
        root: &Value<'a>,
        nodes: &mut u64,
    ) -> Result<bool, PathError> {
        *nodes += 1;
        Ok(match self {
            Self::All(parts) => {
                for part in parts {
                    if !part.accepts(candidate, root, nodes)? {
                        return Ok(false);
                    }
                }
                true
            }
            Self::Any(parts) => {
                for part in parts {
                    if part.accepts(candidate, root, nodes)? {
                        return Ok(true);
                    }
                }
                false
            }
            Self::Not(inner) => !inner.accepts(candidate, root, nodes)?,
            Self::Exists(operand) => !matches!(operand.resolve(candidate, root, nodes)?, Side::Missing),
            Self::Compare(left, compare, right) => {
                let left = left.resolve(candidate, root, nodes)?;
                let right = right.resolve(candidate, root, nodes)?;
                holds(&left, *compare, &right)
            }
        })
    }
}

impl Operand {
    fn resolve<'s, 'a>(
        &'s self,
        candidate: &Value<'a>,
        root: &Value<'a>,
        nodes: &mut u64,
    ) -> Result<Side<'s, 'a>, PathError> {
        let mut follow = |path: &JsonPath, from: &Value<'a>| {
            path.evaluate_counted(from, nodes).map(|result| match result {
                PathResult::Missing => Side::Missing,
                other => Side::from_value(&other.into_value()),
            })
        };
        Ok(match self {
            Self::Bool(truth) => Side::Bool(*truth),
            Self::Literal(text) => Side::Text(text.as_ref().into()),
            Self::Null => Side::Null,
            Self::Number(number) => Side::Number(*number),
            Self::Path(path) => follow(path, candidate)?,
            Self::Pattern(regex) => Side::Pattern(regex),
            Self::RootPath(path) => follow(path, root)?,
            Self::List(elements) => {
                let sides: Result<_, _> =
                    elements.iter().map(|element| element.resolve(candidate, root, nodes)).collect();
                Side::List(sides?)
            }
        })
    }
}

impl<'a> Side<'_, 'a> {
    fn from_value(value: &Value<'a>) -> Self {
        match value {
            Value::Null | Value::Special(_) => Self::Null,
            Value::Bool(truth) => Self::Bool(*truth),
            Value::Number(number) => Self::Number(number.as_f64()),
            Value::Text(text) => Self::Text(text.as_str().to_owned().into()),
            // One level: what is inside nested lists is compared by its text.
            Value::List(list) => Self::List(list.with(|elements| {
                elements
                    .iter()
                    .map(|each| match each {
                        Value::List(_) => Self::Text(each.to_json().unwrap_or_default().into()),
                        other => Self::from_value(other),
                    })
                    .collect()
            })),
            Value::Map(_) => Self::Map(value.clone()),
        }
    }
}

fn holds(left: &Side<'_, '_>, compare: Compare, right: &Side<'_, '_>) -> bool {
    let list = |side: &Side<'_, '_>, each: &dyn Fn(&Side<'_, '_>) -> bool, all: bool| match side {
        Side::List(elements) if all => elements.iter().all(each),
        Side::List(elements) => elements.iter().any(each),
        _ => false,
    };
    let among = |side: &Side<'_, '_>, set: &Side<'_, '_>| list(set, &|each| equal(side, each), false);
    match compare {
        Compare::Equal => equal(left, right),
        Compare::NotEqual => !equal(left, right),
        Compare::Less => order(left, right) == Some(std::cmp::Ordering::Less),
        Compare::LessOrEqual => order(left, right).is_some_and(std::cmp::Ordering::is_le),
        Compare::Greater => order(left, right) == Some(std::cmp::Ordering::Greater),
        Compare::GreaterOrEqual => order(left, right).is_some_and(std::cmp::Ordering::is_ge),
        Compare::In => among(left, right),
        Compare::NotIn => !among(left, right),
        Compare::Matches => matches(left, right),
        Compare::Contains => match (left, right) {
            (Side::Text(text), Side::Text(part)) => text.contains(part.as_ref()),
            _ => among(right, left),
        },
        Compare::AnyOf => list(left, &|each| among(each, right), false),
        Compare::NoneOf => matches!(left, Side::List(_)) && !list(left, &|each| among(each, right), false),
        Compare::SubsetOf => list(left, &|each| among(each, right), true),
        Compare::Size => size(left).is_some_and(|size| equal(&Side::Number(size), right)),
        Compare::Empty => match (size(left), right) {
            (Some(size), Side::Bool(wanted)) => (size == 0.0) == *wanted,
            _ => false,
        },
    }
}

fn size(side: &Side<'_, '_>) -> Option<f64> {
    let length = match side {
        Side::Text(text) => text.encode_utf16().count(),
        Side::List(elements) => elements.len(),
        Side::Map(Value::Map(map)) => map.len(),
        _ => return None,
    };
    u32::try_from(length).ok().map(f64::from)
}

fn equal(left: &Side<'_, '_>, right: &Side<'_, '_>) -> bool {
    match (left, right) {
        (Side::Null, Side::Null) => true,
        (Side::Bool(left), Side::Bool(right)) => left == right,
        (Side::Number(left), Side::Number(right)) => left == right,
        (Side::Text(left), Side::Text(right)) => left == right,
        (Side::Number(number), Side::Text(text)) | (Side::Text(text), Side::Number(number)) => {
            text.parse() == Ok(*number)
        }
        (Side::List(left), Side::List(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| equal(left, right))
        }
        (Side::Map(left), Side::Map(right)) => left.to_json() == right.to_json(),
        _ => false,
    }
}

fn order(left: &Side<'_, '_>, right: &Side<'_, '_>) -> Option<std::cmp::Ordering> {
    match (left, right) {
        (Side::Number(left), Side::Number(right)) => left.partial_cmp(right),
        (Side::Text(left), Side::Text(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

fn matches(left: &Side<'_, '_>, right: &Side<'_, '_>) -> bool {
    match (left, right) {
        (Side::Text(text), Side::Pattern(regex)) | (Side::Pattern(regex), Side::Text(text)) => {
            regex.is_match(text)
        }
        (Side::Number(number), Side::Pattern(regex)) => regex.is_match(&number.to_string()),
        (Side::Bool(truth), Side::Pattern(regex)) => regex.is_match(&truth.to_string()),
        _ => false,
    }
}
