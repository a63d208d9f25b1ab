//! A small world, and calls into it written as Query parameters.

use std::fmt::Debug;

use sekisho_control::{
    Call, Caller,
    ec2::dispatch,
    found::{RootKey, found},
};
use sekisho_core::{Mint, Timestamp, World, lifecycle::advance};
use sekisho_wire::{
    AwsError, Limits, Protocol, ServiceName, client, decode,
    ec2::{Request, Response, SERVICE},
    encode,
    shape::{Members, Message, Shape, Structure, Value},
};

pub(crate) const ACCOUNT: &str = "123456789012";
pub(crate) const REGION: &str = "ap-northeast-1";
pub(crate) const SERVICE_NAME: &str = "com.amazonaws.ap-northeast-1.execute-api";

/// A world and a clock.
pub(crate) struct Lab {
    pub(crate) world: World,
    pub(crate) now: Timestamp,
    seed: u64,
}

impl Lab {
    /// A founded account in Tokyo.
    pub(crate) fn new() -> Self {
        let mut lab = Self { world: World::default(), now: Timestamp(1_642_755_600_000), seed: 0 };
        let key = RootKey { id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
        let mut mint = lab.mint();
        lab.world = lab.world.apply(&found(ACCOUNT, REGION, "aws", key, lab.now, &mut mint));
        lab
    }

    fn mint(&mut self) -> Mint {
        self.seed += 1;
        let mut seed = [7; 32];
        seed[..8].copy_from_slice(&self.seed.to_be_bytes());
        Mint::new(seed)
    }

    /// One call as `A=1&B.1=2`; the changes are applied.
    pub(crate) fn call(&mut self, operation: &str, parameters: &str) -> Result<Answer, AwsError> {
        let pairs: Vec<(&str, &str)> =
            parameters.split('&').filter_map(|pair| pair.split_once('=')).collect();
        self.call_with(operation, &pairs)
    }

    /// One call with parameters that may hold any text.
    pub(crate) fn call_with(&mut self, operation: &str, pairs: &[(&str, &str)]) -> Result<Answer, AwsError> {
        let table = SERVICE.operation(operation).unwrap_or_else(|| panic!("{operation} is not served"));
        let values = members(table.input, pairs, "");
        for (name, _) in pairs {
            let (head, _) = name.split_once('.').unwrap_or((name, ""));
            assert!(
                table.input.members.iter().any(|member| member.query == head),
                "{operation} has no {name}"
            );
        }
        let request = Request::from_members(operation, &mut Members::new(values)).expect("served");
        let request = sent(request);
        let caller = Caller {
            account_id: ACCOUNT.to_owned(),
            arn: format!("arn:aws:iam::{ACCOUNT}:root"),
            user_id: ACCOUNT.to_owned(),
        };
        let mint = self.mint();
        let before = self.world.clone();
        let mut call = Call { world: &before, caller: &caller, now: self.now, mint };
        let reply = dispatch(&mut call, request)?;
        self.world = self.world.apply(&reply.changes);
        Ok(Answer {
            value: Value::Structure(received(reply.output).to_members()),
            table: table.output,
            changed: !reply.changes.is_empty(),
        })
    }

    /// A call that must work.
    #[track_caller]
    pub(crate) fn ok(&mut self, operation: &str, parameters: &str) -> Answer {
        match self.call(operation, parameters) {
            Ok(answer) => answer,
            Err(error) => panic!("{operation} {parameters}: {error}"),
        }
    }

    /// A call that must fail, and change nothing.
    #[track_caller]
    pub(crate) fn fails(&mut self, operation: &str, parameters: &str) -> AwsError {
        match self.call(operation, parameters) {
            Ok(answer) => panic!("{operation} {parameters}: {answer:?}"),
            Err(error) => error,
        }
    }

    /// A call that must fail with this code and text.
    #[track_caller]
    pub(crate) fn refused(&mut self, operation: &str, parameters: &str, code: &str, message: &str) {
        let error = self.fails(operation, parameters);
        assert_eq!(
            (error.code.as_ref(), error.message.as_str()),
            (code, message),
            "{operation} {parameters}"
        );
    }

    /// Lets the network catch up, as the shell does.
    pub(crate) fn settle(&mut self) {
        let changes = advance(&self.world, self.now);
        self.world = self.world.apply(&changes);
    }

    /// A VPC 10.0.0.0/16, settled.
    pub(crate) fn vpc(&mut self) -> String {
        let id = self.ok("CreateVpc", "CidrBlock=10.0.0.0/16").text("vpc.vpcId");
        self.settle();
        id
    }

    /// A VPC whose DNS attributes are both on.
    pub(crate) fn vpc_with_dns(&mut self) -> String {
        let id = self.vpc();
        self.ok("ModifyVpcAttribute", &format!("VpcId={id}&EnableDnsHostnames.Value=true"));
        id
    }

    /// A subnet in the zone with that letter.
    pub(crate) fn subnet(&mut self, vpc: &str, block: &str, letter: char) -> String {
        self.ok("CreateSubnet", &format!("VpcId={vpc}&CidrBlock={block}&AvailabilityZone={REGION}{letter}"))
            .text("subnet.subnetId")
    }

    /// A security group.
    pub(crate) fn group(&mut self, vpc: &str, name: &str) -> String {
        self.ok("CreateSecurityGroup", &format!("VpcId={vpc}&GroupName={name}&GroupDescription=d"))
            .text("groupId")
    }

    /// An interface endpoint without private DNS.
    pub(crate) fn endpoint(&mut self, vpc: &str, more: &str) -> String {
        self.ok(
            "CreateVpcEndpoint",
            &format!(
                "VpcEndpointType=Interface&VpcId={vpc}&ServiceName={SERVICE_NAME}&PrivateDnsEnabled=false{more}"
            ),
        )
        .text("vpcEndpoint.vpcEndpointId")
    }

    /// The group `default` of a VPC.
    pub(crate) fn default_group(&mut self, vpc: &str) -> String {
        self.ok(
            "DescribeSecurityGroups",
            &format!(
                "Filter.1.Name=vpc-id&Filter.1.Value.1={vpc}&Filter.2.Name=group-name&Filter.2.Value.1=default"
            ),
        )
        .text("securityGroupInfo.0.groupId")
    }

    /// The main route table of a VPC.
    pub(crate) fn main_table(&mut self, vpc: &str) -> String {
        self.ok(
            "DescribeRouteTables",
            &format!(
                "Filter.1.Name=vpc-id&Filter.1.Value.1={vpc}&Filter.2.Name=association.main&Filter.2.Value.1=true"
            ),
        )
        .text("routeTableSet.0.routeTableId")
    }

    /// A gateway attached to a VPC, settled.
    pub(crate) fn attached_gateway(&mut self, vpc: &str) -> String {
        let id = self.ok("CreateVpnGateway", "Type=ipsec.1").text("vpnGateway.vpnGatewayId");
        self.ok("AttachVpnGateway", &format!("VpcId={vpc}&VpnGatewayId={id}"));
        self.settle();
        id
    }
}

/// The request after a journey over the wire. One that the wire refuses by itself is handed on all the same, so that the
/// service's own checks are tested too.
fn sent(request: Request) -> Request {
    let request = sekisho_wire::Request::Ec2(request);
    let outgoing = client::encode(&request, None).expect("served");
    match outgoing.view(|request| decode(request, &Limits::default())).map(|decoded| decoded.request) {
        Ok(sekisho_wire::Request::Ec2(request)) => request,
        other => match request {
            sekisho_wire::Request::Ec2(request) => request,
            _ => panic!("{other:?}"),
        },
    }
}

/// The response after a journey over the wire.
fn received(response: Response) -> Response {
    let operation = response.operation();
    let response = sekisho_wire::Response::Ec2(response);
    let reply = encode(Protocol::Ec2Query, &response, "59dbff89-35bd-4eac-99ed-be587d1a2b3c");
    match client::decode(ServiceName::Ec2, operation, Protocol::Ec2Query, &reply) {
        Ok(sekisho_wire::Response::Ec2(read)) => {
            assert_eq!(sekisho_wire::Response::Ec2(read.clone()), response);
            read
        }
        other => panic!("{other:?}"),
    }
}

fn members(table: &Structure, pairs: &[(&str, &str)], prefix: &str) -> Vec<Option<Value>> {
    table
        .members
        .iter()
        .map(|member| read(&member.shape, pairs, &format!("{prefix}{}", member.query)))
        .collect()
}

/// A value from flat Query parameters: lists count from 1, structures go on after a dot.
fn read(shape: &Shape, pairs: &[(&str, &str)], name: &str) -> Option<Value> {
    let scalar = || pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
    match shape {
        Shape::Boolean => scalar().map(|text| Value::Boolean(text == "true")),
        Shape::Integer(_) | Shape::Long(_) => {
            scalar().map(|text| Value::Integer(text.parse().unwrap_or_else(|_| panic!("{name}={text}"))))
        }
        Shape::List(list) => {
            let items: Vec<Value> =
                (1..).map_while(|index| read(&list.member, pairs, &format!("{name}.{index}"))).collect();
            (!items.is_empty()).then_some(Value::List(items))
        }
        Shape::Structure(table) => {
            let values = members(table, pairs, &format!("{name}."));
            values.iter().any(Option::is_some).then_some(Value::Structure(values))
        }
        _ => scalar().map(|text| Value::Text(text.to_owned())),
    }
}

/// An answer, read by wire names: `vpcSet.0.vpcId`.
pub(crate) struct Answer {
    value: Value,
    table: &'static Structure,
    /// Whether the call changed the world.
    pub(crate) changed: bool,
}

impl Debug for Answer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.value.fmt(formatter)
    }
}

impl Answer {
    fn find(&self, path: &str) -> Option<&Value> {
        let mut value = &self.value;
        let mut shape = Shape::Structure(self.table);
        for step in path.split('.') {
            (value, shape) = match (value, shape) {
                (Value::Structure(values), Shape::Structure(table)) => {
                    let index = table
                        .members
                        .iter()
                        .position(|member| member.wire == step)
                        .unwrap_or_else(|| panic!("{} has no {step}", table.name));
                    (values[index].as_ref()?, table.members[index].shape)
                }
                (Value::List(items), Shape::List(list)) => {
                    (items.get(step.parse::<usize>().expect("an index"))?, list.member)
                }
                _ => panic!("nothing under {step} in {path}"),
            };
        }
        Some(value)
    }

    /// A scalar as text; panics if it is not there.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> String {
        self.maybe(path).unwrap_or_else(|| panic!("no {path} in {:?}", self.value))
    }

    /// A scalar as text, if it is there.
    pub(crate) fn maybe(&self, path: &str) -> Option<String> {
        Some(match self.find(path)? {
            Value::Text(text) => text.clone(),
            Value::Boolean(flag) => flag.to_string(),
            Value::Integer(number) | Value::Timestamp(number) => number.to_string(),
            other => panic!("{path} is {other:?}"),
        })
    }

    /// How many items a list has; panics if the list itself is not there.
    #[track_caller]
    pub(crate) fn count(&self, path: &str) -> usize {
        match self.find(path) {
            Some(Value::List(items)) => items.len(),
            other => panic!("{path} is {other:?}"),
        }
    }

    /// One field of every item of a list; an empty field reads a list of scalars.
    #[track_caller]
    pub(crate) fn each(&self, list: &str, field: &str) -> Vec<String> {
        (0..self.count(list))
            .map(|index| {
                let path = if field.is_empty() {
                    format!("{list}.{index}")
                } else {
                    format!("{list}.{index}.{field}")
                };
                self.maybe(&path).unwrap_or_default()
            })
            .collect()
    }
}
