//! What the customer's router must be told.
//!
//! For AWS's router types the configuration is one XML document of values; AWS's tools turn it into a router's language
//! with the stylesheet that the router type names. Two further types are ours: for BIRD and FRR the answer is the
//! router's own configuration text, ready to use, and there is no stylesheet. The XML's elements and their order are
//! those of AWS's samples (user guide, "Download the router configuration"; CLI examples).

use std::fmt::Write as _;

use sekisho_core::{World, direct_connect::VirtualInterface};
use sekisho_wire::{
    AwsError,
    directconnect::{DescribeRouterConfigurationInput, DescribeRouterConfigurationOutput, RouterType},
};

use super::{
    error::{client, shown},
    input::required,
    shapes, virtual_interfaces,
};
use crate::{Call, Outcome, Reply};

mod open_routers;

/// In which language a router type is answered.
#[derive(Clone, Copy)]
enum Language {
    /// AWS's document of values.
    Xml,
    /// BIRD 2's own.
    Bird,
    /// FRR's own.
    Frr,
}

struct Router {
    identifier: &'static str,
    vendor: &'static str,
    platform: &'static str,
    software: &'static str,
    xslt: &'static str,
    xslt_for_mac_sec: &'static str,
    language: Language,
}

const CISCO: Router = Router {
    identifier: "",
    vendor: "Cisco Systems, Inc.",
    platform: "",
    software: "IOS 12.4+",
    xslt: "customer-router-cisco-generic.xslt",
    xslt_for_mac_sec: "",
    language: Language::Xml,
};

const JUNIPER: Router = Router {
    identifier: "",
    vendor: "Juniper Networks, Inc.",
    platform: "",
    software: "JunOS 9.5+",
    xslt: "customer-router-juniper-generic.xslt",
    xslt_for_mac_sec: "",
    language: Language::Xml,
};

const OPEN: Router = Router {
    identifier: "",
    vendor: "Sekisho",
    platform: "Linux",
    software: "",
    xslt: "",
    xslt_for_mac_sec: "",
    language: Language::Xml,
};

/// AWS's types, then ours.
const ROUTERS: [Router; 11] = [
    Router {
        identifier: "CiscoSystemsInc-2900SeriesRouters-IOS124",
        platform: "2900 Series Routers",
        ..CISCO
    },
    Router {
        identifier: "CiscoSystemsInc-3700SeriesRouters-IOS124",
        platform: "3700 Series Routers",
        ..CISCO
    },
    Router {
        identifier: "CiscoSystemsInc-7200SeriesRouters-IOS124",
        platform: "7200 Series Routers",
        ..CISCO
    },
    Router {
        identifier: "CiscoSystemsInc-Nexus7000SeriesSwitches-NXOS51",
        platform: "Nexus 7000 Series Switches",
        software: "NX-OS 5.1+",
        xslt: "customer-switch-cisco-nexus-generic.xslt",
        ..CISCO
    },
    Router {
        identifier: "CiscoSystemsInc-Nexus9KSeriesSwitches-NXOS93",
        platform: "Nexus 9K+ Series Switches",
        software: "NX-OS 9.3+",
        xslt: "customer-switch-cisco-nexus-generic.xslt",
        xslt_for_mac_sec: "customer-switch-cisco-nexus-generic-macsec.xslt",
        ..CISCO
    },
    Router {
        identifier: "JuniperNetworksInc-MMXSeriesRouters-JunOS95",
        platform: "M/MX Series Routers",
        xslt_for_mac_sec: "customer-router-juniper-generic-macsec.xslt",
        ..JUNIPER
    },
    Router {
        identifier: "JuniperNetworksInc-SRXSeriesRouters-JunOS95",
        platform: "SRX Series Routers",
        ..JUNIPER
    },
    Router {
        identifier: "JuniperNetworksInc-TSeriesRouters-JunOS95",
        platform: "T Series Routers",
        ..JUNIPER
    },
    Router {
        identifier: "PaloAltoNetworks-PA3000and5000series-PANOS803",
        vendor: "Palo Alto Networks",
        platform: "PA-3000+ and 5000+ series",
        software: "PAN-OS 8.0.3+",
        xslt: "customer-router-palo-alto-generic.xslt",
        xslt_for_mac_sec: "",
        language: Language::Xml,
    },
    Router { identifier: "Sekisho-Linux-BIRD2", software: "BIRD 2.0+", language: Language::Bird, ..OPEN },
    Router { identifier: "Sekisho-Linux-FRR8", software: "FRR 8.0+", language: Language::Frr, ..OPEN },
];

impl Router {
    fn shape(&self) -> RouterType {
        RouterType {
            vendor: Some(self.vendor.to_owned()),
            platform: Some(self.platform.to_owned()),
            software: Some(self.software.to_owned()),
            xslt_template_name: Some(self.xslt.to_owned()),
            xslt_template_name_for_mac_sec: Some(self.xslt_for_mac_sec.to_owned()),
            router_type_identifier: Some(self.identifier.to_owned()),
        }
    }
}

fn router(identifier: &str) -> Result<&'static Router, AwsError> {
    ROUTERS.iter().find(|router| router.identifier == identifier).ok_or_else(|| {
        let known: Vec<&str> = ROUTERS.iter().map(|router| router.identifier).collect();
        client(format!(
            "Router type {} is not known; the router types are: {}",
            shown(identifier),
            known.join(", ")
        ))
    })
}

/// `DescribeRouterConfiguration`. Without a router type the answer is for the first.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: DescribeRouterConfigurationInput,
) -> Outcome<DescribeRouterConfigurationOutput> {
    let id = required(input.virtual_interface_id.as_ref(), "virtualInterfaceId")?;
    let router = input.router_type_identifier.as_deref().map_or(Ok(&ROUTERS[0]), router)?;
    let interface = virtual_interfaces::find_live(call.world, id)?;
    let text = match router.language {
        Language::Xml => customer_router_config(call.world, interface),
        Language::Bird => open_routers::bird(call.world, interface)?,
        Language::Frr => open_routers::frr(call.world, interface),
    };
    Ok(Reply::read(DescribeRouterConfigurationOutput {
        customer_router_config: Some(text),
        router: Some(router.shape()),
        virtual_interface_id: Some(interface.id.to_string()),
        virtual_interface_name: Some(interface.name.clone()),
    }))
}

/// AWS's document of values. It has room for one IPv4 peer: the first.
pub(super) fn customer_router_config(world: &World, interface: &VirtualInterface) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // Writing to a string cannot fail.
    let _ = writeln!(xml, "<logical_connection id=\"{}\">", escaped(interface.id.as_str()));
    let mut element = |name: &str, value: &str| {
        let _ = writeln!(xml, "  <{name}>{}</{name}>", escaped(value));
    };
    element("vlan", &interface.vlan.to_string());
    if let Some(peer) = interface.bgp_peers.first() {
        element("customer_address", &peer.customer_address.to_string());
        element("amazon_address", &peer.amazon_address.to_string());
        element("bgp_asn", &peer.asn.to_string());
        element("bgp_auth_key", &peer.auth_key);
    }
    element("amazon_bgp_asn", &shapes::amazon_side_asn(world, interface).to_string());
    element("connection_type", "private");
    xml.push_str("</logical_connection>\n");
    xml
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}
