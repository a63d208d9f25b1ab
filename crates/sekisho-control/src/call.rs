//! What every operation is given and what it gives back.

use sekisho_core::{Change, Mint, Timestamp, World};
use sekisho_wire::AwsError;

/// Who signed the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// Twelve digits.
    pub account_id: String,
    /// For example `arn:aws:iam::123456789012:root`.
    pub arn: String,
    /// `aws:userid`.
    pub user_id: String,
}

/// One call: the world it sees, who makes it, when, and a source of fresh names.
#[derive(Debug)]
pub struct Call<'a> {
    /// The world as the shell read it.
    pub world: &'a World,
    /// Who signed.
    pub caller: &'a Caller,
    /// The moment of the call.
    pub now: Timestamp,
    /// Fresh names.
    pub mint: Mint,
}

/// An answer and the changes that make it true; no changes for a read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply<T> {
    /// The output shape.
    pub output: T,
    /// To be stored before the output is sent.
    pub changes: Vec<Change>,
}

impl<T> Reply<T> {
    /// An answer that changes nothing.
    pub const fn read(output: T) -> Self {
        Self { output, changes: Vec::new() }
    }

    /// An answer with changes.
    pub const fn write(output: T, changes: Vec<Change>) -> Self {
        Self { output, changes }
    }

    /// The same changes with another output, usually wrapped in the service's `Response`.
    pub fn map<U>(self, wrap: impl FnOnce(T) -> U) -> Reply<U> {
        Reply { output: wrap(self.output), changes: self.changes }
    }
}

/// What an operation returns.
pub type Outcome<T> = Result<Reply<T>, AwsError>;
