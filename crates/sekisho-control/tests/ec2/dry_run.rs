//! `DryRun`: every operation that has it answers 412 once its parameters are right, and changes nothing.

use sekisho_wire::ec2::SERVICE;

use crate::support::{Lab, SERVICE_NAME};

#[test]
fn every_operation_can_be_tried_dry() {
    let mut lab = Lab::new();
    let tried: Vec<(&str, String)> = vec![
        ("AssociateRouteTable", "RouteTableId=rtb-12345678&SubnetId=subnet-12345678".into()),
        ("AttachVpnGateway", "VpcId=vpc-12345678&VpnGatewayId=vgw-12345678".into()),
        ("AuthorizeSecurityGroupEgress", "GroupId=sg-12345678&IpProtocol=-1&CidrIp=10.0.0.0/8".into()),
        ("AuthorizeSecurityGroupIngress", "GroupId=sg-12345678&IpProtocol=-1&CidrIp=10.0.0.0/8".into()),
        (
            "CreateRoute",
            "RouteTableId=rtb-12345678&DestinationCidrBlock=10.0.0.0/8&GatewayId=vgw-12345678".into(),
        ),
        ("CreateRouteTable", "VpcId=vpc-12345678".into()),
        ("CreateSecurityGroup", "GroupName=n&GroupDescription=d&VpcId=vpc-12345678".into()),
        ("CreateSubnet", "VpcId=vpc-12345678&CidrBlock=10.0.0.0/24".into()),
        ("CreateTags", "ResourceId.1=vpc-12345678&Tag.1.Key=k&Tag.1.Value=v".into()),
        ("CreateVpc", "CidrBlock=10.0.0.0/16".into()),
        ("CreateVpcEndpoint", format!("VpcId=vpc-12345678&ServiceName={SERVICE_NAME}")),
        ("CreateVpnGateway", "Type=ipsec.1".into()),
        ("DeleteRoute", "RouteTableId=rtb-12345678&DestinationCidrBlock=10.0.0.0/8".into()),
        ("DeleteRouteTable", "RouteTableId=rtb-12345678".into()),
        ("DeleteSecurityGroup", "GroupId=sg-12345678".into()),
        ("DeleteSubnet", "SubnetId=subnet-12345678".into()),
        ("DeleteTags", "ResourceId.1=vpc-12345678".into()),
        ("DeleteVpc", "VpcId=vpc-12345678".into()),
        ("DeleteVpcEndpoints", "VpcEndpointId.1=vpce-12345678".into()),
        ("DeleteVpnGateway", "VpnGatewayId=vgw-12345678".into()),
        ("DescribeVpcAttribute", "VpcId=vpc-12345678&Attribute=enableDnsSupport".into()),
        ("DetachVpnGateway", "VpcId=vpc-12345678&VpnGatewayId=vgw-12345678".into()),
        ("DisableVgwRoutePropagation", "RouteTableId=rtb-12345678&GatewayId=vgw-12345678".into()),
        ("DisassociateRouteTable", "AssociationId=rtbassoc-12345678".into()),
        ("EnableVgwRoutePropagation", "RouteTableId=rtb-12345678&GatewayId=vgw-12345678".into()),
        (
            "ModifySecurityGroupRules",
            "GroupId=sg-12345678&SecurityGroupRule.1.SecurityGroupRuleId=sgr-12345678\
             &SecurityGroupRule.1.SecurityGroupRule.IpProtocol=-1\
             &SecurityGroupRule.1.SecurityGroupRule.CidrIpv4=0.0.0.0/0"
                .into(),
        ),
        ("ModifyVpcEndpoint", "VpcEndpointId=vpce-12345678".into()),
        (
            "ReplaceRoute",
            "RouteTableId=rtb-12345678&DestinationCidrBlock=10.0.0.0/8&GatewayId=vgw-12345678".into(),
        ),
        ("ReplaceRouteTableAssociation", "RouteTableId=rtb-12345678&AssociationId=rtbassoc-12345678".into()),
        ("RevokeSecurityGroupEgress", "GroupId=sg-12345678&SecurityGroupRuleId.1=sgr-12345678".into()),
        ("RevokeSecurityGroupIngress", "GroupId=sg-12345678&SecurityGroupRuleId.1=sgr-12345678".into()),
    ];
    for operation in SERVICE.operations {
        if !operation.input.members.iter().any(|member| member.name == "DryRun") {
            // As in the model.
            assert!(
                matches!(operation.name, "ModifyVpcAttribute" | "ModifySubnetAttribute"),
                "{}",
                operation.name
            );
            continue;
        }
        let parameters = tried.iter().find(|(name, _)| *name == operation.name).map_or("", |(_, text)| text);
        assert!(!parameters.is_empty() || operation.name.starts_with("Describe"), "{}", operation.name);
        let before = lab.world.clone();
        let error = lab.fails(operation.name, &format!("{parameters}&DryRun=true"));
        assert_eq!(error.code, "DryRunOperation", "{}: {error}", operation.name);
        assert_eq!(error.message, "Request would have succeeded, but DryRun flag is set.");
        assert_eq!(error.status, 412);
        assert!(lab.world == before);
    }
}

#[test]
fn bad_parameters_come_before_a_dry_run_and_existence_after() {
    let mut lab = Lab::new();
    for (operation, parameters, code) in [
        ("CreateVpc", "CidrBlock=x&DryRun=true", "InvalidParameterValue"),
        ("CreateVpc", "DryRun=true", "MissingParameter"),
        ("DeleteVpc", "VpcId=vpc-xyz&DryRun=true", "InvalidVpcID.Malformed"),
        ("DeleteVpc", "VpcId=vpc-12345678", "InvalidVpcID.NotFound"),
        ("DeleteVpc", "VpcId=vpc-12345678&DryRun=false", "InvalidVpcID.NotFound"),
        ("DescribeVpcs", "Filter.1.Name=x&Filter.1.Value.1=y&DryRun=true", "InvalidParameterValue"),
    ] {
        assert_eq!(lab.fails(operation, parameters).code, code, "{operation} {parameters}");
    }
}
