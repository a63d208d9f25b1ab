//! Regions and availability zones.
//!
//! The instance stands for one region; the others are listed as AWS lists them, so that clients which look a region up
//! find it. Zone names and ids are made from the region's name: most regions have `a`, `b`, `c`; Tokyo shows `a`, `c`,
//! `d` to accounts of today.

use sekisho_core::vpc::Tags;
use sekisho_wire::ec2::{
    AvailabilityZone, DescribeAvailabilityZonesInput, DescribeAvailabilityZonesOutput, DescribeRegionsInput,
    DescribeRegionsOutput, Region,
};

use super::{
    error::invalid_value,
    filters::{Filters, one},
    parameters::dry_run,
    shapes::text,
};
use crate::{Call, Outcome, Reply};

/// Regions every account has.
const REGIONS: [&str; 17] = [
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
];

/// Regions an account opts in to; listed with `AllRegions` only.
const OPT_IN_REGIONS: [&str; 15] = [
    "af-south-1",
    "ap-east-1",
    "ap-east-2",
    "ap-south-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-7",
    "ca-west-1",
    "eu-central-2",
    "eu-south-1",
    "eu-south-2",
    "il-central-1",
    "me-central-1",
    "me-south-1",
];

const DEFAULT_STATUS: &str = "opt-in-not-required";

/// A zone of the region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Zone {
    /// `ap-northeast-1a`.
    pub(super) name: String,
    /// `apne1-az4`.
    pub(super) id: String,
}

/// The zones of a region, by name.
pub(super) fn zones(region: &str) -> Vec<Zone> {
    let letters: [(char, u8); 3] = match region {
        "ap-northeast-1" => [('a', 4), ('c', 1), ('d', 2)],
        _ => [('a', 1), ('b', 2), ('c', 3)],
    };
    let short = short_name(region);
    letters
        .into_iter()
        .map(|(letter, number)| Zone { name: format!("{region}{letter}"), id: format!("{short}-az{number}") })
        .collect()
}

/// `apne1` of `ap-northeast-1`.
fn short_name(region: &str) -> String {
    let short = |part: &str| -> String {
        match part {
            "north" | "south" | "east" | "west" | "central" => part.chars().take(1).collect(),
            "northeast" => "ne".to_owned(),
            "northwest" => "nw".to_owned(),
            "southeast" => "se".to_owned(),
            "southwest" => "sw".to_owned(),
            "gov" => "g".to_owned(),
            other => other.to_owned(),
        }
    };
    region.split('-').map(short).collect()
}

/// `DescribeRegions`.
pub(super) fn describe(call: &mut Call<'_>, input: DescribeRegionsInput) -> Outcome<DescribeRegionsOutput> {
    let filters =
        Filters::parse(input.filters.as_deref(), &["endpoint", "opt-in-status", "region-name"], false)?;
    let home = call.world.region();
    let named = input.region_names.as_deref().unwrap_or_default();
    let is_known = |name: &str| name == home || REGIONS.contains(&name) || OPT_IN_REGIONS.contains(&name);
    if let Some(unknown) = named.iter().find(|name| !is_known(name)) {
        return Err(invalid_value(unknown, "regionName", "There is no such region."));
    }
    dry_run(input.dry_run)?;
    let all = input.all_regions.unwrap_or(false);
    let mut listed: Vec<(&str, &str)> = REGIONS.iter().map(|name| (*name, DEFAULT_STATUS)).collect();
    listed.extend(
        OPT_IN_REGIONS.iter().map(|name| (*name, if *name == home { "opted-in" } else { "not-opted-in" })),
    );
    if !home.is_empty() && !listed.iter().any(|(name, _)| *name == home) {
        listed.push((home, DEFAULT_STATUS));
    }
    listed.sort_unstable();
    let suffix = if call.world.partition() == "aws-cn" { "amazonaws.com.cn" } else { "amazonaws.com" };
    let regions = listed
        .into_iter()
        .filter(|(_, status)| all || *status != "not-opted-in")
        .filter(|(name, _)| named.is_empty() || named.iter().any(|wanted| wanted == name))
        .map(|(name, status)| (name, status, format!("ec2.{name}.{suffix}")))
        .filter(|(name, status, endpoint)| {
            filters.matches(&Tags::new(), |property| match property {
                "endpoint" => one(endpoint),
                "opt-in-status" => one(status),
                _ => one(name),
            })
        })
        .map(|(name, status, endpoint)| Region {
            opt_in_status: text(status),
            region_name: text(name),
            endpoint: Some(endpoint),
            ..Default::default()
        })
        .collect();
    Ok(Reply::read(DescribeRegionsOutput { regions: Some(regions) }))
}

/// `DescribeAvailabilityZones`. `AllAvailabilityZones` adds nothing: no zone here has to be opted in to.
pub(super) fn describe_zones(
    call: &mut Call<'_>,
    input: DescribeAvailabilityZonesInput,
) -> Outcome<DescribeAvailabilityZonesOutput> {
    const NAMES: &[&str] = &[
        "group-long-name",
        "group-name",
        "message",
        "opt-in-status",
        "parent-zone-id",
        "parent-zone-name",
        "parentZoneID",
        "parentZoneName",
        "region-name",
        "state",
        "zone-id",
        "zone-name",
        "zone-type",
    ];
    let filters = Filters::parse(input.filters.as_deref(), NAMES, false)?;
    let region = call.world.region();
    let zones = zones(region);
    let names = input.zone_names.unwrap_or_default();
    if let Some(unknown) = names.iter().find(|name| !zones.iter().any(|zone| zone.name == **name)) {
        return Err(super::error::bad_value(format!("Invalid availability zone: [{unknown}]")));
    }
    let ids = input.zone_ids.unwrap_or_default();
    if let Some(unknown) = ids.iter().find(|id| !zones.iter().any(|zone| zone.id == **id)) {
        return Err(super::error::bad_value(format!("Invalid availability zone-id: [{unknown}]")));
    }
    dry_run(input.dry_run)?;
    let zones = zones
        .into_iter()
        .filter(|zone| names.is_empty() || names.contains(&zone.name))
        .filter(|zone| ids.is_empty() || ids.contains(&zone.id))
        .filter(|zone| {
            filters.matches(&Tags::new(), |property| match property {
                "group-name" => one(format!("{region}-zg-1")),
                "opt-in-status" => one(DEFAULT_STATUS),
                "region-name" => one(region),
                "state" => one("available"),
                "zone-id" => one(&zone.id),
                "zone-name" => one(&zone.name),
                "zone-type" => one("availability-zone"),
                _ => Vec::new(),
            })
        })
        .map(|zone| AvailabilityZone {
            opt_in_status: text(DEFAULT_STATUS),
            messages: Some(Vec::new()),
            region_name: text(region),
            zone_name: Some(zone.name),
            zone_id: Some(zone.id),
            group_name: text(format!("{region}-zg-1")),
            network_border_group: text(region),
            zone_type: text("availability-zone"),
            state: text("available"),
            ..Default::default()
        })
        .collect();
    Ok(Reply::read(DescribeAvailabilityZonesOutput { availability_zones: Some(zones) }))
}

#[cfg(test)]
mod tests {
    use super::zones;

    #[test]
    fn zone_names_and_ids_follow_the_region() {
        for (region, name, id) in [
            ("ap-northeast-1", "ap-northeast-1a", "apne1-az4"),
            ("us-west-2", "us-west-2a", "usw2-az1"),
            ("eu-central-1", "eu-central-1a", "euc1-az1"),
            ("us-gov-west-1", "us-gov-west-1a", "usgw1-az1"),
        ] {
            let zones = zones(region);
            assert_eq!((zones[0].name.as_str(), zones[0].id.as_str()), (name, id));
        }
    }
}
