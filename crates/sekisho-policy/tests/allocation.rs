//! A decision allocates nothing: counted with an allocator that counts.
#![expect(unsafe_code, reason = "a global allocator cannot be written without")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::net::{IpAddr, Ipv4Addr};

use sekisho_policy::{
    CompiledPolicy, Context, ContextKey, Decision, InvokePolicies, MethodAuth, PolicyDocument, PolicyKind,
    Principal, Request, Timestamp, Value, evaluate_invoke,
};

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

struct Counting;

// SAFETY: every call is handed to the system's allocator unchanged; the count lives in a constant-initialised
// thread-local without a destructor, so touching it allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.with(|count| count.set(count.get() + 1));
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract of `dealloc`, and the memory came from `System`.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn counted<T>(act: impl FnOnce() -> T) -> (usize, T) {
    let before = COUNT.with(Cell::get);
    let result = act();
    (COUNT.with(Cell::get) - before, result)
}

/// One Deny that comes close with every operator, and one Allow.
const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": [
  {"Effect": "Deny", "NotPrincipal": {"AWS": ["123456789012", "arn:aws:iam::123456789012:user/x"]},
   "NotAction": ["s3:G*t?", "s3:*"], "NotResource": ["arn:aws:s3:::${aws:username}*", "arn:aws:*:*:*:b"],
   "Condition": {
     "StringEquals": {"aws:SourceVpce": ["a", "vpce-1"]},
     "StringLike": {"aws:VpcSourceIp": "10.*.3", "aws:CurrentTime": "20*Z", "aws:UserAgent": "*${aws:SourceVpc, 'd'}*?"},
     "StringNotEqualsIgnoreCase": {"aws:UserAgent": "${aws:EpochTime}"},
     "NumericGreaterThan": {"aws:EpochTime": "17.5e2"},
     "DateLessThan": {"aws:CurrentTime": "2999-01-01", "aws:EpochTime": "2999-01-01"},
     "Bool": {"aws:SecureTransport": "true"},
     "BinaryEquals": {"x:binary": "QUJD"},
     "IpAddress": {"aws:VpcSourceIp": ["2001:db8::/32", "10.0.0.0/8"]},
     "ArnLike": {"aws:SourceArn": "arn:aws:*:*:*:t?pic/${aws:SecureTransport}*"},
     "ForAllValues:StringLike": {"aws:TagKeys": ["p-*", "q"]},
     "ForAnyValue:StringNotEquals": {"aws:TagKeys": ["q"]},
     "Null": {"aws:username": "true"},
     "StringEqualsIfExists": {"aws:Referer": "only this"}}},
  {"Effect": "Allow", "Principal": "*", "Action": "execute-api:Invok?", "Resource": "arn:aws:execute-api:*:*:a/*/GET/*"}]}"#;

#[test]
fn deciding_allocates_nothing() {
    let policy = CompiledPolicy::compile(&PolicyDocument::parse(POLICY, PolicyKind::Resource).unwrap());
    let tags = ["p-1", "p-2"];
    let others = [("aws:tagkeys", Value::List(&tags)), ("x:binary", Value::Text("QUJD"))];
    let (allocations, decisions) = counted(|| {
        let mut context = Context::new();
        context
            .set(ContextKey::SourceVpce, Value::Text("vpce-1"))
            .set(ContextKey::VpcSourceIp, Value::Address(IpAddr::V4(Ipv4Addr::new(10, 1, 2, 3))))
            .set(ContextKey::UserAgent, Value::Text("curl d/8"))
            .set(ContextKey::SecureTransport, Value::Bool(true))
            .set(ContextKey::SourceArn, Value::Text("arn:aws:sns:r:1:topic/true!"))
            .set(ContextKey::Referer, Value::Text("another"))
            .set_time(Timestamp::from_seconds(1_767_225_600))
            .set_others(&others);
        let request = Request {
            action: "execute-api:Invoke",
            resource: "arn:aws:execute-api:eu-west-1:123456789012:a/prod/GET/pets",
            principal: Principal::Anonymous,
            context: &context,
        };
        let alone = policy.decide(&request);
        let mut second = context;
        second.set(ContextKey::Referer, Value::Text("only this"));
        let denied = policy.decide(&Request { context: &second, ..request });
        let policies = InvokePolicies {
            endpoint: Some(&policy),
            domain: None,
            resource: Some(&policy),
            identity: &[],
            authorizer: None,
            auth: MethodAuth::None,
            owner_account: "123456789012",
        };
        let flow = evaluate_invoke(&policies, &Request { context: &Context::new(), ..request });
        (alone, denied, flow)
    });
    assert_eq!(allocations, 0);
    assert_eq!(decisions.0, Decision::Allow, "all but the last condition hold");
    assert_eq!(decisions.1, Decision::ExplicitDeny, "all conditions hold");
    assert_eq!(decisions.2, sekisho_policy::FlowDecision::Allow);
    let (allocations, _) = counted(|| Box::new(1));
    assert_eq!(allocations, 1, "the count counts");
}
