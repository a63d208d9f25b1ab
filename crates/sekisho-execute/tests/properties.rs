//! What must hold whatever comes: updates equal builds, and no head brings the gateway down.

mod support;

use http::Request;
use proptest::prelude::*;
use sekisho_core::{Change, EntityKey, World, account::Settings, rest_api::EndpointType};
use sekisho_execute::{Authentication, Entry, Invocation, RequestHead, Runtime, Step};
use support::*;

/// One step in a small world, so that steps meet.
#[derive(Clone, Debug)]
enum Act {
    Deploy { api: u8, deployment: u8, page: u8, private: bool },
    Point { api: u8, stage: u8, deployment: u8, variable: u8 },
    DropStage { api: u8, stage: u8 },
    DropDeployment { api: u8, deployment: u8 },
    DropApi { api: u8 },
    Endpoint { endpoint: u8, policy: u8 },
    DropEndpoint { endpoint: u8 },
}

fn act() -> impl Strategy<Value = Act> {
    let (api, few) = (0..3_u8, 0..3_u8);
    prop_oneof![
        (api.clone(), few.clone(), few.clone(), any::<bool>())
            .prop_map(|(api, deployment, page, private)| { Act::Deploy { api, deployment, page, private } }),
        (api.clone(), few.clone(), few.clone(), few.clone()).prop_map(
            |(api, stage, deployment, variable)| { Act::Point { api, stage, deployment, variable } }
        ),
        (api.clone(), few.clone()).prop_map(|(api, stage)| Act::DropStage { api, stage }),
        (api.clone(), few.clone()).prop_map(|(api, deployment)| Act::DropDeployment { api, deployment }),
        api.prop_map(|api| Act::DropApi { api }),
        (few.clone(), few.clone()).prop_map(|(endpoint, policy)| Act::Endpoint { endpoint, policy }),
        few.prop_map(|endpoint| Act::DropEndpoint { endpoint }),
    ]
}

fn api_id(api: u8) -> String {
    format!("api000000{api}")
}

fn changes(act: &Act) -> Vec<Change> {
    match act {
        Act::Deploy { api, deployment, page, private } => {
            let id = api_id(*api);
            let kind = if *private { EndpointType::Private } else { EndpointType::Regional };
            let template = format!("{{\"statusCode\": 20{page}}}");
            let resources = vec![resource(&id, "/x", &[("GET", method(mock(&template)))])];
            let mut all = deployed(head(&id, kind, Some(&only_through(ENDPOINT, &id))), resources);
            all.pop();
            if let Some(Change::Put(sekisho_core::Entity::Deployment(entity))) = all.get_mut(1) {
                std::sync::Arc::make_mut(entity).id = format!("dep{deployment}").into();
            }
            all
        }
        Act::Point { api, stage: name, deployment, variable } => vec![stage(
            &api_id(*api),
            &format!("s{name}"),
            &format!("dep{deployment}"),
            &[("v", &variable.to_string())],
        )],
        Act::DropStage { api, stage } => {
            vec![Change::Delete(EntityKey::Stage((api_id(*api).into(), format!("s{stage}").into())))]
        }
        Act::DropDeployment { api, deployment } => {
            let key = (api_id(*api).into(), format!("dep{deployment}").into());
            vec![Change::Delete(EntityKey::Deployment(key))]
        }
        Act::DropApi { api } => vec![Change::Delete(EntityKey::RestApi(api_id(*api).into()))],
        Act::Endpoint { endpoint: id, policy } => {
            let policies = [
                None,
                Some("{"),
                Some(r#"{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}"#),
            ];
            vec![endpoint(&format!("vpce-{id}"), policies[usize::from(*policy)])]
        }
        Act::DropEndpoint { endpoint } => {
            vec![Change::Delete(EntityKey::VpcEndpoint(format!("vpce-{endpoint}").into()))]
        }
    }
}

proptest! {
    #[test]
    fn an_update_equals_a_build(acts in proptest::collection::vec(act(), 1..24), stops in 1..5_usize) {
        let mut world = World::default();
        let mut seen = world.clone();
        let mut runtime = Runtime::default();
        for (number, act) in acts.iter().enumerate() {
            world = if number == 0 { founded() } else { world }.apply(&changes(act));
            if number % stops == 0 {
                runtime = runtime.update(&seen, &world);
                seen = world.clone();
                prop_assert_eq!(runtime.describe(), Runtime::build(&world).describe());
            }
        }
    }

    #[test]
    fn no_head_brings_the_gateway_down(
        verb in "[A-Z]{1,8}|GET|POST",
        target in "/(prod(/|%[0-9a-fA-F]{0,2}|pets|[a-z.;:@&=+$,~-]|\\{|猫){0,12})?(\\?([a-z&=;%+0-9]|%[0-9a-f]{2}){0,16})?",
        headers in proptest::collection::vec(
            ("host|accept|content-type|authorization|x-apigw-api-id|x-http-method-override|x-amzn-requestid|content-length|[a-z-]{1,12}", "[ -~\u{e0}-\u{ff}]{0,40}"),
            0..8,
        ),
        body in proptest::collection::vec(any::<u8>(), 0..64),
        named in any::<bool>(),
        public in any::<bool>(),
    ) {
        let runtime = Runtime::build(&reference());
        let mut built = Request::builder().method(verb.as_str()).uri(&target);
        if named {
            built = built.header("x-apigw-api-id", API);
        }
        for (name, value) in &headers {
            built = built.header(name, value.as_bytes());
        }
        let Ok(request) = built.body(()) else { return Ok(()) };
        let parts = request.into_parts().0;
        let entry = if public { Entry::Public } else { Entry::Endpoint(ENDPOINT.into()) };
        let arrival = arrival(entry);
        let step = Invocation::begin(
            &runtime,
            &arrival,
            RequestHead::of(&parts),
            &Authentication::Anonymous,
            stamp(),
        );
        let step = match step {
            Step::ReadBody(invocation) => invocation.handle_body(body.into()),
            other => other,
        };
        if let Step::Respond(response) = step {
            prop_assert!(response.status.as_u16() >= 200);
            prop_assert!(!response.reason.explain().is_empty());
        }
    }
}

#[test]
fn another_place_compiles_everything_again() {
    let world = reference();
    let elsewhere = Settings { region: "eu-central-1".to_owned(), ..world.settings().unwrap().clone() };
    let moved = world.apply(&[elsewhere.into()]);
    let runtime = Runtime::build(&world).update(&world, &moved);
    assert_eq!(runtime.describe(), Runtime::build(&moved).describe());
    assert_ne!(runtime.describe(), Runtime::build(&world).describe());
}

#[test]
fn an_update_shares_what_did_not_change() {
    let world = reference();
    let runtime = Runtime::build(&world);
    let other = deployed(head("another001", EndpointType::Private, None), pet_store("another001"));
    let next = runtime.update(&world, &world.apply(&other));
    assert_eq!((next.api_count(), next.endpoint_count()), (2, 2));
    assert_eq!(runtime.api_count(), 1, "the old runtime is as it was");
}
