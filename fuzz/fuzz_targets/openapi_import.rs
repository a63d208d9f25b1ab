//! Any bytes are imported or refused; what is imported hangs together, and importing it again over itself changes no
//! identifier.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sekisho_control::{Call, Caller, apigateway::dispatch};
use sekisho_core::{Mint, Timestamp, World, account::Settings};
use sekisho_wire::apigateway::{ImportRestApiInput, PutRestApiInput, Request};

fn run(world: &World, seed: u8, request: Request) -> Option<World> {
    let caller = Caller {
        account_id: "123456789012".to_owned(),
        arn: "arn:aws:iam::123456789012:root".to_owned(),
        user_id: "123456789012".to_owned(),
    };
    let mut call = Call { world, caller: &caller, now: Timestamp(1), mint: Mint::new([seed; 32]) };
    dispatch(&mut call, request).ok().map(|reply| world.apply(&reply.changes))
}

fuzz_target!(|body: &[u8]| {
    let settings = Settings {
        account_id: "123456789012".to_owned(),
        region: "eu-west-1".to_owned(),
        partition: "aws".to_owned(),
        dhcp_options_id: "dopt-0".into(),
        created: Timestamp(0),
    };
    let empty = World::default().apply(&[settings.into()]);
    let import = ImportRestApiInput { body: Some(body.to_vec()), ..ImportRestApiInput::default() };
    let Some(world) = run(&empty, 1, Request::ImportRestApi(import)) else { return };
    for ((api, _), resource) in &world.resources {
        match &resource.parent_id {
            None => assert_eq!(resource.path, "/"),
            Some(parent) => assert!(world.resources.contains_key(&(api.clone(), parent.clone()))),
        }
    }
    let put = PutRestApiInput {
        rest_api_id: world.rest_apis.keys().next().map(ToString::to_string),
        mode: Some("overwrite".to_owned()),
        body: Some(body.to_vec()),
        ..PutRestApiInput::default()
    };
    if let Some(again) = run(&world, 2, Request::PutRestApi(put)) {
        let ids = |world: &World| world.resources.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ids(&world), ids(&again));
    }
});
