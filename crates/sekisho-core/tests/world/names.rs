//! The spelling of names, and the order in which an endpoint lists its own.

use sekisho_core::names::{
    PRIVATE_HOSTED_ZONE, alias_name, api_name, dns_entries, endpoint_domain, endpoint_hosted_zone,
    execute_api_domain, execute_api_service, pet_store_host, regional_name, zonal_name,
};

use crate::reference::{REGION, endpoint, interface, with};

#[test]
fn spelling() {
    let endpoint = endpoint("vpce-0123456789abcdef0", "vpc-1", &[]);
    let cases = [
        (execute_api_domain(REGION), "execute-api.ap-northeast-1.amazonaws.com"),
        (endpoint_domain(REGION), "execute-api.ap-northeast-1.vpce.amazonaws.com"),
        (execute_api_service(REGION), "com.amazonaws.ap-northeast-1.execute-api"),
        (pet_store_host(REGION), "petstore.execute-api.ap-northeast-1.amazonaws.com"),
        (
            regional_name(&endpoint, REGION),
            "vpce-0123456789abcdef0-abcd1234.execute-api.ap-northeast-1.vpce.amazonaws.com",
        ),
        (
            zonal_name(&endpoint, "ap-northeast-1a", REGION),
            "vpce-0123456789abcdef0-abcd1234-ap-northeast-1a.execute-api.ap-northeast-1.vpce.amazonaws.com",
        ),
        (api_name(&"abc1234567".into(), REGION), "abc1234567.execute-api.ap-northeast-1.amazonaws.com"),
        (
            alias_name(&"abc1234567".into(), &endpoint.id, REGION),
            "abc1234567-vpce-0123456789abcdef0.execute-api.ap-northeast-1.amazonaws.com",
        ),
    ];
    for (name, expected) in cases {
        assert_eq!(name, expected);
        assert!(name.split('.').all(|label| (1..=63).contains(&label.len())), "{name}: RFC 1035 labels");
    }
}

#[test]
fn an_endpoint_lists_regional_zonal_private() {
    let mut listed = endpoint("vpce-1", "vpc-1", &["eni-b", "eni-a", "eni-gone"]);
    listed.private_dns_enabled = true;
    let world = with([listed.clone().into()]);
    let names: Vec<(String, &str)> = dns_entries(&world, &listed)
        .into_iter()
        .map(|entry| (entry.dns_name, entry.hosted_zone_id))
        .collect();
    let public = endpoint_hosted_zone(REGION);
    assert_eq!(
        names,
        [
            ("vpce-1-abcd1234.execute-api.ap-northeast-1.vpce.amazonaws.com".to_owned(), public),
            (
                "vpce-1-abcd1234-ap-northeast-1c.execute-api.ap-northeast-1.vpce.amazonaws.com".to_owned(),
                public
            ),
            (
                "vpce-1-abcd1234-ap-northeast-1a.execute-api.ap-northeast-1.vpce.amazonaws.com".to_owned(),
                public
            ),
            ("execute-api.ap-northeast-1.amazonaws.com".to_owned(), PRIVATE_HOSTED_ZONE),
            ("*.execute-api.ap-northeast-1.amazonaws.com".to_owned(), PRIVATE_HOSTED_ZONE),
        ],
    );
    listed.private_dns_enabled = false;
    assert_eq!(dns_entries(&world, &listed).len(), 3);
    // Private names follow the interfaces too.
    listed.private_dns_enabled = true;
    listed.network_interface_ids.clear();
    assert_eq!(dns_entries(&world, &listed), []);
    listed.network_interface_ids = vec!["eni-c".into()];
    let world = with([interface("eni-c", ("vpc-1", "subnet-a", "a"), "10.0.1.30", "vpce-1").into()]);
    assert_eq!(dns_entries(&world, &listed).len(), 4);
}

#[test]
fn hosted_zones_are_constant() {
    assert_eq!(endpoint_hosted_zone("us-east-1"), "Z7HUB22UULQXV");
    for region in ["", "us-east-2", REGION, "xx-nowhere-9"] {
        let zone = endpoint_hosted_zone(region);
        assert!(zone.starts_with('Z') && zone.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        assert_ne!(zone, PRIVATE_HOSTED_ZONE);
    }
}
