//! Direct Connect through its JSON protocol: what is refused and how, then what clients do step by step.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "directconnect/lab.rs"]
mod lab;
#[path = "directconnect/laws.rs"]
mod laws;

use lab::{ARN, DELETED_GATEWAY, GATEWAY, Lab, interface_body, lay_over, text};
use serde_json::{Value, json};

const CLIENT: &str = "DirectConnectClientException";

fn long(length: usize) -> String {
    "x".repeat(length)
}

fn tags(count: usize) -> Vec<Value> {
    (0..count).map(|number| json!({"key": format!("key-{number}"), "value": "v"})).collect()
}

/// Every row is refused with that code, status 400, and a text that contains the last column.
#[track_caller]
fn all_refused(lab: &mut Lab, operation: &str, rows: &[(Value, &str, &str)]) {
    for (body, code, part) in rows {
        let refused = lab.refused(operation, body);
        assert_eq!(
            (refused.status, refused.code.as_str()),
            (400, *code),
            "{operation} {body}: {}",
            refused.message
        );
        assert!(refused.message.contains(part), "{operation} {body}: {:?} lacks {part:?}", refused.message);
    }
}

#[test]
fn bad_connections_are_refused() {
    let mut lab = Lab::new();
    let with = |over: Value| {
        let mut body = json!({"location": "EqTY2", "bandwidth": "1Gbps", "connectionName": "one"});
        lay_over(&mut body, &over);
        body
    };
    let rows = [
        (with(json!({"connectionName": null})), CLIENT, "connectionName"),
        (with(json!({"connectionName": ""})), CLIENT, "connectionName is required"),
        (with(json!({"connectionName": long(101)})), CLIENT, "at most 100 characters"),
        (with(json!({"connectionName": "a\nb"})), CLIENT, "control characters"),
        (with(json!({"location": null})), CLIENT, "location"),
        (with(json!({"location": "EqDC2"})), CLIENT, "its locations are: EqTY2"),
        (with(json!({"location": long(5000)})), CLIENT, "xxx... is not a Direct Connect location"),
        (with(json!({"bandwidth": "50Mbps"})), CLIENT, "not a port speed of a dedicated connection"),
        (with(json!({"bandwidth": "1gbps"})), CLIENT, "1Gbps, 10Gbps, 100Gbps, 400Gbps"),
        (with(json!({"requestMACSec": true})), CLIENT, "requestMACSec=true is not served"),
        (with(json!({"lagId": "dxlag-fgytzthu"})), CLIENT, "lagId is not served"),
        (with(json!({"billingMode": "FlatRateTier1"})), CLIENT, "billingMode FlatRateTier1 is not served"),
        (with(json!({"billingMode": "Free"})), CLIENT, "enum value set"),
        (with(json!({"providerName": ""})), CLIENT, "providerName is required"),
        (with(json!({"tags": tags(51)})), "TooManyTagsException", "reached the limit"),
        (
            with(json!({"tags": [{"key": "a", "value": "1"}, {"key": "a", "value": "2"}]})),
            "DuplicateTagKeysException",
            "more than once",
        ),
        (with(json!({"tags": [{"key": "aws:x", "value": "1"}]})), CLIENT, "reserved"),
    ];
    all_refused(&mut lab, "CreateConnection", &rows);
    for _ in 0..10 {
        lab.connection();
    }
    all_refused(&mut lab, "CreateConnection", &[(with(json!({})), CLIENT, "maximum of 10 connections")]);
}

#[test]
fn bad_interfaces_are_refused() {
    let mut lab = Lab::new();
    let id = lab.connection();
    let with = |over: Value| interface_body(&id, &over);
    let rows = [
        (interface_body("dxcon-fnowhere", &json!({})), "Could not find Connection with ID dxcon-fnowhere"),
        (json!({"connectionId": id}), "newPrivateVirtualInterface"),
        (with(json!({"virtualInterfaceName": null})), "virtualInterfaceName"),
        (with(json!({"virtualInterfaceName": long(101)})), "at most 100 characters"),
        (with(json!({"vlan": null})), "vlan"),
        (with(json!({"vlan": 0})), "VLAN 0 is not from 1 to 4094"),
        (with(json!({"vlan": 4095})), "VLAN 4095"),
        (with(json!({"vlan": -1})), "VLAN -1"),
        (with(json!({"vlan": 65637})), "VLAN 65637"),
        (with(json!({"asn": null})), "An ASN is required"),
        (with(json!({"asn": 0})), "asn 0 is not from 1 to 2147483646"),
        (with(json!({"asn": 2_147_483_647})), "use asnLong"),
        (with(json!({"asn": -5})), "asn -5"),
        (with(json!({"asn": null, "asnLong": 4_294_967_295_i64})), "not from 1 to 4294967294"),
        (with(json!({"asn": null, "asnLong": 0})), "asnLong 0"),
        (with(json!({"asnLong": 65001})), "asn and asnLong differ"),
        (with(json!({"asn": 64512})), "that of the Amazon side"),
        (with(json!({"mtu": 9001})), "the supported values are 1500 and 8500"),
        (with(json!({"mtu": 0})), "MTU 0"),
        (with(json!({"authKey": "short"})), "6 to 80 characters"),
        (with(json!({"authKey": ""})), "6 to 80 characters"),
        (with(json!({"authKey": long(81)})), "6 to 80 characters"),
        (with(json!({"authKey": "has a blank"})), "printable ASCII"),
        (with(json!({"authKey": "schlüssel"})), "printable ASCII"),
        (with(json!({"virtualGatewayId": null})), "Exactly one of virtualGatewayId"),
        (with(json!({"virtualGatewayId": ""})), "Exactly one of virtualGatewayId"),
        (with(json!({"directConnectGatewayId": "5f294f92"})), "Exactly one of virtualGatewayId"),
        (
            with(json!({"virtualGatewayId": null, "directConnectGatewayId": "5f294f92"})),
            "Direct Connect gateways (directConnectGatewayId; give virtualGatewayId instead) are not served",
        ),
        (with(json!({"virtualGatewayId": "vgw-1"})), "Virtual Gateway with ID vgw-1 does not exist"),
        (with(json!({"virtualGatewayId": DELETED_GATEWAY})), "does not exist"),
        (with(json!({"enableSiteLink": true})), "enableSiteLink=true is not served"),
        (with(json!({"rateLimit": "100Mbps"})), "rateLimit is not served"),
        (with(json!({"prefixPoolAllocatedCountIpv4": 100})), "prefixPoolAllocatedCountIpv4 is not served"),
        (with(json!({"prefixPoolAllocatedCountIpv6": 0})), "prefixPoolAllocatedCountIpv6 is not served"),
        (with(json!({"addressFamily": "ipv6"})), "IPv6 BGP peers are not served"),
        (with(json!({"addressFamily": "ipx"})), "enum value set"),
    ];
    let rows = rows.map(|(body, part)| (body, CLIENT, part));
    all_refused(&mut lab, "CreatePrivateVirtualInterface", &rows);
    lab.interface(&id, 101);
    let taken = [(with(json!({})), CLIENT, "VLAN 101 is in use")];
    all_refused(&mut lab, "CreatePrivateVirtualInterface", &taken);
}

#[test]
fn bad_peer_addresses_are_refused() {
    let mut lab = Lab::new();
    let id = lab.connection();
    lab.ok(
        "CreatePrivateVirtualInterface",
        &interface_body(
            &id,
            &json!({"vlan": 5, "amazonAddress": "10.9.0.1/30", "customerAddress": "10.9.0.2/30"}),
        ),
    );
    let rows = [
        (Some("10.0.0.1/30"), None, "must be given together"),
        (None, Some("10.0.0.1/30"), "must be given together"),
        (
            Some("10.0.0.1/30"),
            Some("10.0.0.5/30"),
            "Amazon Address and Customer Address must be in the same CIDR",
        ),
        (
            Some("10.0.0.1/30"),
            Some("10.0.0.2/29"),
            "Amazon Address and Customer Address must be in the same CIDR",
        ),
        (Some("10.0.0.0/30"), Some("10.0.0.2/30"), "Amazon Address is address 0 on its subnet."),
        (Some("10.0.0.3/30"), Some("10.0.0.2/30"), "Amazon Address is the broadcast address on its subnet."),
        (Some("10.0.0.1/30"), Some("10.0.0.0/30"), "Customer Address is address 0 on its subnet."),
        (Some("10.0.0.1/30"), Some("10.0.0.3/30"), "Customer Address is the broadcast address"),
        (Some("10.0.0.1/30"), Some("10.0.0.1/30"), "must differ"),
        (Some("10.0.0.1"), Some("10.0.0.2"), "not an IPv4 address in CIDR form"),
        (Some("ten/30"), Some("10.0.0.2/30"), "Amazon Address ten/30"),
        (Some("10.0.0.1/33"), Some("10.0.0.2/33"), "not an IPv4 address in CIDR form"),
        (Some("10.0.0.1/16"), Some("10.0.0.2/16"), "prefix length of 24 to 31"),
        (Some("10.0.0.1/32"), Some("10.0.0.1/32"), "prefix length of 24 to 31"),
        (Some("fd00::1/125"), Some("fd00::2/125"), "IPv6 BGP peers are not served"),
        (Some("127.0.0.1/30"), Some("127.0.0.2/30"), "not a unicast address"),
        (Some("224.0.0.1/30"), Some("224.0.0.2/30"), "not a unicast address"),
        (Some("255.255.255.1/30"), Some("255.255.255.2/30"), "not a unicast address"),
        (Some("169.254.169.253/30"), Some("169.254.169.254/30"), "169.254.169.253"),
        (Some("10.9.0.1/30"), Some("10.9.0.2/30"), "overlap those of dxvif-f"),
        (Some("10.9.0.201/24"), Some("10.9.0.202/24"), "overlap those of dxvif-f"),
        (Some("10.9.0.2/31"), Some("10.9.0.3/31"), "overlap those of dxvif-f"),
    ];
    let rows = rows.map(|(amazon, customer, part)| {
        (interface_body(&id, &json!({"amazonAddress": amazon, "customerAddress": customer})), CLIENT, part)
    });
    all_refused(&mut lab, "CreatePrivateVirtualInterface", &rows);
}

#[test]
fn unknown_things_get_the_texts_that_clients_look_for() {
    let mut lab = Lab::new();
    let connection = "Could not find Connection with ID dxcon-fnowhere";
    for operation in ["DescribeConnections", "DeleteConnection", "UpdateConnection", "ConfirmConnection"] {
        let body = json!({"connectionId": "dxcon-fnowhere"});
        all_refused(&mut lab, operation, &[(body, CLIENT, connection)]);
    }
    let describe = [(json!({"connectionId": "dxcon-fnowhere"}), CLIENT, connection)];
    all_refused(&mut lab, "DescribeVirtualInterfaces", &describe);
    let peer = json!({"virtualInterfaceId": "dxvif-fnowhere", "newBGPPeer": {"asn": 65000}});
    all_refused(&mut lab, "CreateBGPPeer", &[(peer, CLIENT, "does not exist")]);
    for operation in
        ["DeleteVirtualInterface", "UpdateVirtualInterfaceAttributes", "DescribeRouterConfiguration"]
    {
        let body = json!({"virtualInterfaceId": "dxvif-fnowhere"});
        all_refused(
            &mut lab,
            operation,
            &[(body, CLIENT, "Virtual Interface with ID dxvif-fnowhere does not exist")],
        );
    }
    let none = lab.ok("DescribeVirtualInterfaces", &json!({"virtualInterfaceId": "dxvif-fnowhere"}));
    assert_eq!(none, json!({"virtualInterfaces": []}));
}

#[test]
fn a_connection_lives_as_terraform_expects() {
    let mut lab = Lab::new();
    let made = lab.ok(
        "CreateConnection",
        &json!({
            "location": "EqTY2", "bandwidth": "10Gbps", "connectionName": "tf-dx", "requestMACSec": false,
            "providerName": "AT TOKYO", "tags": [{"key": "Name", "value": "tf-dx"}],
        }),
    );
    assert_eq!(made["connectionState"], "requested");
    assert_eq!(made["region"], "ap-northeast-1");
    assert_eq!(made["ownerAccount"], "123456789012");
    assert_eq!(made["providerName"], "AT TOKYO");
    assert_eq!(made["tags"], json!([{"key": "Name", "value": "tf-dx"}]));
    let id = text(&made["connectionId"]);
    assert!(id.starts_with("dxcon-f") && id.len() == 14, "{id}");
    assert!(text(&made["awsDeviceV2"]).starts_with("EqTY2-"));

    lab.settle();
    let listed = lab.ok("DescribeConnections", &json!({"connectionId": id}));
    assert_eq!(listed["connections"][0]["connectionState"], "available");
    let arn = format!("{ARN}dxcon/{id}");
    let tags = lab.ok("DescribeTags", &json!({"resourceArns": [arn]}));
    assert_eq!(
        tags["resourceTags"],
        json!([{"resourceArn": arn, "tags": [{"key": "Name", "value": "tf-dx"}]}])
    );

    let named = lab.ok("UpdateConnection", &json!({"connectionId": id, "connectionName": "new"}));
    assert_eq!(named["connectionName"], "new");
    let rows = [
        (json!({"connectionId": id, "encryptionMode": "must_encrypt"}), CLIENT, "MACsec"),
        (json!({"connectionId": id, "encryptionMode": "perhaps"}), CLIENT, "is not one of"),
    ];
    all_refused(&mut lab, "UpdateConnection", &rows);
    let confirm = [(json!({"connectionId": id}), CLIENT, "does not wait to be confirmed")];
    all_refused(&mut lab, "ConfirmConnection", &confirm);

    assert_eq!(lab.ok("DeleteConnection", &json!({"connectionId": id}))["connectionState"], "deleting");
    lab.settle();
    assert_eq!(lab.ok("DeleteConnection", &json!({"connectionId": id}))["connectionState"], "deleted");
    all_refused(
        &mut lab,
        "UpdateConnection",
        &[(json!({"connectionId": id, "connectionName": "x"}), CLIENT, "is deleted")],
    );
    lab.wait_minutes(14);
    let listed = lab.ok("DescribeConnections", &json!({"connectionId": id}));
    assert_eq!(listed["connections"][0]["connectionState"], "deleted");
    lab.wait_minutes(2);
    all_refused(
        &mut lab,
        "DescribeConnections",
        &[(json!({"connectionId": id}), CLIENT, "Could not find Connection with ID")],
    );
}

#[test]
fn an_interface_lives_as_terraform_expects() {
    let mut lab = Lab::new();
    let connection = lab.connection();
    let made = lab.ok(
        "CreatePrivateVirtualInterface",
        &interface_body(
            &connection,
            &json!({"mtu": 1500, "enableSiteLink": false, "addressFamily": "ipv4", "tags": [{"key": "a", "value": "b"}]}),
        ),
    );
    assert_eq!(made["virtualInterfaceState"], "pending");
    assert_eq!(made["bgpPeers"][0]["bgpPeerState"], "pending");
    assert_eq!(made["bgpPeers"][0]["bgpStatus"], "down");
    assert_eq!(made["virtualInterfaceType"], "private");
    assert_eq!(made["amazonSideAsn"], 64512);
    assert_eq!((&made["location"], &made["mtu"]), (&json!("EqTY2"), &json!(1500)));
    assert_eq!((&made["asn"], &made["virtualGatewayId"]), (&json!(65000), &json!(GATEWAY)));
    assert_eq!((&made["routeFilterPrefixes"], &made["siteLinkEnabled"]), (&json!([]), &json!(false)));
    assert!(made.get("directConnectGatewayId").is_none());
    let key = text(&made["authKey"]);
    assert!(key.starts_with("0x") && key.len() == 24 && key.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    assert!(text(&made["amazonAddress"]).starts_with("169.254."));
    let id = text(&made["virtualInterfaceId"]);
    let peer = text(&made["bgpPeers"][0]["bgpPeerId"]);

    let state = |lab: &mut Lab| {
        let listed = lab.ok("DescribeVirtualInterfaces", &json!({"virtualInterfaceId": id}));
        let interface = &listed["virtualInterfaces"][0];
        let peer = &interface["bgpPeers"][0];
        [&interface["virtualInterfaceState"], &peer["bgpPeerState"], &peer["bgpStatus"]].map(text)
    };
    lab.settle();
    assert_eq!(state(&mut lab), ["down", "available", "down"]);
    lab.session(&id, &peer, false);
    assert_eq!(state(&mut lab), ["down", "available", "down"]);
    lab.session(&id, &peer, true);
    assert_eq!(state(&mut lab), ["available", "available", "up"]);

    let updated = lab.ok("UpdateVirtualInterfaceAttributes", &json!({"virtualInterfaceId": id, "mtu": 8500}));
    assert_eq!((&updated["mtu"], &updated["virtualInterfaceState"]), (&json!(8500), &json!("pending")));
    lab.settle();
    assert_eq!(state(&mut lab), ["available", "available", "up"]);
    let same = json!({
        "virtualInterfaceId": id, "mtu": 8500, "enableSiteLink": false, "virtualInterfaceName": "onprem-a",
    });
    let revision = lab.world.revision;
    assert_eq!(lab.ok("UpdateVirtualInterfaceAttributes", &same)["virtualInterfaceState"], "available");
    assert_eq!(lab.world.revision, revision);
    let rows = [
        (json!({"virtualInterfaceId": id, "mtu": 9001}), CLIENT, "1500 and 8500"),
        (json!({"virtualInterfaceId": id, "enableSiteLink": true}), CLIENT, "not served"),
        (json!({"virtualInterfaceId": id, "rateLimit": "1"}), CLIENT, "not served"),
        (json!({"virtualInterfaceId": id, "virtualInterfaceName": ""}), CLIENT, "required"),
    ];
    all_refused(&mut lab, "UpdateVirtualInterfaceAttributes", &rows);

    let blocked = [(json!({"connectionId": connection}), CLIENT, "has virtual interfaces")];
    all_refused(&mut lab, "DeleteConnection", &blocked);
    let deleted = lab.ok("DeleteVirtualInterface", &json!({"virtualInterfaceId": id}));
    assert_eq!(deleted, json!({"virtualInterfaceState": "deleting"}));
    lab.settle();
    assert_eq!(state(&mut lab), ["deleted", "deleted", "down"]);
    assert_eq!(
        lab.ok("DeleteVirtualInterface", &json!({"virtualInterfaceId": id})),
        json!({"virtualInterfaceState": "deleted"})
    );
    lab.interface(&connection, 101);
    lab.wait_minutes(16);
    assert_eq!(
        lab.ok("DescribeVirtualInterfaces", &json!({"virtualInterfaceId": id})),
        json!({"virtualInterfaces": []})
    );
}

#[test]
fn peers_come_and_go_but_the_last_one_stays() {
    let mut lab = Lab::new();
    let connection = lab.connection();
    let made = lab.interface(&connection, 7);
    let id = text(&made["virtualInterfaceId"]);
    lab.settle();
    let last = "The last BGP Peer on a Virtual Interface cannot be deleted";
    let rows = [
        (json!({"virtualInterfaceId": id}), "Say which BGP peer"),
        (json!({"asn": 65000}), "virtualInterfaceId is required"),
        (json!({"virtualInterfaceId": id, "asn": 65001}), "The BGP peer does not exist"),
        (json!({"virtualInterfaceId": id, "bgpPeerId": "dxpeer-f"}), "The BGP peer does not exist"),
        (json!({"virtualInterfaceId": id, "customerAddress": "x"}), "not an IPv4 address"),
        (json!({"virtualInterfaceId": id, "asn": 65000, "customerAddress": made["customerAddress"]}), last),
        (json!({"virtualInterfaceId": id, "bgpPeerId": made["bgpPeers"][0]["bgpPeerId"]}), last),
    ];
    all_refused(&mut lab, "DeleteBGPPeer", &rows.map(|(body, part)| (body, CLIENT, part)));

    let new = |over: Value| {
        let mut inner = json!({"asn": 65000, "authKey": "second-key"});
        lay_over(&mut inner, &over);
        json!({"virtualInterfaceId": id, "newBGPPeer": inner})
    };
    let rows = [
        (json!({"virtualInterfaceId": id}), "newBGPPeer is required"),
        (new(json!({"addressFamily": "ipv6"})), "IPv6 BGP peers are not served"),
        (new(json!({"asn": null})), "An ASN is required"),
        (
            new(json!({"amazonAddress": made["amazonAddress"], "customerAddress": made["customerAddress"]})),
            "overlap",
        ),
    ];
    all_refused(&mut lab, "CreateBGPPeer", &rows.map(|(body, part)| (body, CLIENT, part)));
    let two = lab.ok("CreateBGPPeer", &new(json!({"asn": null, "asnLong": 4_200_000_000_u32})));
    let peers = &two["virtualInterface"]["bgpPeers"];
    assert_eq!((&peers[1]["asn"], &peers[1]["asnLong"]), (&json!(0), &json!(4_200_000_000_u32)));
    assert_eq!(
        (&peers[1]["bgpPeerState"], &peers[1]["authKey"]),
        (&json!("available"), &json!("second-key"))
    );
    all_refused(&mut lab, "CreateBGPPeer", &[(new(json!({})), CLIENT, "maximum of 2 IPv4 BGP peers")]);

    lab.session(&id, &text(&peers[1]["bgpPeerId"]), true);
    let listed = lab.ok("DescribeVirtualInterfaces", &json!({"virtualInterfaceId": id}));
    assert_eq!(listed["virtualInterfaces"][0]["virtualInterfaceState"], "available");
    let one = lab.ok(
        "DeleteBGPPeer",
        &json!({"virtualInterfaceId": id, "asn": 65000, "customerAddress": made["customerAddress"]}),
    );
    assert_eq!(one["virtualInterface"]["bgpPeers"].as_array().unwrap().len(), 1);
    assert_eq!(one["virtualInterface"]["authKey"], "second-key");
    let again =
        json!({"virtualInterfaceId": id, "bgpPeerId": one["virtualInterface"]["bgpPeers"][0]["bgpPeerId"]});
    all_refused(&mut lab, "DeleteBGPPeer", &[(again, CLIENT, last)]);
}

#[test]
fn tags_are_merged_limited_and_found_by_arn() {
    let mut lab = Lab::new();
    let connection = lab.connection();
    let interface = text(&lab.interface(&connection, 7)["virtualInterfaceId"]);
    let arn = format!("{ARN}dxvif/{interface}");
    let set = |tags: Value| json!({"resourceArn": arn, "tags": tags});
    let rows = [
        (set(json!(tags(51))), "TooManyTagsException", "reached the limit"),
        (set(json!([{"key": "a"}, {"key": "a"}])), "DuplicateTagKeysException", "more than once"),
        (set(json!([{"key": "AWS:a", "value": "b"}])), CLIENT, "reserved"),
        (set(json!([{"key": long(129), "value": "b"}])), CLIENT, "128"),
        (set(json!([{"key": "a", "value": long(257)}])), CLIENT, "256"),
        (set(json!([{"value": "b"}])), CLIENT, "key"),
        (set(json!([])), CLIENT, ""),
        (json!({"resourceArn": "nonsense", "tags": tags(1)}), CLIENT, "The resource nonsense does not exist"),
        (
            json!({"resourceArn": format!("{ARN}dxcon/{interface}"), "tags": tags(1)}),
            CLIENT,
            "does not exist",
        ),
        (json!({"resourceArn": format!("{ARN}dxlag/dxlag-f"), "tags": tags(1)}), CLIENT, "does not exist"),
        (
            json!({"resourceArn": arn.replace("ap-northeast-1", "us-east-1"), "tags": tags(1)}),
            CLIENT,
            "does not exist",
        ),
    ];
    all_refused(&mut lab, "TagResource", &rows);
    assert_eq!(lab.ok("TagResource", &set(json!([{"key": "a", "value": "1"}, {"key": "b"}]))), json!({}));
    lab.ok("TagResource", &set(json!([{"key": "a", "value": "2"}])));
    let asked = lab.ok("DescribeTags", &json!({"resourceArns": [arn]}));
    assert_eq!(
        asked["resourceTags"][0]["tags"],
        json!([{"key": "a", "value": "2"}, {"key": "b", "value": ""}])
    );
    lab.ok("TagResource", &set(json!(tags(48))));
    all_refused(&mut lab, "TagResource", &[(set(json!([{"key": "c"}])), "TooManyTagsException", "limit")]);
    lab.ok("UntagResource", &json!({"resourceArn": arn, "tagKeys": ["b", "not-there"]}));
    lab.ok("TagResource", &set(json!([{"key": "c"}])));
    let many = vec![arn.as_str(); 101];
    all_refused(&mut lab, "DescribeTags", &[(json!({"resourceArns": many}), CLIENT, "at most 100")]);
    all_refused(&mut lab, "DescribeTags", &[(json!({"resourceArns": ["x"]}), CLIENT, "does not exist")]);
    assert_eq!(lab.ok("DescribeTags", &json!({"resourceArns": []})), json!({"resourceTags": []}));
}

#[test]
fn lists_are_paged() {
    let mut lab = Lab::new();
    let connection = lab.connection();
    for vlan in 1..=5 {
        lab.interface(&connection, vlan);
    }
    for bad in [json!(0), json!(-1)] {
        all_refused(
            &mut lab,
            "DescribeVirtualInterfaces",
            &[(json!({"maxResults": bad}), CLIENT, "maxResults must be at least 1")],
        );
    }
    let mut seen = Vec::new();
    let mut body = json!({"connectionId": connection, "maxResults": 2});
    loop {
        let page = lab.ok("DescribeVirtualInterfaces", &body);
        let items = page["virtualInterfaces"].as_array().unwrap();
        assert!(items.len() <= 2);
        seen.extend(items.iter().map(|item| item["vlan"].as_i64().unwrap()));
        match page.get("nextToken") {
            Some(token) => body["nextToken"] = token.clone(),
            None => break,
        }
    }
    seen.sort_unstable();
    assert_eq!(seen, [1, 2, 3, 4, 5]);
    let token = body["nextToken"].clone();
    let rows = [token, json!("zz"), json!("abc"), json!(""), json!(long(1000)), json!("é")]
        .map(|token| (json!({"nextToken": token}), CLIENT, "not one that this operation gave"));
    all_refused(&mut lab, "DescribeConnections", &rows);
    let all = lab.ok("DescribeVirtualInterfaces", &json!({"maxResults": 1000}));
    assert_eq!(all["virtualInterfaces"].as_array().unwrap().len(), 5);
    assert!(all.get("nextToken").is_none());
}

#[test]
fn a_connection_takes_fifty_interfaces() {
    let mut lab = Lab::new();
    let connection = lab.connection();
    for vlan in 1..=50 {
        lab.interface(&connection, vlan);
    }
    let more =
        [(interface_body(&connection, &json!({"vlan": 51})), CLIENT, "maximum of 50 virtual interfaces")];
    all_refused(&mut lab, "CreatePrivateVirtualInterface", &more);
}

#[test]
fn locations_are_those_of_the_region() {
    for (region, code) in [
        ("ap-northeast-1", "EqTY2"),
        ("us-east-1", "EqDC2"),
        ("sa-east-1", "TIVIT"),
        ("mx-central-1", "Sekisho1"),
    ] {
        let answer = Lab::in_region(region).ok("DescribeLocations", &json!({}));
        let locations = answer["locations"].as_array().unwrap();
        assert!(locations.iter().any(|place| place["locationCode"] == code), "{region}");
        assert!(locations.iter().all(|place| place["region"] == region));
        assert_eq!(locations[0]["availablePortSpeeds"], json!(["1Gbps", "10Gbps", "100Gbps", "400Gbps"]));
    }
}

#[test]
fn virtual_gateways_are_listed_with_their_states() {
    let answer = Lab::new().ok("DescribeVirtualGateways", &json!({}));
    assert_eq!(
        answer["virtualGateways"],
        json!([
            {"virtualGatewayId": GATEWAY, "virtualGatewayState": "available"},
            {"virtualGatewayId": DELETED_GATEWAY, "virtualGatewayState": "deleted"},
        ])
    );
}

/// An interface whose every value is known.
fn known_interface(lab: &mut Lab, auth_key: &str) -> String {
    let connection = lab.connection();
    let over = json!({
        "amazonAddress": "192.168.1.1/30", "customerAddress": "192.168.1.2/30", "authKey": auth_key,
    });
    text(&lab.ok("CreatePrivateVirtualInterface", &interface_body(&connection, &over))["virtualInterfaceId"])
}

#[test]
fn the_router_document_is_exact() {
    let mut lab = Lab::new();
    let id = known_interface(&mut lab, "a<b>&\"c\"");
    let answer = lab.ok(
        "DescribeRouterConfiguration",
        &json!({"virtualInterfaceId": id, "routerTypeIdentifier": "CiscoSystemsInc-2900SeriesRouters-IOS124"}),
    );
    let expected = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<logical_connection id="{id}">
  <vlan>101</vlan>
  <customer_address>192.168.1.2/30</customer_address>
  <amazon_address>192.168.1.1/30</amazon_address>
  <bgp_asn>65000</bgp_asn>
  <bgp_auth_key>a&lt;b&gt;&amp;&quot;c&quot;</bgp_auth_key>
  <amazon_bgp_asn>64512</amazon_bgp_asn>
  <connection_type>private</connection_type>
</logical_connection>
"#
    );
    assert_eq!(answer["customerRouterConfig"], expected);
    assert_eq!(
        (&answer["virtualInterfaceId"], &answer["virtualInterfaceName"]),
        (&json!(id), &json!("onprem-a"))
    );
    assert_eq!(
        answer["router"],
        json!({
            "vendor": "Cisco Systems, Inc.", "platform": "2900 Series Routers", "software": "IOS 12.4+",
            "xsltTemplateName": "customer-router-cisco-generic.xslt", "xsltTemplateNameForMacSec": "",
            "routerTypeIdentifier": "CiscoSystemsInc-2900SeriesRouters-IOS124",
        })
    );
    let listed = lab.ok("DescribeVirtualInterfaces", &json!({}));
    assert_eq!(listed["virtualInterfaces"][0]["customerRouterConfig"], expected);
    assert_eq!(lab.ok("DescribeRouterConfiguration", &json!({"virtualInterfaceId": id})), answer);
    let rows = [
        (
            json!({"virtualInterfaceId": id, "routerTypeIdentifier": "Sekisho-Linux-BIRD2"}),
            CLIENT,
            "quotation mark",
        ),
        (
            json!({"virtualInterfaceId": id, "routerTypeIdentifier": "Huawei"}),
            CLIENT,
            "JuniperNetworksInc-MMXSeriesRouters-JunOS95",
        ),
    ];
    all_refused(&mut lab, "DescribeRouterConfiguration", &rows);
}

#[test]
fn open_routers_get_their_own_language() {
    let mut lab = Lab::new();
    let id = known_interface(&mut lab, "asdf34example");
    lab.ok(
        "CreateBGPPeer",
        &json!({"virtualInterfaceId": id, "newBGPPeer": {
            "asn": 65001, "authKey": "other-key", "amazonAddress": "192.168.2.1/30", "customerAddress": "192.168.2.2/30",
        }}),
    );
    for (identifier, lines) in [
        (
            "Sekisho-Linux-BIRD2",
            [
                "router id 192.168.1.2;",
                "  local 192.168.1.2 as 65000;",
                "  neighbor 192.168.1.1 as 64512;",
                "  password \"asdf34example\";",
                "protocol bgp amazon2 {",
            ],
        ),
        (
            "Sekisho-Linux-FRR8",
            [
                "router bgp 65000",
                " neighbor 192.168.1.1 remote-as 64512",
                " neighbor 192.168.1.1 password asdf34example",
                " neighbor 192.168.2.1 local-as 65001 no-prepend replace-as",
                "  neighbor 192.168.2.1 activate",
            ],
        ),
    ] {
        let answer = lab.ok(
            "DescribeRouterConfiguration",
            &json!({"virtualInterfaceId": id, "routerTypeIdentifier": identifier}),
        );
        assert_eq!(answer["router"]["xsltTemplateName"], "");
        let text = text(&answer["customerRouterConfig"]);
        for line in lines {
            assert!(text.lines().any(|found| found == line), "{identifier}: no {line:?} in\n{text}");
        }
    }
}
