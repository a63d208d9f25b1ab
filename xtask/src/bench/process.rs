//! Processes of a benchmark: started on a core, watched through `/proc`, ended with certainty.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(120);

/// A command bound to a core, on the path that also finds servers, in a session of its own that goes before others.
///
/// A session is a scheduling group; inside one with the others' weight a nice value says nothing. Only the privileged
/// can raise a group's weight, and others do without.
pub(crate) fn on_core(core: usize, program: &str) -> Command {
    const PREFERRED: &str = "(echo -17 > /proc/self/autogroup) 2>/dev/null; exec taskset -c \"$0\" \"$@\"";
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new("setsid");
    command.args(["sh", "-c", PREFERRED, &core.to_string(), program]);
    command.env("PATH", format!("{path}:/usr/sbin:/sbin"));
    command
}

/// A running server.
pub(crate) struct Server {
    child: Child,
    control: Option<ChildStdin>,
    lines: mpsc::Receiver<String>,
}

impl Server {
    /// Starts it; its output can be waited for line by line.
    pub(crate) fn start(mut command: Command) -> Result<Self, String> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| format!("{command:?}: {error}"))?;
        let control = child.stdin.take();
        let (send, lines) = mpsc::channel();
        if let Some(output) = child.stdout.take() {
            // Ends with the server's output.
            std::thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    if send.send(line).is_err() {
                        return;
                    }
                }
            });
        }
        Ok(Self { child, control, lines })
    }

    /// The rest of the first line that starts so.
    pub(crate) fn wait_for(&self, start: &str) -> Result<String, String> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let line = self
                .lines
                .recv_timeout(left)
                .map_err(|_| format!("a server did not say `{start}` in time"))?;
            if let Some(rest) = line.strip_prefix(start) {
                return Ok(rest.trim().to_owned());
            }
        }
    }

    /// Waits until somebody listens there.
    pub(crate) fn wait_until_listening(&mut self, address: SocketAddr) -> Result<(), String> {
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("a server ended: {status}"));
            }
            if Instant::now() > deadline {
                return Err(format!("nobody listens on {address}"));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// Tells the server a line.
    pub(crate) fn tell(&mut self, line: &str) -> Result<(), String> {
        use std::io::Write as _;
        let control = self.control.as_mut().ok_or("the server's input is closed")?;
        writeln!(control, "{line}").map_err(|error| error.to_string())
    }

    /// Closes its input and waits for its end.
    pub(crate) fn end_politely(mut self) -> Result<(), String> {
        drop(self.control.take());
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            match self.child.try_wait() {
                Ok(Some(_)) => return Ok(()),
                Ok(None) => std::thread::sleep(Duration::from_millis(20)),
                Err(error) => return Err(error.to_string()),
            }
        }
        Err("a server did not end".to_owned())
    }

    /// CPU time of the process tree so far, in nanoseconds.
    pub(crate) fn cpu(&self) -> u64 {
        tree(self.child.id()).into_iter().map(cpu_of).sum()
    }

    /// Resident memory of the process tree, in KiB.
    pub(crate) fn memory(&self) -> u64 {
        tree(self.child.id()).into_iter().map(memory_of).sum()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Parents first: one that sees its child end may start another.
        for process in tree(self.child.id()) {
            drop(Command::new("kill").args(["-KILL", &process.to_string()]).stderr(Stdio::null()).status());
        }
        drop(self.child.wait());
    }
}

/// A process and all below it.
fn tree(process: u32) -> Vec<u32> {
    let mut all = vec![process];
    let mut at = 0;
    while let Some(&process) = all.get(at) {
        for task in tasks(process) {
            let children =
                fs::read_to_string(format!("/proc/{process}/task/{task}/children")).unwrap_or_default();
            all.extend(children.split_whitespace().filter_map(|child| child.parse::<u32>().ok()));
        }
        at += 1;
    }
    all
}

fn tasks(process: u32) -> Vec<String> {
    let entries = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

fn cpu_of(process: u32) -> u64 {
    let first = |text: String| text.split_whitespace().next().and_then(|word| word.parse::<u64>().ok());
    tasks(process)
        .iter()
        .filter_map(|task| fs::read_to_string(format!("/proc/{process}/task/{task}/schedstat")).ok())
        .filter_map(first)
        .sum()
}

fn memory_of(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or(0)
}

/// A port that nobody has just now.
pub(crate) fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

/// Ticks of the whole machine: all, and those another machine took.
pub(crate) fn steal() -> (u64, u64) {
    let text = fs::read_to_string("/proc/stat").unwrap_or_default();
    let ticks: Vec<u64> = text
        .lines()
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .skip(1)
        .filter_map(|word| word.parse().ok())
        .collect();
    (ticks.iter().take(8).sum(), ticks.get(7).copied().unwrap_or(0))
}
