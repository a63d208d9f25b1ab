//! Every limit of the model, with its unit and where it comes from.

/// VPCs per region; AWS's default of 5 is raised, since nothing here is scarce. Divergence.
pub const VPCS_MAX: usize = 500;
/// Subnets per VPC (VPC guide, quotas).
pub const SUBNETS_PER_VPC_MAX: usize = 200;
/// Route tables per VPC (VPC guide, quotas).
pub const ROUTE_TABLES_PER_VPC_MAX: usize = 200;
/// Static routes per table (VPC guide, quotas).
pub const ROUTES_PER_TABLE_MAX: usize = 50;
/// Propagated routes per table (VPC guide, quotas); more are left out.
pub const PROPAGATED_ROUTES_MAX: usize = 100;
/// Security groups per region (VPC guide, quotas).
pub const SECURITY_GROUPS_MAX: usize = 2500;
/// Rules per group and direction, counted per address family (VPC guide, quotas).
pub const RULES_PER_GROUP_MAX: usize = 60;
/// Security groups per interface (VPC guide, quotas).
pub const GROUPS_PER_INTERFACE_MAX: usize = 5;
/// Interface endpoints per VPC (VPC guide, quotas).
pub const ENDPOINTS_PER_VPC_MAX: usize = 50;
/// Characters of an endpoint policy, white space included (VPC guide, quotas).
pub const ENDPOINT_POLICY_CHARACTERS_MAX: usize = 20_480;
/// Virtual private gateways per region (VPC guide, quotas).
pub const VPN_GATEWAYS_MAX: usize = 5;
/// Tags per resource.
pub const TAGS_MAX: usize = 50;
/// Prefixes accepted from a customer per family; one more takes the session down (Direct Connect guide, quotas).
pub const BGP_PREFIXES_MAX: usize = 100;
/// Virtual interfaces per connection (Direct Connect guide, quotas).
pub const VIRTUAL_INTERFACES_PER_CONNECTION_MAX: usize = 50;
/// Connections per location and region (Direct Connect guide, quotas).
pub const CONNECTIONS_PER_LOCATION_MAX: usize = 10;
/// Characters of a resource policy (API Gateway guide, quotas), counted after expansion.
pub const RESOURCE_POLICY_CHARACTERS_MAX: usize = 8192;
/// Private and regional APIs per region (API Gateway guide, quotas: 600), raised for benches. Divergence.
pub const REST_APIS_MAX: usize = 200_000;
/// Resources per API (API Gateway guide, quotas).
pub const RESOURCES_PER_API_MAX: usize = 300;
/// Stages per API (API Gateway guide, quotas).
pub const STAGES_PER_API_MAX: usize = 10;
/// Bytes of an imported document (API Gateway guide, quotas).
pub const IMPORT_BYTES_MAX: usize = 6 * 1024 * 1024;
/// Bytes of one mapping template (API Gateway guide, quotas).
pub const TEMPLATE_BYTES_MAX: usize = 300 * 1024;
/// Hosts and sites in the lab, each a namespace.
pub const LAB_PLACES_MAX: usize = 64;
/// How long a deleted virtual interface, connection or gateway stays listed, milliseconds (Direct Connect guide: 15 min).
pub const DELETED_LISTED_MS: i64 = 15 * 60 * 1000;
