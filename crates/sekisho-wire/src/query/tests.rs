//! The Query protocols on bytes: AWS's own, and bad ones.
use super::{Dialect, encode_error};
use crate::http::HttpRequest;
use crate::limits::Limits;
use crate::{AwsError, ec2, sts};
use crate::{Protocol, Request, Response, decode, encode};

fn ec2(body: &str) -> Result<ec2::Request, AwsError> {
    let headers: &[(&str, &[u8])] = &[("Content-Type", b"application/x-www-form-urlencoded; charset=utf-8")];
    let request = HttpRequest { method: "POST", target: "/", headers, body: body.as_bytes() };
    match decode(&request, &Limits::DEFAULT) {
        Ok(decoded) => match decoded.request {
            Request::Ec2(request) => Ok(request),
            other => panic!("{other:?}"),
        },
        Err(refusal) => Err(refusal.error),
    }
}

fn refused(body: &str) -> (String, String) {
    let error = ec2(&format!("{body}&Version=2016-11-15")).unwrap_err();
    (error.code.into_owned(), error.message)
}

/// A body that botocore 1.44.5 sent.
#[test]
fn an_endpoint_as_botocore_asks_for_it() {
    let body = "Action=CreateVpcEndpoint&Version=2016-11-15&VpcEndpointType=Interface&VpcId=vpc-0123456789abcdef0\
                &ServiceName=com.amazonaws.eu-west-1.execute-api&SubnetId.1=subnet-1&SubnetId.2=subnet-2\
                &SecurityGroupId.1=sg-1&PrivateDnsEnabled=false&DnsOptions.DnsRecordIpType=ipv4\
                &TagSpecification.1.ResourceType=vpc-endpoint&TagSpecification.1.Tag.1.Key=Name\
                &TagSpecification.1.Tag.1.Value=";
    let expected = ec2::CreateVpcEndpointInput {
        vpc_endpoint_type: Some("Interface".to_owned()),
        vpc_id: Some("vpc-0123456789abcdef0".to_owned()),
        service_name: Some("com.amazonaws.eu-west-1.execute-api".to_owned()),
        subnet_ids: Some(vec!["subnet-1".to_owned(), "subnet-2".to_owned()]),
        security_group_ids: Some(vec!["sg-1".to_owned()]),
        private_dns_enabled: Some(false),
        dns_options: Some(ec2::DnsOptionsSpecification {
            dns_record_ip_type: Some("ipv4".to_owned()),
            ..Default::default()
        }),
        tag_specifications: Some(vec![ec2::TagSpecification {
            resource_type: Some("vpc-endpoint".to_owned()),
            tags: Some(vec![ec2::Tag { key: Some("Name".to_owned()), value: Some(String::new()) }]),
        }]),
        ..Default::default()
    };
    assert_eq!(ec2(body), Ok(ec2::Request::CreateVpcEndpoint(expected)));
}

#[test]
fn permissions_keep_their_plural() {
    let body = "Action=AuthorizeSecurityGroupIngress&Version=2016-11-15&GroupId=sg-1&IpPermissions.1.IpProtocol=tcp\
                &IpPermissions.1.FromPort=443&IpPermissions.1.ToPort=443&IpPermissions.1.IpRanges.1.CidrIp=10.0.0.0%2F8\
                &IpPermissions.1.Groups.1.GroupId=sg-2&IpPermissions.1.PrefixListIds.1.PrefixListId=pl-1";
    let Ok(ec2::Request::AuthorizeSecurityGroupIngress(input)) = ec2(body) else { panic!() };
    let permission = &input.ip_permissions.unwrap()[0];
    assert_eq!((permission.from_port, permission.to_port), (Some(443), Some(443)));
    assert_eq!(permission.ip_ranges.as_ref().unwrap()[0].cidr_ip.as_deref(), Some("10.0.0.0/8"));
    assert_eq!(permission.user_id_group_pairs.as_ref().unwrap()[0].group_id.as_deref(), Some("sg-2"));
}

#[test]
fn list_order_is_by_index_and_gaps_close() {
    let Ok(ec2::Request::DescribeVpcs(input)) =
        ec2("Action=DescribeVpcs&Version=2016-11-15&VpcId.10=c&VpcId.2=b&VpcId.1=a")
    else {
        panic!()
    };
    assert_eq!(input.vpc_ids.unwrap(), ["a", "b", "c"]);
}

#[test]
fn an_empty_scalar_at_the_top_is_absent() {
    let read = ec2("Action=CreateVpnGateway&Version=2016-11-15&Type=ipsec.1&AvailabilityZone=");
    let expected = ec2::CreateVpnGatewayInput { type_: Some("ipsec.1".to_owned()), ..Default::default() };
    assert_eq!(read, Ok(ec2::Request::CreateVpnGateway(expected)));
}

#[test]
fn unknown_parameters_are_named() {
    for (body, name) in [
        ("Action=DescribeVpcs&Nope=1", "Nope"),
        ("Action=DescribeVpcs&VpcId.x=1", "VpcId.x"),
        ("Action=DescribeVpcs&VpcId.0=1", "VpcId.0"),
        ("Action=DescribeVpcs&VpcId.01=1", "VpcId.01"),
        ("Action=DescribeVpcs&VpcId.99999999999=1", "VpcId.99999999999"),
        ("Action=DescribeVpcs&VpcId.member.1=1", "VpcId.member"),
        ("Action=DescribeVpcs&VpcId=1", "VpcId"),
        ("Action=DescribeVpcs&VpcId.1.2=1", "VpcId.1"),
        ("Action=DescribeVpcs&Filter.1.Nope=1", "Filter.1.Nope"),
        ("Action=DescribeVpcs&Filter.1=x", "Filter.1"),
        ("Action=DescribeVpcs&DryRun.Value=true", "DryRun"),
    ] {
        let expected = format!("The parameter {name} is not recognized");
        assert_eq!(refused(body), ("UnknownParameter".to_owned(), expected), "{body}");
    }
}

#[test]
fn bad_values_and_missing_ones_are_named() {
    for (body, code, message) in [
        ("Action=DeleteVpc", "MissingParameter", "The request must contain the parameter vpcId"),
        ("Action=DeleteVpc&VpcId=", "MissingParameter", "The request must contain the parameter vpcId"),
        (
            "Action=DescribeVpcs&MaxResults=x",
            "InvalidParameterValue",
            "Value (x) for parameter MaxResults is invalid. Invalid Integer",
        ),
        (
            "Action=DescribeVpcs&MaxResults=2147483648",
            "InvalidParameterValue",
            "Value (2147483648) for parameter MaxResults is invalid. Invalid Integer",
        ),
        (
            "Action=DescribeVpcs&DryRun=yes",
            "InvalidParameterValue",
            "Value (yes) for parameter DryRun is invalid. Invalid Boolean",
        ),
        (
            "Action=DescribeVpcs&VpcId.1=%zz",
            "MalformedQueryString",
            "The query string has a malformed escape",
        ),
        (
            "Action=DescribeVpcs&DryRun=true&DryRun=false",
            "MalformedQueryString",
            "The parameter DryRun is given more than once",
        ),
        (
            "Action=DescribeVpcs&VpcId.1=%00",
            "InvalidCharacter",
            "The parameter VpcId.1 has a character that XML does not allow",
        ),
        ("Action=Nope", "InvalidAction", "The action Nope is not valid for this web service."),
        (
            "Action=RunInstances",
            "UnsupportedOperation",
            "The operation RunInstances of ec2 exists in AWS but is not served here",
        ),
        ("DryRun=true", "MissingAction", "The request must contain the parameter Action"),
    ] {
        assert_eq!(refused(body), (code.to_owned(), message.to_owned()), "{body}");
    }
    let deep = format!("Action=DescribeVpcs&{}=1", "a.".repeat(40));
    assert_eq!(refused(&deep).0, "MalformedQueryString");
    let many = "Action=DescribeVpcs".to_owned()
        + &(0..20_000).map(|at| format!("&VpcId.{at}=1")).collect::<String>();
    assert_eq!(refused(&many).0, "MalformedQueryString");
}

#[test]
fn the_version_must_be_known() {
    let headers: &[(&str, &[u8])] = &[
        ("content-type", b"application/x-www-form-urlencoded"),
        ("authorization", b"AWS4-HMAC-SHA256 Credential=a/20260101/eu-west-1/ec2/aws4_request, x=y"),
    ];
    for (body, code) in [
        ("Action=DescribeVpcs", "MissingParameter"),
        ("Action=DescribeVpcs&Version=2010-01-01", "NoSuchVersion"),
    ] {
        let request = HttpRequest { method: "POST", target: "/", headers, body: body.as_bytes() };
        assert_eq!(decode(&request, &Limits::DEFAULT).unwrap_err().error.code, code);
    }
    let request = HttpRequest {
        method: "GET",
        target: "/?Action=DescribeVpcs&Version=2016-11-15&VpcId.1=a&X-Amz-Signature=0",
        headers,
        body: b"",
    };
    assert!(decode(&request, &Limits::DEFAULT).is_ok());
}

#[test]
fn an_error_as_ec2_writes_it() {
    let error =
        AwsError::ec2("InvalidVpcEndpointId.NotFound", "The Vpc Endpoint Id 'vpce-0aa' does not exist");
    let reply = encode_error(Dialect::Ec2, "", &error, "59dbff89-35bd-4eac-99ed-be587EXAMPLE");
    assert_eq!(
        String::from_utf8(reply.body).unwrap(),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error><Code>InvalidVpcEndpointId.NotFound</Code>\
         <Message>The Vpc Endpoint Id 'vpce-0aa' does not exist</Message></Error></Errors>\
         <RequestID>59dbff89-35bd-4eac-99ed-be587EXAMPLE</RequestID></Response>"
    );
    assert_eq!(reply.status, 400);
}

#[test]
fn answers_as_ec2_and_sts_write_them() {
    let response = Response::Ec2(ec2::Response::DeleteVpc(ec2::DeleteVpcOutput::default()));
    let reply = encode(Protocol::Ec2Query, &response, "id-1");
    assert_eq!(
        String::from_utf8(reply.body).unwrap(),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DeleteVpcResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">\
         <requestId>id-1</requestId><return>true</return></DeleteVpcResponse>"
    );
    let output = ec2::DescribeVpcEndpointsOutput {
        vpc_endpoints: Some(vec![ec2::VpcEndpoint {
            creation_timestamp: Some(crate::Timestamp(1_642_755_600_000)),
            subnet_ids: Some(vec!["a<b".to_owned()]),
            route_table_ids: Some(vec![]),
            private_dns_enabled: Some(false),
            ..Default::default()
        }]),
        next_token: None,
    };
    let reply =
        encode(Protocol::Ec2Query, &Response::Ec2(ec2::Response::DescribeVpcEndpoints(output)), "id-2");
    assert_eq!(
        String::from_utf8(reply.body).unwrap(),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <DescribeVpcEndpointsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>id-2</requestId>\
         <vpcEndpointSet><item><routeTableIdSet/><subnetIdSet><item>a&lt;b</item></subnetIdSet>\
         <privateDnsEnabled>false</privateDnsEnabled><creationTimestamp>2022-01-21T09:00:00.000Z</creationTimestamp>\
         </item></vpcEndpointSet></DescribeVpcEndpointsResponse>"
    );
    let output =
        sts::GetCallerIdentityOutput { account: Some("123456789012".to_owned()), ..Default::default() };
    let reply = encode(Protocol::AwsQuery, &Response::Sts(sts::Response::GetCallerIdentity(output)), "id-3");
    assert_eq!(
        String::from_utf8(reply.body).unwrap(),
        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>\
         <Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>id-3</RequestId>\
         </ResponseMetadata></GetCallerIdentityResponse>"
    );
}
