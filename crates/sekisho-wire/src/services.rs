//! The services that are served, their protocols, and the requests and responses of all of them as one type each.
use crate::shape::{Members, Message as _, Operation, Service, Value};
use crate::{apigateway, directconnect, ec2, sts};

/// A protocol of the AWS APIs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Protocol {
    /// EC2's Query: form in, XML out.
    Ec2Query,
    /// Plain Query, as of STS: form in, XML out.
    AwsQuery,
    /// JSON 1.1: `X-Amz-Target`, JSON in and out.
    AwsJson11,
    /// Smithy's RPC v2: operation in the path, CBOR in and out.
    RpcV2Cbor,
    /// REST with JSON bodies.
    RestJson1,
}

/// A service that is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ServiceName {
    /// AWS STS.
    Sts,
    /// Amazon EC2.
    Ec2,
    /// AWS Direct Connect.
    DirectConnect,
    /// Amazon API Gateway, REST APIs.
    ApiGateway,
}

impl ServiceName {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Sts, Self::Ec2, Self::DirectConnect, Self::ApiGateway];

    /// The service's tables.
    pub fn model(self) -> &'static Service {
        match self {
            Self::Sts => &sts::SERVICE,
            Self::Ec2 => &ec2::SERVICE,
            Self::DirectConnect => &directconnect::SERVICE,
            Self::ApiGateway => &apigateway::SERVICE,
        }
    }

    /// The name in credential scopes.
    pub fn signing_name(self) -> &'static str {
        self.model().name
    }

    /// The protocol its requests are in, unless they say otherwise.
    pub fn protocol(self) -> Protocol {
        match self {
            Self::Sts => Protocol::AwsQuery,
            Self::Ec2 => Protocol::Ec2Query,
            Self::DirectConnect => Protocol::AwsJson11,
            Self::ApiGateway => Protocol::RestJson1,
        }
    }
}

/// A request of some service.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// AWS STS.
    Sts(sts::Request),
    /// Amazon EC2.
    Ec2(ec2::Request),
    /// AWS Direct Connect.
    DirectConnect(directconnect::Request),
    /// Amazon API Gateway.
    ApiGateway(apigateway::Request),
}

/// A response of some service.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// AWS STS.
    Sts(sts::Response),
    /// Amazon EC2.
    Ec2(ec2::Response),
    /// AWS Direct Connect.
    DirectConnect(directconnect::Response),
    /// Amazon API Gateway.
    ApiGateway(apigateway::Response),
}

macro_rules! of_services {
    ($name:ident) => {
        impl $name {
            /// The service.
            pub fn service(&self) -> ServiceName {
                match self {
                    Self::Sts(_) => ServiceName::Sts,
                    Self::Ec2(_) => ServiceName::Ec2,
                    Self::DirectConnect(_) => ServiceName::DirectConnect,
                    Self::ApiGateway(_) => ServiceName::ApiGateway,
                }
            }

            /// The operation's name.
            pub fn operation(&self) -> &'static str {
                match self {
                    Self::Sts(inner) => inner.operation(),
                    Self::Ec2(inner) => inner.operation(),
                    Self::DirectConnect(inner) => inner.operation(),
                    Self::ApiGateway(inner) => inner.operation(),
                }
            }

            pub(crate) fn members(&self) -> Vec<Option<Value>> {
                match self {
                    Self::Sts(inner) => inner.to_members(),
                    Self::Ec2(inner) => inner.to_members(),
                    Self::DirectConnect(inner) => inner.to_members(),
                    Self::ApiGateway(inner) => inner.to_members(),
                }
            }

            pub(crate) fn build(
                service: ServiceName,
                operation: &str,
                members: Vec<Option<Value>>,
            ) -> Option<Self> {
                let mut members = Members::new(members);
                Some(match service {
                    ServiceName::Sts => Self::Sts(sts::$name::from_members(operation, &mut members)?),
                    ServiceName::Ec2 => Self::Ec2(ec2::$name::from_members(operation, &mut members)?),
                    ServiceName::DirectConnect => {
                        Self::DirectConnect(directconnect::$name::from_members(operation, &mut members)?)
                    }
                    ServiceName::ApiGateway => {
                        Self::ApiGateway(apigateway::$name::from_members(operation, &mut members)?)
                    }
                })
            }

            /// The operation's tables; absent only for what no generated table lists, which cannot be built.
            pub(crate) fn tables(&self) -> Option<&'static Operation> {
                self.service().model().operation(self.operation())
            }
        }
    };
}

of_services!(Request);
of_services!(Response);
