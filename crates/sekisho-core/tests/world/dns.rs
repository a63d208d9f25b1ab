//! Answering names: who sees what, and whether a name is there at all.

use std::net::Ipv4Addr;

use proptest::prelude::*;
use sekisho_core::{
    Change, EntityKey, World,
    id::VpcId,
    names::{dns_entries, regional_name, zonal_name},
    plan::dns::{Answer, PublicAddresses, View, public_view, vpc_view},
    rest_api::EndpointType,
    vpc::Lifecycle,
};

use crate::{
    reference::{self, address, api, bent, deploy, endpoint, interface, subnet, vpc, with, without},
    strategy,
};

const FRONT: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 1);
const REGIONAL: &str = "vpce-1-abcd1234.execute-api.ap-northeast-1.vpce.amazonaws.com";
const SERVICE: &str = "execute-api.ap-northeast-1.amazonaws.com";

fn public(world: &World) -> View {
    public_view(world, &PublicAddresses { front: vec![FRONT] })
}

fn of_vpc(world: &World, vpc: &str) -> View {
    vpc_view(world, &VpcId::from(vpc), &public(world))
}

/// What a look-up finds, printed.
fn ask(view: &View, name: &str) -> String {
    match view.look_up(name) {
        Answer::Addresses([]) => "NODATA".into(),
        Answer::Addresses(found) => found.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        Answer::NxDomain => "NXDOMAIN".into(),
        Answer::NotOurs => "not ours".into(),
    }
}

fn check(view: &View, cases: &[(&str, &str)]) {
    for (name, expected) in cases {
        assert_eq!(ask(view, name), *expected, "{name}");
        assert_eq!(ask(view, &name.to_ascii_uppercase()), *expected, "{name} in upper case");
    }
}

/// The reference topology with private DNS on.
fn captured() -> World {
    let mut capturing = endpoint("vpce-1", "vpc-1", &["eni-a", "eni-b"]);
    capturing.private_dns_enabled = true;
    with([capturing.into()])
}

#[test]
fn endpoint_names_are_public_and_lead_to_private_addresses() {
    let zone_b = "vpce-1-abcd1234-ap-northeast-1b.execute-api.ap-northeast-1.vpce.amazonaws.com";
    check(
        &public(&reference::world()),
        &[
            (REGIONAL, "10.0.1.10 10.0.2.10"),
            ("vpce-1-abcd1234-ap-northeast-1a.execute-api.ap-northeast-1.vpce.amazonaws.com", "10.0.1.10"),
            ("vpce-1-abcd1234-ap-northeast-1c.execute-api.ap-northeast-1.vpce.amazonaws.com", "10.0.2.10"),
            (zone_b, "NXDOMAIN"),
            ("vpce-1-abcd1235.execute-api.ap-northeast-1.vpce.amazonaws.com", "NXDOMAIN"),
            ("vpce-2-abcd1234.execute-api.ap-northeast-1.vpce.amazonaws.com", "NXDOMAIN"),
            ("vpce-1.execute-api.ap-northeast-1.vpce.amazonaws.com", "NXDOMAIN"),
            ("vpce-1-abcd1234.execute-api.us-east-1.vpce.amazonaws.com", "NXDOMAIN"),
            ("vpce-1-abcd1234.execute-api.ap-northeast-1.amazonaws.com", "NXDOMAIN"),
            (&format!("www.{REGIONAL}"), "NXDOMAIN"),
            (&format!("{REGIONAL}."), "not ours"),
        ],
    );
}

#[test]
fn names_above_others_exist_without_addresses() {
    for world in [reference::world(), without([EntityKey::VpcEndpoint("vpce-1".into())])] {
        check(
            &public(&world),
            &[
                ("amazonaws.com", "NODATA"),
                ("vpce.amazonaws.com", "NODATA"),
                ("ap-northeast-1.amazonaws.com", "NODATA"),
                ("ap-northeast-1.vpce.amazonaws.com", "NODATA"),
                ("execute-api.ap-northeast-1.vpce.amazonaws.com", "NODATA"),
                (SERVICE, "NODATA"),
                ("us-east-1.amazonaws.com", "NXDOMAIN"),
                ("execute-api.amazonaws.com", "NXDOMAIN"),
                ("execute-api.us-east-1.amazonaws.com", "NXDOMAIN"),
                ("s3.ap-northeast-1.amazonaws.com", "NXDOMAIN"),
            ],
        );
    }
}

#[test]
fn an_unfounded_world_has_the_zone_only() {
    let view = public(&World::default());
    check(
        &view,
        &[
            ("amazonaws.com", "NODATA"),
            (".amazonaws.com", "NXDOMAIN"),
            ("execute-api..amazonaws.com", "NXDOMAIN"),
            ("petstore.execute-api..amazonaws.com", "NXDOMAIN"),
            ("example.com", "not ours"),
        ],
    );
    assert!(!view.is_empty());
    assert!(View::default().is_empty());
    check(&View::default(), &[("amazonaws.com", "not ours"), ("", "not ours")]);
}

#[test]
fn what_only_looks_like_ours_is_not() {
    let capturing = of_vpc(&captured(), "vpc-1");
    for view in [public(&reference::world()), capturing] {
        check(
            &view,
            &[
                ("", "not ours"),
                (".", "not ours"),
                ("com", "not ours"),
                ("example.com", "not ours"),
                ("evilamazonaws.com", "not ours"),
                ("x.evilamazonaws.com", "not ours"),
                ("amazonaws.com.evil.example", "not ours"),
                (&format!("{SERVICE}.evil.example"), "not ours"),
                ("evil-vpce.amazonaws.com", "NXDOMAIN"),
                ("evilexecute-api.ap-northeast-1.amazonaws.com", "NXDOMAIN"),
                ("amazonaws.co", "not ours"),
                ("a\0b.amazonaws.com", "NXDOMAIN"),
                ("é.amazonaws.com", "NXDOMAIN"),
            ],
        );
        assert_eq!(ask(&view, &format!("{}amazonaws.com", "a.".repeat(100_000))), "NXDOMAIN");
    }
}

#[test]
fn mixed_case_is_the_same_name() {
    let view = public(&reference::world());
    let mixed: String = REGIONAL
        .chars()
        .enumerate()
        .map(|(index, letter)| if index % 2 == 0 { letter.to_ascii_uppercase() } else { letter })
        .collect();
    assert_eq!(ask(&view, &mixed), "10.0.1.10 10.0.2.10");
}

#[test]
fn public_apis_have_names_and_private_ones_do_not() {
    let world = with([
        api("regional00", EndpointType::Regional, &[]).into(),
        api("edgeedge00", EndpointType::Edge, &[]).into(),
        api("private000", EndpointType::Private, &[]).into(),
    ]);
    check(
        &public(&world),
        &[
            (&format!("regional00.{SERVICE}"), "198.51.100.1"),
            (&format!("edgeedge00.{SERVICE}"), "198.51.100.1"),
            (&format!("private000.{SERVICE}"), "NXDOMAIN"),
            (&format!("petstore.{SERVICE}"), "198.51.100.1"),
            (&format!("x.regional00.{SERVICE}"), "NXDOMAIN"),
        ],
    );
}

#[test]
fn private_dns_captures_the_whole_domain_in_its_vpc_only() {
    let world = captured()
        .apply(&[api("regional00", EndpointType::Regional, &[]).into(), vpc("vpc-2", "10.0.0.0/16").into()]);
    let both = "10.0.1.10 10.0.2.10";
    let regional = format!("regional00.{SERVICE}");
    check(
        &of_vpc(&world, "vpc-1"),
        &[
            (SERVICE, both),
            (&regional, both),
            (&format!("anything.{SERVICE}"), both),
            (&format!("deep.er.{SERVICE}"), both),
            (&format!("petstore.{SERVICE}"), both),
            (REGIONAL, both),
            ("execute-api.us-east-1.amazonaws.com", "NXDOMAIN"),
            ("ap-northeast-1.amazonaws.com", "NODATA"),
            (&format!("evil{SERVICE}"), "NXDOMAIN"),
        ],
    );
    for view in [of_vpc(&world, "vpc-2"), of_vpc(&world, "vpc-x"), public(&world)] {
        check(
            &view,
            &[(SERVICE, "NODATA"), (&regional, "198.51.100.1"), (&format!("other.{SERVICE}"), "NXDOMAIN")],
        );
    }
}

#[test]
fn private_dns_needs_both_attributes_and_the_endpoint() {
    for (support, hostnames) in [(true, true), (true, false), (false, true), (false, false)] {
        let mut changed = vpc("vpc-1", "10.0.0.0/16");
        (changed.enable_dns_support, changed.enable_dns_hostnames) = (support, hostnames);
        let view = of_vpc(&captured().apply(&[changed.into()]), "vpc-1");
        let expected = if support && hostnames { "10.0.1.10 10.0.2.10" } else { "NODATA" };
        check(&view, &[(SERVICE, expected), (REGIONAL, "10.0.1.10 10.0.2.10")]);
    }
    // Off; without interfaces; on its way out.
    let bend = |bend: fn(&mut sekisho_core::vpc::VpcEndpoint)| {
        let world = captured();
        let changed = bent(&world.vpc_endpoints["vpce-1"], bend);
        of_vpc(&world.apply(&[changed.into()]), "vpc-1")
    };
    check(&bend(|endpoint| endpoint.private_dns_enabled = false), &[(SERVICE, "NODATA")]);
    check(&bend(|endpoint| endpoint.network_interface_ids.clear()), &[(SERVICE, "NODATA")]);
    check(&bend(|endpoint| endpoint.state = Lifecycle::Deleting), &[(SERVICE, "NODATA")]);
    check(&bend(|endpoint| endpoint.state = Lifecycle::Pending), &[(SERVICE, "10.0.1.10 10.0.2.10")]);
}

#[test]
fn the_capturing_endpoint_is_the_one_with_private_dns() {
    let world = captured().apply(&[
        interface("eni-0", ("vpc-1", "subnet-a", "a"), "10.0.1.99", "vpce-0").into(),
        endpoint("vpce-0", "vpc-1", &["eni-0"]).into(),
    ]);
    check(&of_vpc(&world, "vpc-1"), &[(SERVICE, "10.0.1.10 10.0.2.10")]);
}

#[test]
fn a_deleted_endpoint_has_no_names() {
    for state in [Lifecycle::Deleting, Lifecycle::Deleted] {
        let mut dying = endpoint("vpce-1", "vpc-1", &["eni-a", "eni-b"]);
        (dying.state, dying.private_dns_enabled) = (state, true);
        let private = api("private000", EndpointType::Private, &["vpce-1"]);
        let mut changes = vec![dying.into()];
        changes.extend(deploy(&private, "dep001", "prod"));
        let world = with(changes);
        for view in [public(&world), of_vpc(&world, "vpc-1")] {
            check(
                &view,
                &[
                    (REGIONAL, "NXDOMAIN"),
                    (&format!("private000-vpce-1.{SERVICE}"), "NXDOMAIN"),
                    (SERVICE, "NODATA"),
                ],
            );
        }
    }
}

#[test]
fn an_endpoint_without_interfaces_has_no_names() {
    let world = with([endpoint("vpce-1", "vpc-1", &[]).into()]);
    check(&public(&world), &[(REGIONAL, "NXDOMAIN")]);
    assert_eq!(dns_entries(&world, &world.vpc_endpoints["vpce-1"]), []);
}

#[test]
fn an_alias_comes_with_the_deployment_of_a_private_api() {
    let alias = format!("apiapiapi0-vpce-1.{SERVICE}");
    let (both, none) = ("10.0.1.10 10.0.2.10", "NXDOMAIN");
    let draft = api("apiapiapi0", EndpointType::Private, &["vpce-1"]);
    let drafted = with([draft.clone().into()]);
    check(&public(&drafted), &[(&alias, none)]);

    // A deployment that no stage serves is not enough; a stage of a deployment that is gone is not either.
    let [deployment, stage] = deploy(&draft, "dep001", "prod");
    check(&public(&drafted.apply(std::slice::from_ref(&deployment))), &[(&alias, none)]);
    check(&public(&drafted.apply(std::slice::from_ref(&stage))), &[(&alias, none)]);
    let deployed = drafted.apply(&[deployment, stage]);
    check(
        &public(&deployed),
        &[
            (&alias, both),
            (&format!("apiapiapi0-vpce-2.{SERVICE}"), none),
            (&format!("apiapiapi0.{SERVICE}"), none),
        ],
    );

    // The draft's change waits for the next deployment, both ways.
    let dropped = api("apiapiapi0", EndpointType::Private, &[]);
    let waiting = deployed.apply(&[dropped.clone().into()]);
    check(&public(&waiting), &[(&alias, both)]);
    check(&public(&waiting.apply(&deploy(&dropped, "dep002", "prod"))), &[(&alias, none)]);
    // As long as one stage still serves the old one, the name stays.
    check(&public(&waiting.apply(&deploy(&dropped, "dep002", "next"))), &[(&alias, both)]);

    for kind in [EndpointType::Regional, EndpointType::Edge] {
        let public_api = api("apiapiapi0", kind, &["vpce-1"]);
        let mut changes: Vec<Change> = vec![public_api.clone().into()];
        changes.extend(deploy(&public_api, "dep001", "prod"));
        check(&public(&with(changes)), &[(&alias, none)]);
    }
}

#[test]
fn aliases_of_several_endpoints_lead_to_each() {
    let private = api("apiapiapi0", EndpointType::Private, &["vpce-1", "vpce-2", "vpce-gone", "vpce-1"]);
    let mut changes: Vec<Change> = vec![
        vpc("vpc-2", "10.2.0.0/16").into(),
        subnet("subnet-2", "vpc-2", "10.2.1.0/24", "a").into(),
        interface("eni-2", ("vpc-2", "subnet-2", "a"), "10.2.1.10", "vpce-2").into(),
        endpoint("vpce-2", "vpc-2", &["eni-2"]).into(),
    ];
    changes.extend(deploy(&private, "dep001", "one"));
    changes.extend(deploy(&private, "dep001", "two"));
    check(
        &public(&with(changes)),
        &[
            (&format!("apiapiapi0-vpce-1.{SERVICE}"), "10.0.1.10 10.0.2.10"),
            (&format!("apiapiapi0-vpce-2.{SERVICE}"), "10.2.1.10"),
            (&format!("apiapiapi0-vpce-gone.{SERVICE}"), "NXDOMAIN"),
        ],
    );
}

#[test]
fn translation_turns_every_address_and_nothing_else() {
    let world = captured();
    let view = of_vpc(&world, "vpc-1");
    let turned = view.translated(|vpc, found| match vpc {
        Some(vpc) if vpc.as_str() == "vpc-1" => {
            Ipv4Addr::new(127, found.octets()[1], found.octets()[2], found.octets()[3])
        }
        _ => Ipv4Addr::LOCALHOST,
    });
    check(
        &turned,
        &[
            (SERVICE, "127.0.1.10 127.0.2.10"),
            (REGIONAL, "127.0.1.10 127.0.2.10"),
            ("vpce.amazonaws.com", "NODATA"),
            ("nothing.amazonaws.com", "NXDOMAIN"),
            ("example.com", "not ours"),
        ],
    );
    let turned =
        public(&world).translated(|vpc, found| if vpc.is_some() { found } else { Ipv4Addr::LOCALHOST });
    check(&turned, &[(REGIONAL, "10.0.1.10 10.0.2.10"), (&format!("petstore.{SERVICE}"), "127.0.0.1")]);
    let same = view.translated(|_, found| found);
    assert_eq!((same.len(), ask(&same, SERVICE)), (view.len(), ask(&view, SERVICE)));
    // The captured addresses alone are reason enough.
    let turned = view.translated(|_, found| if found == address("10.0.1.10") { FRONT } else { found });
    check(&turned, &[(SERVICE, "198.51.100.1 10.0.2.10")]);
}

#[test]
fn every_published_name_resolves() {
    let world = captured();
    let view = of_vpc(&world, "vpc-1");
    for entry in dns_entries(&world, &world.vpc_endpoints["vpce-1"]) {
        let name = entry.dns_name.replace('*', "apiapiapi0");
        assert!(matches!(view.look_up(&name), Answer::Addresses([_, ..])), "{name}");
    }
}

proptest! {
    #![proptest_config(strategy::config())]

    #[test]
    fn any_world_and_any_name_are_answered(world in strategy::world(), name in ".{0,40}") {
        // Arbitrary settings give no usable region; the founded ones do.
        let founded: Vec<Change> = reference::world().settings.values().map(|entity| (**entity).clone().into()).collect();
        let world = world.apply(&founded);
        let view = public(&world);
        for name in [name.clone(), format!("{name}.amazonaws.com"), format!("{name}amazonaws.com")] {
            let upper = name.to_ascii_uppercase();
            prop_assert_eq!(ask(&view, &name), ask(&view, &upper));
            let ours = format!(".{name}").to_ascii_lowercase().ends_with(".amazonaws.com");
            prop_assert_eq!(view.look_up(&name) == Answer::NotOurs, !ours);
        }
        for endpoint in world.vpc_endpoints.values() {
            let interfaces: Vec<_> =
                endpoint.network_interface_ids.iter().filter_map(|id| world.network_interfaces.get(id)).collect();
            let is_there = endpoint.state.is_live() && !interfaces.is_empty();
            let regional = regional_name(endpoint, reference::REGION);
            // Another arbitrary endpoint may spell the same name in capitals.
            if is_there && !regional.bytes().any(|byte| byte.is_ascii_uppercase()) {
                prop_assert!(matches!(view.look_up(&regional), Answer::Addresses([_, ..])));
                for interface in interfaces {
                    let zonal = zonal_name(endpoint, &interface.availability_zone, reference::REGION);
                    if !zonal.bytes().any(|byte| byte.is_ascii_uppercase()) {
                        prop_assert!(matches!(view.look_up(&zonal), Answer::Addresses([_, ..])));
                    }
                }
            }
        }
        for vpc in world.vpcs.keys() {
            let inside = vpc_view(&world, vpc, &view);
            prop_assert_eq!(inside.len(), view.len());
        }
    }
}
