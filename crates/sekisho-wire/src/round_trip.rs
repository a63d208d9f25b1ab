//! Every operation of every service, both ways, over values made from the tables: what one side writes the other reads.
use crate::client;
use crate::limits::Limits;
use crate::shape::{Bounds, Operation, Place, Shape, Structure, Text, Value};
use crate::{Decoded, Protocol, Request, Response, ServiceName, decode, encode};
use indexmap::IndexMap;
use proptest::prelude::*;
use proptest::strategy::{BoxedStrategy, Just};

/// Text that XML and JSON both carry.
fn text(rules: &'static Text) -> BoxedStrategy<Value> {
    if !rules.values.is_empty() {
        return proptest::sample::select(rules.values)
            .prop_map(|value| Value::Text(value.to_owned()))
            .boxed();
    }
    let wanted = match rules.pattern {
        Some(r"[1-5]\d\d") => "[1-5][0-9]{2}".to_owned(),
        Some(_) => "[a-zé関0-9 _.:/=+@-]{20,30}".to_owned(),
        None => {
            let min = rules.length.min.unwrap_or(1).max(1);
            format!("[ -~é関\\r\\n\\t]{{{min},{}}}", rules.length.max.unwrap_or(min + 12).min(min + 12))
        }
    };
    proptest::string::string_regex(&wanted).unwrap().prop_map(Value::Text).boxed()
}

fn number(bounds: Bounds, least: i64, most: i64) -> BoxedStrategy<Value> {
    (bounds.min.unwrap_or(least)..=bounds.max.unwrap_or(most)).prop_map(Value::Integer).boxed()
}

fn value(shape: Shape, query: bool) -> BoxedStrategy<Value> {
    match shape {
        Shape::Text(rules) => text(rules),
        Shape::Boolean => any::<bool>().prop_map(Value::Boolean).boxed(),
        Shape::Integer(bounds) => number(bounds, i64::from(i32::MIN), i64::from(i32::MAX)),
        Shape::Long(bounds) => number(bounds, i64::MIN, i64::MAX),
        Shape::Double => (-1e9f64..1e9).prop_map(Value::Double).boxed(),
        Shape::Timestamp => (0i64..4_000_000_000_000).prop_map(Value::Timestamp).boxed(),
        Shape::Blob => proptest::collection::vec(any::<u8>(), 1..20).prop_map(Value::Blob).boxed(),
        Shape::List(list) => {
            let most = usize::try_from(list.count.max.unwrap_or(3).min(3)).unwrap();
            // A form cannot spell an empty list.
            let least = usize::from(query || list.count.min.unwrap_or(0) > 0);
            proptest::collection::vec(value(list.member, query), least..=most).prop_map(Value::List).boxed()
        }
        Shape::Map(map) => proptest::collection::vec(("[a-z/~]{1,6}", value(map.value, query)), 1..3)
            .prop_map(|entries| Value::Map(entries.into_iter().collect::<IndexMap<_, _>>()))
            .boxed(),
        Shape::Structure(structure) => members(structure, query)
            .prop_map(Value::Structure)
            .prop_filter("a form cannot spell an empty structure", move |value| {
                !query || matches!(value, Value::Structure(members) if members.iter().any(Option::is_some))
            })
            .boxed(),
    }
}

fn members(structure: &'static Structure, query: bool) -> BoxedStrategy<Vec<Option<Value>>> {
    structure.members.iter().fold(Just(Vec::new()).boxed(), |made, member| {
        // Neither can a query string spell an empty list.
        let inner = value(member.shape, query || member.place == Place::Query);
        let optional = if member.required {
            inner.prop_map(Some).boxed()
        } else {
            proptest::option::weighted(0.4, inner).boxed()
        };
        (made, optional)
            .prop_map(|(mut made, one)| {
                made.push(one);
                made
            })
            .boxed()
    })
}

/// A few values of a strategy, from a fixed seed.
fn samples<T: std::fmt::Debug>(count: u32, strategy: BoxedStrategy<T>, mut check: impl FnMut(T)) {
    use proptest::strategy::ValueTree as _;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..count {
        check(strategy.new_tree(&mut runner).unwrap().current());
    }
}

fn every_operation(mut check: impl FnMut(ServiceName, Protocol, &'static Operation)) {
    for service in ServiceName::ALL {
        let mut protocols = vec![service.protocol()];
        protocols.extend((service == ServiceName::DirectConnect).then_some(Protocol::RpcV2Cbor));
        for protocol in protocols {
            service.model().operations.iter().for_each(|operation| check(service, protocol, operation));
        }
    }
}

fn is_query(protocol: Protocol) -> bool {
    matches!(protocol, Protocol::Ec2Query | Protocol::AwsQuery)
}

#[test]
fn requests_come_back() {
    every_operation(|service, protocol, operation| {
        samples(12, members(operation.input, is_query(protocol)), |members| {
            let request = Request::build(service, operation.name, members).unwrap();
            let sent = client::encode(&request, Some(protocol)).unwrap();
            let read = sent.view(|view| decode(view, &Limits::DEFAULT));
            let expected = Decoded { service, protocol, request };
            assert_eq!(
                read.as_ref(),
                Ok(&expected),
                "{} {:?}",
                sent.target,
                String::from_utf8_lossy(&sent.body)
            );
        });
    });
}

/// The moments that are left of members which travelled in whole seconds.
fn in_whole_seconds(members: Vec<Option<Value>>) -> Vec<Option<Value>> {
    fn cut(value: Value) -> Value {
        match value {
            Value::Timestamp(millis) => Value::Timestamp(millis - millis % 1000),
            Value::List(items) => Value::List(items.into_iter().map(cut).collect()),
            Value::Map(entries) => {
                Value::Map(entries.into_iter().map(|(key, inner)| (key, cut(inner))).collect())
            }
            Value::Structure(members) => Value::Structure(in_whole_seconds(members)),
            other => other,
        }
    }
    members.into_iter().map(|member| member.map(cut)).collect()
}

#[test]
fn responses_come_back() {
    every_operation(|service, protocol, operation| {
        samples(12, members(operation.output, false), |members| {
            let response = Response::build(service, operation.name, members.clone()).unwrap();
            let reply = encode(protocol, &response, "59dbff89-35bd-4eac-99ed-be587EXAMPLE");
            assert_eq!(reply.status, operation.status);
            assert_eq!(reply.header("x-amzn-requestid"), Some("59dbff89-35bd-4eac-99ed-be587EXAMPLE"));
            let response = match protocol {
                Protocol::RestJson1 => {
                    Response::build(service, operation.name, in_whole_seconds(members)).unwrap()
                }
                _ => response,
            };
            let read = client::decode(service, operation.name, protocol, &reply);
            assert_eq!(read, Ok(response), "{}", String::from_utf8_lossy(&reply.body));
        });
    });
}

#[test]
fn moments_in_every_protocol() {
    use crate::{Timestamp, apigateway, directconnect, ec2};
    let text = |protocol, response: Response| {
        String::from_utf8_lossy(&encode(protocol, &response, "id").body).into_owned()
    };
    for (millis, seconds) in
        [(1_511_993_435_999, "1511993435"), (1_511_993_435_000, "1511993435"), (999, "0"), (-1, "-1")]
    {
        let stage = apigateway::Stage { created_date: Some(Timestamp(millis)), ..Default::default() };
        let stages = apigateway::Stages { item: Some(vec![stage]) };
        assert_eq!(
            text(Protocol::RestJson1, Response::ApiGateway(apigateway::Response::GetStages(stages))),
            format!("{{\"item\":[{{\"createdDate\":{seconds}}}]}}")
        );
    }
    let connection = directconnect::Connection {
        loa_issue_time: Some(Timestamp(1_511_993_435_250)),
        ..Default::default()
    };
    let created = Response::DirectConnect(directconnect::Response::CreateConnection(connection));
    assert_eq!(text(Protocol::AwsJson11, created), "{\"loaIssueTime\":1511993435.25}");
    let endpoint =
        ec2::VpcEndpoint { creation_timestamp: Some(Timestamp(1_511_993_435_000)), ..Default::default() };
    let result = ec2::CreateVpcEndpointOutput { vpc_endpoint: Some(endpoint), ..Default::default() };
    let created = text(Protocol::Ec2Query, Response::Ec2(ec2::Response::CreateVpcEndpoint(result)));
    assert!(created.contains("<creationTimestamp>2017-11-29T22:10:35.000Z</creationTimestamp>"), "{created}");
}

#[test]
fn the_query_services_have_no_maps_and_rest_answers_are_bodies() {
    fn look(shape: Shape) {
        match shape {
            Shape::Map(_) => panic!("a map"),
            Shape::List(list) => look(list.member),
            Shape::Structure(structure) => structure.members.iter().for_each(|member| look(member.shape)),
            _ => {}
        }
    }
    for service in [ServiceName::Ec2, ServiceName::Sts] {
        for operation in service.model().operations {
            look(Shape::Structure(operation.input));
            look(Shape::Structure(operation.output));
        }
    }
    for operation in ServiceName::ApiGateway.model().operations {
        assert!(operation.output.members.iter().all(|member| member.place == Place::Body));
    }
}

#[test]
fn errors_come_back() {
    every_operation(|service, protocol, operation| {
        let error = crate::AwsError::new("NotFoundException", "it's <gone> & \"away\"").with_status(404);
        let reply = crate::encode_error(protocol, &error, "id");
        assert_eq!(reply.header("x-amzn-requestid"), Some("id"));
        let name = (!is_query(protocol)).then_some("NotFoundException");
        assert_eq!(reply.header("x-amzn-errortype"), name);
        let read = client::decode(service, operation.name, protocol, &reply);
        assert_eq!(read, Err(client::ClientError::Service(error)));
        let empty = crate::HttpReply { body: Vec::new(), ..reply };
        let read = client::decode(service, operation.name, protocol, &empty);
        assert!(
            matches!(read, Err(client::ClientError::Malformed(_)))
                || matches!(read, Err(client::ClientError::Service(error)) if error.code == "NotFoundException")
        );
    });
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(body: Vec<u8>, target in "/[ -~]{0,40}", which in 0usize..5) {
        let headers: [&[(&str, &[u8])]; 5] = [
            &[("content-type", b"application/x-www-form-urlencoded")],
            &[("x-amz-target", b"OvertureService.CreateConnection")],
            &[("smithy-protocol", b"rpc-v2-cbor")],
            &[],
            &[("authorization", b"Credential=a/b/c/ec2/d")],
        ];
        for method in ["GET", "POST", "PUT"] {
            let request = crate::HttpRequest { method, target: &target, headers: headers[which], body: &body };
            let _ = decode(&request, &Limits::DEFAULT);
        }
    }
}
