//! A decision allocates nothing, and a ready answer its list of headers: counted with an allocator that counts.
#![expect(unsafe_code, reason = "a global allocator cannot be written without")]

mod support;

use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::Cell,
};

use http::Request;
use sekisho_execute::{Authentication, Entry, Invocation, RequestHead, Runtime, Step, locate};
use support::*;

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

#[test]
fn a_decision_allocates_nothing_and_a_ready_answer_once() {
    let runtime = Runtime::build(&reference());
    let request = Request::options("/prod/pets/7").header("x-apigw-api-id", API).body(()).unwrap();
    let parts = request.into_parts().0;
    let (head, arrival, stamp) =
        (RequestHead::of(&parts), arrival(Entry::Endpoint(ENDPOINT.into())), stamp());
    let (count, located) =
        counted(|| locate(&runtime, &arrival, &head, &Authentication::Anonymous, stamp.now));
    let located = located.unwrap();
    assert_eq!(count, 0);
    let arn = format!("arn:aws:execute-api:{REGION}:{ACCOUNT}:{API}/prod/OPTIONS/pets/7");
    assert_eq!(located.method_arn(), arn);
    assert_eq!(located.subject().resource_path(), Some("/pets/{petId}"));

    // The first clone of a value may move it to where it can be shared.
    for (round, most) in [16, 1, 1].into_iter().enumerate() {
        let stamp = stamp.clone();
        let (count, step) =
            counted(|| Invocation::begin(&runtime, &arrival, head, &Authentication::Anonymous, stamp));
        assert!(matches!(&step, Step::Respond(response) if response.error_type.is_none()), "{step:?}");
        assert!(count <= most, "{count} allocations in round {round}");
    }
}
