//! `Filter.N`: values of one filter are alternatives, filters all have to hold.
//!
//! `*` and `?` are wildcards and `\` takes the next character as it is; names and values are case-sensitive (EC2 guide,
//! "Filter your resources"). A name that the operation does not have is refused. A name that AWS has and whose property
//! nothing here has (an IPv6 association) matches nothing.

use sekisho_core::vpc::Tags;
use sekisho_wire::{AwsError, ec2::Filter};

use super::error::{bad_value, missing};

/// Values of all filters of one request.
const VALUES_MAX: usize = 200;
/// Characters of one value.
const VALUE_CHARACTERS_MAX: usize = 1024;

#[derive(Debug)]
enum Subject {
    Property(&'static str),
    Tag(String),
    TagKey,
}

/// The filters of a request, checked.
#[derive(Debug)]
pub(super) struct Filters(Vec<(Subject, Vec<String>)>);

impl Filters {
    /// Reads the filters of an operation that knows `names`, and `tag:KEY` and `tag-key` if `tagged`.
    pub(super) fn parse(
        filters: Option<&[Filter]>,
        names: &'static [&'static str],
        tagged: bool,
    ) -> Result<Self, AwsError> {
        let mut parsed = Vec::new();
        let mut count = 0;
        for filter in filters.unwrap_or_default() {
            let name = filter.name.as_deref().unwrap_or("null");
            let subject = match name {
                "tag-key" if tagged => Subject::TagKey,
                _ => match (name.strip_prefix("tag:"), names.iter().find(|known| **known == name)) {
                    (Some(key), _) if tagged && !key.is_empty() => Subject::Tag(key.to_owned()),
                    (_, Some(known)) => Subject::Property(known),
                    _ => return Err(bad_value(format!("The filter '{name}' is invalid"))),
                },
            };
            let values = filter.values.clone().unwrap_or_default();
            if values.is_empty() {
                return Err(missing("Filter.Value"));
            }
            if values.iter().any(|value| value.chars().count() > VALUE_CHARACTERS_MAX) {
                return Err(bad_value(format!(
                    "A value of the filter '{name}' is longer than {VALUE_CHARACTERS_MAX} characters"
                )));
            }
            count += values.len();
            parsed.push((subject, values));
        }
        if count > VALUES_MAX {
            return Err(AwsError::ec2(
                "FilterLimitExceeded",
                format!("The maximum number of filter values specified on a single call is {VALUES_MAX}"),
            ));
        }
        Ok(Self(parsed))
    }

    /// Whether a thing with these tags and properties passes all filters.
    pub(super) fn matches(&self, tags: &Tags, property: impl Fn(&str) -> Vec<String>) -> bool {
        self.0.iter().all(|(subject, patterns)| match subject {
            Subject::Property(name) => {
                property(name).iter().any(|value| patterns.iter().any(|pattern| matches(pattern, value)))
            }
            Subject::Tag(key) => {
                tags.get(key).is_some_and(|value| patterns.iter().any(|pattern| matches(pattern, value)))
            }
            Subject::TagKey => tags.keys().any(|key| patterns.iter().any(|pattern| matches(pattern, key))),
        })
    }
}

/// One value of a property, as the answer of a property function.
pub(super) fn one(value: impl ToString) -> Vec<String> {
    vec![value.to_string()]
}

/// Whether `value` fits `pattern`. Only the last `*` is ever taken back, so the steps are at most the product of lengths.
fn matches(pattern: &str, value: &str) -> bool {
    let tokens = tokens(pattern);
    let value: Vec<char> = value.chars().collect();
    let (mut at, mut token, mut star) = (0, 0, None);
    while let Some(letter) = value.get(at) {
        match tokens.get(token) {
            Some(Token::Any) => {
                star = Some((token, at));
                token += 1;
                continue;
            }
            Some(Token::One) => {}
            Some(Token::Letter(wanted)) if wanted == letter => {}
            _ => match star {
                Some((star_token, star_at)) => {
                    star = Some((star_token, star_at + 1));
                    (token, at) = (star_token + 1, star_at + 1);
                    continue;
                }
                None => return false,
            },
        }
        token += 1;
        at += 1;
    }
    tokens.iter().skip(token).all(|token| matches!(token, Token::Any))
}

enum Token {
    Any,
    One,
    Letter(char),
}

fn tokens(pattern: &str) -> Vec<Token> {
    let mut letters = pattern.chars();
    let mut tokens = Vec::new();
    while let Some(letter) = letters.next() {
        tokens.push(match letter {
            '*' => Token::Any,
            '?' => Token::One,
            '\\' => Token::Letter(letters.next().unwrap_or('\\')),
            other => Token::Letter(other),
        });
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn wildcards_and_escapes() {
        for (pattern, value, expected) in [
            ("", "", true),
            ("", "a", false),
            ("*", "", true),
            ("a", "A", false),
            ("vpc-*", "vpc-1", true),
            ("*-1", "vpc-1", true),
            ("v?c-1", "vpc-1", true),
            ("v?c-1", "vc-1", false),
            ("*a*b*c", "xxaxxbxxc", true),
            ("*a*b*c", "xxaxxcxxb", false),
            (r"\*", "*", true),
            (r"\*", "a", false),
            (r"a\", r"a\", true),
            ("関*", "関所", true),
        ] {
            assert_eq!(matches(pattern, value), expected, "{pattern} {value}");
        }
        assert!(!matches(&"*a".repeat(500), &"a".repeat(499)));
    }
}
