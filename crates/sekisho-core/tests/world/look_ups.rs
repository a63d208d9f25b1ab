//! The questions several planes ask of a world, against slow answers.

use std::collections::BTreeSet;

use proptest::prelude::*;
use sekisho_core::{
    World,
    id::{RestApiId, SubnetId},
    lab::HostPlace,
    rest_api::EndpointType,
};

use crate::{
    reference::{self, address, api, deploy, gateway, host, interface, subnet, table, vpc, with},
    strategy,
};

#[test]
fn an_unfounded_world_says_so() {
    let world = World::default();
    assert_eq!((world.region(), world.account_id(), world.partition()), ("", "", "aws"));
    assert!(world.settings().is_none());
    let world = reference::world();
    assert_eq!(
        (world.region(), world.account_id(), world.partition()),
        ("ap-northeast-1", "123456789012", "aws")
    );
}

#[test]
fn what_belongs_to_an_api_stops_at_the_next() {
    // Ids that are prefixes of one another, and an id below every letter.
    let mut changes = Vec::new();
    for id in ["", "a", "aa", "ab", "b"] {
        for stage in ["", "prod", "~"] {
            changes.extend(deploy(&api(id, EndpointType::Private, &[]), &format!("d{stage}"), stage));
        }
    }
    let world = World::default().apply(&changes);
    for id in ["", "a", "aa", "ab", "b"] {
        let id = RestApiId::from(id);
        let stages: Vec<&str> = world.stages_of(&id).map(|stage| stage.name.as_str()).collect();
        assert_eq!(stages, ["", "prod", "~"], "{id}");
        assert_eq!(world.deployments_of(&id).count(), 3, "{id}");
    }
    for id in ["A", "a ", "aaa", "c"] {
        assert_eq!(world.stages_of(&id.into()).count(), 0, "{id}");
        assert_eq!(world.resources_of(&id.into()).count() + world.models_of(&id.into()).count(), 0);
    }
}

#[test]
fn addresses_in_use_are_those_of_interfaces_and_workloads() {
    let world = with([
        host("b", HostPlace::Subnet("subnet-b".into()), "10.0.2.30").into(),
        host("site-with-the-same-name", HostPlace::Site("subnet-a".into()), "10.0.1.40").into(),
        interface("eni-c", ("vpc-1", "subnet-a", "a"), "10.0.1.11", "vpce-2").into(),
    ]);
    let used = |subnet: &str| -> Vec<_> { world.addresses_in_use(&SubnetId::from(subnet)).collect() };
    assert_eq!(used("subnet-a"), ["10.0.1.10", "10.0.1.11", "10.0.1.20"].map(address));
    assert_eq!(used("subnet-b"), ["10.0.2.10", "10.0.2.30"].map(address));
    assert!(used("subnet-x").is_empty());
}

#[test]
fn the_table_of_a_subnet() {
    let world = with([
        vpc("vpc-2", "10.2.0.0/16").into(),
        subnet("subnet-2", "vpc-2", "10.2.1.0/24", "a").into(),
        table("rtb-0", "vpc-1", &[Some("subnet-b")]).into(),
        table("rtb-9", "vpc-1", &[]).into(),
        // Of another VPC, whatever it says.
        table("rtb-2", "vpc-2", &[Some("subnet-a")]).into(),
    ]);
    let of = |subnet: &str| world.route_table_of(&world.subnets[subnet]).map(|table| table.id.as_str());
    assert_eq!(of("subnet-a"), Some("rtb-main"));
    assert_eq!(of("subnet-b"), Some("rtb-0"));
    assert_eq!(of("subnet-2"), None);
}

#[test]
fn the_gateway_of_a_vpc_is_the_attached_one() {
    let mut detached = gateway("vgw-0", "vpc-1");
    detached.attachments[0].state = sekisho_core::vpc::AttachmentState::Detached;
    let mut deleted = gateway("vgw-00", "vpc-1");
    deleted.state = sekisho_core::vpc::Lifecycle::Deleted;
    let world = with([detached.into(), deleted.into()]);
    assert_eq!(world.vpn_gateway_of(&"vpc-1".into()).map(|gateway| gateway.id.as_str()), Some("vgw-1"));
    assert!(world.vpn_gateway_of(&"vpc-2".into()).is_none());
}

proptest! {
    #![proptest_config(strategy::config())]

    #[test]
    fn look_ups_agree_with_walking_everything(world in strategy::world(), api in strategy::id::<RestApiId>()) {
        let resources: Vec<_> = world.resources.values().filter(|item| item.rest_api_id == api).collect();
        prop_assert_eq!(world.resources_of(&api).collect::<Vec<_>>(), resources);
        let models: Vec<_> = world.models.values().filter(|item| item.rest_api_id == api).collect();
        prop_assert_eq!(world.models_of(&api).collect::<Vec<_>>(), models);
        let deployments: Vec<_> = world.deployments.values().filter(|item| item.rest_api_id == api).collect();
        prop_assert_eq!(world.deployments_of(&api).collect::<Vec<_>>(), deployments);
        let stages: Vec<_> = world.stages.values().filter(|item| item.rest_api_id == api).collect();
        prop_assert_eq!(world.stages_of(&api).collect::<Vec<_>>(), stages);

        let mut owned = BTreeSet::new();
        for vpc in world.vpcs.keys() {
            for subnet in world.subnets_of(vpc) {
                prop_assert!(subnet.vpc_id == *vpc && owned.insert(&subnet.id));
                if let Some(table) = world.route_table_of(subnet) {
                    let names_it = |table: &sekisho_core::vpc::RouteTable| {
                        table.associations.iter().any(|link| link.subnet_id.as_ref() == Some(&subnet.id))
                    };
                    prop_assert_eq!(&table.vpc_id, vpc);
                    let somebody_names_it =
                        world.route_tables.values().any(|table| table.vpc_id == *vpc && names_it(table));
                    prop_assert_eq!(names_it(table), somebody_names_it);
                    prop_assert!(names_it(table) || table.is_main());
                }
            }
        }
    }
}
