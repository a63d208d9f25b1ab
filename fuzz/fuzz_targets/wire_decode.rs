//! Requests of any bytes: routing, signature and decoding refuse or understand, and never panic; so does our client.
//!
//! Input: one byte that picks method and headers, the target up to a line feed, then the body.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sekisho_wire::sigv4::{Expected, SKEW_DATA_PLANE, Secret, derive_signing_key, verify};
use sekisho_wire::{
    HttpReply, HttpRequest, Limits, Protocol, ServiceName, Timestamp, client, decode, encode_error,
};

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

fuzz_target!(|data: &[u8]| {
    let Some((&pick, rest)) = data.split_first() else { return };
    let cut = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let (line, body) = rest.split_at(cut);
    let Ok(target) = std::str::from_utf8(line) else { return };
    let body = body.get(1..).unwrap_or_default();
    let headers: [&[(&str, &[u8])]; 5] = [
        &[("content-type", b"application/x-www-form-urlencoded"), ("host", b"h")],
        &[("x-amz-target", b"OvertureService.CreatePrivateVirtualInterface")],
        &[("smithy-protocol", b"rpc-v2-cbor")],
        &[("host", b"h"), ("x-amz-date", b"20150830T123600Z"), ("authorization", target.as_bytes())],
        &[],
    ];
    let request = HttpRequest {
        method: METHODS[usize::from(pick % 5)],
        target,
        headers: headers[usize::from(pick / 5 % 5)],
        body,
    };
    if let Err(refusal) = decode(&request, &Limits::DEFAULT) {
        let _ = encode_error(refusal.protocol, &refusal.error, "id");
    }
    let expected = Expected {
        region: "us-east-1",
        services: &["ec2"],
        now: Timestamp(1_440_938_160_000),
        skew: SKEW_DATA_PLANE,
        normalize_path: true,
    };
    let lookup = |scope: &sekisho_wire::sigv4::Scope<'_>| {
        let key = derive_signing_key("secret", scope.date, scope.region, scope.service);
        Some(Secret { key, session_token: None, expires: None })
    };
    assert!(verify(&request, lookup, &expected).is_err(), "a signature was guessed");
    let reply = HttpReply { status: 200 + u16::from(pick), headers: Vec::new(), body: body.to_vec() };
    for (service, protocol) in [
        (ServiceName::Ec2, Protocol::Ec2Query),
        (ServiceName::DirectConnect, Protocol::AwsJson11),
        (ServiceName::DirectConnect, Protocol::RpcV2Cbor),
        (ServiceName::ApiGateway, Protocol::RestJson1),
    ] {
        for operation in service.model().operations.iter().take(20) {
            let _ = client::decode(service, operation.name, protocol, &reply);
        }
    }
});
