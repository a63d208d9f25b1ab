//! `maxResults` and `nextToken`.
//!
//! Lists are in the order of their ids, and a token names the last id given, so a page is right even when something was
//! made or deleted between two calls. Without `maxResults` a page has 100 results, and more than 100 means 100 (API
//! reference, `DescribeConnections`).

use std::fmt::Write as _;

use sekisho_wire::AwsError;

use super::error::client;

const PAGE_MAX: usize = 100;
/// Tokens are longer only if somebody made them up.
const TOKEN_BYTES_MAX: usize = 256;

/// One page of a list.
pub(super) struct Page<T> {
    /// What is on it.
    pub(super) items: Vec<T>,
    /// Where the next one starts, if there is one.
    pub(super) next_token: Option<String>,
}

/// The page of `items` (in the order of their ids) that starts behind `next_token`. `list` keeps the tokens of different
/// operations apart.
pub(super) fn page<T>(
    items: impl Iterator<Item = T>,
    id_of: impl Fn(&T) -> String,
    list: &str,
    max_results: Option<i32>,
    next_token: Option<&str>,
) -> Result<Page<T>, AwsError> {
    let size = match max_results {
        None => PAGE_MAX,
        Some(asked) => match usize::try_from(asked) {
            Ok(asked) if asked >= 1 => asked.min(PAGE_MAX),
            _ => return Err(client("maxResults must be at least 1")),
        },
    };
    let after = next_token.map(|token| read_token(list, token)).transpose()?;
    let mut rest = items.filter(|item| after.as_ref().is_none_or(|after| id_of(item) > *after));
    let items: Vec<T> = rest.by_ref().take(size).collect();
    let next_token =
        if rest.next().is_some() { items.last().map(|last| token(list, &id_of(last))) } else { None };
    Ok(Page { items, next_token })
}

fn token(list: &str, id: &str) -> String {
    let mut token = String::new();
    for byte in list.bytes().chain([b':']).chain(id.bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(token, "{byte:02x}");
    }
    token
}

fn read_token(list: &str, token: &str) -> Result<String, AwsError> {
    let bad = || client("The nextToken is not one that this operation gave");
    if token.len() > TOKEN_BYTES_MAX || !token.len().is_multiple_of(2) {
        return Err(bad());
    }
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let bytes: Option<Vec<u8>> = token
        .as_bytes()
        .chunks_exact(2)
        .map(|pair| match *pair {
            [high, low] => Some(digit(high)? << 4 | digit(low)?),
            _ => None,
        })
        .collect();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(bad)?;
    match text.split_once(':') {
        Some((of, id)) if of == list && !id.is_empty() => Ok(id.to_owned()),
        _ => Err(bad()),
    }
}
