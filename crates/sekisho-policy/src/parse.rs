//! From text to a [`PolicyDocument`]: the grammar of the IAM policy language, strictly.
//!
//! Element names are case-sensitive, unknown ones are refused, and so is every value that could never match: a policy
//! that is saved must mean what its author reads in it. Values of numeric, date, address, boolean and binary conditions
//! are checked here, so compiling cannot fail. Source: the IAM guide, "Grammar of the IAM JSON policy language" and the
//! pages of the single elements.

use std::collections::HashSet;

use crate::arn;
use crate::condition::Operator;
use crate::document::{
    Condition, Effect, ListElement, NamedPrincipal, PolicyDocument, PolicyKind, PrincipalElement,
    PrincipalType, Principals, Statement, Version,
};
use crate::error::{PolicyError, Reason};
use crate::json::{self, Fault, Json, Member, Node};
use crate::limits::{
    ENDPOINT_POLICY_CHARS_MAX, IDENTITY_POLICY_CHARS_MAX, POLICY_BYTES_MAX, RESOURCE_POLICY_CHARS_MAX,
};
use crate::variable;

type Parsed<T> = Result<T, Fault>;

/// Reads JSON after the only check that protects the reader itself.
pub(crate) fn read_bounded(text: &str, kind: PolicyKind) -> Result<Node, PolicyError> {
    let read = if text.len() > POLICY_BYTES_MAX {
        fault(0, Reason::TooLong { length: text.len(), limit: POLICY_BYTES_MAX })
    } else {
        json::read(text)
    };
    read.map_err(|fault| located(text, kind, fault))
}

/// See [`PolicyDocument::parse`].
pub(crate) fn document(text: &str, kind: PolicyKind) -> Result<PolicyDocument, PolicyError> {
    check_length(text, kind).map_err(|fault| located(text, kind, fault))?;
    let root = read_bounded(text, kind)?;
    Grammar { kind, version: Version::V2008 }.document(&root).map_err(|fault| located(text, kind, fault))
}

fn located(text: &str, kind: PolicyKind, fault: Fault) -> PolicyError {
    let (line, column) = json::position(text, fault.at);
    PolicyError { kind, line, column, reason: fault.reason }
}

fn check_length(text: &str, kind: PolicyKind) -> Parsed<()> {
    let (length, limit) = match kind {
        PolicyKind::Resource => (text.chars().count(), RESOURCE_POLICY_CHARS_MAX),
        PolicyKind::Endpoint => (text.chars().count(), ENDPOINT_POLICY_CHARS_MAX),
        PolicyKind::Identity => {
            (text.chars().filter(|c| !c.is_ascii_whitespace()).count(), IDENTITY_POLICY_CHARS_MAX)
        }
    };
    if length > limit { fault(0, Reason::TooLong { length, limit }) } else { Ok(()) }
}

fn fault<T>(at: usize, reason: Reason) -> Parsed<T> {
    Err(Fault { at, reason })
}

fn wrong_type<T>(node: &Node, element: &str, wanted: &'static str) -> Parsed<T> {
    fault(node.at, Reason::WrongType { element: element.to_owned(), wanted })
}

fn bad_value<T>(node: &Node, element: &'static str, value: &str, wanted: &'static str) -> Parsed<T> {
    fault(node.at, Reason::BadValue { element, value: value.to_owned(), wanted })
}

fn object<'n>(node: &'n Node, element: &str) -> Parsed<&'n [Member]> {
    match &node.value {
        Json::Object(members) => Ok(members),
        _ => wrong_type(node, element, "an object"),
    }
}

fn string<'n>(node: &'n Node, element: &str) -> Parsed<&'n str> {
    match &node.value {
        Json::String(text) => Ok(text),
        _ => wrong_type(node, element, "a string"),
    }
}

/// The node itself, or the members of the list it is; never none.
fn one_or_more<'n>(node: &'n Node, element: &str) -> Parsed<&'n [Node]> {
    match &node.value {
        Json::Array(items) if items.is_empty() => fault(node.at, Reason::Empty(element.to_owned())),
        Json::Array(items) => Ok(items),
        _ => Ok(std::slice::from_ref(node)),
    }
}

/// Refuses members whose name is not in the list.
fn only_known(members: &[Member], known: &[&str]) -> Parsed<()> {
    match members.iter().find(|member| !known.contains(&member.key.as_str())) {
        Some(member) => fault(member.key_at, Reason::UnknownElement(member.key.clone())),
        None => Ok(()),
    }
}

fn find<'n>(members: &'n [Member], name: &str) -> Option<&'n Node> {
    members.iter().find(|member| member.key == name).map(|member| &member.value)
}

/// An element and its `Not…` form, of which at most one may stand; the flag says whether it is the `Not…` form.
fn find_either<'n>(
    members: &'n [Member],
    name: &'static str,
    not: &'static str,
) -> Parsed<Option<(&'n Node, bool)>> {
    match (find(members, name), find(members, not)) {
        (Some(_), Some(second)) => fault(second.at, Reason::Exclusive(name, not)),
        (Some(node), None) => Ok(Some((node, false))),
        (None, Some(node)) => Ok(Some((node, true))),
        (None, None) => Ok(None),
    }
}

/// What the grammar depends on besides the text.
struct Grammar {
    kind: PolicyKind,
    version: Version,
}

impl Grammar {
    fn document(mut self, root: &Node) -> Parsed<PolicyDocument> {
        let members = object(root, "the policy")?;
        only_known(members, &["Version", "Id", "Statement"])?;
        if let Some(node) = find(members, "Version") {
            self.version = match string(node, "Version")? {
                "2012-10-17" => Version::V2012,
                "2008-10-17" => Version::V2008,
                other => return bad_value(node, "Version", other, "2012-10-17 or 2008-10-17"),
            };
        }
        let id = find(members, "Id").map(|node| string(node, "Id")).transpose()?.map(str::to_owned);
        let Some(list) = find(members, "Statement") else {
            return fault(root.at, Reason::Missing("Statement"));
        };
        let mut statements = Vec::new();
        let mut sids = HashSet::new();
        for node in one_or_more(list, "Statement")? {
            let statement = self.statement(node)?;
            if let Some(sid) = statement.sid.as_ref().filter(|sid| !sid.is_empty())
                && !sids.insert(sid.clone())
            {
                return fault(node.at, Reason::Duplicate(format!("Sid {sid}")));
            }
            statements.push(statement);
        }
        Ok(PolicyDocument { kind: self.kind, version: self.version, id, statements })
    }

    fn statement(&self, node: &Node) -> Parsed<Statement> {
        let members = object(node, "Statement")?;
        only_known(
            members,
            &[
                "Sid",
                "Effect",
                "Principal",
                "NotPrincipal",
                "Action",
                "NotAction",
                "Resource",
                "NotResource",
                "Condition",
            ],
        )?;
        let Some(effect) = find(members, "Effect") else { return fault(node.at, Reason::Missing("Effect")) };
        let Some((action, not_action)) = find_either(members, "Action", "NotAction")? else {
            return fault(node.at, Reason::Missing("Action"));
        };
        let Some((resource, not_resource)) = find_either(members, "Resource", "NotResource")? else {
            return fault(node.at, Reason::Missing("Resource"));
        };
        Ok(Statement {
            sid: self.sid(members)?,
            effect: effect_of(effect)?,
            principal: self.principal(node, members)?,
            action: list(action, not_action, "Action", action_pattern)?,
            resource: list(resource, not_resource, "Resource", |node, text| {
                self.resource_pattern(node, text)
            })?,
            conditions: match find(members, "Condition") {
                Some(node) => self.conditions(node)?,
                None => Vec::new(),
            },
        })
    }

    fn sid(&self, members: &[Member]) -> Parsed<Option<String>> {
        let Some(node) = find(members, "Sid") else { return Ok(None) };
        let sid = string(node, "Sid")?;
        if self.kind == PolicyKind::Identity && !sid.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return bad_value(node, "Sid", sid, "letters and digits only");
        }
        Ok(Some(sid.to_owned()))
    }

    fn principal(&self, statement: &Node, members: &[Member]) -> Parsed<PrincipalElement> {
        let everyone = PrincipalElement { negated: false, principals: Principals::Everyone };
        match (find_either(members, "Principal", "NotPrincipal")?, self.kind) {
            (None, PolicyKind::Identity) => Ok(everyone),
            (Some((node, _)), PolicyKind::Identity) => fault(node.at, Reason::PrincipalNotAllowed),
            (None, _) => fault(statement.at, Reason::Missing("Principal")),
            (Some((node, negated)), _) => Ok(PrincipalElement { negated, principals: principals(node)? }),
        }
    }

    fn resource_pattern(&self, node: &Node, text: &str) -> Parsed<()> {
        const WANTED: &str =
            "`*` or an ARN of six components (`execute-api:/…` is for API resource policies)";
        if text == "*" {
            return Ok(());
        }
        self.variables(node, text)?;
        match arn::components(text) {
            Some([_, partition, service, _, _, resource])
                if !partition.is_empty() && !service.is_empty() && !resource.is_empty() =>
            {
                Ok(())
            }
            _ => bad_value(node, "Resource", text, WANTED),
        }
    }

    fn variables(&self, node: &Node, text: &str) -> Parsed<()> {
        match (self.version, variable::check(text)) {
            (Version::V2012, Err(part)) => fault(node.at, Reason::BadVariable(part)),
            _ => Ok(()),
        }
    }

    fn conditions(&self, node: &Node) -> Parsed<Vec<Condition>> {
        let mut conditions = Vec::new();
        for member in object(node, "Condition")? {
            let Some(operator) = Operator::parse(&member.key) else {
                return fault(member.key_at, Reason::UnknownOperator(member.key.clone()));
            };
            let keys = object(&member.value, &member.key)?;
            if keys.is_empty() {
                return fault(member.value.at, Reason::Empty(member.key.clone()));
            }
            for key in keys {
                conditions.push(self.condition(operator, key)?);
            }
        }
        Ok(conditions)
    }

    fn condition(&self, operator: Operator, member: &Member) -> Parsed<Condition> {
        if member.key.trim().is_empty() {
            return fault(member.key_at, Reason::Missing("condition key"));
        }
        let mut values = Vec::new();
        for node in one_or_more(&member.value, &member.key)? {
            let text = match &node.value {
                Json::String(text) | Json::Number(text) => text.clone(),
                Json::Bool(value) => value.to_string(),
                _ => {
                    return wrong_type(
                        &member.value,
                        &member.key,
                        "a string, number or boolean, or a list of them",
                    );
                }
            };
            if operator.takes_variables() {
                self.variables(node, &text)?;
            } else if !text.contains("${")
                && let Some(wanted) = operator.fault_of(&text)
            {
                return bad_value(node, "condition value", &text, wanted);
            }
            values.push(text);
        }
        Ok(Condition { operator, key: member.key.clone(), values })
    }
}

fn effect_of(node: &Node) -> Parsed<Effect> {
    match string(node, "Effect")? {
        "Allow" => Ok(Effect::Allow),
        "Deny" => Ok(Effect::Deny),
        other => bad_value(node, "Effect", other, "Allow or Deny"),
    }
}

fn list(
    node: &Node,
    negated: bool,
    element: &'static str,
    check: impl Fn(&Node, &str) -> Parsed<()>,
) -> Parsed<ListElement> {
    let mut values = Vec::new();
    for item in one_or_more(node, element)? {
        let text = string(item, element)?;
        check(item, text)?;
        values.push(text.to_owned());
    }
    Ok(ListElement { negated, values })
}

fn action_pattern(node: &Node, text: &str) -> Parsed<()> {
    const WANTED: &str = "`*` or `service:Action`";
    if text == "*" {
        return Ok(());
    }
    let vendor = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '*' | '?');
    match text.split_once(':') {
        Some((service, name)) if !service.is_empty() && service.chars().all(vendor) && !name.is_empty() => {
            Ok(())
        }
        _ => bad_value(node, "Action", text, WANTED),
    }
}

fn principals(node: &Node) -> Parsed<Principals> {
    const WANTED: &str = "`*` or an object";
    match &node.value {
        Json::String(text) if text == "*" => return Ok(Principals::Everyone),
        Json::String(text) => return bad_value(node, "Principal", text, WANTED),
        Json::Object(members) if members.is_empty() => {
            return fault(node.at, Reason::Empty("Principal".into()));
        }
        _ => {}
    }
    let mut named = Vec::new();
    for member in object(node, "Principal")? {
        let kind = match member.key.as_str() {
            "AWS" => PrincipalType::Aws,
            "Service" => PrincipalType::Service,
            "Federated" => PrincipalType::Federated,
            "CanonicalUser" => PrincipalType::CanonicalUser,
            other => return fault(member.key_at, Reason::UnknownPrincipalType(other.to_owned())),
        };
        for item in one_or_more(&member.value, &member.key)? {
            named.push(NamedPrincipal { kind, id: principal_id(kind, item)?.to_owned() });
        }
    }
    if named.iter().any(|named| named.kind == PrincipalType::Aws && named.id == "*") {
        return Ok(Principals::Everyone);
    }
    Ok(Principals::Named(named))
}

fn principal_id(kind: PrincipalType, node: &Node) -> Parsed<&str> {
    const WANTED: &str = "`*`, an account identifier or the ARN of an account, user, role or session";
    let text = string(node, "Principal")?;
    let fine = match kind {
        PrincipalType::Aws => text == "*" || arn::is_account_id(text) || is_principal_arn(text),
        PrincipalType::Service | PrincipalType::Federated | PrincipalType::CanonicalUser => !text.is_empty(),
    };
    if fine { Ok(text) } else { bad_value(node, "Principal", text, WANTED) }
}

fn is_principal_arn(text: &str) -> bool {
    let Some([_, partition, service, region, account, resource]) = arn::components(text) else {
        return false;
    };
    let shape = match service {
        "iam" => {
            resource == "root"
                || ["user/", "role/"]
                    .iter()
                    .any(|kind| resource.strip_prefix(kind).is_some_and(|r| !r.is_empty()))
        }
        "sts" => ["assumed-role/", "federated-user/"]
            .iter()
            .any(|kind| resource.strip_prefix(kind).is_some_and(|r| !r.is_empty())),
        _ => false,
    };
    !partition.is_empty() && region.is_empty() && arn::is_account_id(account) && shape
}
