//! Templates against what Velocity 1.7 renders, and what is refused.

use super::*;

fn render(template: &str, body: &str) -> Result<String, String> {
    let template = Template::compile(template).map_err(|error| error.to_string())?;
    let mut out = String::new();
    let scope = Scope::of_body(body);
    template.render(&scope, &Budget::default(), &mut out).map_err(|error| error.to_string())?;
    Ok(out)
}

#[test]
fn a_first_look() {
    assert_eq!(render("#set($x=1)a$x", "").as_deref(), Ok("a1"));
}
