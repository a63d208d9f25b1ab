//! Names: the model's words as Rust identifiers.

/// A member name as a field: `CidrBlock` → `cidr_block`, `requestMACSec` → `request_mac_sec`, `type` → `type_`.
pub(crate) fn field(name: &str) -> String {
    let mut snake = split(name).join("_").to_lowercase();
    if KEYWORDS.contains(&snake.as_str()) {
        snake.push('_');
    }
    snake
}

/// An enum shape's name as a constant: `AttributeBooleanValue` → `ATTRIBUTE_BOOLEAN_VALUE`.
pub(crate) fn constant(name: &str) -> String {
    split(name).join("_").to_uppercase()
}

/// A shape or operation name as a type: first letter upper case.
pub(crate) fn type_name(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

const KEYWORDS: [&str; 14] = [
    "type", "as", "in", "match", "ref", "self", "use", "where", "loop", "mod", "move", "static", "final",
    "return",
];

/// Splits at the humps; a run of capitals is one word (`BGPPeer`), a plural `s` belongs to it (`secretARNs`).
fn split(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|index| letters[index]);
        let after = letters.get(at + 1).copied();
        let plural = after == Some('s') && letters.get(at + 2).is_none_or(|next| next.is_uppercase());
        let fresh = match before {
            None => true,
            Some(previous) if !letter.is_uppercase() => previous == '_' || previous == '-',
            Some(previous) if !previous.is_uppercase() => true,
            Some(_) => after.is_some_and(char::is_lowercase) && !plural,
        };
        if fresh {
            words.push(String::new());
        }
        if let (Some(word), true) = (words.last_mut(), letter.is_alphanumeric()) {
            word.push(letter);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{constant, field, type_name};

    #[test]
    fn humps_runs_and_keywords() {
        for (name, expected) in [
            ("CidrBlock", "cidr_block"),
            ("requestMACSec", "request_mac_sec"),
            ("newBGPPeer", "new_bgp_peer"),
            ("Ipv6CidrBlock", "ipv6_cidr_block"),
            ("CidrIpv6", "cidr_ipv6"),
            ("awsDeviceV2", "aws_device_v2"),
            ("secretARN", "secret_arn"),
            ("providerARNs", "provider_arns"),
            ("type", "type_"),
            ("EnableResourceNameDnsAAAARecord", "enable_resource_name_dns_aaaa_record"),
        ] {
            assert_eq!(field(name), expected);
        }
        assert_eq!(constant("BGPPeerState"), "BGP_PEER_STATE");
        assert_eq!(type_name("pathToMap"), "PathToMap");
    }
}
