//! How long one rendering takes: `cargo run --release --example bench`.
//!
//! A template of twenty lines over a body of 0.9 KB with twenty items: five JSONPath calls, one loop, 1.2 KB out.
//! The same work by Velocity 1.7 and Jayway's JSONPath on a warm Java machine takes 44 µs.
#![expect(clippy::print_stdout, reason = "a program for people")]

use std::hint::black_box;
use std::time::Instant;

use sekisho_vtl::{Budget, JsonPath, Scope, Template, parse_json};

const TEMPLATE: &str = r#"#set($root = $input.path('$'))
#set($customer = $input.path('$.customer'))
{
  "name": "$util.escapeJavaScript($customer.name)",
  "vip": $customer.vip,
  "first": $input.json('$.items[0]'),
  "total": $input.path('$.total'),
  "items": [
#foreach($item in $input.path('$.items'))
    {
      "sku": "$item.sku",
      "quantity": $item.qty,
#if($item.qty > 5)
      "bulk": true,
#else
      "bulk": false,
#end
      "position": $foreach.count
    }#if($foreach.hasNext),#end
#end
  ]
}
"#;

fn time(what: &str, mut work: impl FnMut()) {
    const TIMES: u32 = 20_000;
    for _ in 0..TIMES / 4 {
        work();
    }
    let start = Instant::now();
    for _ in 0..TIMES {
        work();
    }
    let each = start.elapsed() / TIMES;
    println!("{what:<32}{:>8.2} µs", each.as_secs_f64() * 1e6);
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let items: Vec<String> =
        (0..20).map(|number| format!(r#"{{"sku":"SKU-{number:05}","qty":{}}}"#, number % 11)).collect();
    let body = format!(
        r#"{{"customer":{{"name":"Aiko O'Neil","vip":true,"tags":["a","b"]}},"total":199.5,"items":[{}]}}"#,
        items.join(",")
    );
    let template = Template::compile(TEMPLATE)?;
    let path = JsonPath::compile("$.items[3].sku")?;
    let parsed = parse_json(&body)?;
    let (scope, budget) = (Scope::of_body(&body), Budget::default());
    let mut out = String::with_capacity(4096);
    let rendered = template.render(&scope, &budget, &mut out)?;
    println!("body {} bytes, output {} bytes, {} steps", body.len(), out.len(), rendered.steps);

    time("parse the body", || {
        black_box(parse_json(black_box(&body)).ok());
    });
    time("evaluate one path", || {
        black_box(path.evaluate(black_box(&parsed)).ok());
    });
    time("compile the template", || {
        black_box(Template::compile(black_box(TEMPLATE)).ok());
    });
    time("render", || {
        out.clear();
        black_box(template.render(black_box(&scope), &budget, &mut out).ok());
    });
    Ok(())
}
