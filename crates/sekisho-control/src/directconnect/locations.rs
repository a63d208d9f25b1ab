//! The places where a connection can be ordered.
//!
//! For regions whose locations are well known these carry AWS's codes, so that existing Terraform files work; any other
//! region has one place of its own with a code that cannot be mistaken for AWS's. Dedicated port speeds only: hosted
//! connections are not served.

use sekisho_wire::{
    AwsError,
    directconnect::{AvailableBillingMode, DescribeLocationsInput, Location, Locations},
};

use super::error::{client, shown};
use crate::{Call, Outcome, Reply};

/// Port speeds of a dedicated connection (Direct Connect guide, "Dedicated connections").
const PORT_SPEEDS: [&str; 4] = ["1Gbps", "10Gbps", "100Gbps", "400Gbps"];

/// Region, code, name.
const KNOWN: [(&str, &str, &str); 17] = [
    ("ap-northeast-1", "EqTY2", "Equinix TY2, Tokyo"),
    ("ap-northeast-2", "LGKNX", "KINX Gasan, Seoul"),
    ("ap-northeast-3", "EqOS1", "Equinix OS1, Osaka"),
    ("ap-southeast-1", "EqSG2", "Equinix SG2, Singapore"),
    ("ap-southeast-2", "EqSY3", "Equinix SY1 - SY4, Sydney"),
    ("eu-central-1", "EqFA5", "Equinix FR5, Frankfurt"),
    ("eu-west-1", "EirCL00", "Eircom Clonshaugh, Dublin"),
    ("eu-west-2", "EqLD5", "Equinix LD5, London"),
    ("sa-east-1", "TIVIT", "Tivit, Sao Paulo"),
    ("sa-east-1", "TNDB", "Terremark do Brasil, Sao Paulo"),
    ("us-east-1", "CSVA1", "CoreSite VA1, Reston, VA"),
    ("us-east-1", "EqDC2", "Equinix DC2/DC11, Ashburn, VA"),
    ("us-west-1", "CSSV4", "CoreSite SV4, Santa Clara, CA"),
    ("us-west-1", "EqSV5", "Equinix SV5, San Jose, CA"),
    ("us-west-2", "EqSe2", "Equinix SE2, Seattle, WA"),
    ("us-west-2", "EqSe2-EQ", "Equinix SE2/SE3, Seattle, WA"),
    ("us-west-2", "EqSe2-WBE", "Westin Building Exchange, Seattle, WA"),
];

fn of_region(region: &str) -> Vec<Location> {
    let known: Vec<Location> = KNOWN
        .iter()
        .filter(|(of, _, _)| *of == region)
        .map(|(_, code, name)| location(region, code, (*name).to_owned()))
        .collect();
    if known.is_empty() {
        return vec![location(region, "Sekisho1", format!("Sekisho 1, {region}"))];
    }
    known
}

fn location(region: &str, code: &str, name: String) -> Location {
    let speeds: Vec<String> = PORT_SPEEDS.map(str::to_owned).to_vec();
    Location {
        location_code: Some(code.to_owned()),
        location_name: Some(name),
        region: Some(region.to_owned()),
        available_port_speeds: Some(speeds.clone()),
        available_providers: Some(Vec::new()),
        available_mac_sec_port_speeds: Some(Vec::new()),
        available_billing_modes: Some(vec![AvailableBillingMode {
            billing_mode: Some("PayAsYouGo".to_owned()),
            available_port_speeds: Some(speeds),
            included_regions: Some(Vec::new()),
        }]),
    }
}

/// `DescribeLocations`.
pub(super) fn describe(call: &mut Call<'_>, _input: DescribeLocationsInput) -> Outcome<Locations> {
    Ok(Reply::read(Locations { locations: Some(of_region(call.world.region())) }))
}

/// Refuses a location that the region does not have.
pub(super) fn check(region: &str, code: &str) -> Result<(), AwsError> {
    let places = of_region(region);
    if places.iter().any(|place| place.location_code.as_deref() == Some(code)) {
        return Ok(());
    }
    let codes: Vec<&str> = places.iter().filter_map(|place| place.location_code.as_deref()).collect();
    Err(client(format!(
        "Location {} is not a Direct Connect location of {region}; its locations are: {}",
        shown(code),
        codes.join(", ")
    )))
}

/// Refuses a bandwidth that no dedicated port has.
pub(super) fn check_bandwidth(bandwidth: &str) -> Result<(), AwsError> {
    if PORT_SPEEDS.contains(&bandwidth) {
        return Ok(());
    }
    Err(client(format!(
        "Bandwidth {} is not a port speed of a dedicated connection; the port speeds are: {}",
        shown(bandwidth),
        PORT_SPEEDS.join(", ")
    )))
}
