//! Developer tasks: `cargo xtask tidy | codegen | bench`.

fn main() {}
