//! Developer tasks: `cargo xtask tidy | codegen | bench`.
mod bench;
mod codegen;
mod tidy;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.split_first() {
        Some((task, rest)) if task == "bench" => bench::main(rest),
        Some((task, rest)) if task == "codegen" => codegen::main(rest),
        Some((task, rest)) if task == "tidy" => tidy::main(rest),
        _ => Err("usage: cargo xtask tidy | codegen [trim --botocore PATH] | bench gateway|count|policy"
            .to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            complain(&message);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "a developer task talks to the terminal")]
fn complain(message: &str) {
    eprintln!("{message}");
}
