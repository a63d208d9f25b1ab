//! Conditions: operators, what they do with absent, single and several values, and the typed tests behind them.
//!
//! Four rules decide correctness, and each has been got wrong elsewhere. An absent key makes a positive operator false
//! and a negated one *true*; `…IfExists` and `ForAllValues` are true then, `ForAnyValue` is false unless `…IfExists`.
//! Several wanted values are an OR for a positive operator and a NOR for a negated one. A set operator asks each value
//! of the request for itself. A request value that is not of the operator's type matches nothing, so a negated operator
//! holds for it. Source: the IAM guide, "Condition operators" and "Multivalued context keys".

use std::fmt;

use crate::context::{KeyRef, Value, View};
use crate::document::{Condition, Version};

pub(crate) mod arn;
pub(crate) mod binary;
pub(crate) mod boolean;
pub(crate) mod date;
pub(crate) mod ip_address;
pub(crate) mod numeric;
pub(crate) mod string;

/// A condition operator with its set prefix and its `IfExists` suffix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Operator {
    /// The set prefix.
    pub quantifier: Quantifier,
    /// What is compared, and how.
    pub comparison: Comparison,
    /// Whether the suffix `IfExists` stands.
    pub if_exists: bool,
}

/// How an operator treats several values of one request key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quantifier {
    /// No prefix: the key has one value. Of a key with several, nothing matches.
    Single,
    /// `ForAllValues:` – every value; true for none.
    ForAllValues,
    /// `ForAnyValue:` – at least one value; false for none.
    ForAnyValue,
}

macro_rules! comparisons {
    ($($name:ident)+) => {
        /// The operators without prefix and suffix, by AWS's names.
        #[expect(missing_docs, reason = "each is the operator of that name in the IAM guide")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Comparison { $($name,)+ }

        impl Comparison {
            /// Every comparison.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// AWS's name.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)+ }
            }
        }
    };
}

comparisons! {
    StringEquals StringNotEquals StringEqualsIgnoreCase StringNotEqualsIgnoreCase StringLike StringNotLike
    NumericEquals NumericNotEquals NumericLessThan NumericLessThanEquals NumericGreaterThan NumericGreaterThanEquals
    DateEquals DateNotEquals DateLessThan DateLessThanEquals DateGreaterThan DateGreaterThanEquals
    Bool BinaryEquals IpAddress NotIpAddress ArnEquals ArnLike ArnNotEquals ArnNotLike Null
}

impl Comparison {
    /// Whether it is the negation of another.
    #[must_use]
    pub fn is_negated(self) -> bool {
        matches!(
            self,
            Self::StringNotEquals
                | Self::StringNotEqualsIgnoreCase
                | Self::StringNotLike
                | Self::NumericNotEquals
                | Self::DateNotEquals
                | Self::NotIpAddress
                | Self::ArnNotEquals
                | Self::ArnNotLike
        )
    }
}

impl Operator {
    /// Reads an operator's name, whatever its letter case. `Null` takes neither prefix nor suffix.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (quantifier, rest) = match name.split_once(':') {
            None => (Quantifier::Single, name),
            Some((set, rest)) if set.eq_ignore_ascii_case("ForAllValues") => (Quantifier::ForAllValues, rest),
            Some((set, rest)) if set.eq_ignore_ascii_case("ForAnyValue") => (Quantifier::ForAnyValue, rest),
            Some(_) => return None,
        };
        let split = rest.len().checked_sub("IfExists".len()).and_then(|at| rest.split_at_checked(at));
        let (base, if_exists) = match split {
            Some((base, suffix)) if suffix.eq_ignore_ascii_case("IfExists") => (base, true),
            _ => (rest, false),
        };
        let comparison = *Comparison::ALL.iter().find(|known| known.name().eq_ignore_ascii_case(base))?;
        let bare = quantifier == Quantifier::Single && !if_exists;
        (comparison != Comparison::Null || bare).then_some(Self { quantifier, comparison, if_exists })
    }

    /// Whether `${…}` in a wanted value is a variable: with string and ARN operators only.
    pub(crate) fn takes_variables(self) -> bool {
        use Comparison::{ArnEquals, ArnLike, ArnNotEquals, ArnNotLike};
        let name = self.comparison.name();
        name.starts_with("String")
            || matches!(self.comparison, ArnEquals | ArnLike | ArnNotEquals | ArnNotLike)
    }

    /// What would be right, where the text cannot be a wanted value of this operator.
    pub(crate) fn fault_of(self, text: &str) -> Option<&'static str> {
        use Comparison as C;
        let (fine, wanted) = match self.comparison {
            C::NumericEquals
            | C::NumericNotEquals
            | C::NumericLessThan
            | C::NumericLessThanEquals
            | C::NumericGreaterThan
            | C::NumericGreaterThanEquals => (numeric::Number::parse(text).is_some(), "a number"),
            C::DateEquals
            | C::DateNotEquals
            | C::DateLessThan
            | C::DateLessThanEquals
            | C::DateGreaterThan
            | C::DateGreaterThanEquals => {
                (crate::Timestamp::parse(text).is_some(), "an ISO 8601 date or seconds since 1970")
            }
            C::Bool | C::Null => (boolean::parse(text).is_some(), "true or false"),
            C::BinaryEquals => (binary::is_canonical(text), "base64"),
            C::IpAddress | C::NotIpAddress => {
                (ip_address::Network::parse(text).is_some(), "an address or a CIDR block")
            }
            _ => (true, ""),
        };
        (!fine).then_some(wanted)
    }

    /// What the operator yields where the request does not have the key.
    fn on_absent(self) -> bool {
        match self.quantifier {
            Quantifier::ForAllValues => true,
            _ if self.if_exists => true,
            Quantifier::ForAnyValue => false,
            Quantifier::Single => self.comparison.is_negated(),
        }
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.quantifier {
            Quantifier::Single => "",
            Quantifier::ForAllValues => "ForAllValues:",
            Quantifier::ForAnyValue => "ForAnyValue:",
        })?;
        f.write_str(self.comparison.name())?;
        f.write_str(if self.if_exists { "IfExists" } else { "" })
    }
}

/// How numbers and dates are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Relation {
    pub(crate) fn holds<T: PartialOrd>(self, found: &T, wanted: &T) -> bool {
        match self {
            Self::Equal => found == wanted,
            Self::Less => found < wanted,
            Self::LessOrEqual => found <= wanted,
            Self::Greater => found > wanted,
            Self::GreaterOrEqual => found >= wanted,
        }
    }
}

/// The wanted values, in the type of the operator. What cannot be of that type is left out, and so never matches.
#[derive(Debug, Clone, PartialEq)]
enum Test {
    String(string::Wanted),
    Numeric(numeric::Wanted),
    Date(date::Wanted),
    Bool(boolean::Wanted),
    Binary(binary::Wanted),
    IpAddress(ip_address::Wanted),
    Arn(arn::Wanted),
    Null(boolean::Wanted),
}

impl Test {
    fn new(operator: Operator, values: &[String], variables: bool) -> Self {
        use Comparison as C;
        use Relation as R;
        match operator.comparison {
            C::StringEquals | C::StringNotEquals => {
                Self::String(string::Wanted::new(string::How::Equal, values, variables))
            }
            C::StringEqualsIgnoreCase | C::StringNotEqualsIgnoreCase => {
                Self::String(string::Wanted::new(string::How::EqualIgnoringCase, values, variables))
            }
            C::StringLike | C::StringNotLike => {
                Self::String(string::Wanted::new(string::How::Like, values, variables))
            }
            C::NumericEquals | C::NumericNotEquals => Self::Numeric(numeric::Wanted::new(R::Equal, values)),
            C::NumericLessThan => Self::Numeric(numeric::Wanted::new(R::Less, values)),
            C::NumericLessThanEquals => Self::Numeric(numeric::Wanted::new(R::LessOrEqual, values)),
            C::NumericGreaterThan => Self::Numeric(numeric::Wanted::new(R::Greater, values)),
            C::NumericGreaterThanEquals => Self::Numeric(numeric::Wanted::new(R::GreaterOrEqual, values)),
            C::DateEquals | C::DateNotEquals => Self::Date(date::Wanted::new(R::Equal, values)),
            C::DateLessThan => Self::Date(date::Wanted::new(R::Less, values)),
            C::DateLessThanEquals => Self::Date(date::Wanted::new(R::LessOrEqual, values)),
            C::DateGreaterThan => Self::Date(date::Wanted::new(R::Greater, values)),
            C::DateGreaterThanEquals => Self::Date(date::Wanted::new(R::GreaterOrEqual, values)),
            C::Bool => Self::Bool(boolean::Wanted::new(values)),
            C::BinaryEquals => Self::Binary(binary::Wanted::new(values)),
            C::IpAddress | C::NotIpAddress => Self::IpAddress(ip_address::Wanted::new(values)),
            C::ArnEquals | C::ArnLike | C::ArnNotEquals | C::ArnNotLike => {
                Self::Arn(arn::Wanted::new(values, variables))
            }
            C::Null => Self::Null(boolean::Wanted::new(values)),
        }
    }

    /// Whether any wanted value matches the one value.
    #[inline]
    fn matches_any(&self, value: &Value<'_>, view: &View<'_, '_>) -> bool {
        match self {
            Self::String(wanted) => wanted.matches(value, view),
            Self::Numeric(wanted) => wanted.matches(value),
            Self::Date(wanted) => wanted.matches(value),
            Self::Bool(wanted) => wanted.matches(value),
            Self::Binary(wanted) => wanted.matches(value),
            Self::IpAddress(wanted) => wanted.matches(value),
            Self::Arn(wanted) => wanted.matches(value, view),
            Self::Null(_) => false,
        }
    }
}

/// A compiled condition: one operator on one key.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ConditionTest {
    pub(crate) key: KeyRef,
    quantifier: Quantifier,
    negated: bool,
    on_absent: bool,
    test: Test,
    /// As written, for explaining.
    pub(crate) source: Condition,
}

impl ConditionTest {
    pub(crate) fn new(condition: &Condition, version: Version) -> Self {
        let operator = condition.operator;
        Self {
            key: KeyRef::new(&condition.key),
            quantifier: operator.quantifier,
            negated: operator.comparison.is_negated(),
            on_absent: operator.on_absent(),
            test: Test::new(operator, &condition.values, version == Version::V2012),
            source: condition.clone(),
        }
    }

    /// The one text that the operator compares one value with, byte by byte, and whether it is to differ.
    pub(crate) fn only_text(&self) -> Option<(&str, bool)> {
        match (&self.test, self.quantifier) {
            (Test::String(wanted), Quantifier::Single) => Some((wanted.only_text()?, self.negated)),
            _ => None,
        }
    }

    /// Whether the condition holds for the request.
    #[inline]
    pub(crate) fn holds(&self, view: &View<'_, '_>) -> bool {
        let value = view.get(&self.key);
        if let Test::Null(wanted) = &self.test {
            return wanted.matches(&Value::Bool(value.is_none()));
        }
        match (value, self.quantifier) {
            (None, _) => self.on_absent,
            (Some(Value::List(texts)), Quantifier::Single) => match texts {
                [text] => self.one_holds(&Value::Text(text), view),
                _ => self.negated,
            },
            (Some(Value::List(texts)), Quantifier::ForAllValues) => {
                let nothing = texts.iter().all(|text| text.is_empty());
                nothing || texts.iter().all(|text| self.one_holds(&Value::Text(text), view))
            }
            (Some(Value::List(texts)), Quantifier::ForAnyValue) => {
                texts.iter().any(|text| self.one_holds(&Value::Text(text), view))
            }
            (Some(Value::Text("")), Quantifier::ForAllValues) => true,
            (Some(value), _) => self.one_holds(&value, view),
        }
    }

    #[inline]
    fn one_holds(&self, value: &Value<'_>, view: &View<'_, '_>) -> bool {
        self.test.matches_any(value, view) != self.negated
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operator_names_round_trip() {
        for comparison in Comparison::ALL {
            for (prefix, quantifier) in [
                ("", Quantifier::Single),
                ("ForAllValues:", Quantifier::ForAllValues),
                ("ForAnyValue:", Quantifier::ForAnyValue),
            ] {
                for (suffix, if_exists) in [("", false), ("IfExists", true)] {
                    let name = format!("{prefix}{}{suffix}", comparison.name());
                    let wanted = Operator { quantifier, comparison: *comparison, if_exists };
                    let allowed = *comparison != Comparison::Null || name == "Null";
                    assert_eq!(Operator::parse(&name), allowed.then_some(wanted), "{name}");
                    assert_eq!(wanted.to_string(), name);
                    assert_eq!(Operator::parse(&name.to_uppercase()), allowed.then_some(wanted));
                }
            }
        }
    }

    #[test]
    fn other_names_are_refused() {
        for name in [
            "",
            "StringEqual",
            "IfExists",
            "ForAllValues:",
            "ForSomeValues:Bool",
            "BoolIfExistsIfExists",
            "é",
        ] {
            assert_eq!(Operator::parse(name), None, "{name}");
        }
    }
}
