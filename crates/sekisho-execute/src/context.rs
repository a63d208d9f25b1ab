//! `$context`, and the names a template or a mapping may look up: headers, query and path parameters, stage variables.
//!
//! Views over the invocation; nothing is built until it is asked for. Source: the API Gateway guide, "Variables for data
//! models, authorizers, mapping templates, and CloudWatch access logging", those not marked as log-only.

use std::borrow::Cow;

use http::{HeaderMap, HeaderName, HeaderValue};
use indexmap::IndexMap;
use sekisho_core::Timestamp;
use sekisho_vtl::{ContextSource, ContextValue, Names};

use crate::{host, invocation::Invocation};

/// Headers of a request as templates see them. HTTP does not tell letter case apart, so lookups do not either; listed
/// names are lower case.
#[derive(Debug)]
pub(crate) struct HeaderNames<'h>(pub(crate) &'h HeaderMap);

/// Headers that are gone before anything sees them.
const UNSEEN: [&str; 12] = [
    "connection",
    "content-length",
    "content-md5",
    "expect",
    "max-forwards",
    "proxy-authenticate",
    "server",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "www-authenticate",
];

/// Every value of a header that can be seen.
pub(crate) fn seen<'h>(
    headers: &'h HeaderMap,
    name: &HeaderName,
) -> impl DoubleEndedIterator<Item = Cow<'h, str>> + use<'h> {
    let found = (!UNSEEN.contains(&name.as_str())).then(|| headers.get_all(name).into_iter());
    found.into_iter().flatten().map(text)
}

fn text(value: &HeaderValue) -> Cow<'_, str> {
    String::from_utf8_lossy(value.as_bytes())
}

impl Names for HeaderNames<'_> {
    fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
        seen(self.0, &name).next_back()
    }
    fn each<'s>(&'s self, each: &mut dyn FnMut(Cow<'s, str>, Cow<'s, str>)) {
        for name in self.0.keys() {
            if let Some(value) = seen(self.0, name).next_back() {
                each(Cow::Borrowed(name.as_str()), value);
            }
        }
    }
}

/// Stage variables.
#[derive(Debug)]
pub(crate) struct Variables<'v>(pub(crate) &'v IndexMap<String, String>);

impl Names for Variables<'_> {
    fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        self.0.get(name).map(|value| Cow::Borrowed(value.as_str()))
    }
    fn each<'s>(&'s self, each: &mut dyn FnMut(Cow<'s, str>, Cow<'s, str>)) {
        for (name, value) in self.0 {
            each(Cow::Borrowed(name), Cow::Borrowed(value));
        }
    }
}

/// Members of `$context` itself.
const MEMBERS: [&str; 16] = [
    "accountId",
    "apiId",
    "deploymentId",
    "domainName",
    "domainPrefix",
    "extendedRequestId",
    "httpMethod",
    "identity",
    "path",
    "protocol",
    "requestId",
    "requestTime",
    "requestTimeEpoch",
    "resourceId",
    "resourcePath",
    "stage",
];

/// Members of `$context.identity`.
const IDENTITY: [&str; 9] =
    ["accessKey", "accountId", "caller", "sourceIp", "user", "userAgent", "userArn", "vpcId", "vpceId"];

impl ContextSource for Invocation<'_> {
    fn value(&self, path: &[&str]) -> Option<ContextValue<'_>> {
        match path {
            ["identity"] => Some(ContextValue::Group),
            ["identity", member] => self.identity(member).map(ContextValue::Text),
            ["requestTimeEpoch"] => Some(ContextValue::Integer(self.stamp.now.0)),
            [member] => self.member(member).map(ContextValue::Text),
            _ => None,
        }
    }

    fn members(&self, path: &[&str]) -> Vec<Cow<'_, str>> {
        let all: &[&'static str] = match path {
            [] => &MEMBERS,
            ["identity"] => &IDENTITY,
            _ => &[],
        };
        let present = all.iter().filter(|name| {
            let mut path = path.to_vec();
            path.push(name);
            self.value(&path).is_some()
        });
        present.map(|name| Cow::Borrowed(*name)).collect()
    }
}

impl Invocation<'_> {
    fn member(&self, name: &str) -> Option<Cow<'_, str>> {
        let stage = &self.stage.source;
        Some(match name {
            "accountId" => Cow::Borrowed(self.place.account_id.as_str()),
            "apiId" => Cow::Borrowed(stage.rest_api_id.as_str()),
            "deploymentId" => Cow::Borrowed(stage.deployment_id.as_str()),
            "domainName" => Cow::Borrowed(host::without_port(self.head.host()?)),
            "domainPrefix" => {
                Cow::Borrowed(host::without_port(self.head.host()?).split('.').next().unwrap_or(""))
            }
            "extendedRequestId" => text(&self.stamp.extended_request_id),
            "httpMethod" => Cow::Borrowed(self.verb.as_str()),
            "path" => Cow::Borrowed(self.head.uri.path()),
            "protocol" => Cow::Borrowed("HTTP/1.1"),
            "requestId" => text(&self.stamp.request_id),
            "requestTime" => Cow::Owned(common_log_time(self.stamp.now)),
            "requestTimeEpoch" => Cow::Owned(self.stamp.now.0.to_string()),
            "resourceId" => Cow::Borrowed(self.resource()?.id.as_str()),
            "resourcePath" => Cow::Borrowed(&*self.resource()?.path),
            "stage" => Cow::Borrowed(stage.name.as_str()),
            _ => return None,
        })
    }

    fn identity(&self, name: &str) -> Option<Cow<'_, str>> {
        let caller = self.caller.as_ref();
        let endpoint = self.endpoint.as_ref();
        Some(match name {
            "sourceIp" => Cow::Owned(self.arrival.source_ip.to_canonical().to_string()),
            "userAgent" => text(self.head.headers.get(http::header::USER_AGENT)?),
            "vpcId" => Cow::Borrowed(endpoint?.vpc_id.as_str()),
            "vpceId" => Cow::Borrowed(endpoint?.id.as_str()),
            "accessKey" => Cow::Borrowed(caller?.access_key_id.as_str()),
            "accountId" => Cow::Borrowed(caller?.account_id.as_str()),
            "caller" | "user" => Cow::Borrowed(caller?.user_id.as_str()),
            "userArn" => Cow::Borrowed(caller?.principal_arn.as_str()),
            _ => return None,
        })
    }

    /// A `context.…` expression's value, as text.
    pub(crate) fn context_text(&self, path: &str) -> Option<String> {
        let parts: Vec<&str> = path.split('.').take(8).collect();
        match self.value(&parts)? {
            ContextValue::Text(text) => Some(text.into_owned()),
            ContextValue::Integer(number) => Some(number.to_string()),
            ContextValue::Group => None,
        }
    }
}

/// `dd/MMM/yyyy:HH:mm:ss +0000`.
fn common_log_time(now: Timestamp) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let seconds = now.seconds();
    let (year, month, day) = civil(seconds.div_euclid(86_400));
    let second = seconds.rem_euclid(86_400);
    let month = usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or("Jan");
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{day:02}/{month}/{year:04}:{hour:02}:{minute:02}:{second:02} +0000")
}

/// The date of a day since 1970-01-01, proleptic Gregorian; years begin in March so that the leap day is last.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let month = (march + 2) % 12 + 1;
    (year + era * 400 + i64::from(month <= 2), month, of_year - (153 * march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_in_logs() {
        for (milliseconds, expected) in [
            (0, "01/Jan/1970:00:00:00 +0000"),
            (1_709_208_000_999, "29/Feb/2024:12:00:00 +0000"),
            (-1, "31/Dec/1969:23:59:59 +0000"),
            (1_767_225_599_000, "31/Dec/2025:23:59:59 +0000"),
        ] {
            assert_eq!(common_log_time(Timestamp(milliseconds)), expected);
        }
    }
}
