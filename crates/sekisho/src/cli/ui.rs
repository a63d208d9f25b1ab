//! Printing, in one tone: short lines, a mark, a time, the next step. Colours only where the terminal wants them.
//!
//! Marks are of neutral width, so columns hold in East Asian terminals too; without UTF-8 they are `ok` and `FAIL`.

use std::{io::Write, time::Duration};

use anstyle::{AnsiColor, Style};

const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default().bold();
const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();

/// Prints a line. A closed pipe ends the program quietly, as it does for every filter.
#[expect(clippy::exit, reason = "nobody reads any more; there is nothing to unwind for")]
pub(super) fn print(line: &str) {
    if writeln!(anstream::stdout(), "{line}").is_err() {
        std::process::exit(0);
    }
}

/// Prints what went wrong, and each thing it came from.
pub(super) fn print_error(error: &anyhow::Error) {
    let mut out = anstream::stderr();
    let _ = writeln!(out, "{BAD}error{BAD:#}: {error}");
    for cause in error.chain().skip(1) {
        let _ = writeln!(out, "  because {cause}");
    }
}

/// Prints a refusal with its next step; the exit code is the caller's.
pub(super) fn print_refusal(what: &str, help: &str) {
    let mut out = anstream::stderr();
    let _ = writeln!(out, "{BAD}error{BAD:#}: {what}");
    if !help.is_empty() {
        let _ = writeln!(out, "  {help}");
    }
}

fn utf8() -> bool {
    ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .is_some_and(|locale| locale.to_ascii_lowercase().replace('-', "").contains("utf8"))
}

/// The mark of a step.
pub(super) fn mark(good: bool) -> String {
    let text = match (good, utf8()) {
        (true, true) => "\u{2713}",
        (false, true) => "\u{2717}",
        (true, false) => "ok",
        (false, false) => "FAIL",
    };
    let style = if good { GOOD } else { BAD };
    format!("{style}{text}{style:#}")
}

/// Faint text.
pub(super) fn dim(text: &str) -> String {
    format!("{DIM}{text}{DIM:#}")
}

/// Bold text.
pub(super) fn bold(text: &str) -> String {
    format!("{BOLD}{text}{BOLD:#}")
}

/// A duration a person reads: `0.31 s`, `12 ms`, `0.4 ms`.
pub(super) fn time(duration: Duration) -> String {
    let micros = duration.as_micros();
    match micros {
        0..1_000 => format!("0.{} ms", micros / 100),
        1_000..1_000_000 => format!("{} ms", micros / 1_000),
        _ => format!("{:.2} s", duration.as_secs_f64()),
    }
}

/// `text` padded with blanks to `width` columns of a terminal.
pub(super) fn pad(text: &str, width: usize) -> String {
    let used = unicode_width::UnicodeWidthStr::width(text);
    format!("{text}{}", " ".repeat(width.saturating_sub(used)))
}
