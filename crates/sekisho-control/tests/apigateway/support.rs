//! An account to call in, and short spellings of requests.

use indexmap::IndexMap;
use sekisho_control::{Call, Caller, apigateway::dispatch};
use sekisho_core::{Mint, Timestamp, World, account::Settings};
use sekisho_wire::{
    AwsError,
    apigateway::{PatchOperation, Request, Response},
};

pub(crate) const ACCOUNT: &str = "123456789012";
pub(crate) const REGION: &str = "eu-west-1";

/// A world and who calls in it. Every call is a second later and draws other names.
pub(crate) struct Account {
    pub(crate) world: World,
    pub(crate) calls: u64,
}

impl Account {
    pub(crate) fn new() -> Self {
        let settings = Settings {
            account_id: ACCOUNT.to_owned(),
            region: REGION.to_owned(),
            partition: "aws".to_owned(),
            dhcp_options_id: "dopt-0".into(),
            created: Timestamp(0),
        };
        Self { world: World::default().apply(&[settings.into()]), calls: 0 }
    }

    /// Runs a request and makes its changes.
    pub(crate) fn run(&mut self, request: Request) -> Result<Response, AwsError> {
        self.calls += 1;
        let mut seed = [7; 32];
        seed[..8].copy_from_slice(&self.calls.to_le_bytes());
        let caller = Caller {
            account_id: ACCOUNT.to_owned(),
            arn: format!("arn:aws:iam::{ACCOUNT}:root"),
            user_id: ACCOUNT.to_owned(),
        };
        let now = Timestamp(i64::try_from(self.calls).unwrap() * 1000);
        let mut call = Call { world: &self.world, caller: &caller, now, mint: Mint::new(seed) };
        let reply = dispatch(&mut call, request)?;
        self.world = self.world.apply(&reply.changes);
        Ok(reply.output)
    }
}

/// A value as a request's member.
pub(crate) trait Set<T> {
    fn set(self) -> Option<T>;
}

impl Set<String> for &str {
    fn set(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl Set<String> for &String {
    fn set(self) -> Option<String> {
        Some(self.clone())
    }
}

impl<T> Set<T> for Option<T> {
    fn set(self) -> Self {
        self
    }
}

macro_rules! set_as_is {
    ($($type:ty),*) => {$(
        impl Set<Self> for $type {
            fn set(self) -> Option<Self> {
                Some(self)
            }
        }
    )*};
}

set_as_is!(bool, i32, String, Vec<u8>, Vec<String>, Vec<PatchOperation>);
set_as_is!(sekisho_wire::apigateway::EndpointConfiguration);

impl<const N: usize> Set<IndexMap<String, String>> for [(&str, &str); N] {
    fn set(self) -> Option<IndexMap<String, String>> {
        Some(self.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect())
    }
}

impl<const N: usize> Set<IndexMap<String, bool>> for [(&str, bool); N] {
    fn set(self) -> Option<IndexMap<String, bool>> {
        Some(self.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }
}

impl<const N: usize> Set<Vec<String>> for [&str; N] {
    fn set(self) -> Option<Vec<String>> {
        Some(self.into_iter().map(str::to_owned).collect())
    }
}

/// `call!(account, GetRestApi(GetRestApiInput { rest_api_id: "abc" }))`: the operation's answer or its error.
macro_rules! call {
    ($account:expr, $operation:ident($input:ident { $($field:ident: $value:expr),* $(,)? })) => {{
        let input = sekisho_wire::apigateway::$input {
            $($field: $crate::support::Set::set($value),)*
            ..Default::default()
        };
        match $account.run(sekisho_wire::apigateway::Request::$operation(input)) {
            Ok(sekisho_wire::apigateway::Response::$operation(output)) => Ok(output),
            Ok(other) => panic!("{} answered {}", stringify!($operation), other.operation()),
            Err(error) => Err(error),
        }
    }};
}
pub(crate) use call;

/// An error as `code status message`.
pub(crate) fn said<T: std::fmt::Debug>(result: Result<T, AwsError>) -> String {
    let error = result.unwrap_err();
    format!("{} {} {}", error.code, error.status, error.message)
}

/// The message of a 400 `BadRequestException`.
pub(crate) fn bad<T: std::fmt::Debug>(result: Result<T, AwsError>) -> String {
    let error = result.unwrap_err();
    assert_eq!((&*error.code, error.status), ("BadRequestException", 400), "{}", error.message);
    error.message
}

/// One patch operation.
pub(crate) fn patch(op: &str, path: &str, value: &str) -> Vec<PatchOperation> {
    vec![PatchOperation {
        op: Some(op.to_owned()),
        path: Some(path.to_owned()),
        value: Some(value.to_owned()),
        from: None,
    }]
}

/// The endpoint configuration of one type.
pub(crate) fn endpoint(kind: &str) -> sekisho_wire::apigateway::EndpointConfiguration {
    sekisho_wire::apigateway::EndpointConfiguration {
        types: Some(vec![kind.to_owned()]),
        ..Default::default()
    }
}

/// A new API of a type; its id and its root's id.
pub(crate) fn api(account: &mut Account, kind: &str) -> (String, String) {
    let made = call!(
        account,
        CreateRestApi(CreateRestApiInput { name: "pets", endpoint_configuration: endpoint(kind) })
    )
    .unwrap();
    (made.id.unwrap(), made.root_resource_id.unwrap())
}

/// A child of a resource; its id.
pub(crate) fn child(account: &mut Account, api: &str, parent: &str, part: &str) -> String {
    call!(
        account,
        CreateResource(CreateResourceInput { rest_api_id: api, parent_id: parent, path_part: part })
    )
    .unwrap()
    .id
    .unwrap()
}

/// A method without authorization.
pub(crate) fn method(account: &mut Account, api: &str, resource: &str, verb: &str) {
    call!(
        account,
        PutMethod(PutMethodInput {
            rest_api_id: api,
            resource_id: resource,
            http_method: verb,
            authorization_type: "NONE",
        })
    )
    .unwrap();
}

/// A MOCK integration that answers 200.
pub(crate) fn mock(account: &mut Account, api: &str, resource: &str, verb: &str) {
    call!(
        account,
        PutIntegration(PutIntegrationInput {
            rest_api_id: api,
            resource_id: resource,
            http_method: verb,
            type_: "MOCK",
            request_templates: [("application/json", "{\"statusCode\": 200}")],
        })
    )
    .unwrap();
}

/// The policy of the reference path.
pub(crate) const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": [
    {"Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*/*/*",
     "Condition": {"StringNotEquals": {"aws:sourceVpce": "vpce-0123456789abcdef0"}}},
    {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*/*/*"}]}"#;

/// A regional API with `GET /` answered by a mock; its id and its root's id.
pub(crate) fn deployable(account: &mut Account) -> (String, String) {
    let (api, root) = api(account, "REGIONAL");
    method(account, &api, &root, "GET");
    mock(account, &api, &root, "GET");
    (api, root)
}

/// A deployment without a stage; its id.
pub(crate) fn deploy(account: &mut Account, api: &str) -> String {
    call!(account, CreateDeployment(CreateDeploymentInput { rest_api_id: api })).unwrap().id.unwrap()
}
