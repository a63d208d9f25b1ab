//! JSONPath in Jayway's dialect: what `$input.path`, `$input.json` and body parameter mappings speak.
//!
//! A path is compiled once into steps and then walked. The rule that sets Jayway apart: a *definite* path (names and
//! single positions only) yields the value or nothing, an *indefinite* one (wildcards, slices, scans, filters) always
//! yields a list, maybe an empty one. Filters compare across numbers and strings. Functions (`length()`) are read as
//! names, as the Jayway release does that the vectors were made with.
//!
//! Source: the JsonPath README and its behaviour; the API Gateway guide, "Mapping template and access logging
//! variable reference". Every node looked at is counted, so `$..a..b..c` on a large body ends with an error.

mod compile;
mod filter;

use crate::limits::{JSON_DEPTH_MAX, PATH_NODES_MAX};
use crate::value::{Key, List, ListKind, Map, MapData, Text, Value};
use filter::Filter;

/// Why an expression is not a path, or could not be evaluated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PathError {
    /// The expression is not a JSONPath; says what was expected, and where.
    #[error("{expected} expected at byte {at}")]
    Syntax {
        /// What should stand there.
        expected: &'static str,
        /// Where, in bytes from 0.
        at: usize,
    },
    /// A part of the dialect that is not supported here.
    #[error("{0} is not supported")]
    Unsupported(&'static str),
    /// The expression is longer or deeper than allowed, or its evaluation looked at too many nodes.
    #[error("the path exceeds its limit of {0}")]
    Limit(&'static str),
}

/// What a path finds.
#[derive(Debug, Clone)]
pub enum PathResult<'a> {
    /// A definite path that leads nowhere.
    Missing,
    /// What a definite path leads to; may be null.
    Value(Value<'a>),
    /// What an indefinite path leads to, in document order.
    List(List<'a>),
}

impl<'a> PathResult<'a> {
    /// The value, null if there is none.
    pub fn into_value(self) -> Value<'a> {
        match self {
            Self::Missing => Value::Null,
            Self::Value(value) => value,
            Self::List(list) => Value::List(list),
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Step {
    Filter(Filter),
    Index(i64),
    Indexes(Vec<i64>),
    Name(Box<str>),
    Names(Vec<Box<str>>),
    Scan,
    Slice(Option<i64>, Option<i64>),
    Wildcard,
}

impl Step {
    fn is_definite(&self) -> bool {
        matches!(self, Self::Index(_) | Self::Name(_) | Self::Names(_))
    }
}

/// A compiled JSONPath.
///
/// ```
/// use sekisho_vtl::{JsonPath, parse_json};
///
/// let body = parse_json(r#"{"items":[{"sku":"X1"},{"sku":"X2"}]}"#)?;
/// let one = JsonPath::compile("$.items[0].sku")?.evaluate(&body)?;
/// assert_eq!(one.into_value().as_str(), Some("X1"));
/// let all = JsonPath::compile("$..sku")?.evaluate(&body)?;
/// assert_eq!(all.into_value().to_json().as_deref(), Some(r#"["X1","X2"]"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct JsonPath {
    steps: Vec<Step>,
    definite: bool,
}

impl JsonPath {
    /// Compiles an expression. One that does not start with `$` is read as if `$.` stood before it.
    ///
    /// # Errors
    /// If it is not a JSONPath or exceeds a limit.
    pub fn compile(expression: &str) -> Result<Self, PathError> {
        compile::compile(expression)
    }

    /// Compiles what follows `method.request.body` or `integration.response.body` in a parameter mapping:
    /// nothing, `.redirect.url`, `[0].price`.
    ///
    /// # Errors
    /// If it does not start with `.` or `[`, or is not a JSONPath.
    pub fn compile_mapping_suffix(suffix: &str) -> Result<Self, PathError> {
        match suffix.as_bytes().first() {
            None | Some(b'.' | b'[') => compile::compile(&format!("${suffix}")),
            Some(_) => Err(PathError::Syntax { expected: "`.` or `[`", at: 0 }),
        }
    }

    fn from_steps(steps: Vec<Step>) -> Self {
        let definite = steps.iter().all(Step::is_definite);
        Self { steps, definite }
    }

    /// Whether the path leads to at most one value.
    pub fn is_definite(&self) -> bool {
        self.definite
    }

    /// Finds what the path leads to.
    ///
    /// # Errors
    /// If more than [`PATH_NODES_MAX`] nodes would have to be looked at.
    pub fn evaluate<'a>(&self, root: &Value<'a>) -> Result<PathResult<'a>, PathError> {
        self.evaluate_counted(root, &mut 0)
    }

    /// As [`JsonPath::evaluate`], adding the nodes looked at to `steps`.
    pub(crate) fn evaluate_counted<'a>(
        &self,
        root: &Value<'a>,
        steps: &mut u64,
    ) -> Result<PathResult<'a>, PathError> {
        let steps_count = self.steps.len();
        let definite_count = self.steps.iter().take_while(|step| step.is_definite()).count();
        let mut walk = Walk { steps_count, definite_count, root, found: Vec::new(), nodes: 0, lost: false };
        let outcome = walk.visit(root, &self.steps);
        *steps += walk.nodes;
        outcome?;
        Ok(match (self.definite, walk.found) {
            (true, mut found) => found.pop().map_or(PathResult::Missing, PathResult::Value),
            (false, _) if walk.lost => PathResult::Missing,
            (false, found) => PathResult::List(List::new(ListKind::Json, found)),
        })
    }
}

struct Walk<'w, 'a> {
    /// The steps of the path, and how many of them from the first are definite.
    steps_count: usize,
    definite_count: usize,
    root: &'w Value<'a>,
    found: Vec<Value<'a>>,
    nodes: u64,
    /// Whether a step of the definite beginning met a value of the wrong kind: then even an indefinite path is missing.
    lost: bool,
}

impl<'a> Walk<'_, 'a> {
    fn visit(&mut self, value: &Value<'a>, steps: &[Step]) -> Result<(), PathError> {
        self.nodes += 1;
        if self.nodes > PATH_NODES_MAX {
            return Err(PathError::Limit("nodes"));
        }
        let Some((step, rest)) = steps.split_first() else {
            self.found.push(value.clone());
            return Ok(());
        };
        // All steps before this one are definite.
        if self.steps_count - steps.len() <= self.definite_count && cannot_step(value, step) {
            self.lost = true;
        }
        match step {
            Step::Filter(filter) => self.visit_filtered(value, filter, rest),
            Step::Index(index) => self.visit_index(value, *index, rest),
            Step::Indexes(indexes) => {
                indexes.iter().try_for_each(|index| self.visit_index(value, *index, rest))
            }
            Step::Name(name) => match value {
                Value::Map(map) => map.get(name).map_or(Ok(()), |member| self.visit(&member, rest)),
                _ => Ok(()),
            },
            Step::Names(names) => self.visit_names(value, names, rest),
            Step::Scan => self.scan(value, rest, 0),
            Step::Slice(from, to) => self.visit_slice(value, *from, *to, rest),
            Step::Wildcard => children(value).iter().try_for_each(|child| self.visit(child, rest)),
        }
    }

    fn visit_index(&mut self, value: &Value<'a>, index: i64, rest: &[Step]) -> Result<(), PathError> {
        let Value::List(list) = value else { return Ok(()) };
        let at = position(index, list.len());
        match usize::try_from(at).ok().and_then(|at| list.get(at)) {
            Some(element) => self.visit(&element, rest),
            None => Ok(()),
        }
    }

    fn visit_slice(
        &mut self,
        value: &Value<'a>,
        from: Option<i64>,
        to: Option<i64>,
        rest: &[Step],
    ) -> Result<(), PathError> {
        let Value::List(list) = value else { return Ok(()) };
        let length = i64::try_from(list.len()).unwrap_or(i64::MAX);
        let from = position(from.unwrap_or(0), list.len()).max(0);
        let to = to.map_or(length, |to| position(to, list.len())).min(length);
        for at in from..to {
            if let Some(element) = usize::try_from(at).ok().and_then(|at| list.get(at)) {
                self.visit(&element, rest)?;
            }
        }
        Ok(())
    }

    /// Several names: at the end of a path a map of those that exist, before it each in turn.
    fn visit_names(&mut self, value: &Value<'a>, names: &[Box<str>], rest: &[Step]) -> Result<(), PathError> {
        let Value::Map(map) = value else { return Ok(()) };
        let members = names.iter().filter_map(|name| map.get(name).map(|member| (name, member)));
        if !rest.is_empty() {
            let members: Vec<_> = members.map(|(_, member)| member).collect();
            return members.iter().try_for_each(|member| self.visit(member, rest));
        }
        let mut data = MapData::with_capacity(names.len());
        for (name, member) in members {
            data.put(Key::text(Text::Shared(name.as_ref().into())), member);
        }
        self.visit(&Value::Map(Map::new(data)), rest)
    }

    fn visit_filtered(&mut self, value: &Value<'a>, filter: &Filter, rest: &[Step]) -> Result<(), PathError> {
        match value {
            Value::List(list) => {
                for element in list.to_vec() {
                    if self.accepts(filter, &element)? {
                        self.visit(&element, rest)?;
                    }
                }
                Ok(())
            }
            Value::Map(_) if self.accepts(filter, value)? => self.visit(value, rest),
            _ => Ok(()),
        }
    }

    fn accepts(&mut self, filter: &Filter, candidate: &Value<'a>) -> Result<bool, PathError> {
        filter.accepts(candidate, self.root, &mut self.nodes)
    }

    /// The value and everything below it, each before what it holds.
    fn scan(&mut self, value: &Value<'a>, rest: &[Step], depth: u32) -> Result<(), PathError> {
        if !matches!(value, Value::List(_) | Value::Map(_)) {
            return Ok(());
        }
        if depth > JSON_DEPTH_MAX {
            return Err(PathError::Limit("nesting"));
        }
        self.scan_here(value, rest)?;
        children(value).iter().try_for_each(|child| self.scan(child, rest, depth + 1))
    }
}

impl<'a> Walk<'_, 'a> {
    /// The step behind a scan, at one node: a filter asks the node itself, several names have to be there all.
    fn scan_here(&mut self, value: &Value<'a>, rest: &[Step]) -> Result<(), PathError> {
        match (rest.first(), value) {
            (Some(Step::Filter(filter)), _) if !self.accepts(filter, value)? => Ok(()),
            (Some(Step::Names(names)), Value::Map(map))
                if !names.iter().all(|name| map.get(name).is_some()) =>
            {
                Ok(())
            }
            _ => self.visit(value, rest),
        }
    }
}

/// Whether a step asks a value for what its kind does not have. A name that an object lacks is no such case.
fn cannot_step(value: &Value<'_>, step: &Step) -> bool {
    match (step, value) {
        (Step::Name(_) | Step::Names(_), Value::Map(_)) | (Step::Slice(..), Value::List(_)) => false,
        (Step::Index(index), Value::List(list)) => {
            usize::try_from(position(*index, list.len())).map_or(true, |at| at >= list.len())
        }
        (Step::Filter(_) | Step::Indexes(_), value) => !matches!(value, Value::List(_) | Value::Map(_)),
        (Step::Scan | Step::Wildcard, _) => false,
        _ => true,
    }
}

/// A position counted from the end if it is negative; may lie outside.
fn position(index: i64, length: usize) -> i64 {
    if index < 0 { index.saturating_add(i64::try_from(length).unwrap_or(i64::MAX)) } else { index }
}

fn children<'a>(value: &Value<'a>) -> Vec<Value<'a>> {
    match value {
        Value::List(list) => list.to_vec(),
        Value::Map(map) => map.with(|data| data.values().cloned().collect()),
        _ => Vec::new(),
    }
}

#[cfg(test)]
#[path = "jsonpath/tests.rs"]
mod tests;
