//! `MaxResults` and `NextToken`.
//!
//! A token holds the operation and the key of the last item given, so pages stay right while things come and go, and
//! a token of another operation is refused. It is spelt in hexadecimal to be opaque and safe in any transport.

use std::fmt::Write as _;

use sekisho_wire::AwsError;

use super::error::{combination, invalid_value};

/// Where a page starts and how long it may be.
#[derive(Debug)]
pub(super) struct Page {
    operation: &'static str,
    after: Option<String>,
    limit: usize,
}

/// The paging parameters of a request.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    /// `MaxResults`, its bounds already checked where the model has any.
    pub(super) max_results: Option<i32>,
    /// `NextToken`.
    pub(super) next_token: Option<&'a str>,
    /// The wire name of the ids that were given too, which excludes `MaxResults`.
    pub(super) ids: Option<&'static str>,
}

impl Page {
    /// Reads the paging parameters of `operation`.
    pub(super) fn parse(operation: &'static str, asked: &Asked<'_>) -> Result<Self, AwsError> {
        if let (Some(ids), Some(_)) = (asked.ids, asked.max_results) {
            return Err(combination(format!(
                "The parameter {ids} cannot be used with the parameter maxResults"
            )));
        }
        let limit = match asked.max_results {
            None => usize::MAX,
            Some(number) => usize::try_from(number).ok().filter(|limit| *limit > 0).ok_or_else(|| {
                invalid_value(
                    &number.to_string(),
                    "maxResults",
                    "Expecting a value greater than or equal to 1.",
                )
            })?,
        };
        let after = asked.next_token.map(|token| decode(operation, token)).transpose()?;
        Ok(Self { operation, after, limit })
    }

    /// The same page, no longer than `limit`.
    pub(super) fn at_most(mut self, limit: usize) -> Self {
        self.limit = self.limit.min(limit);
        self
    }

    /// The items of this page and the token of the next. `items` come with their keys, sorted by them.
    pub(super) fn cut<T>(&self, items: impl Iterator<Item = (String, T)>) -> (Vec<T>, Option<String>) {
        let mut rest = items.filter(|(key, _)| self.after.as_ref().is_none_or(|after| key > after));
        let mut page = Vec::new();
        let mut last = None;
        while page.len() < self.limit {
            let Some((key, item)) = rest.next() else { return (page, None) };
            page.push(item);
            last = Some(key);
        }
        let token = rest.next().and(last).map(|last| encode(self.operation, &last));
        (page, token)
    }
}

fn encode(operation: &str, key: &str) -> String {
    format!("{operation}\n{key}").bytes().fold(String::new(), |mut token, byte| {
        // Writing to a string cannot fail.
        let _ = write!(token, "{byte:02x}");
        token
    })
}

fn decode(operation: &str, token: &str) -> Result<String, AwsError> {
    let bytes: Option<Vec<u8>> = token
        .as_bytes()
        .chunks(2)
        .map(|pair| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()))
        .collect();
    bytes
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .and_then(|text| text.strip_prefix(operation)?.strip_prefix('\n').map(str::to_owned))
        .ok_or_else(|| AwsError::ec2("InvalidNextToken", "The token is not valid for this operation."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(max_results: Option<i32>, next_token: Option<&str>) -> Result<Page, AwsError> {
        Page::parse("DescribeX", &Asked { max_results, next_token, ids: None })
    }

    #[test]
    fn pages_join_to_the_whole() {
        let items: Vec<(String, u32)> = (0..23).map(|number| (format!("{number:03}"), number)).collect();
        let mut seen = Vec::new();
        let mut token: Option<String> = None;
        loop {
            let (part, next) = page(Some(5), token.as_deref()).expect("valid").cut(items.clone().into_iter());
            seen.extend(part);
            token = next;
            if token.is_none() {
                break;
            }
        }
        assert_eq!(seen, (0..23).collect::<Vec<_>>());
    }

    #[test]
    fn a_full_last_page_has_no_token() {
        let (part, next) =
            page(Some(5), None).expect("valid").cut((0..5).map(|number| (number.to_string(), number)));
        assert_eq!((part.len(), next), (5, None));
    }

    #[test]
    fn bad_tokens_and_numbers_are_refused() {
        for token in ["", "zz", "abc", "6162", "関", &encode("DescribeY", "k")] {
            assert_eq!(page(None, Some(token)).expect_err(token).code, "InvalidNextToken", "{token}");
        }
        for number in [0, -1, i32::MIN] {
            assert_eq!(page(Some(number), None).expect_err("number").code, "InvalidParameterValue");
        }
    }
}
