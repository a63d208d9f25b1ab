//! `DateEquals`, `DateLessThan` and the others.

use crate::condition::Relation;
use crate::context::Value;
use crate::timestamp::Timestamp;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    relation: Relation,
    times: Box<[Timestamp]>,
}

impl Wanted {
    pub(crate) fn new(relation: Relation, values: &[String]) -> Self {
        Self { relation, times: values.iter().filter_map(|value| Timestamp::parse(value)).collect() }
    }

    pub(crate) fn matches(&self, value: &Value<'_>) -> bool {
        let found = match value {
            Value::Time(time) => Some(*time),
            Value::Number(seconds) => Some(Timestamp::from_seconds(*seconds)),
            Value::Text(text) => Timestamp::parse(text),
            _ => None,
        };
        found.is_some_and(|found| self.times.iter().any(|wanted| self.relation.holds(&found, wanted)))
    }
}
