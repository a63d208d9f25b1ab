//! Identifiers as requests spell them: their shape, and what is said of a malformed or an unknown one.
//!
//! An identifier is a prefix and 8 to 17 lower-case hexadecimal digits (old objects have 8, new ones 17). The shape is
//! checked before anything is looked up, so a malformed one is never reported as unknown.

use sekisho_wire::AwsError;

/// One kind of identifier.
#[derive(Debug)]
pub(super) struct Kind {
    /// Without the dash.
    pub(super) prefix: &'static str,
    /// What `TagSpecification` and ARNs call it.
    pub(super) resource_type: &'static str,
    malformed: &'static str,
    not_found: &'static str,
    /// Opens the not-found text.
    noun: &'static str,
}

pub(super) const VPC: Kind = Kind {
    prefix: "vpc",
    resource_type: "vpc",
    malformed: "InvalidVpcID.Malformed",
    not_found: "InvalidVpcID.NotFound",
    noun: "vpc ID",
};
pub(super) const SUBNET: Kind = Kind {
    prefix: "subnet",
    resource_type: "subnet",
    malformed: "InvalidSubnetId.Malformed",
    not_found: "InvalidSubnetID.NotFound",
    noun: "subnet ID",
};
pub(super) const ROUTE_TABLE: Kind = Kind {
    prefix: "rtb",
    resource_type: "route-table",
    malformed: "InvalidRouteTableId.Malformed",
    not_found: "InvalidRouteTableID.NotFound",
    noun: "routeTable ID",
};
pub(super) const ASSOCIATION: Kind = Kind {
    prefix: "rtbassoc",
    resource_type: "",
    malformed: "InvalidAssociationID.Malformed",
    not_found: "InvalidAssociationID.NotFound",
    noun: "association ID",
};
pub(super) const SECURITY_GROUP: Kind = Kind {
    prefix: "sg",
    resource_type: "security-group",
    malformed: "InvalidGroupId.Malformed",
    not_found: "InvalidGroup.NotFound",
    noun: "security group",
};
pub(super) const RULE: Kind = Kind {
    prefix: "sgr",
    resource_type: "security-group-rule",
    malformed: "InvalidSecurityGroupRuleId.Malformed",
    not_found: "InvalidSecurityGroupRuleId.NotFound",
    noun: "security group rule ID",
};
pub(super) const NETWORK_ACL: Kind = Kind {
    prefix: "acl",
    resource_type: "network-acl",
    malformed: "InvalidNetworkAclId.Malformed",
    not_found: "InvalidNetworkAclID.NotFound",
    noun: "network acl ID",
};
pub(super) const NETWORK_INTERFACE: Kind = Kind {
    prefix: "eni",
    resource_type: "network-interface",
    malformed: "InvalidNetworkInterfaceId.Malformed",
    not_found: "InvalidNetworkInterfaceID.NotFound",
    noun: "networkInterface ID",
};
pub(super) const VPN_GATEWAY: Kind = Kind {
    prefix: "vgw",
    resource_type: "vpn-gateway",
    malformed: "InvalidVpnGatewayID.Malformed",
    not_found: "InvalidVpnGatewayID.NotFound",
    noun: "virtual private gateway ID",
};
pub(super) const VPC_ENDPOINT: Kind = Kind {
    prefix: "vpce",
    resource_type: "vpc-endpoint",
    malformed: "InvalidVpcEndpointId.Malformed",
    not_found: "InvalidVpcEndpointId.NotFound",
    noun: "Vpc Endpoint Id",
};
pub(super) const DHCP_OPTIONS: Kind = Kind {
    prefix: "dopt",
    resource_type: "dhcp-options",
    malformed: "InvalidDhcpOptionsId.Malformed",
    not_found: "InvalidDhcpOptionID.NotFound",
    noun: "dhcpOption ID",
};
pub(super) const PREFIX_LIST: Kind = Kind {
    prefix: "pl",
    resource_type: "prefix-list",
    malformed: "InvalidPrefixListId.Malformed",
    not_found: "InvalidPrefixListID.NotFound",
    noun: "prefix list ID",
};

impl Kind {
    /// The identifier, if it has this kind's shape.
    pub(super) fn parse<T: for<'t> From<&'t str>>(&self, text: &str) -> Result<T, AwsError> {
        let digits = text.strip_prefix(self.prefix).and_then(|rest| rest.strip_prefix('-'));
        let well_formed = digits.is_some_and(|digits| {
            (8..=17).contains(&digits.len())
                && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        });
        if well_formed { Ok(T::from(text)) } else { Err(self.malformed(text)) }
    }

    /// All identifiers of a list; none where the list is absent.
    pub(super) fn parse_all<T: for<'t> From<&'t str>>(
        &self,
        texts: Option<&[String]>,
    ) -> Result<Vec<T>, AwsError> {
        texts.unwrap_or_default().iter().map(|text| self.parse(text)).collect()
    }

    /// What is said of an identifier of the wrong shape.
    pub(super) fn malformed(&self, text: &str) -> AwsError {
        let text: String = text.chars().take(128).collect();
        let message = if self.prefix == "subnet" {
            format!(
                "Invalid Subnet Id: '{text}' (expecting 'subnet-...; the Id may only contain lowercase alphanumeric \
                 characters and a single dash')"
            )
        } else {
            format!("Invalid id: \"{text}\" (expecting \"{}-...\")", self.prefix)
        };
        AwsError::ec2(self.malformed, message)
    }

    /// What is said of an identifier nobody has.
    pub(super) fn not_found(&self, id: impl std::fmt::Display) -> AwsError {
        AwsError::ec2(self.not_found, format!("The {} '{id}' does not exist", self.noun))
    }
}
