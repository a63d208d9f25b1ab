//! Telling the steps: as lines for a person, or as one JSON document at the end.

use std::time::{Duration, Instant};

use anyhow::Result;
use serde::Serialize;

use super::{super::ui, instance::Child};

/// The widest line we write by our own choice.
const WIDTH: usize = 100;

/// A step, told.
#[derive(Clone, Debug, Serialize)]
struct Step {
    section: String,
    title: String,
    command: String,
    saw: String,
    milliseconds: f64,
    held: bool,
}

/// The whole story.
#[derive(Debug)]
pub(super) struct Story {
    json: bool,
    section: String,
    steps: Vec<Step>,
    error: Option<String>,
    started: Instant,
}

impl Story {
    pub(super) fn new(json: bool) -> Self {
        Self { json, section: String::new(), steps: Vec::new(), error: None, started: Instant::now() }
    }

    fn say(&self, line: &str) {
        if !self.json {
            ui::print(line);
        }
    }

    pub(super) fn opening(&self, instance: &Child) {
        self.say(&format!(
            "{}: a private REST API, called from on premises over Direct Connect",
            ui::bold("Sekisho")
        ));
        self.say(&ui::dim(&format!(
            "a fresh instance at {}, network {}, ready in {} ms",
            instance.ready.control, instance.ready.network, instance.ready.ready_ms
        )));
        for note in &instance.ready.notes {
            self.say(&ui::dim(note));
        }
    }

    pub(super) fn section(&mut self, title: &str) {
        title.clone_into(&mut self.section);
        self.say("");
        self.say(&ui::bold(title));
    }

    /// Text between steps.
    pub(super) fn remark(&self, text: &str) {
        self.say(&format!("    {text}"));
    }

    /// Runs a step. `command` is the line a person would type; what the step returns is what it saw.
    ///
    /// # Errors
    /// The step's own; it is told first.
    pub(super) fn step<T>(
        &mut self,
        title: &str,
        command: impl Into<String>,
        run: impl FnOnce() -> Result<(T, String)>,
    ) -> Result<T> {
        let command = command.into();
        let started = Instant::now();
        let outcome = run();
        let took = started.elapsed();
        let (held, saw) = match &outcome {
            Ok((_, saw)) => (true, saw.clone()),
            Err(error) => (false, format!("{error:#}")),
        };
        self.tell(title, &command, &saw, took, held);
        outcome.map(|(value, _)| value)
    }

    fn tell(&mut self, title: &str, command: &str, saw: &str, took: Duration, held: bool) {
        let time = ui::time(took);
        let head = ui::pad(title, 34);
        self.say(&format!("  {} {head} {}", ui::mark(held), ui::dim(&time)));
        for line in command.lines() {
            // An indented line goes on with the one before it.
            let prompt = if line.starts_with(' ') { " " } else { "$" };
            self.say(&ui::dim(&format!("      {prompt} {line}")));
        }
        for line in saw.lines() {
            for part in wrapped(line, WIDTH - 6) {
                self.say(&format!("      {part}"));
            }
        }
        self.steps.push(Step {
            section: self.section.clone(),
            title: title.to_owned(),
            command: command.to_owned(),
            saw: saw.to_owned(),
            milliseconds: took.as_secs_f64() * 1000.0,
            held,
        });
    }

    pub(super) fn failed(&mut self, error: &anyhow::Error) {
        self.error = Some(format!("{error:#}"));
    }

    pub(super) fn held(&self) -> bool {
        self.error.is_none() && !self.steps.is_empty() && self.steps.iter().all(|step| step.held)
    }

    pub(super) fn closing(&self, instance: &Child, keep: bool) {
        let took = self.started.elapsed();
        if self.json {
            let document = serde_json::json!({
                "version": 1,
                "held": self.held(),
                "network": instance.ready.network,
                "error": self.error,
                "milliseconds": took.as_secs_f64() * 1000.0,
                "steps": self.steps,
            });
            ui::print(&document.to_string());
            return;
        }
        let held = self.steps.iter().filter(|step| step.held).count();
        self.say("");
        self.say(&format!(
            "{} {held} of {} steps held, in {}",
            ui::mark(self.held()),
            self.steps.len(),
            ui::time(took)
        ));
        if let Some(error) = &self.error {
            self.say(&format!("stopped: {error}"));
        }
        if keep {
            self.say("");
            self.say("The lab goes on running. To use it:");
            self.say(&format!("  export SEKISHO_DATA_DIR={}", instance.directory().display()));
            self.say("  eval \"$(sekisho env)\"; sekisho status; sekisho exec onprem -- sh");
            self.say(&format!("  kill {}      stops it", instance.pid()));
        } else {
            self.say(&ui::dim("Other ways to break it: --break sg|header|stage|policy|deploy|route|dns"));
        }
    }
}

/// Breaks a long line at blanks where it can.
fn wrapped(line: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for word in line.split_inclusive(' ') {
        if !current.is_empty() && unicode_width::UnicodeWidthStr::width(current.as_str()) + word.len() > width
        {
            lines.push(std::mem::take(&mut current).trim_end().to_owned());
        }
        current.push_str(word);
    }
    lines.push(current);
    lines
}

#[cfg(test)]
mod tests {
    #[test]
    fn long_lines_break_at_blanks_and_lose_nothing() {
        let text = "one two three four";
        let lines = super::wrapped(text, 9);
        assert_eq!(lines, ["one two", "three", "four"]);
        assert_eq!(super::wrapped("", 9), [""]);
        assert_eq!(super::wrapped("unbreakable-and-long", 5), ["unbreakable-and-long"]);
    }
}
