//! The `sekisho` command. Everything is in the library; this starts it with one thread, as namespaces need it.

use std::process::ExitCode;

fn main() -> ExitCode {
    sekisho::cli::run()
}
