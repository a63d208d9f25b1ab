//! The model's constraints: required members, enumerations, lengths, ranges, patterns.
//!
//! A check gives every violation with the path to it; each protocol words them its own way. AWS's framework reports
//! all of a request's violations in one message, counted (`2 validation errors detected: …; …`).
use crate::apigateway;
use crate::shape::{Bounds, Member, Shape, Structure, Text, Value};
use std::fmt::Write as _;

/// Sets that AWS's messages list in an order of their own, as recorded from its answers: the model's set and that order.
/// All others are listed in the model's order, for want of a recording.
const RECORDED_ORDERS: [(&[&str], &[&str]); 1] =
    [(apigateway::enums::INTEGRATION_TYPE, &["HTTP", "MOCK", "AWS_PROXY", "HTTP_PROXY", "AWS"])];

/// Sets whose values the service itself checks and words, as recorded from AWS's answers (`Invalid EndpointTypes
/// specified. Valid options are …`, `ipAddressType must be either ipv4 or dualstack.`).
const CHECKED_BY_THE_SERVICE: [&[&str]; 2] =
    [apigateway::enums::ENDPOINT_TYPE, apigateway::enums::IP_ADDRESS_TYPE];

/// A set in the order in which AWS lists it.
fn listed(set: &'static [&'static str]) -> &'static [&'static str] {
    RECORDED_ORDERS.into_iter().find(|(of, _)| *of == set).map_or(set, |(_, order)| order)
}

/// One step from the input to a value.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// A structure's member.
    Member(&'static Member),
    /// A list's element, counted from 1.
    Element(usize),
    /// A map's value.
    Key(String),
}

/// A constraint that does not hold.
#[derive(Debug)]
pub(crate) struct Violation {
    /// Where.
    pub(crate) path: Vec<Step>,
    /// The offending value as text; `None` if it is missing.
    pub(crate) value: Option<String>,
    /// What must hold, in the framework's words.
    pub(crate) constraint: String,
}

/// Every violation in a structure, in the order of its table.
pub(crate) fn check(shape: &'static Structure, members: &[Option<Value>]) -> Vec<Violation> {
    let mut checker = Checker { path: Vec::new(), found: Vec::new() };
    checker.structure(shape, members);
    checker.found
}

/// The framework's text for some violations: `prefix` is the input's name and a dot, or empty.
pub(crate) fn framework_message(prefix: &str, violations: &[Violation]) -> String {
    let plural = if violations.len() == 1 { "" } else { "s" };
    let mut text = format!("{} validation error{plural} detected: ", violations.len());
    for (at, violation) in violations.iter().enumerate() {
        if at > 0 {
            text.push_str("; ");
        }
        let mut path = prefix.to_owned();
        for (depth, step) in violation.path.iter().enumerate() {
            if depth > 0 {
                path.push('.');
            }
            match step {
                Step::Member(member) => path.push_str(member.name),
                Step::Element(index) => path.push_str(&format!("{index}.member")),
                Step::Key(key) => path.push_str(&format!("{key}.member")),
            }
        }
        let value = violation.value.as_ref().map_or_else(|| "null".to_owned(), |value| format!("'{value}'"));
        // Writing to a string cannot fail.
        let _ =
            write!(text, "Value {value} at '{path}' failed to satisfy constraint: {}", violation.constraint);
    }
    text
}

/// No more than this many violations are looked for.
const MOST: usize = 20;

struct Checker {
    path: Vec<Step>,
    found: Vec<Violation>,
}

impl Checker {
    fn structure(&mut self, shape: &'static Structure, members: &[Option<Value>]) {
        for (member, value) in shape.members.iter().zip(members) {
            if self.found.len() >= MOST {
                return;
            }
            self.path.push(Step::Member(member));
            match value {
                Some(value) => self.value(member.shape, value),
                None if member.required => self.add(None, "Member must not be null".to_owned()),
                None => {}
            }
            self.path.pop();
        }
    }

    fn value(&mut self, shape: Shape, value: &Value) {
        match (shape, value) {
            (Shape::Text(rules), Value::Text(text)) => self.text(rules, text),
            (Shape::Integer(bounds) | Shape::Long(bounds), Value::Integer(number)) => {
                self.bounds(bounds, *number, "value", &number.to_string());
            }
            (Shape::List(list), Value::List(items)) => {
                self.bounds(list.count, size(items.len()), "length", "[]");
                for (at, item) in items.iter().enumerate() {
                    self.within(Step::Element(at + 1), list.member, item);
                }
            }
            (Shape::Map(map), Value::Map(entries)) => {
                for (key, inner) in entries {
                    self.within(Step::Key(key.clone()), map.value, inner);
                }
            }
            (Shape::Structure(structure), Value::Structure(members)) => self.structure(structure, members),
            _ => {}
        }
    }

    fn within(&mut self, step: Step, shape: Shape, value: &Value) {
        if self.found.len() < MOST {
            self.path.push(step);
            self.value(shape, value);
            self.path.pop();
        }
    }

    fn text(&mut self, rules: &Text, text: &str) {
        let is_closed = !rules.values.is_empty() && !CHECKED_BY_THE_SERVICE.contains(&rules.values);
        if is_closed && !rules.values.contains(&text) {
            let set = listed(rules.values).join(", ");
            self.add(Some(text.to_owned()), format!("Member must satisfy enum value set: [{set}]"));
        }
        if rules.length.min.is_some() || rules.length.max.is_some() {
            self.bounds(rules.length, size(text.chars().count()), "length", text);
        }
        if let Some(pattern) = rules.pattern
            && !matches_pattern(pattern, text)
        {
            let constraint = format!("Member must satisfy regular expression pattern: {pattern}");
            self.add(Some(text.to_owned()), constraint);
        }
    }

    fn bounds(&mut self, bounds: Bounds, number: i64, what: &str, value: &str) {
        let (word, bound) = match bounds {
            Bounds { min: Some(min), .. } if number < min => ("greater", min),
            Bounds { max: Some(max), .. } if number > max => ("less", max),
            _ => return,
        };
        self.add(Some(value.to_owned()), format!("Member must have {what} {word} than or equal to {bound}"));
    }

    fn add(&mut self, value: Option<String>, constraint: String) {
        self.found.push(Violation { path: self.path.clone(), value, constraint });
    }
}

fn size(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// API Gateway's status codes.
const STATUS_CODE: &str = r"[1-5]\d\d";
/// The words of Direct Connect's tags.
const TAG: &str = r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$";

/// The few patterns the served inputs have, by hand; a test holds that there are no others.
fn matches_pattern(pattern: &str, text: &str) -> bool {
    match pattern {
        STATUS_CODE => {
            text.len() == 3
                && text.bytes().all(|byte| byte.is_ascii_digit())
                && text.starts_with(|first: char| ('1'..='5').contains(&first))
        }
        TAG => text.chars().all(|letter| {
            letter.is_alphabetic() || letter.is_numeric() || separator(letter) || "_.:/=+-@".contains(letter)
        }),
        _ => true,
    }
}

/// Unicode's `Z`: white space that is not a control character.
fn separator(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_control()
}

#[cfg(test)]
mod tests {
    use super::{CHECKED_BY_THE_SERVICE, RECORDED_ORDERS, STATUS_CODE, TAG};
    use super::{check, framework_message, listed, matches_pattern};
    use crate::shape::{Shape, Shaped as _, Text, Value};
    use crate::{apigateway, directconnect, ec2, sts};
    use std::collections::BTreeSet;

    #[test]
    fn the_frameworks_text() {
        let input = apigateway::UpdateRestApiInput {
            rest_api_id: Some("abc".to_owned()),
            patch_operations: Some(vec![apigateway::PatchOperation {
                op: Some("shuffle".to_owned()),
                ..Default::default()
            }]),
        };
        let found = check(apigateway::UpdateRestApiInput::SHAPE, &input.to_members_for_test());
        assert_eq!(
            framework_message("updateRestApiInput.", &found),
            "1 validation error detected: Value 'shuffle' at 'updateRestApiInput.patchOperations.1.member.op' \
             failed to satisfy constraint: Member must satisfy enum value set: [add, remove, replace, move, copy, test]"
        );
        let empty = apigateway::PutIntegrationInput::default();
        let found = check(apigateway::PutIntegrationInput::SHAPE, &empty.to_members_for_test());
        assert!(framework_message("putIntegrationInput.", &found).starts_with(
            "4 validation errors detected: Value null at 'putIntegrationInput.restApiId' failed to satisfy \
             constraint: Member must not be null; Value null at"
        ));
    }

    trait ForTest: crate::shape::Shaped {
        fn to_members_for_test(&self) -> Vec<Option<Value>> {
            self.to_members()
        }
    }
    impl<T: crate::shape::Shaped> ForTest for T {}

    #[test]
    fn patterns() {
        for (text, holds) in
            [("200", true), ("600", false), ("20", false), ("2000", false), ("２00", false), ("", false)]
        {
            assert_eq!(matches_pattern(STATUS_CODE, text), holds, "{text}");
        }
        for (text, holds) in [("", true), ("a b_c:é関", true), ("a\tb", false), ("a#b", false)] {
            assert_eq!(matches_pattern(TAG, text), holds, "{text}");
        }
    }

    /// Calls with every string's rules of every served input.
    fn texts_of_inputs(look_at: &mut dyn FnMut(&'static Text)) {
        fn look(shape: Shape, look_at: &mut dyn FnMut(&'static Text)) {
            match shape {
                Shape::Text(text) => look_at(text),
                Shape::List(list) => look(list.member, look_at),
                Shape::Map(map) => look(map.value, look_at),
                Shape::Structure(structure) => {
                    structure.members.iter().for_each(|member| look(member.shape, look_at));
                }
                _ => {}
            }
        }
        for service in [&sts::SERVICE, &ec2::SERVICE, &directconnect::SERVICE, &apigateway::SERVICE] {
            service.operations.iter().for_each(|operation| look(Shape::Structure(operation.input), look_at));
        }
    }

    #[test]
    fn there_are_no_other_patterns_in_inputs() {
        texts_of_inputs(&mut |text| {
            assert!(text.pattern.is_none_or(|pattern| [STATUS_CODE, TAG].contains(&pattern)), "{text:?}");
        });
    }

    #[test]
    fn recorded_orders_are_of_sets_in_inputs() {
        for (set, order) in RECORDED_ORDERS {
            let sorted = |values: &[&'static str]| values.iter().copied().collect::<BTreeSet<_>>();
            assert_eq!((sorted(set), set.len()), (sorted(order), order.len()));
            assert_eq!(listed(set), order);
        }
        for set in RECORDED_ORDERS.map(|(set, _)| set).into_iter().chain(CHECKED_BY_THE_SERVICE) {
            let mut found = false;
            texts_of_inputs(&mut |text| found |= text.values == set);
            assert!(found, "{set:?}");
        }
    }
}
