//! The reference path's steps, in its order: the link, the endpoint, the API, its policy, the deployment, the test.

use std::{
    net::Ipv4Addr,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use sekisho_control::apigateway::example_api;
use sekisho_core::lab::RouterKind;
use sekisho_wire::{AwsError, Request, Response, apigateway, directconnect, ec2};

use super::{instance::Child, story::Story};
use crate::{admin::AdminRequest, cli::probe::Seen, client::AwsClient};

/// How long a state may take to come.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often a state is asked for.
const PAUSE: Duration = Duration::from_millis(20);
/// The on-premises network.
const SITE_CIDR: &str = "192.168.10.0/24";
/// The on-premises host.
pub(super) const HOST: &str = "onprem";
/// The stage.
pub(super) const STAGE: &str = "test";

/// Calls an operation and takes its output apart.
macro_rules! ask {
    ($path:expr, $service:ident, $module:ident :: $operation:ident ($input:expr)) => {
        match $path.call(&Request::$service($module::Request::$operation($input)))? {
            Response::$service($module::Response::$operation(output)) => Ok(output),
            other => Err(anyhow::anyhow!("another operation answered: {}", other.operation())),
        }
    };
}
pub(super) use ask;

/// What has been made so far.
#[derive(Debug)]
pub(super) struct Path<'a> {
    pub(super) instance: &'a Child,
    client: AwsClient,
    router: Option<RouterKind>,
    port: u16,
    pub(super) vpc: String,
    pub(super) subnets: Vec<String>,
    pub(super) group: String,
    pub(super) gateway: String,
    pub(super) table: String,
    pub(super) endpoint: String,
    pub(super) name: String,
    pub(super) api: String,
}

impl<'a> Path<'a> {
    pub(super) fn new(instance: &'a Child, router: Option<RouterKind>) -> Result<Self> {
        Ok(Self {
            instance,
            client: AwsClient::new(instance.env()?)?,
            router,
            port: instance.https_port()?,
            vpc: String::new(),
            subnets: Vec::new(),
            group: String::new(),
            gateway: String::new(),
            table: String::new(),
            endpoint: String::new(),
            name: String::new(),
            api: String::new(),
        })
    }

    /// The region the instance stands for.
    pub(super) fn region(&self) -> &str {
        &self.client.env().region
    }

    /// A call that has to succeed.
    pub(super) fn call(&self, request: &Request) -> Result<Response> {
        self.client
            .call(request)?
            .map_err(|error| anyhow::anyhow!("{} refused: {error}", request.operation()))
    }

    /// A call that has to be refused.
    pub(super) fn call_refused(&self, request: &Request) -> Result<AwsError> {
        match self.client.call(request)? {
            Err(error) => Ok(error),
            Ok(_) => bail!("{} was accepted", request.operation()),
        }
    }

    /// `https://NAME[:PORT]/path`, at the endpoint's regional name.
    pub(super) fn url(&self, path: &str) -> String {
        self.url_at(&self.name, path)
    }

    /// The same at another name.
    pub(super) fn url_at(&self, name: &str, path: &str) -> String {
        if self.port == 443 {
            format!("https://{name}{path}")
        } else {
            format!("https://{name}:{}{path}", self.port)
        }
    }

    /// The header that names the API.
    pub(super) fn api_header(&self) -> String {
        format!("x-apigw-api-id: {}", self.api)
    }

    /// A request from the on-premises host.
    pub(super) fn request(&self, url: &str, headers: &[&str], timeout_ms: u32) -> Result<Seen> {
        let timeout = timeout_ms.to_string();
        let mut arguments = vec![url, "--timeout-ms", &timeout];
        for header in headers {
            arguments.extend(["-H", header]);
        }
        self.instance.probe(HOST, &arguments)
    }

    /// The line a person would type for such a request.
    pub(super) fn curl(&self, url: &str, headers: &[&str]) -> String {
        let headers: String = headers.iter().map(|header| format!("-H '{header}' ")).collect();
        format!("sekisho exec {HOST} -- curl -IX GET {headers}{url}")
    }

    /// Plays the path.
    pub(super) fn play(&mut self, story: &mut Story) -> Result<()> {
        self.surroundings(story)?;
        self.link(story)?;
        self.endpoint(story)?;
        self.rest_api(story)?;
        self.deployment(story)?;
        self.test(story)
    }

    fn surroundings(&mut self, story: &mut Story) -> Result<()> {
        story.section("What surrounds it: VPC, subnets, security group");
        let path = &*self;
        let vpc = story.step("VPC 10.0.0.0/16", "aws ec2 create-vpc --cidr-block 10.0.0.0/16", || {
            let input = ec2::CreateVpcInput { cidr_block: text("10.0.0.0/16"), ..Default::default() };
            let output = ask!(path, Ec2, ec2::CreateVpc(input))?;
            let id = output.vpc.and_then(|vpc| vpc.vpc_id).context("no VPC id")?;
            Ok((id.clone(), id))
        })?;
        self.vpc = vpc;
        for (cidr, zone) in [("10.0.1.0/24", "a"), ("10.0.2.0/24", "c")] {
            let path = &*self;
            let zone = format!("{}{zone}", path.region());
            let command = format!(
                "aws ec2 create-subnet --vpc-id {} --cidr-block {cidr} --availability-zone {zone}",
                path.vpc
            );
            let subnet = story.step(&format!("subnet {cidr}"), command, || {
                let input = ec2::CreateSubnetInput {
                    vpc_id: text(&path.vpc),
                    cidr_block: text(cidr),
                    availability_zone: text(&zone),
                    ..Default::default()
                };
                let output = ask!(path, Ec2, ec2::CreateSubnet(input))?;
                let id = output.subnet.and_then(|subnet| subnet.subnet_id).context("no subnet id")?;
                Ok((id.clone(), format!("{id} in {zone}")))
            })?;
            self.subnets.push(subnet);
        }
        let path = &*self;
        let command = format!(
            "aws ec2 create-security-group --vpc-id {} --group-name endpoint --description 'HTTPS from on premises'\n\
             aws ec2 authorize-security-group-ingress --group-id sg-... --protocol tcp --port 443 --cidr {SITE_CIDR}",
            path.vpc
        );
        let group = story.step("security group: TCP 443 in", command, || {
            let input = ec2::CreateSecurityGroupInput {
                vpc_id: text(&path.vpc),
                group_name: text("endpoint"),
                description: text("HTTPS from on premises"),
                ..Default::default()
            };
            let id = ask!(path, Ec2, ec2::CreateSecurityGroup(input))?.group_id.context("no group id")?;
            path.open_group(&id)?;
            Ok((id.clone(), format!("{id}: the rule names the callers' network, not the VPC's")))
        })?;
        self.group = group;
        Ok(())
    }

    /// Lets TCP 443 in from the site.
    pub(super) fn open_group(&self, group: &str) -> Result<()> {
        let input = ec2::AuthorizeSecurityGroupIngressInput {
            group_id: text(group),
            ip_permissions: Some(vec![https_from_site()]),
            ..Default::default()
        };
        ask!(self, Ec2, ec2::AuthorizeSecurityGroupIngress(input)).map(drop)
    }

    /// Closes it again.
    pub(super) fn close_group(&self, group: &str) -> Result<()> {
        let input = ec2::RevokeSecurityGroupIngressInput {
            group_id: text(group),
            ip_permissions: Some(vec![https_from_site()]),
            ..Default::default()
        };
        ask!(self, Ec2, ec2::RevokeSecurityGroupIngress(input)).map(drop)
    }

    fn link(&mut self, story: &mut Story) -> Result<()> {
        story.section("The dedicated link: virtual private gateway, virtual interface, BGP");
        let path = &*self;
        let command = format!(
            "aws ec2 create-vpn-gateway --type ipsec.1\n\
             aws ec2 attach-vpn-gateway --vpc-id {} --vpn-gateway-id vgw-...\n\
             aws ec2 enable-vgw-route-propagation --route-table-id rtb-... --gateway-id vgw-...",
            path.vpc
        );
        let (gateway, table) =
            story.step("gateway, attached, propagating", command, || path.make_gateway())?;
        (self.gateway, self.table) = (gateway, table);
        let path = &*self;
        let command = format!(
            "aws directconnect create-connection --location ... --bandwidth 1Gbps --connection-name tokyo\n\
             aws directconnect create-private-virtual-interface --connection-id dxcon-... \\\n  \
             --new-private-virtual-interface virtualInterfaceName=onprem,vlan=101,asn=65010,virtualGatewayId={}",
            path.gateway
        );
        let interface = story.step("private virtual interface", command, || path.make_interface())?;
        let command = format!(
            "sekisho lab add-site tokyo --virtual-interface {interface} --cidr {SITE_CIDR}\n\
             sekisho lab add-host {HOST} --site tokyo"
        );
        story.step("the other end: a router, a host", command, || {
            let site = path.instance.lab(&AdminRequest::AddSite {
                name: "tokyo".to_owned(),
                virtual_interface: interface.clone(),
                cidr: SITE_CIDR.parse()?,
                router: path.router,
            })?;
            let host = path.instance.lab(&AdminRequest::AddHost {
                name: HOST.to_owned(),
                site: Some("tokyo".to_owned()),
                subnet: None,
                address: None,
            })?;
            Ok(((), format!("site {site}; host {host}")))
        })?;
        let command =
            format!("aws directconnect describe-virtual-interfaces --virtual-interface-id {interface}");
        story.step("BGP up, routes both ways", command, || path.wait_for_session(&interface))
    }

    fn make_gateway(&self) -> Result<((String, String), String)> {
        let input = ec2::CreateVpnGatewayInput { type_: text("ipsec.1"), ..Default::default() };
        let gateway = ask!(self, Ec2, ec2::CreateVpnGateway(input))?
            .vpn_gateway
            .and_then(|gateway| gateway.vpn_gateway_id)
            .context("no gateway id")?;
        let input = ec2::AttachVpnGatewayInput {
            vpc_id: text(&self.vpc),
            vpn_gateway_id: text(&gateway),
            ..Default::default()
        };
        ask!(self, Ec2, ec2::AttachVpnGateway(input))?;
        let filters = vec![filter("vpc-id", &self.vpc), filter("association.main", "true")];
        let input = ec2::DescribeRouteTablesInput { filters: Some(filters), ..Default::default() };
        let tables = ask!(self, Ec2, ec2::DescribeRouteTables(input))?.route_tables.unwrap_or_default();
        let table =
            tables.into_iter().find_map(|table| table.route_table_id).context("no main route table")?;
        self.propagate(&table, &gateway)?;
        let saw =
            format!("{gateway} on {}, into {table}: without it replies would find no way back", self.vpc);
        Ok(((gateway, table), saw))
    }

    /// Turns route propagation on.
    pub(super) fn propagate(&self, table: &str, gateway: &str) -> Result<()> {
        let input = ec2::EnableVgwRoutePropagationInput {
            route_table_id: text(table),
            gateway_id: text(gateway),
            ..Default::default()
        };
        ask!(self, Ec2, ec2::EnableVgwRoutePropagation(input)).map(drop)
    }

    /// Turns it off.
    pub(super) fn stop_propagating(&self, table: &str, gateway: &str) -> Result<()> {
        let input = ec2::DisableVgwRoutePropagationInput {
            route_table_id: text(table),
            gateway_id: text(gateway),
            ..Default::default()
        };
        ask!(self, Ec2, ec2::DisableVgwRoutePropagation(input)).map(drop)
    }

    fn make_interface(&self) -> Result<(String, String)> {
        let locations = ask!(self, DirectConnect, directconnect::DescribeLocations(Default::default()))?;
        let location = locations
            .locations
            .unwrap_or_default()
            .into_iter()
            .find_map(|location| location.location_code)
            .context("no location")?;
        let input = directconnect::CreateConnectionInput {
            location: text(&location),
            bandwidth: text("1Gbps"),
            connection_name: text("tokyo"),
            ..Default::default()
        };
        let connection = ask!(self, DirectConnect, directconnect::CreateConnection(input))?
            .connection_id
            .context("no connection id")?;
        let input = directconnect::CreatePrivateVirtualInterfaceInput {
            connection_id: text(&connection),
            new_private_virtual_interface: Some(directconnect::NewPrivateVirtualInterface {
                virtual_interface_name: text("onprem"),
                vlan: Some(101),
                asn: Some(65010),
                virtual_gateway_id: text(&self.gateway),
                ..Default::default()
            }),
        };
        let made = ask!(self, DirectConnect, directconnect::CreatePrivateVirtualInterface(input))?;
        let id = made.virtual_interface_id.clone().context("no virtual interface id")?;
        let saw = format!(
            "{id} on {connection} at {location}: VLAN 101, AS 65010 to AS {}, {} to {}, MD5",
            made.amazon_side_asn.unwrap_or_default(),
            made.customer_address.unwrap_or_default(),
            made.amazon_address.unwrap_or_default()
        );
        Ok((id, saw))
    }

    /// Waits until the session is up and the site's network is in the route table.
    pub(super) fn wait_for_session(&self, interface: &str) -> Result<((), String)> {
        let input = directconnect::DescribeVirtualInterfacesInput {
            virtual_interface_id: text(interface),
            ..Default::default()
        };
        self.wait("BGP does not come up", || {
            let output = ask!(self, DirectConnect, directconnect::DescribeVirtualInterfaces(input.clone()))?;
            let state = output
                .virtual_interfaces
                .unwrap_or_default()
                .into_iter()
                .find_map(|interface| interface.virtual_interface_state);
            Ok(state.as_deref() == Some("available"))
        })?;
        self.wait("the site's route does not arrive", || self.has_route(SITE_CIDR))?;
        Ok(((), format!("available; {} has {SITE_CIDR} via {} (propagated)", self.table, self.gateway)))
    }

    /// Whether the main table has an active route.
    pub(super) fn has_route(&self, destination: &str) -> Result<bool> {
        let input = ec2::DescribeRouteTablesInput {
            route_table_ids: Some(vec![self.table.clone()]),
            ..Default::default()
        };
        let tables = ask!(self, Ec2, ec2::DescribeRouteTables(input))?.route_tables.unwrap_or_default();
        Ok(tables.iter().flat_map(|table| table.routes.iter().flatten()).any(|route| {
            route.destination_cidr_block.as_deref() == Some(destination)
                && route.state.as_deref() == Some("active")
        }))
    }

    /// Asks again and again until it holds.
    pub(super) fn wait(&self, otherwise: &str, mut holds: impl FnMut() -> Result<bool>) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while !holds()? {
            ensure!(Instant::now() < deadline, "{otherwise} within {} s", PATIENCE.as_secs());
            std::thread::sleep(PAUSE);
        }
        Ok(())
    }

    fn endpoint(&mut self, story: &mut Story) -> Result<()> {
        story.section("A. An interface endpoint for the API service");
        let path = &*self;
        let command =
            "aws ec2 describe-vpc-endpoint-services --filters Name=service-name,Values='*.execute-api'";
        let service = story.step("search execute-api", command, || {
            let input = ec2::DescribeVpcEndpointServicesInput {
                filters: Some(vec![filter("service-name", "*.execute-api")]),
                ..Default::default()
            };
            let names =
                ask!(path, Ec2, ec2::DescribeVpcEndpointServices(input))?.service_names.unwrap_or_default();
            ensure!(names.len() == 1, "{} services", names.len());
            let name = names.into_iter().next().context("no service")?;
            Ok((name.clone(), format!("1 service: {name}")))
        })?;
        let command = format!(
            "aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id {} --service-name {service} \\\n  \
             --subnet-ids {} --security-group-ids {} --no-private-dns-enabled",
            path.vpc,
            path.subnets.join(" "),
            path.group
        );
        let endpoint = story.step("create, private DNS off", command, || {
            let input = ec2::CreateVpcEndpointInput {
                vpc_endpoint_type: text("Interface"),
                vpc_id: text(&path.vpc),
                service_name: text(&service),
                subnet_ids: Some(path.subnets.clone()),
                security_group_ids: Some(vec![path.group.clone()]),
                private_dns_enabled: Some(false),
                ..Default::default()
            };
            let made = ask!(path, Ec2, ec2::CreateVpcEndpoint(input))?.vpc_endpoint.context("no endpoint")?;
            let id = made.vpc_endpoint_id.context("no endpoint id")?;
            Ok((id.clone(), format!("{id}, {}: note this id", made.state.unwrap_or_default())))
        })?;
        self.endpoint = endpoint;
        let path = &*self;
        let command = format!("aws ec2 describe-vpc-endpoints --vpc-endpoint-ids {}", path.endpoint);
        let name = story.step("pending, then available", command, || {
            let endpoint = path.wait_for_endpoint(&path.endpoint)?;
            let names: Vec<String> = endpoint
                .dns_entries
                .unwrap_or_default()
                .into_iter()
                .filter_map(|entry| entry.dns_name)
                .collect();
            let first = names.first().cloned().context("no names")?;
            Ok((first, format!("{} interfaces; names:\n{}", path.subnets.len(), names.join("\n"))))
        })?;
        self.name = name;
        Ok(())
    }

    /// Waits until an endpoint is available.
    pub(super) fn wait_for_endpoint(&self, id: &str) -> Result<ec2::VpcEndpoint> {
        let mut found = None;
        self.wait("the endpoint does not become available", || {
            let input = ec2::DescribeVpcEndpointsInput {
                vpc_endpoint_ids: Some(vec![id.to_owned()]),
                ..Default::default()
            };
            let endpoints =
                ask!(self, Ec2, ec2::DescribeVpcEndpoints(input))?.vpc_endpoints.unwrap_or_default();
            found = endpoints.into_iter().next();
            Ok(found.as_ref().and_then(|endpoint| endpoint.state.as_deref()) == Some("available"))
        })?;
        found.context("the endpoint is gone")
    }

    fn rest_api(&mut self, story: &mut Story) -> Result<()> {
        story.section("B, C. A private REST API, and the policy that lets the endpoint in");
        let path = &*self;
        let command = "aws apigateway import-rest-api --parameters endpointConfigurationTypes=PRIVATE --body fileb://petstore.json";
        let api = story.step("import the Example API", command, || {
            let input = apigateway::ImportRestApiInput {
                parameters: Some(
                    [("endpointConfigurationTypes".to_owned(), "PRIVATE".to_owned())].into_iter().collect(),
                ),
                body: Some(example_api::document(path.region()).into_bytes()),
                ..Default::default()
            };
            let made = ask!(path, ApiGateway, apigateway::ImportRestApi(input))?;
            let id = made.id.context("no API id")?;
            let kind =
                made.endpoint_configuration.and_then(|endpoint| endpoint.types).unwrap_or_default().join(",");
            Ok((id.clone(), format!("{id} {}, endpoint type {kind}", made.name.unwrap_or_default())))
        })?;
        self.api = api;
        let path = &*self;
        let command =
            format!("aws apigateway create-deployment --rest-api-id {} --stage-name {STAGE}", path.api);
        story.step("deploy too early: refused", command, || {
            let error = path.call_refused(&path.deployment_request())?;
            let expected = "Private REST API doesn't have a resource policy attached to it";
            ensure!(error.message == expected, "another refusal: {error}");
            Ok(((), format!("{error}")))
        })?;
        let command = format!(
            "aws apigateway update-rest-api --rest-api-id {} \\\n  \
             --patch-operations op=replace,path=/policy,value='{{...aws:sourceVpce...{}...}}'",
            path.api, path.endpoint
        );
        story.step("resource policy: only this endpoint", command, || {
            path.put_policy(&path.endpoint)?;
            Ok((
                (),
                "Deny unless aws:sourceVpce is the endpoint, and Allow; saved, not yet in effect".to_owned(),
            ))
        })
    }

    /// Saves the reference path's two statements, naming an endpoint.
    pub(super) fn put_policy(&self, endpoint: &str) -> Result<()> {
        let statement = |effect: &str| {
            serde_json::json!({
                "Effect": effect, "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*/*/*"
            })
        };
        let mut deny = statement("Deny");
        if let Some(members) = deny.as_object_mut() {
            members.insert(
                "Condition".to_owned(),
                serde_json::json!({ "StringNotEquals": { "aws:sourceVpce": endpoint } }),
            );
        }
        let policy = serde_json::json!({ "Version": "2012-10-17", "Statement": [deny, statement("Allow")] });
        let input = apigateway::UpdateRestApiInput {
            rest_api_id: text(&self.api),
            patch_operations: Some(vec![apigateway::PatchOperation {
                op: text("replace"),
                path: text("/policy"),
                value: Some(policy.to_string()),
                ..Default::default()
            }]),
        };
        ask!(self, ApiGateway, apigateway::UpdateRestApi(input)).map(drop)
    }

    fn deployment_request(&self) -> Request {
        Request::ApiGateway(apigateway::Request::CreateDeployment(apigateway::CreateDeploymentInput {
            rest_api_id: text(&self.api),
            stage_name: text(STAGE),
            ..Default::default()
        }))
    }

    /// Deploys to the stage.
    pub(super) fn deploy(&self) -> Result<String> {
        match self.call(&self.deployment_request())? {
            Response::ApiGateway(apigateway::Response::CreateDeployment(made)) => {
                made.id.context("no deployment id")
            }
            other => bail!("another operation answered: {}", other.operation()),
        }
    }

    fn deployment(&mut self, story: &mut Story) -> Result<()> {
        story.section("D. Deploy");
        let path = &*self;
        let command =
            format!("aws apigateway create-deployment --rest-api-id {} --stage-name {STAGE}", path.api);
        story.step("deploy to a new stage", command, || {
            let deployed = Instant::now();
            let id = path.deploy()?;
            let answered = deployed.elapsed();
            let url = path.url(&format!("/{STAGE}"));
            path.wait("the deployment does not take effect", || {
                Ok(path.request(&url, &[&path.api_header()], 5000)?.status == Some(200))
            })?;
            let saw = format!(
                "{id}: answered after {}, first 200 seen from on premises after {}",
                crate::cli::ui::time(answered),
                crate::cli::ui::time(deployed.elapsed())
            );
            Ok(((), saw))
        })
    }

    fn test(&self, story: &mut Story) -> Result<()> {
        story.section("E. Test from on premises");
        story.step(
            "resolve the endpoint's name",
            format!("sekisho exec {HOST} -- nslookup {}", self.name),
            || {
                let seen = self.instance.probe(HOST, &[&self.name])?;
                ensure!(seen.addresses.len() == self.subnets.len(), "{:?} {:?}", seen.addresses, seen.error);
                ensure!(
                    seen.addresses.iter().all(|address| is_private(*address)),
                    "not private: {:?}",
                    seen.addresses
                );
                let addresses: Vec<String> = seen.addresses.iter().map(ToString::to_string).collect();
                let resolver = seen.resolver.unwrap_or_default();
                Ok((
                    (),
                    format!("{}, TTL {}, from {resolver}", addresses.join(" "), seen.ttl.unwrap_or_default()),
                ))
            },
        )?;
        let header = self.api_header();
        let url = self.url(&format!("/{STAGE}"));
        story.step("call it", self.curl(&url, &[&header]), || {
            let seen = self.request(&url, &[&header], 5000)?;
            ensure!(seen.first_line.as_deref() == Some("HTTP/1.1 200 OK"), "{}", told(&seen));
            Ok(((), told(&seen)))
        })?;
        let url = self.url(&format!("/{STAGE}/pets"));
        story.step("the pets", self.curl(&url, &[&header]), || {
            let seen = self.request(&url, &[&header], 5000)?;
            ensure!(seen.status == Some(200), "{}", told(&seen));
            let pets: Vec<serde_json::Value> =
                serde_json::from_str(seen.body.as_deref().unwrap_or_default())?;
            Ok(((), format!("{}, {} pets", told(&seen), pets.len())))
        })?;
        self.refusals(story)
    }

    fn refusals(&self, story: &mut Story) -> Result<()> {
        let header = self.api_header();
        let stage = format!("/{STAGE}");
        let cases: [(&str, String, Vec<&str>, &str); 4] = [
            ("without the header", stage.clone(), vec![], r#"{"message":"Forbidden"}"#),
            ("with a wrong id", stage, vec!["x-apigw-api-id: zzzzzzzzzz"], r#"{"message":"Forbidden"}"#),
            ("with a wrong stage", "/nope".to_owned(), vec![&header], r#"{"message":"Forbidden"}"#),
            (
                "a wrong path",
                format!("/{STAGE}/nope"),
                vec![&header],
                r#"{"message":"Missing Authentication Token"}"#,
            ),
        ];
        for (title, path, headers, body) in cases {
            let url = self.url(&path);
            story.step(title, self.curl(&url, &headers), || {
                let seen = self.request(&url, &headers, 5000)?;
                ensure!(seen.status == Some(403) && seen.body.as_deref() == Some(body), "{}", told(&seen));
                let why = self
                    .instance
                    .why(&seen)
                    .map(|why| format!("\nthe operator sees: {why}"))
                    .unwrap_or_default();
                Ok(((), format!("{} {body}{why}", seen.first_line.unwrap_or_default())))
            })?;
        }
        Ok(())
    }
}

/// What a request gave, in a line.
pub(super) fn told(seen: &Seen) -> String {
    match (&seen.first_line, &seen.error) {
        (Some(line), _) if seen.status == Some(200) => line.clone(),
        (Some(line), _) => format!("{line} {}", seen.body.as_deref().unwrap_or_default()),
        (None, Some(error)) => format!("stopped at {}: {error}", seen.stopped_at.as_deref().unwrap_or("?")),
        (None, None) => "nothing".to_owned(),
    }
}

/// Private, or (where the lab stands on loopback) the loopback address that stands for a private one.
fn is_private(address: Ipv4Addr) -> bool {
    address.is_private() || address.is_loopback()
}

pub(super) fn text(value: &str) -> Option<String> {
    Some(value.to_owned())
}

fn filter(name: &str, value: &str) -> ec2::Filter {
    ec2::Filter { name: text(name), values: Some(vec![value.to_owned()]) }
}

fn https_from_site() -> ec2::IpPermission {
    ec2::IpPermission {
        ip_protocol: text("tcp"),
        from_port: Some(443),
        to_port: Some(443),
        ip_ranges: Some(vec![ec2::IpRange { cidr_ip: text(SITE_CIDR), description: text("on premises") }]),
        ..Default::default()
    }
}
