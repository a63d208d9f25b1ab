//! An evaluator written a second time, as plainly as possible and straight from the rules, to be compared with the
//! engine. It works on JSON, allocates freely, matches wildcards by recursion and knows only the values that the
//! generator makes.
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::panic,
    reason = "a test's own evaluator may stop on what its generator never makes"
)]

use std::collections::BTreeMap;

use serde_json::Value as Json;

/// A request; keys of the context are lower-cased, an absent key is absent, a list is a list even of one.
#[derive(Debug, Clone)]
pub(crate) struct Ask {
    pub(crate) action: String,
    pub(crate) resource: String,
    pub(crate) caller: Json,
    pub(crate) context: BTreeMap<String, Json>,
}

/// `Allow`, `ExplicitDeny` or `Silent`.
pub(crate) fn decide(policy: &Json, ask: &Ask) -> &'static str {
    let variables = policy["Version"] == "2012-10-17";
    let effects: Vec<_> = each(&policy["Statement"])
        .into_iter()
        .filter(|statement| applies(statement, ask, variables))
        .map(|statement| statement["Effect"].as_str().unwrap().to_owned())
        .collect();
    if effects.iter().any(|effect| effect == "Deny") {
        "ExplicitDeny"
    } else if effects.is_empty() {
        "Silent"
    } else {
        "Allow"
    }
}

fn each(json: &Json) -> Vec<Json> {
    json.as_array().cloned().unwrap_or_else(|| vec![json.clone()])
}

fn texts(json: &Json) -> Vec<String> {
    each(json).iter().map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned)).collect()
}

fn applies(statement: &Json, ask: &Ask, variables: bool) -> bool {
    let element = |name: &str, test: &dyn Fn(&Json, bool) -> bool| {
        let not = format!("Not{name}");
        match statement.get(name) {
            Some(value) => test(value, false),
            None => !test(&statement[&not], true),
        }
    };
    element("Principal", &|value, negated| named(value, &ask.caller, negated))
        && element("Action", &|value, _| {
            let action = ask.action.to_lowercase();
            texts(value)
                .iter()
                .any(|pattern| glob(&symbols(&pattern.to_lowercase(), true, false, ask), &action))
        })
        && element("Resource", &|value, _| {
            texts(value).iter().any(|pattern| arn_glob(pattern, &ask.resource, variables, ask))
        })
        && statement.get("Condition").is_none_or(|blocks| {
            blocks.as_object().unwrap().iter().all(|(operator, keys)| {
                keys.as_object()
                    .unwrap()
                    .iter()
                    .all(|(key, wanted)| holds(operator, key, &texts(wanted), ask, variables))
            })
        })
}

fn named(principal: &Json, caller: &Json, negated: bool) -> bool {
    if principal == "*" {
        return true;
    }
    let kind = caller["kind"].as_str().unwrap();
    let arn = caller["arn"].as_str().unwrap_or("none");
    let account = arn.split(':').nth(4).unwrap_or("none");
    principal.as_object().unwrap().iter().any(|(class, ids)| {
        texts(ids).iter().any(|id| match class.as_str() {
            "AWS" if id == "*" => true,
            "AWS" if id.len() == 12 || id.ends_with(":root") => {
                let whole = id == account || id.split(':').nth(4) == Some(account);
                whole && (!negated || kind == "root")
            }
            "AWS" => id == arn || caller["role"].as_str() == Some(id),
            "Service" => kind == "service" && caller["service"] == **id,
            _ => false,
        })
    })
}

fn holds(operator: &str, key: &str, wanted: &[String], ask: &Ask, variables: bool) -> bool {
    let found = ask
        .context
        .get(&key.to_lowercase())
        .filter(|value| value.as_array().is_none_or(|list| !list.is_empty()));
    if operator == "Null" {
        return wanted.iter().any(|wanted| wanted == &found.is_none().to_string());
    }
    let all = operator.starts_with("ForAllValues:");
    let any = operator.starts_with("ForAnyValue:");
    let name = operator.split(':').next_back().unwrap();
    let base = name.strip_suffix("IfExists").unwrap_or(name);
    let negated = base.contains("Not");
    let positive = base.replace("Not", "");
    let Some(found) = found else {
        return all || name.ends_with("IfExists") || (negated && !any);
    };
    let one = |value: &String| {
        wanted.iter().any(|wanted| equal(&positive, value, wanted, ask, variables)) != negated
    };
    let values = texts(found);
    if all {
        values.iter().all(String::is_empty) || values.iter().all(one)
    } else if any {
        values.iter().any(one)
    } else if values.len() > 1 {
        negated
    } else {
        values.iter().any(one)
    }
}

fn equal(base: &str, found: &str, wanted: &str, ask: &Ask, variables: bool) -> bool {
    if let Some(relation) = base.strip_prefix("Numeric") {
        return found
            .parse::<f64>()
            .ok()
            .zip(wanted.parse::<f64>().ok())
            .is_some_and(|(a, b)| related(relation, &a, &b));
    }
    if let Some(relation) = base.strip_prefix("Date") {
        return epoch(found).zip(epoch(wanted)).is_some_and(|(a, b)| related(relation, &a, &b));
    }
    match base {
        "StringEquals" => glob(&symbols(wanted, false, variables, ask), found),
        "StringEqualsIgnoreCase" => {
            let lower = |symbol: &Symbol| match symbol {
                Symbol::Char(c) => Symbol::Char(c.to_ascii_lowercase()),
                other => *other,
            };
            let wanted: Vec<_> = symbols(wanted, false, variables, ask).iter().map(lower).collect();
            glob(&wanted, &found.to_ascii_lowercase())
        }
        "StringLike" => glob(&symbols(wanted, true, variables, ask), found),
        "ArnEquals" | "ArnLike" => arn_glob(wanted, found, variables, ask),
        "Bool" => found == wanted && ["true", "false"].contains(&found),
        "BinaryEquals" => found == wanted,
        "IpAddress" => within(found, wanted),
        other => panic!("unknown operator {other}"),
    }
}

fn related<T: PartialOrd>(relation: &str, found: &T, wanted: &T) -> bool {
    match relation {
        "Equals" => found == wanted,
        "LessThan" => found < wanted,
        "LessThanEquals" => found <= wanted,
        "GreaterThan" => found > wanted,
        "GreaterThanEquals" => found >= wanted,
        other => panic!("unknown relation {other}"),
    }
}

/// The dates that the generator makes.
pub(crate) const DATES: [(&str, i64); 6] = [
    ("2026-01-01T00:00:00Z", 1_767_225_600),
    ("2026-01-01T09:00+09:00", 1_767_225_600),
    ("1767225600", 1_767_225_600),
    ("2026-01-01", 1_767_225_600),
    ("2026-01-01T00:00:01Z", 1_767_225_601),
    ("2025", 1_735_689_600),
];

fn epoch(text: &str) -> Option<f64> {
    let listed = DATES.iter().find(|(known, _)| *known == text).map(|(_, seconds)| *seconds as f64);
    listed.or_else(|| text.parse().ok().filter(|_| !text.contains('e')))
}

/// Compares addresses as strings of bits.
fn within(found: &str, wanted: &str) -> bool {
    let bits = |text: &str| match text.parse::<std::net::IpAddr>() {
        Ok(std::net::IpAddr::V4(address)) => Some(format!("{:032b}", address.to_bits())),
        Ok(std::net::IpAddr::V6(address)) => Some(format!("{:0128b}", address.to_bits())),
        Err(_) => None,
    };
    let (address, length) = wanted.split_once('/').unwrap_or((wanted, "999"));
    let (Some(found), Some(wanted)) = (bits(found), bits(address)) else { return false };
    let length = length.parse::<usize>().unwrap().min(wanted.len());
    found.len() == wanted.len() && found[..length] == wanted[..length]
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Symbol {
    Char(char),
    One,
    Many,
    /// A variable without a value.
    Impossible,
}

fn symbols(text: &str, wildcards: bool, variables: bool, ask: &Ask) -> Vec<Symbol> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if variables && rest.starts_with("${") {
            let end = rest.find('}').unwrap();
            let (name, default) = match rest[2..end].split_once(',') {
                Some((name, default)) => (name.trim(), Some(default.trim().trim_matches('\'').to_owned())),
                None => (&rest[2..end], None),
            };
            let value = match (name, ask.context.get(&name.to_lowercase())) {
                ("*" | "?" | "$", _) => Some(name.to_owned()),
                (_, Some(Json::Array(list))) if !list.is_empty() => None,
                (_, Some(Json::String(value))) => Some(value.clone()),
                _ => default,
            };
            match value {
                Some(value) => out.extend(value.chars().map(Symbol::Char)),
                None => out.push(Symbol::Impossible),
            }
            rest = &rest[end + 1..];
            continue;
        }
        out.push(match c {
            '*' if wildcards => Symbol::Many,
            '?' if wildcards => Symbol::One,
            c => Symbol::Char(c),
        });
        rest = &rest[c.len_utf8()..];
    }
    out
}

fn glob(pattern: &[Symbol], text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    !pattern.contains(&Symbol::Impossible) && walk(pattern, &chars)
}

fn walk(pattern: &[Symbol], text: &[char]) -> bool {
    match (pattern, text) {
        ([], text) => text.is_empty(),
        ([Symbol::Many, rest @ ..], text) => (0..=text.len()).any(|skip| walk(rest, &text[skip..])),
        ([Symbol::One, rest @ ..], [_, after @ ..]) => walk(rest, after),
        ([Symbol::Char(wanted), rest @ ..], [found, after @ ..]) => wanted == found && walk(rest, after),
        _ => false,
    }
}

/// Component by component; the generator makes no variable with a colon in its name outside the braces' first one.
fn arn_glob(pattern: &str, text: &str, variables: bool, ask: &Ask) -> bool {
    if pattern == "*" {
        return true;
    }
    // A colon inside `${…}` does not separate, where that is a variable.
    let mut parts = vec![String::new()];
    let mut inside = false;
    for c in pattern.chars() {
        inside = match c {
            '{' => variables,
            '}' => false,
            _ => inside,
        };
        if c == ':' && !inside && parts.len() < 6 {
            parts.push(String::new());
        } else {
            parts.last_mut().unwrap().push(c);
        }
    }
    let found: Vec<_> = text.splitn(6, ':').collect();
    parts.len() == 6
        && found.len() == 6
        && found[0] == "arn"
        && parts.iter().zip(found).all(|(part, found)| glob(&symbols(part, true, variables, ask), found))
}
