//! Breaking the path on purpose, one way at a time: what a person then sees, why, and how it is mended.

use anyhow::{Result, ensure};
use sekisho_wire::{Request, Response, ec2};

use super::{
    path::{HOST, Path, STAGE, ask, text, told},
    story::Story,
};
use crate::{admin::AdminRequest, cli::probe::Seen};

/// How long a request waits that is not going to be answered, milliseconds.
const SILENCE_MS: u32 = 2000;

/// The ways to break it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(in crate::cli) enum Break {
    /// The endpoint's security group no longer lets TCP 443 in.
    Sg,
    /// The header that names the API is forgotten.
    Header,
    /// The stage is misspelt.
    Stage,
    /// The call comes through an endpoint that the policy does not name.
    Policy,
    /// The policy is edited and saved, and not deployed.
    Deploy,
    /// The customer's router stops, and then the way back is missing.
    Route,
    /// Private DNS is on: public APIs are caught too.
    Dns,
}

/// Plays one break and its mend.
pub(super) fn play(path: &mut Path<'_>, story: &mut Story, way: Break) -> Result<()> {
    story.section("Broken on purpose");
    match way {
        Break::Sg => security_group(path, story),
        Break::Header => header(path, story),
        Break::Stage => stage(path, story),
        Break::Policy => policy(path, story),
        Break::Deploy => deploy(path, story),
        Break::Route => route(path, story),
        Break::Dns => dns(path, story),
    }?;
    let header = path.api_header();
    let url = path.url(&format!("/{STAGE}"));
    story.step("and the path holds again", path.curl(&url, &[&header]), || {
        path.wait("the path does not heal", || {
            Ok(path.request(&url, &[&header], SILENCE_MS)?.status == Some(200))
        })?;
        Ok(((), "HTTP/1.1 200 OK".to_owned()))
    })
}

/// A request that must stay without any answer.
fn silence(path: &Path<'_>, url: &str) -> Result<Seen> {
    let header = path.api_header();
    let seen = path.request(url, &[&header], SILENCE_MS)?;
    ensure!(
        seen.status.is_none() && seen.stopped_at.as_deref() != Some("resolve"),
        "it was answered: {}",
        told(&seen)
    );
    Ok(seen)
}

fn security_group(path: &Path<'_>, story: &mut Story) -> Result<()> {
    let command = format!(
        "aws ec2 revoke-security-group-ingress --group-id {} --protocol tcp --port 443 --cidr 192.168.10.0/24",
        path.group
    );
    story.step("close 443 in the security group", command, || {
        path.close_group(&path.group)?;
        Ok(((), "acts on new connections at once".to_owned()))
    })?;
    let url = path.url(&format!("/{STAGE}"));
    story.step("no answer at all", path.curl(&url, &[&path.api_header()]), || {
        path.wait("the group does not close", || {
            Ok(path.request(&url, &[&path.api_header()], SILENCE_MS)?.status.is_none())
        })?;
        let seen = silence(path, &url)?;
        let silent = if seen.stopped_at.as_deref() == Some("connect") {
            "; no reset, no ICMP: the group drops"
        } else {
            ""
        };
        Ok(((), format!("{}{silent}", told(&seen))))
    })?;
    story.remark(
        "Why: no rule lets TCP 443 in from 192.168.10.10. A refusal would be answered; a group is silent.",
    );
    let command = format!(
        "aws ec2 authorize-security-group-ingress --group-id {} --protocol tcp --port 443 --cidr 192.168.10.0/24",
        path.group
    );
    story.step("mend it", command, || {
        path.open_group(&path.group)?;
        Ok(((), "the rule is back".to_owned()))
    })
}

fn forbidden(
    path: &Path<'_>,
    story: &mut Story,
    title: &str,
    url: &str,
    headers: &[&str],
    why: &str,
) -> Result<()> {
    story.step(title, path.curl(url, headers), || {
        let seen = path.request(url, headers, 5000)?;
        ensure!(seen.status == Some(403), "{}", told(&seen));
        Ok(((), told(&seen)))
    })?;
    story.remark(why);
    Ok(())
}

fn header(path: &Path<'_>, story: &mut Story) -> Result<()> {
    let url = path.url(&format!("/{STAGE}"));
    forbidden(
        path,
        story,
        "forget the header",
        &url,
        &[],
        "Why: the name is the endpoint's, so nothing says which API is meant. Add x-apigw-api-id.",
    )
}

fn stage(path: &Path<'_>, story: &mut Story) -> Result<()> {
    let header = path.api_header();
    let url = path.url("/tset");
    forbidden(
        path,
        story,
        "misspell the stage",
        &url,
        &[&header],
        "Why: there is no stage `tset`. A wrong stage, a wrong id and a missing header look the same on the wire.",
    )
}

fn policy(path: &Path<'_>, story: &mut Story) -> Result<()> {
    let command = format!(
        "aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id {} --service-name ... \\\n  \
         --subnet-ids {} --security-group-ids {} --no-private-dns-enabled",
        path.vpc,
        path.subnets.join(" "),
        path.group
    );
    let (id, name) = story.step("a second endpoint", command, || {
        let input = ec2::CreateVpcEndpointInput {
            vpc_endpoint_type: text("Interface"),
            vpc_id: text(&path.vpc),
            service_name: Some(format!("com.amazonaws.{}.execute-api", path.region())),
            subnet_ids: Some(path.subnets.clone()),
            security_group_ids: Some(vec![path.group.clone()]),
            private_dns_enabled: Some(false),
            ..Default::default()
        };
        let made = ask!(path, Ec2, ec2::CreateVpcEndpoint(input))?.vpc_endpoint.unwrap_or_default();
        let id = made.vpc_endpoint_id.unwrap_or_default();
        let endpoint = path.wait_for_endpoint(&id)?;
        let name = endpoint.dns_entries.unwrap_or_default().into_iter().find_map(|entry| entry.dns_name);
        Ok(((id.clone(), name.unwrap_or_default()), id))
    })?;
    let header = path.api_header();
    let url = path.url_at(&name, &format!("/{STAGE}"));
    story.step("call through it", path.curl(&url, &[&header]), || {
        let seen = path.request(&url, &[&header], 5000)?;
        let body = seen.body.clone().unwrap_or_default();
        ensure!(seen.status == Some(403) && body.contains("explicit deny"), "{}", told(&seen));
        Ok(((), told(&seen)))
    })?;
    story.remark(&format!("Why: the policy denies every endpoint but {}; this one is {id}.", path.endpoint));
    Ok(())
}

fn deploy(path: &Path<'_>, story: &mut Story) -> Result<()> {
    let header = path.api_header();
    let url = path.url(&format!("/{STAGE}"));
    let command = format!("aws apigateway update-rest-api --rest-api-id {} --patch-operations ...", path.api);
    story.step("save a policy for another endpoint", command, || {
        path.put_policy("vpce-00000000000000000")?;
        Ok(((), "saved".to_owned()))
    })?;
    story.step("the old behaviour goes on", path.curl(&url, &[&header]), || {
        let seen = path.request(&url, &[&header], 5000)?;
        ensure!(seen.status == Some(200), "{}", told(&seen));
        Ok(((), format!("{}: a saved policy does nothing until it is deployed", told(&seen))))
    })?;
    let command = format!("aws apigateway create-deployment --rest-api-id {} --stage-name {STAGE}", path.api);
    story.step("deploy it", command.clone(), || Ok(((), path.deploy()?)))?;
    story.step("now it is denied", path.curl(&url, &[&header]), || {
        let seen = path.request(&url, &[&header], 5000)?;
        ensure!(seen.status == Some(403), "{}", told(&seen));
        Ok(((), told(&seen)))
    })?;
    story.step("mend it: the right policy, deployed", command, || {
        path.put_policy(&path.endpoint)?;
        Ok(((), path.deploy()?))
    })
}

fn route(path: &Path<'_>, story: &mut Story) -> Result<()> {
    let url = path.url(&format!("/{STAGE}"));
    let router = |running: bool| AdminRequest::EditSite {
        name: "tokyo".to_owned(),
        router_running: Some(running),
        extra_prefixes: None,
        auth_key: None,
        router: None,
    };
    story.step("stop the customer's router", "sekisho lab stop-router tokyo", || {
        path.instance.lab(&router(false))?;
        path.wait("the route is not withdrawn", || Ok(!path.has_route("192.168.10.0/24")?))?;
        Ok(((), "the session ends, the route is withdrawn on both sides".to_owned()))
    })?;
    story.step("no answer", path.curl(&url, &[&path.api_header()]), || {
        let seen = silence(path, &url)?;
        Ok(((), told(&seen)))
    })?;
    story.step("start it: it heals by itself", "sekisho lab start-router tokyo", || {
        path.instance.lab(&router(true))?;
        path.wait("the route does not come back", || path.has_route("192.168.10.0/24"))?;
        Ok(((), "the route is back".to_owned()))
    })?;
    let command = format!(
        "aws ec2 disable-vgw-route-propagation --route-table-id {} --gateway-id {}",
        path.table, path.gateway
    );
    story.step("now forget the way back", command, || {
        path.stop_propagating(&path.table, &path.gateway)?;
        path.wait("the reply still finds its way", || {
            Ok(path.request(&url, &[&path.api_header()], SILENCE_MS)?.status.is_none())
        })?;
        let seen = silence(path, &url)?;
        Ok(((), told(&seen)))
    })?;
    story.remark(
        "Why: the request arrives; its reply has no route. From outside it looks like a closed group.",
    );
    let command = format!(
        "aws ec2 enable-vgw-route-propagation --route-table-id {} --gateway-id {}",
        path.table, path.gateway
    );
    story.step("mend it", command, || {
        path.propagate(&path.table, &path.gateway)?;
        Ok(((), "the route propagates again".to_owned()))
    })
}

fn dns(path: &Path<'_>, story: &mut Story) -> Result<()> {
    let subnet = path.subnets.first().map_or("", String::as_str).to_owned();
    let command = format!("sekisho lab add-host app --subnet {subnet}");
    story.step("a machine inside the VPC", command, || {
        let made = path.instance.lab(&AdminRequest::AddHost {
            name: "app".to_owned(),
            site: None,
            subnet: Some(subnet.clone()),
            address: None,
        })?;
        let input = ec2::AuthorizeSecurityGroupIngressInput {
            group_id: text(&path.group),
            ip_protocol: text("tcp"),
            from_port: Some(443),
            to_port: Some(443),
            cidr_ip: text("10.0.0.0/16"),
            ..Default::default()
        };
        ask!(path, Ec2, ec2::AuthorizeSecurityGroupIngress(input))?;
        Ok(((), made))
    })?;
    let public = public_api(path, story)?;
    let command = format!(
        "aws ec2 modify-vpc-attribute --vpc-id {} --enable-dns-hostnames\n\
         aws ec2 modify-vpc-endpoint --vpc-endpoint-id {} --private-dns-enabled",
        path.vpc, path.endpoint
    );
    story.step("turn private DNS on", command, || {
        let input = ec2::ModifyVpcAttributeInput {
            vpc_id: text(&path.vpc),
            enable_dns_hostnames: Some(ec2::AttributeBooleanValue { value: Some(true) }),
            ..Default::default()
        };
        ask!(path, Ec2, ec2::ModifyVpcAttribute(input))?;
        set_private_dns(path, true)?;
        Ok(((), "the VPC's resolver now answers *.execute-api with the endpoint".to_owned()))
    })?;
    let own = path.url_at(&host_of(path, &path.api), &format!("/{STAGE}"));
    story.step("the private API by its own name", format!("sekisho exec app -- curl -I {own}"), || {
        path.wait("the private name does not work", || {
            Ok(path.instance.probe("app", &[&own, "--timeout-ms", "2000"])?.status == Some(200))
        })?;
        Ok(((), "HTTP/1.1 200 OK, without any header".to_owned()))
    })?;
    let other = path.url_at(&host_of(path, &public), "/test");
    story.step("and the public API: caught", format!("sekisho exec app -- curl -I {other}"), || {
        let seen = path.instance.probe("app", &[&other])?;
        ensure!(seen.status == Some(403), "{}", told(&seen));
        Ok(((), told(&seen)))
    })?;
    story.remark("Why: while private DNS is on, every public API's name leads to the endpoint, which serves private ones.");
    story.step(
        "mend it: off again",
        format!("aws ec2 modify-vpc-endpoint --vpc-endpoint-id {} --no-private-dns-enabled", path.endpoint),
        || {
            set_private_dns(path, false)?;
            path.wait("the public API does not come back", || {
                Ok(path.instance.probe("app", &[&other, "--timeout-ms", "2000"])?.status == Some(200))
            })?;
            Ok(((), "the public API answers from inside the VPC again".to_owned()))
        },
    )
}

fn host_of(path: &Path<'_>, api: &str) -> String {
    format!("{api}.execute-api.{}.amazonaws.com", path.region())
}

fn set_private_dns(path: &Path<'_>, on: bool) -> Result<()> {
    let input = ec2::ModifyVpcEndpointInput {
        vpc_endpoint_id: text(&path.endpoint),
        private_dns_enabled: Some(on),
        ..Default::default()
    };
    ask!(path, Ec2, ec2::ModifyVpcEndpoint(input)).map(drop)
}

/// A regional API with the same document, deployed.
fn public_api(path: &Path<'_>, story: &mut Story) -> Result<String> {
    use sekisho_wire::apigateway;
    let command = "aws apigateway import-rest-api --parameters endpointConfigurationTypes=REGIONAL --body fileb://petstore.json";
    let id = story.step("a public API beside it", command, || {
        let input = apigateway::ImportRestApiInput {
            parameters: Some(
                [("endpointConfigurationTypes".to_owned(), "REGIONAL".to_owned())].into_iter().collect(),
            ),
            body: Some(sekisho_control::apigateway::example_api::document(path.region()).into_bytes()),
            ..Default::default()
        };
        let id = ask!(path, ApiGateway, apigateway::ImportRestApi(input))?.id.unwrap_or_default();
        let input = apigateway::CreateDeploymentInput {
            rest_api_id: text(&id),
            stage_name: text("test"),
            ..Default::default()
        };
        ask!(path, ApiGateway, apigateway::CreateDeployment(input))?;
        Ok((id.clone(), id))
    })?;
    let url = path.url_at(&host_of(path, &id), "/test");
    story.step(
        "it answers from the VPC and from on premises",
        format!("sekisho exec {HOST} -- curl -I {url}"),
        || {
            for host in ["app", HOST] {
                path.wait("the public API does not answer", || {
                    Ok(path.instance.probe(host, &[&url, "--timeout-ms", "2000"])?.status == Some(200))
                })?;
            }
            Ok(((), "HTTP/1.1 200 OK at both".to_owned()))
        },
    )?;
    Ok(id)
}
