//! The ARN of a method as policies are asked about it: `arn:…:execute-api:REGION:ACCOUNT:API/STAGE/VERB/PATH`.
//!
//! Most requests are decided without its text, so it is written when somebody first asks. Source: the API Gateway guide,
//! "Resource format of permissions for executing API in API Gateway".

use std::cell::OnceCell;

use crate::compiled::Place;

/// The parts of a method's ARN, and the text once it is written.
#[derive(Debug)]
pub(crate) struct MethodArn<'q> {
    place: &'q Place,
    api: &'q str,
    stage: &'q str,
    verb: &'q str,
    path: &'q str,
    text: OnceCell<String>,
}

impl<'q> MethodArn<'q> {
    /// The path is decoded, without a slash at its beginning.
    pub(crate) fn new(place: &'q Place, [api, stage, verb, path]: [&'q str; 4]) -> Self {
        Self { place, api, stage, verb, path, text: OnceCell::new() }
    }

    fn parts(&self) -> [&str; 14] {
        let Self { place, api, stage, verb, path, .. } = self;
        let Place { partition, region, account_id, .. } = place;
        [
            "arn:",
            partition,
            ":execute-api:",
            region,
            ":",
            account_id,
            ":",
            api,
            "/",
            stage,
            "/",
            verb,
            "/",
            path,
        ]
    }

    /// How many bytes the text has.
    pub(crate) fn len(&self) -> usize {
        self.parts().iter().map(|part| part.len()).sum()
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        self.text.get_or_init(|| self.parts().concat())
    }

    /// The text, if it was written.
    pub(crate) fn written(self) -> OnceCell<String> {
        self.text
    }
}
