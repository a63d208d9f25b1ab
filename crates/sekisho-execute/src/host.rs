//! Which API a request names: by header, by the API's own host name, or by its alias at an endpoint.
//!
//! The header wins whatever the host says. A name of an endpoint names no API. Source: the API Gateway guide, "Invoke a
//! private API".

use crate::arrival::{RequestHead, Scan};

/// What names the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named<'a> {
    /// The header, or the API's own name.
    Api(&'a str),
    /// `{api}-{vpce}.execute-api…`.
    Alias {
        /// The API.
        api: &'a str,
        /// The endpoint in the name.
        endpoint: &'a str,
    },
    /// Nothing.
    Nothing,
}

/// Which API a request names; `suffix` is `.execute-api.REGION.amazonaws.com`.
pub(crate) fn named_api<'a>(head: &RequestHead<'a>, scan: &Scan<'a>, suffix: &str) -> Named<'a> {
    if let Some(value) = scan.api_id {
        return value.to_str().map_or(Named::Nothing, |api| Named::Api(api.trim()));
    }
    head.host().map_or(Named::Nothing, |host| by_host(host, suffix))
}

fn by_host<'a>(host: &'a str, suffix: &str) -> Named<'a> {
    let host = without_port(host);
    let host = host.strip_suffix('.').unwrap_or(host);
    let Some((label, domain)) = host.len().checked_sub(suffix.len()).and_then(|at| host.split_at_checked(at))
    else {
        return Named::Nothing;
    };
    if label.is_empty() || label.contains('.') || !domain.eq_ignore_ascii_case(suffix) {
        return Named::Nothing;
    }
    match label.split_once('-') {
        None => Named::Api(label),
        Some((api, endpoint)) if !api.is_empty() => Named::Alias { api, endpoint },
        Some(_) => Named::Nothing,
    }
}

/// The host without a port.
pub(crate) fn without_port(host: &str) -> &str {
    host.trim_end_matches(|last: char| last.is_ascii_digit()).strip_suffix(':').unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(host: &str, expected: Named<'_>) {
        assert_eq!(by_host(host, ".execute-api.eu-west-1.amazonaws.com"), expected, "{host}");
    }

    #[test]
    fn hosts_name_apis() {
        check("abc.execute-api.eu-west-1.amazonaws.com", Named::Api("abc"));
        check("abc.execute-api.eu-west-1.amazonaws.com:443", Named::Api("abc"));
        check("abc.Execute-API.eu-west-1.amazonaws.com.", Named::Api("abc"));
        let alias = Named::Alias { api: "abc", endpoint: "vpce-0123" };
        check("abc-vpce-0123.execute-api.eu-west-1.amazonaws.com", alias);
    }

    #[test]
    fn other_hosts_name_nothing() {
        for host in [
            "",
            ":443",
            "execute-api.eu-west-1.amazonaws.com",
            ".execute-api.eu-west-1.amazonaws.com",
            "a.b.execute-api.eu-west-1.amazonaws.com",
            "-vpce-0123.execute-api.eu-west-1.amazonaws.com",
            "abc.execute-api.eu-west-2.amazonaws.com",
            "vpce-0-x.execute-api.eu-west-1.vpce.amazonaws.com",
            "猫猫猫execute-api.eu-west-1.amazonaws.com",
            "[::1]:443",
        ] {
            check(host, Named::Nothing);
        }
    }
}
