//! Tags, and the account.

use crate::support::{Account, REGION, bad, call, deployable, said};

#[test]
fn tags_come_and_go_on_apis_and_stages() {
    let mut account = Account::new();
    let (id, _) = deployable(&mut account);
    call!(account, CreateDeployment(CreateDeploymentInput { rest_api_id: &id, stage_name: "t" })).unwrap();
    let api = format!("arn:aws:apigateway:{REGION}::/restapis/{id}");
    for arn in [api.clone(), format!("{api}/stages/t")] {
        call!(account, TagResource(TagResourceInput { resource_arn: &arn, tags: [("a", "1"), ("b", "2")] }))
            .unwrap();
        call!(account, TagResource(TagResourceInput { resource_arn: &arn, tags: [("a", "3")] })).unwrap();
        call!(account, UntagResource(UntagResourceInput { resource_arn: &arn, tag_keys: ["b", "zzz"] }))
            .unwrap();
        let left = call!(account, GetTags(GetTagsInput { resource_arn: &arn })).unwrap().tags.unwrap();
        assert_eq!(left.into_iter().collect::<Vec<_>>(), [("a".to_owned(), "3".to_owned())]);
        let long = "x".repeat(257);
        for tags in [[("aws:a", "1")], [("", "1")], [("a", long.as_str())]] {
            bad(call!(account, TagResource(TagResourceInput { resource_arn: &arn, tags: tags })));
        }
    }
    let shown = call!(account, GetRestApi(GetRestApiInput { rest_api_id: &id })).unwrap();
    assert_eq!(shown.tags.unwrap()["a"], "3");
}

#[test]
fn other_arns_are_refused() {
    let mut account = Account::new();
    for arn in [
        "",
        "x",
        "arn:aws:apigateway:eu-west-1:123456789012:/restapis/a",
        "arn:aws:apigateway:eu-west-1::/apikeys/a",
    ] {
        assert!(
            bad(call!(account, GetTags(GetTagsInput { resource_arn: arn })))
                .starts_with("Invalid ARN specified in the request")
        );
    }
    for arn in ["arn:aws:apigateway:us-east-1::/restapis/a", "arn:aws:apigateway:eu-west-1::/restapis/a"] {
        assert!(
            said(call!(account, GetTags(GetTagsInput { resource_arn: arn })))
                .starts_with("NotFoundException")
        );
    }
}

#[test]
fn an_api_has_at_most_fifty_tags() {
    let mut account = Account::new();
    let tags = |count: usize| {
        (0..count).map(|n| (format!("k{n}"), "v".to_owned())).collect::<indexmap::IndexMap<_, _>>()
    };
    call!(account, CreateRestApi(CreateRestApiInput { name: "a", tags: Some(tags(50)) })).unwrap();
    bad(call!(account, CreateRestApi(CreateRestApiInput { name: "a", tags: Some(tags(51)) })));
}

#[test]
fn the_account_is_a_fresh_one() {
    let mut account = Account::new();
    let shown = call!(account, GetAccount(GetAccountInput {})).unwrap();
    assert_eq!(shown.throttle_settings.unwrap().burst_limit, Some(5000));
    assert_eq!(shown.features.unwrap(), ["UsagePlans"]);
}
