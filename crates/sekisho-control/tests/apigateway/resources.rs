//! The tree of resources.

use crate::support::{Account, api, bad, call, child, method, patch, said};

#[test]
fn bad_parts_and_bad_places() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    let create = |account: &mut Account, parent: &str, part: &str| {
        call!(
            account,
            CreateResource(CreateResourceInput { rest_api_id: &id, parent_id: parent, path_part: part })
        )
    };
    for part in
        ["", "a/b", "a b", "{", "{}", "{+}", "{a", "a}", "{a}b", "{a+}{b}", "é", "..", "?", &"x".repeat(600)]
    {
        assert!(
            bad(create(&mut account, &root, part)).starts_with("Resource's path part only allow"),
            "{part}"
        );
    }
    assert_eq!(
        said(create(&mut account, "nope", "a")),
        "NotFoundException 404 Invalid Resource identifier specified"
    );
    let pets = child(&mut account, &id, &root, "pets");
    assert_eq!(
        said(create(&mut account, &root, "pets")),
        "ConflictException 409 Another resource with the same parent already has this name: pets"
    );
    let greedy = child(&mut account, &id, &pets, "{proxy+}");
    assert_eq!(
        bad(create(&mut account, &pets, "{id}")),
        "A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed"
    );
    assert_eq!(
        bad(create(&mut account, &greedy, "more")),
        "Cannot create a child of a resource with a greedy path variable: {proxy+}"
    );
    child(&mut account, &id, &pets, "a-b_c.d:e,f");
}

#[test]
fn a_move_takes_everything_below_along() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    let a = child(&mut account, &id, &root, "a");
    let b = child(&mut account, &id, &a, "b");
    let c = child(&mut account, &id, &b, "{c}");
    let other = child(&mut account, &id, &root, "other");
    let update = |account: &mut Account, resource: &str, path: &str, value: &str| {
        call!(
            account,
            UpdateResource(UpdateResourceInput {
                rest_api_id: &id,
                resource_id: resource,
                patch_operations: patch("replace", path, value),
            })
        )
    };
    assert_eq!(bad(update(&mut account, &a, "/parentId", &c)), "Resources cannot be cyclical.");
    assert_eq!(bad(update(&mut account, &a, "/parentId", &a)), "Resources cannot be cyclical.");
    assert_eq!(
        bad(update(&mut account, &root, "/parentId", &a)),
        "Root resource cannot update its parentId."
    );
    assert_eq!(
        bad(update(&mut account, &root, "/pathPart", "x")),
        "Root resource cannot update its pathPart."
    );
    assert_eq!(
        said(update(&mut account, &a, "/parentId", "nope")),
        "NotFoundException 404 Invalid Resource identifier specified"
    );
    assert_eq!(
        said(update(&mut account, &a, "/pathPart", "other")),
        "ConflictException 409 Another resource with the same parent already has this name: other"
    );
    assert_eq!(
        bad(update(&mut account, &a, "/pathPart", "{a+}")),
        "Cannot create a child of a resource with a greedy path variable: {a+}"
    );
    let moved = update(&mut account, &a, "/parentId", &other).unwrap();
    assert_eq!((moved.path.as_deref(), moved.parent_id.as_deref()), (Some("/other/a"), Some(&*other)));
    update(&mut account, &other, "/pathPart", "new").unwrap();
    let deep = call!(account, GetResource(GetResourceInput { rest_api_id: &id, resource_id: &c })).unwrap();
    assert_eq!(deep.path.unwrap(), "/new/a/b/{c}");
}

#[test]
fn deleting_takes_the_subtree_and_never_the_root() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    let a = child(&mut account, &id, &root, "a");
    child(&mut account, &id, &a, "b");
    let delete = |account: &mut Account, resource: &str| {
        call!(account, DeleteResource(DeleteResourceInput { rest_api_id: &id, resource_id: resource }))
    };
    assert_eq!(bad(delete(&mut account, &root)), "Root resource cannot be deleted.");
    delete(&mut account, &a).unwrap();
    let left = call!(account, GetResources(GetResourcesInput { rest_api_id: &id })).unwrap().items.unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!((left[0].path.as_deref(), &left[0].path_part, &left[0].parent_id), (Some("/"), &None, &None));
}

#[test]
fn methods_are_shown_by_verb_or_in_full() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    method(&mut account, &id, &root, "GET");
    let plain = call!(account, GetResources(GetResourcesInput { rest_api_id: &id })).unwrap().items.unwrap();
    let methods = plain[0].resource_methods.as_ref().unwrap();
    assert_eq!(methods["GET"], sekisho_wire::apigateway::Method::default());
    let full = call!(account, GetResources(GetResourcesInput { rest_api_id: &id, embed: ["methods"] }));
    let full = full.unwrap().items.unwrap();
    let methods = full[0].resource_methods.as_ref().unwrap();
    assert_eq!(methods["GET"].authorization_type.as_deref(), Some("NONE"));
    assert_eq!(
        bad(call!(account, GetResources(GetResourcesInput { rest_api_id: &id, embed: ["everything"] }))),
        "Embedding 'everything' is not supported by this gateway"
    );
}

#[test]
fn an_api_has_at_most_three_hundred_resources() {
    let mut account = Account::new();
    let (id, root) = api(&mut account, "REGIONAL");
    for number in 1..300 {
        child(&mut account, &id, &root, &format!("r{number}"));
    }
    let one_more = call!(
        account,
        CreateResource(CreateResourceInput { rest_api_id: &id, parent_id: &root, path_part: "x" })
    );
    assert!(said(one_more).starts_with("LimitExceededException 429 "));
    let page = call!(account, GetResources(GetResourcesInput { rest_api_id: &id, limit: 500 })).unwrap();
    assert_eq!((page.items.unwrap().len(), page.position), (300, None));
}
