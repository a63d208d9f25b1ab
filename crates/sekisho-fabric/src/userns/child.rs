//! The dialer's own loop. It has one thread, no allocation to speak of, and no state but the connections under way.

use std::io;
use std::net::SocketAddr;
use std::os::fd::{AsRawFd, OwnedFd};
use std::time::{Duration, Instant};

use socket2::{Domain, Protocol, Socket, Type};

use super::OUTSTANDING_MAX;
use super::message::{self, Kind, Request};

const BACKLOG: i32 = 1024;

/// A connection under way.
struct Dial {
    id: u64,
    socket: Socket,
    deadline: Instant,
}

/// Serves requests until the parent is gone; never returns.
pub(super) fn run(channel: &OwnedFd) -> ! {
    // SAFETY: plain numbers and a string with its zero. The terminal's signals are the parent's to handle: this process
    // ends when the parent's end of the channel does.
    unsafe {
        libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL);
        libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        libc::prctl(libc::PR_SET_NAME, c"sekisho-dialer".as_ptr());
        for signal in [libc::SIGINT, libc::SIGTERM, libc::SIGHUP, libc::SIGQUIT, libc::SIGPIPE] {
            libc::signal(signal, libc::SIG_IGN);
        }
    }
    let mut dials = Vec::new();
    while serve(channel, &mut dials).is_ok_and(|more| more) {}
    // SAFETY: ends the process without running what belongs to the parent.
    unsafe { libc::_exit(0) }
}

/// Waits for something to happen and handles it. Whether there is more to come.
fn serve(channel: &OwnedFd, dials: &mut Vec<Dial>) -> io::Result<bool> {
    let poll = |fd: i32, events: i16| libc::pollfd { fd, events, revents: 0 };
    let mut polled = vec![poll(channel.as_raw_fd(), libc::POLLIN)];
    polled.extend(dials.iter().map(|dial| poll(dial.socket.as_raw_fd(), libc::POLLOUT)));
    let now = Instant::now();
    let next = dials.iter().map(|dial| dial.deadline.saturating_duration_since(now)).min();
    let timeout = next.map_or(-1, |next| i32::try_from(next.as_millis() + 1).unwrap_or(i32::MAX));
    // SAFETY: the pointer and length are of one vector.
    let ready = unsafe { libc::poll(polled.as_mut_ptr(), polled.len() as libc::nfds_t, timeout) };
    if ready < 0 {
        let error = io::Error::last_os_error();
        return if error.kind() == io::ErrorKind::Interrupted { Ok(true) } else { Err(error) };
    }
    let now = Instant::now();
    let mut index = 0;
    let mut kept = Vec::new();
    for dial in dials.drain(..) {
        index += 1;
        if polled[index].revents != 0 {
            let outcome = match dial.socket.take_error()? {
                None => Ok(dial.socket.into()),
                Some(error) => Err(error),
            };
            message::send_answer(channel, dial.id, outcome)?;
        } else if dial.deadline <= now {
            message::send_answer(channel, dial.id, Err(io::Error::from_raw_os_error(libc::ETIMEDOUT)))?;
        } else {
            kept.push(dial);
        }
    }
    *dials = kept;
    if polled[0].revents == 0 {
        return Ok(true);
    }
    let Some(request) = message::receive_request(channel)? else { return Ok(false) };
    match start(&request, dials.len()) {
        Ok(Started::Ready(socket)) => message::send_answer(channel, request.id, Ok(socket.into()))?,
        Ok(Started::Dialling(dial)) => dials.push(dial),
        Err(error) => message::send_answer(channel, request.id, Err(error))?,
    }
    Ok(true)
}

enum Started {
    Ready(Socket),
    Dialling(Dial),
}

fn start(request: &Request, outstanding: usize) -> io::Result<Started> {
    let Request { id, kind, address, patience } = *request;
    let socket = socket(address, kind)?;
    match kind {
        Kind::Listen => {
            socket.set_reuse_address(true)?;
            socket.bind(&address.into())?;
            socket.listen(BACKLOG)?;
            Ok(Started::Ready(socket))
        }
        Kind::Bind => {
            socket.bind(&address.into())?;
            Ok(Started::Ready(socket))
        }
        Kind::Connect if outstanding >= OUTSTANDING_MAX => Err(io::Error::from_raw_os_error(libc::EAGAIN)),
        Kind::Connect => match socket.connect(&address.into()) {
            Ok(()) => Ok(Started::Ready(socket)),
            Err(error) if error.raw_os_error() == Some(libc::EINPROGRESS) => {
                let deadline = Instant::now() + patience.min(Duration::from_secs(3600));
                Ok(Started::Dialling(Dial { id, socket, deadline }))
            }
            Err(error) => Err(error),
        },
    }
}

fn socket(address: SocketAddr, kind: Kind) -> io::Result<Socket> {
    let (kind, protocol) = match kind {
        Kind::Bind => (Type::DGRAM, Protocol::UDP),
        Kind::Connect | Kind::Listen => (Type::STREAM, Protocol::TCP),
    };
    Socket::new(Domain::for_address(address), kind.nonblocking().cloexec(), Some(protocol))
}
