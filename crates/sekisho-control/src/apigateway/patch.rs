//! The PATCH grammar: a list of operations on paths, all read and checked before any is applied.
//!
//! Each resource has a table of the paths that may change and the operations each takes (API Gateway's API reference,
//! "Patch operations"). A path is a JSON pointer: `~1` stands for `/` and `~0` for `~` inside a key. Values are always
//! text. One bad operation refuses the whole call, so no update is ever half done.

use std::borrow::Cow;

use sekisho_wire::{AwsError, apigateway::PatchOperation};

use super::errors::{bad_request, not_in_enum, required};

/// Operations in one call.
const OPERATIONS_MAX: usize = 1000;

/// What an operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    /// Puts a value where none has to be.
    Add,
    /// Takes a value away.
    Remove,
    /// Puts a value in the place of another.
    Replace,
    /// In the model, taken by no path.
    Move,
    /// Copies from `from`; stages only.
    Copy,
    /// In the model, taken by no path.
    Test,
}

impl Op {
    fn read(word: &str) -> Option<Self> {
        Some(match word {
            "add" => Self::Add,
            "remove" => Self::Remove,
            "replace" => Self::Replace,
            "move" => Self::Move,
            "copy" => Self::Copy,
            "test" => Self::Test,
            _ => return None,
        })
    }

    /// AWS's word.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Replace => "replace",
            Self::Move => "move",
            Self::Copy => "copy",
            Self::Test => "test",
        }
    }
}

/// A path that may change; `{…}` stands for any one key.
#[derive(Debug)]
pub(crate) struct Rule {
    /// The path.
    pub(crate) path: &'static str,
    /// What it takes.
    pub(crate) ops: &'static [Op],
}

/// A rule in one line of a table.
pub(crate) const fn rule(path: &'static str, ops: &'static [Op]) -> Rule {
    Rule { path, ops }
}

/// Replace only.
pub(crate) const R: &[Op] = &[Op::Replace];
/// Remove only.
pub(crate) const D: &[Op] = &[Op::Remove];
/// Add and remove.
pub(crate) const AD: &[Op] = &[Op::Add, Op::Remove];
/// Replace and remove.
pub(crate) const RD: &[Op] = &[Op::Replace, Op::Remove];
/// Add, remove, replace.
pub(crate) const ADR: &[Op] = &[Op::Add, Op::Remove, Op::Replace];

/// One operation that fits its table.
#[derive(Debug)]
pub(crate) struct Step<'a> {
    /// What it does.
    pub(crate) op: Op,
    /// The path of the rule it fits.
    pub(crate) rule: &'static str,
    /// The keys that stood for `{…}`, unescaped.
    keys: Vec<Cow<'a, str>>,
    /// The value as sent.
    value: Option<&'a str>,
    /// The path as sent.
    pub(crate) path: &'a str,
}

impl Step<'_> {
    /// The first key.
    pub(crate) fn key(&self) -> &str {
        self.keys.first().map_or("", |key| key)
    }

    /// The value; empty if none was sent.
    pub(crate) fn value(&self) -> &str {
        self.value.unwrap_or("")
    }

    /// The value, or nothing where it is empty or missing.
    pub(crate) fn filled(&self) -> Option<String> {
        self.value.filter(|value| !value.is_empty()).map(str::to_owned)
    }

    /// The value as a boolean.
    pub(crate) fn boolean(&self) -> Result<bool, AwsError> {
        match self.value() {
            "true" => Ok(true),
            "false" => Ok(false),
            other => Err(bad_request(format!(
                "Invalid value '{other}' for patch path {}, must be true or false",
                self.path
            ))),
        }
    }
}

/// How a service family words its refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wording {
    /// Most resources.
    Common,
    /// REST APIs: a known path with a wrong operation has its own sentence.
    RestApi,
}

/// Reads all operations of a call against a table.
pub(crate) fn read<'a>(
    input: &str,
    operations: &'a Option<Vec<PatchOperation>>,
    rules: &'static [Rule],
    wording: Wording,
) -> Result<Vec<Step<'a>>, AwsError> {
    parse(input, operations)?
        .into_iter()
        .map(|(op, operation)| {
            let path = operation.path.as_deref().unwrap_or("");
            fit(op, path, operation.value.as_deref(), rules).ok_or_else(|| refusal(op, path, rules, wording))
        })
        .collect()
}

/// The operations with their `op` words read; paths are not looked at.
pub(crate) fn parse<'a>(
    input: &str,
    operations: &'a Option<Vec<PatchOperation>>,
) -> Result<Vec<(Op, &'a PatchOperation)>, AwsError> {
    let operations = operations.as_deref().unwrap_or_default();
    if operations.len() > OPERATIONS_MAX {
        return Err(bad_request(format!(
            "At most {OPERATIONS_MAX} patch operations may be given in one call"
        )));
    }
    operations
        .iter()
        .enumerate()
        .map(|(index, operation)| {
            let at = format!("{input}.patchOperations.{}.member.op", index + 1);
            let word = required(&operation.op, &at)?;
            let op = Op::read(word)
                .ok_or_else(|| not_in_enum(word, &at, "add, remove, move, test, replace, copy"))?;
            Ok((op, operation))
        })
        .collect()
}

/// The step, where some rule takes this operation on this path.
pub(crate) fn fit<'a>(
    op: Op,
    path: &'a str,
    value: Option<&'a str>,
    rules: &'static [Rule],
) -> Option<Step<'a>> {
    rules.iter().filter(|rule| rule.ops.contains(&op)).find_map(|rule| {
        let keys = match_path(rule.path, path)?;
        Some(Step { op, rule: rule.path, keys, value, path })
    })
}

/// Whether any rule knows the path, whatever the operation.
fn known<'r>(path: &str, rules: &'r [Rule]) -> Option<&'r Rule> {
    rules.iter().find(|rule| match_path(rule.path, path).is_some())
}

fn match_path<'a>(pattern: &str, path: &'a str) -> Option<Vec<Cow<'a, str>>> {
    let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
    let mut keys = Vec::new();
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(keys),
            (Some(want), Some(got)) if want.starts_with('{') => {
                if got.is_empty() {
                    return None;
                }
                keys.push(unescape(got));
            }
            (Some(want), Some(got)) if want == got => {}
            _ => return None,
        }
    }
}

/// A key of a JSON pointer as it is meant.
pub(crate) fn unescape(key: &str) -> Cow<'_, str> {
    if key.contains('~') { Cow::Owned(key.replace("~1", "/").replace("~0", "~")) } else { Cow::Borrowed(key) }
}

fn refusal(op: Op, path: &str, rules: &[Rule], wording: Wording) -> AwsError {
    if wording == Wording::RestApi
        && let Some(rule) = known(path, rules)
    {
        return bad_request(match rule.ops {
            [only] => format!("Invalid patch operation specified. Must be one of: [{}]", only.as_str()),
            several => {
                let words: Vec<_> = several.iter().map(|op| format!("'{}'", op.as_str())).collect();
                format!("Invalid patch operation specified. Must be {}", words.join("|"))
            }
        });
    }
    let supported: Vec<_> =
        rules.iter().filter(|rule| rule.ops.contains(&op)).map(|rule| rule.path).collect();
    let choice = if supported.is_empty() {
        "Please choose supported operations".to_owned()
    } else {
        format!("Must be one of: [{}]", supported.join(", "))
    };
    bad_request(format!("Invalid patch path  '{path}' specified for op '{}'. {choice}", op.as_str()))
}

/// Applies a step to a map of text by its key: add and replace put, remove takes away or says what is missing.
pub(crate) fn edit_map<V>(
    map: &mut indexmap::IndexMap<String, V>,
    step: &Step<'_>,
    value: V,
    missing: &str,
) -> Result<(), AwsError> {
    if step.op == Op::Remove {
        return map.shift_remove(step.key()).map(drop).ok_or_else(|| super::errors::not_found(missing));
    }
    map.insert(step.key().to_owned(), value);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{ADR, Op, R, Rule, Wording, fit, match_path, read, rule};
    use sekisho_wire::apigateway::PatchOperation;

    const RULES: &[Rule] = &[rule("/name", R), rule("/things/{key}", ADR)];

    fn operation(op: &str, path: &str) -> Option<Vec<PatchOperation>> {
        Some(vec![PatchOperation {
            op: Some(op.to_owned()),
            path: Some(path.to_owned()),
            value: Some("v".to_owned()),
            from: None,
        }])
    }

    fn message(op: &str, path: &str, wording: Wording) -> String {
        read("updateThingInput", &operation(op, path), RULES, wording).unwrap_err().message
    }

    #[test]
    fn keys_are_unescaped_and_never_empty() {
        let keys = match_path("/things/{key}", "/things/image~1png~0").unwrap();
        assert_eq!(keys, ["image/png~"]);
        assert!(match_path("/things/{key}", "/things/").is_none());
        assert!(match_path("/things/{key}", "/things/a/b").is_none());
        assert!(match_path("/name", "name").is_none());
        assert!(fit(Op::Add, "/name", None, RULES).is_none());
    }

    #[test]
    fn refusals_are_worded_as_recorded() {
        assert_eq!(
            message("replace", "/x", Wording::Common),
            "Invalid patch path  '/x' specified for op 'replace'. Must be one of: [/name, /things/{key}]"
        );
        assert_eq!(
            message("copy", "/name", Wording::Common),
            "Invalid patch path  '/name' specified for op 'copy'. Please choose supported operations"
        );
        assert_eq!(
            message("add", "/name", Wording::RestApi),
            "Invalid patch operation specified. Must be one of: [replace]"
        );
        assert_eq!(
            message("copy", "/things/a", Wording::RestApi),
            "Invalid patch operation specified. Must be 'add'|'remove'|'replace'"
        );
        assert_eq!(
            message("swap", "/name", Wording::Common),
            "1 validation error detected: Value 'swap' at 'updateThingInput.patchOperations.1.member.op' failed \
             to satisfy constraint: Member must satisfy enum value set: [add, remove, move, test, replace, copy]"
        );
    }
}
