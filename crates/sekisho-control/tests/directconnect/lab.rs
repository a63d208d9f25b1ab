//! A world with two gateways, and calls in JSON as a client would send them.

use std::sync::Arc;

use sekisho_control::{Call, Caller, directconnect::dispatch};
use sekisho_core::{
    Mint, Timestamp, World,
    account::Settings,
    direct_connect::BgpSession,
    id::{BgpPeerId, DhcpOptionsId, VirtualInterfaceId, VpnGatewayId},
    lifecycle,
    vpc::{Lifecycle, Tags, VpnGateway},
};
use sekisho_wire::{HttpRequest, Limits, Protocol, Request, Response, decode, encode, encode_error};
use serde_json::Value;

pub(crate) const GATEWAY: &str = "vgw-0aba12345678e1234";
pub(crate) const DELETED_GATEWAY: &str = "vgw-0ffffffffffffffff";
pub(crate) const ARN: &str = "arn:aws:directconnect:ap-northeast-1:123456789012:";

/// An error as a client reads it.
#[derive(Debug, PartialEq)]
pub(crate) struct Refused {
    pub(crate) status: u16,
    pub(crate) code: String,
    pub(crate) message: String,
}

#[derive(Debug)]
pub(crate) struct Lab {
    pub(crate) world: World,
    pub(crate) now: Timestamp,
    draws: u64,
}

impl Lab {
    pub(crate) fn new() -> Self {
        Self::in_region("ap-northeast-1")
    }

    pub(crate) fn in_region(region: &str) -> Self {
        let settings = Settings {
            account_id: "123456789012".to_owned(),
            region: region.to_owned(),
            partition: "aws".to_owned(),
            dhcp_options_id: DhcpOptionsId::from("dopt-0123456789abcdef0"),
            created: Timestamp(0),
        };
        let gateway = |id: &str, state| VpnGateway {
            id: VpnGatewayId::from(id),
            amazon_side_asn: 64_512,
            state,
            attachments: Vec::new(),
            tags: Tags::new(),
            deleted: None,
        };
        let mut world = World::default();
        world.settings.insert((), Arc::new(settings));
        for (id, state) in [(GATEWAY, Lifecycle::Available), (DELETED_GATEWAY, Lifecycle::Deleted)] {
            world.vpn_gateways.insert(VpnGatewayId::from(id), Arc::new(gateway(id, state)));
        }
        Self { world, now: Timestamp(1_700_000_000_000), draws: 0 }
    }

    /// Sends a call; its changes are made.
    pub(crate) fn call(&mut self, operation: &str, body: &Value) -> Result<Value, Refused> {
        let target = format!("OvertureService.{operation}");
        let text = body.to_string();
        let headers: &[(&str, &[u8])] =
            &[("host", b"directconnect.example"), ("x-amz-target", target.as_bytes())];
        let http = HttpRequest { method: "POST", target: "/", headers, body: text.as_bytes() };
        let refused = |error| {
            let reply = encode_error(Protocol::AwsJson11, &error, "id");
            let body: Value = serde_json::from_slice(&reply.body).unwrap();
            Refused {
                status: reply.status,
                code: body["__type"].as_str().unwrap().to_owned(),
                message: body["message"].as_str().unwrap().to_owned(),
            }
        };
        let decoded = decode(&http, &Limits::DEFAULT).map_err(|refusal| refused(refusal.error))?;
        let Request::DirectConnect(request) = decoded.request else { panic!("another service") };
        let mut seed = [0; 32];
        self.draws += 1;
        seed[..8].copy_from_slice(&self.draws.to_be_bytes());
        let caller = Caller {
            account_id: "123456789012".to_owned(),
            arn: "arn:aws:iam::123456789012:root".to_owned(),
            user_id: "123456789012".to_owned(),
        };
        let mut call = Call { world: &self.world, caller: &caller, now: self.now, mint: Mint::new(seed) };
        let reply = dispatch(&mut call, request).map_err(refused)?;
        self.world = self.world.apply(&reply.changes);
        let answer = encode(Protocol::AwsJson11, &Response::DirectConnect(reply.output), "id");
        assert_eq!(answer.status, 200);
        Ok(serde_json::from_slice(&answer.body).unwrap())
    }

    /// Sends a call that must succeed.
    pub(crate) fn ok(&mut self, operation: &str, body: &Value) -> Value {
        self.call(operation, body).unwrap_or_else(|refused| panic!("{operation} {body}: {refused:?}"))
    }

    /// Sends a call that must be refused and change nothing.
    pub(crate) fn refused(&mut self, operation: &str, body: &Value) -> Refused {
        let before = self.world.clone();
        let refused = match self.call(operation, body) {
            Ok(answer) => panic!("{operation} {body} gave {answer}"),
            Err(refused) => refused,
        };
        assert_eq!(self.world, before, "{operation} {body}");
        refused
    }

    /// The network carries everything out.
    pub(crate) fn settle(&mut self) {
        while !lifecycle::is_settled(&self.world) {
            self.world = self.world.apply(&lifecycle::advance(&self.world, self.now));
        }
    }

    /// Time passes.
    pub(crate) fn wait_minutes(&mut self, minutes: i64) {
        self.now = self.now.plus_millis(minutes * 60_000);
        self.world = self.world.apply(&lifecycle::advance(&self.world, self.now));
    }

    /// A BGP session reports.
    pub(crate) fn session(&mut self, interface: &str, peer: &str, established: bool) {
        let session = BgpSession {
            peer_id: BgpPeerId::from(peer),
            virtual_interface_id: VirtualInterfaceId::from(interface),
            established,
            state: if established { "Established" } else { "Active" }.to_owned(),
            accepted: Vec::new(),
            advertised: Vec::new(),
            last_error: None,
            since: self.now,
        };
        self.world = self.world.apply(&[session.into()]);
    }

    /// A connection, made.
    pub(crate) fn connection(&mut self) -> String {
        let body = serde_json::json!({"location": "EqTY2", "bandwidth": "1Gbps", "connectionName": "one"});
        text(&self.ok("CreateConnection", &body)["connectionId"])
    }

    /// An interface on it, made.
    pub(crate) fn interface(&mut self, connection: &str, vlan: u16) -> Value {
        self.ok(
            "CreatePrivateVirtualInterface",
            &interface_body(connection, &serde_json::json!({"vlan": vlan})),
        )
    }
}

/// A good request for an interface, with `over` laid over its inner structure; null takes a member away.
pub(crate) fn interface_body(connection: &str, over: &Value) -> Value {
    let mut inner = serde_json::json!({
        "virtualInterfaceName": "onprem-a", "vlan": 101, "asn": 65000, "virtualGatewayId": GATEWAY,
    });
    lay_over(&mut inner, over);
    serde_json::json!({"connectionId": connection, "newPrivateVirtualInterface": inner})
}

pub(crate) fn lay_over(base: &mut Value, over: &Value) {
    for (key, value) in over.as_object().unwrap() {
        if value.is_null() {
            base.as_object_mut().unwrap().remove(key);
        } else {
            base[key] = value.clone();
        }
    }
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
