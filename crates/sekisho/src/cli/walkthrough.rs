//! `sekisho walkthrough`: the reference path, live, on a fresh lab.
//!
//! It starts an instance of its own in a temporary directory and is from then on an outsider: the AWS APIs signed as any
//! SDK signs, the lab's commands, and packets sent from a lab host. Each step says what it saw, how long it took and the
//! line a person would type; a step that did not hold makes the exit code 1. At the end the path is broken on purpose
//! and mended again.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;

use super::Walkthrough;

mod breaks;
mod instance;
mod path;
mod story;

pub(super) use breaks::Break;

pub(super) fn run(options: &Walkthrough, data_dir: Option<PathBuf>) -> Result<ExitCode> {
    let router = options.router.as_deref().map(parse_router).transpose()?;
    let mut story = story::Story::new(options.json);
    let instance = instance::Child::start(data_dir, options.network.as_deref(), options.keep)?;
    story.opening(&instance);
    let outcome = path::Path::new(&instance, router).and_then(|mut path| {
        path.play(&mut story)?;
        breaks::play(&mut path, &mut story, options.break_.unwrap_or(Break::Sg))
    });
    if let Err(error) = outcome {
        story.failed(&error);
    }
    story.closing(&instance, options.keep);
    if options.keep {
        instance.leave_running();
    }
    Ok(if story.held() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn parse_router(text: &str) -> Result<sekisho_core::lab::RouterKind> {
    use sekisho_core::lab::RouterKind;
    [RouterKind::Bird, RouterKind::Frr, RouterKind::BuiltIn]
        .into_iter()
        .find(|kind| kind.as_str() == text)
        .ok_or_else(|| anyhow::anyhow!("`{text}` is not a router; there are bird, frr and built-in"))
}
