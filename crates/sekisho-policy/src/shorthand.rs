//! Writing out `execute-api:/…`: API Gateway stores a resource policy with full ARNs, so the evaluator never sees the
//! short form.

use std::borrow::Cow;

use crate::arn::{ApiArnScope, expand_resource};
use crate::document::PolicyKind;
use crate::error::PolicyError;
use crate::json::{self, Json, Node};
use crate::parse;

/// See [`crate::expand_shorthand`].
pub(crate) fn expand(text: &str, scope: &ApiArnScope<'_>) -> Result<String, PolicyError> {
    let mut root = parse::read_bounded(text, PolicyKind::Resource)?;
    if let Json::Object(members) = &mut root.value {
        for member in members.iter_mut().filter(|member| member.key == "Statement") {
            each(&mut member.value, &mut |statement| expand_statement(statement, scope));
        }
    }
    let mut out = String::with_capacity(text.len());
    json::write(&root, &mut out);
    Ok(out)
}

/// Calls `act` on the node, or on every member where it is a list.
fn each(node: &mut Node, act: &mut dyn FnMut(&mut Node)) {
    match &mut node.value {
        Json::Array(items) => items.iter_mut().for_each(act),
        _ => act(node),
    }
}

fn expand_statement(statement: &mut Node, scope: &ApiArnScope<'_>) {
    let Json::Object(members) = &mut statement.value else { return };
    for member in
        members.iter_mut().filter(|member| matches!(member.key.as_str(), "Resource" | "NotResource"))
    {
        each(&mut member.value, &mut |resource| {
            if let Json::String(text) = &mut resource.value
                && let Cow::Owned(full) = expand_resource(text, scope)
            {
                *text = full;
            }
        });
    }
}
