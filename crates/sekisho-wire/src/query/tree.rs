//! Dotted parameter names as a tree.
use crate::error::AwsError;
use indexmap::IndexMap;

/// What is at a name: a value, and what is below it.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) value: Option<String>,
    pub(crate) children: IndexMap<String, Self>,
}

impl Tree {
    /// Puts a value at a dotted name of at most `depth` segments.
    pub(crate) fn insert(&mut self, name: &str, value: String, depth: usize) -> Result<(), AwsError> {
        if name.split('.').count() > depth {
            let text = format!("A parameter's name has more than {depth} segments");
            return Err(AwsError::ec2("MalformedQueryString", text));
        }
        let leaf = name.split('.').fold(self, |tree, segment| {
            if !tree.children.contains_key(segment) {
                tree.children.insert(segment.to_owned(), Self::default());
            }
            &mut tree.children[segment]
        });
        if leaf.value.is_some() {
            let text = format!("The parameter {name} is given more than once");
            return Err(AwsError::ec2("MalformedQueryString", text));
        }
        leaf.value = Some(value);
        Ok(())
    }
}
