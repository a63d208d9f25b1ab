//! Choosing the resource that a path means.
//!
//! A trie of path segments per deployment. A static segment is preferred to a `{parameter}`, and that to a `{proxy+}`;
//! where the preferred branch ends in nothing, the next is tried. A node's depth is the number of the segment it takes,
//! so one walk visits each node at most once and the trie bounds its own work. Resources without methods are no place
//! to end. Source: the API Gateway guide, "Set up a proxy integration with a proxy resource".

/// A trie over the resources of a deployment. Its three tables lie in one piece each, because a request meets it cold:
/// what a walk costs is the cache lines it touches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Router {
    nodes: Box<[Node]>,
    edges: Box<[Edge]>,
    /// Every literal, one after another.
    text: Box<str>,
}

/// No node, no resource.
const NONE: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Node {
    /// Literal edges, sorted by text.
    edges_from: u32,
    edges_to: u32,
    parameter: u32,
    /// The resource below that takes all that is left.
    greedy: u32,
    /// The resource that ends here.
    resource: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edge {
    text_from: u32,
    text_to: u32,
    node: u32,
}

/// A trie under construction.
#[derive(Debug, Default)]
struct Growing {
    literals: std::collections::BTreeMap<Box<str>, Self>,
    parameter: Option<Box<Self>>,
    greedy: Option<u32>,
    resource: Option<u32>,
}

/// What a part of a path template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part<'t> {
    /// Itself.
    Literal(&'t str),
    /// `{name}`: one segment.
    Parameter(&'t str),
    /// `{name+}`: all that is left, at least one segment.
    Greedy(&'t str),
}

/// The parts of a path template such as `/pets/{petId}`.
pub(crate) fn parts(template: &str) -> impl Iterator<Item = Part<'_>> {
    template.split('/').filter(|part| !part.is_empty()).map(|part| {
        match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => name.strip_suffix('+').map_or(Part::Parameter(name), Part::Greedy),
            None => Part::Literal(part),
        }
    })
}

impl Router {
    /// Grows a trie from path templates, each with its resource's number. Of two templates of the same shape the first
    /// counts.
    pub(crate) fn new<'t>(templates: impl Iterator<Item = (&'t str, u32)>) -> Self {
        let mut root = Growing::default();
        for (template, resource) in templates {
            root.insert(template, resource);
        }
        let mut grown = Grown::default();
        root.flatten(&mut grown);
        Self { nodes: grown.nodes.into(), edges: grown.edges.into(), text: grown.text.into() }
    }

    /// The resource that a path means; the path has no slash at its ends and no empty segment.
    pub(crate) fn find(&self, path: &str) -> Option<u32> {
        self.walk(0, (!path.is_empty()).then_some(path))
    }

    fn walk(&self, at: u32, rest: Option<&str>) -> Option<u32> {
        let node = self.nodes.get(at as usize)?;
        let Some(rest) = rest else { return some(node.resource) };
        let (segment, below) = match rest.split_once('/') {
            Some((segment, below)) => (segment, Some(below)),
            None => (rest, None),
        };
        if let Some(next) = self.literal(node, segment)
            && let Some(found) = self.walk(next, below)
        {
            return Some(found);
        }
        some(node.parameter).and_then(|next| self.walk(next, below)).or_else(|| some(node.greedy))
    }

    fn literal(&self, node: &Node, segment: &str) -> Option<u32> {
        let edges = self.edges.get(node.edges_from as usize..node.edges_to as usize)?;
        let text = |edge: &Edge| self.text.get(edge.text_from as usize..edge.text_to as usize).unwrap_or("");
        let found = edges.binary_search_by(|edge| text(edge).cmp(segment)).ok()?;
        edges.get(found).map(|edge| edge.node)
    }
}

fn some(number: u32) -> Option<u32> {
    (number != NONE).then_some(number)
}

/// A length as a table holds it. Tables are bounded by an import's size, far below 2³².
fn place(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(NONE)
}

/// The tables while they grow.
#[derive(Debug, Default)]
struct Grown {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    text: String,
}

impl Growing {
    fn insert(&mut self, template: &str, resource: u32) {
        let mut node = self;
        for part in parts(template) {
            node = match part {
                Part::Literal(text) => node.literals.entry(text.into()).or_default(),
                Part::Parameter(_) => node.parameter.get_or_insert_default(),
                Part::Greedy(_) => {
                    node.greedy.get_or_insert(resource);
                    return;
                }
            };
        }
        node.resource.get_or_insert(resource);
    }

    /// Appends this node and all below; its number is that of the nodes before. Recursion is as deep as the longest
    /// template.
    fn flatten(self, grown: &mut Grown) -> u32 {
        let own = grown.nodes.len();
        let edges_from = grown.edges.len();
        for text in self.literals.keys() {
            let text_from = place(grown.text.len());
            grown.text.push_str(text);
            grown.edges.push(Edge { text_from, text_to: place(grown.text.len()), node: NONE });
        }
        grown.nodes.push(Node {
            edges_from: place(edges_from),
            edges_to: place(grown.edges.len()),
            parameter: NONE,
            greedy: self.greedy.unwrap_or(NONE),
            resource: self.resource.unwrap_or(NONE),
        });
        for (offset, below) in self.literals.into_values().enumerate() {
            let node = below.flatten(grown);
            if let Some(edge) = grown.edges.get_mut(edges_from + offset) {
                edge.node = node;
            }
        }
        if let Some(below) = self.parameter {
            let parameter = below.flatten(grown);
            if let Some(node) = grown.nodes.get_mut(own) {
                node.parameter = parameter;
            }
        }
        place(own)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn router(templates: &[&str]) -> Router {
        Router::new(templates.iter().zip(0..).map(|(template, number)| (*template, number)))
    }

    fn check(templates: &[&str], path: &str, expected: Option<&str>) {
        let found = router(templates).find(path);
        assert_eq!(found.map(|number| templates[number as usize]), expected, "{path}");
    }

    #[test]
    fn static_before_parameter_before_greedy() {
        let all = ["/", "/pets", "/pets/{id}", "/pets/mine", "/pets/{id}/name", "/{proxy+}", "/pets/{rest+}"];
        check(&all, "", Some("/"));
        check(&all, "pets", Some("/pets"));
        check(&all, "pets/mine", Some("/pets/mine"));
        check(&all, "pets/7", Some("/pets/{id}"));
        check(&all, "pets/7/name", Some("/pets/{id}/name"));
        check(&all, "pets/mine/name", Some("/pets/{id}/name"));
        check(&all, "pets/7/size", Some("/pets/{rest+}"));
        check(&all, "Pets", Some("/{proxy+}"));
        check(&all, "a/b/c", Some("/{proxy+}"));
    }

    #[test]
    fn nothing_is_found_where_nothing_is() {
        check(&[], "", None);
        check(&[], "a", None);
        check(&["/a/b"], "a", None);
        check(&["/a/b"], "a/b/c", None);
        check(&["/{proxy+}"], "", None);
        check(&["/a/{proxy+}"], "a", None);
    }

    /// The rule as a person would say it: of all templates that fit, the one whose parts are preferred from the left.
    fn naive(templates: &[String], path: &str) -> Option<usize> {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        let rank = |template: &str| -> Option<Vec<u8>> {
            let mut ranks = Vec::new();
            let mut left = segments.iter();
            for part in parts(template) {
                match part {
                    Part::Literal(text) => {
                        (*left.next()? == text).then_some(())?;
                        ranks.push(0);
                    }
                    Part::Parameter(_) => {
                        left.next()?;
                        ranks.push(1);
                    }
                    Part::Greedy(_) => {
                        left.next()?;
                        ranks.push(2);
                        return Some(ranks);
                    }
                }
            }
            left.next().is_none().then_some(ranks)
        };
        let fitting = templates.iter().enumerate().filter_map(|(number, each)| Some((rank(each)?, number)));
        fitting.min().map(|(_, number)| number)
    }

    proptest! {
        #[test]
        fn the_trie_agrees_with_the_rule(
            templates in proptest::collection::vec("(/(a|b|\\{x\\})){0,4}(/\\{p\\+\\})?", 0..12),
            path in "((a|b|c)(/(a|b|c)){0,4})?",
        ) {
            let router = Router::new(templates.iter().zip(0..).map(|(each, number)| (each.as_str(), number)));
            let shape = |number: usize| templates[number].clone();
            let found = router.find(&path).map(|number| shape(number as usize));
            prop_assert_eq!(found, naive(&templates, &path).map(shape));
        }
    }
}
