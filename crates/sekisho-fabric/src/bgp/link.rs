//! A connection and its session: bytes from the one to the other.
//!
//! Nothing here waits but [`ready`]; reading takes what is there and writing gives what is taken, so that one slow peer
//! cannot hold up its own other connection.

use std::io;
use std::time::Instant;

use tokio::io::Interest;
use tokio::net::TcpStream;

use super::session::Session;

/// Bytes read from one connection before others get their turn.
const READ_BUDGET: usize = 256 * 1024;

/// A connection and its session.
pub(crate) struct Link {
    pub(crate) stream: TcpStream,
    pub(crate) session: Session,
}

/// Until a connection has something to read, or can take what waits to be written.
pub(crate) async fn ready(link: Option<&Link>) {
    match link {
        Some(link) => {
            let write = link.session.has_output();
            let interest = if write { Interest::READABLE | Interest::WRITABLE } else { Interest::READABLE };
            // An error shows itself again when the connection is read.
            let _ = link.stream.ready(interest).await;
        }
        None => std::future::pending().await,
    }
}

impl Link {
    /// Reads what is there.
    pub(crate) fn read(&mut self) -> Result<(), String> {
        let mut buffer = [0; 16 * 1024];
        let mut budget = READ_BUDGET;
        while budget > 0 {
            match self.stream.try_read(&mut buffer) {
                Ok(0) => return Err("the peer closed the connection".to_owned()),
                Ok(read) => {
                    self.session.receive(&buffer[..read]);
                    budget = budget.saturating_sub(read);
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
                Err(error) => return Err(format!("the connection failed: {error}")),
            }
        }
        Ok(())
    }

    /// Writes what the connection takes.
    pub(crate) fn write(&mut self, now: Instant) {
        while self.session.has_output() {
            let output = self.session.output();
            match self.stream.try_write(output) {
                Ok(written) => drop(output.split_to(written)),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                Err(error) => {
                    self.session.disconnected(format!("the connection failed: {error}"), now);
                    return;
                }
            }
        }
    }
}
