//! What passes between the process and its dialer: small fixed messages over a `SOCK_SEQPACKET` pair, and descriptors.

use std::io::{self, IoSlice, IoSliceMut};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::time::Duration;

/// Bytes of a request: id, kind, family, port, address, milliseconds.
const REQUEST: usize = 8 + 1 + 1 + 2 + 16 + 4;
/// Bytes of an answer: id and error number.
const ANSWER: usize = 8 + 4;
/// Room for one descriptor's control message, aligned.
const CONTROL: usize = 8;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Connect = 1,
    Listen = 2,
    Bind = 3,
}

/// A request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) id: u64,
    pub(super) kind: Kind,
    pub(super) address: SocketAddr,
    pub(super) patience: Duration,
}

impl Request {
    fn encode(&self) -> [u8; REQUEST] {
        let mut bytes = [0; REQUEST];
        bytes[0..8].copy_from_slice(&self.id.to_ne_bytes());
        bytes[8] = self.kind as u8;
        bytes[10..12].copy_from_slice(&self.address.port().to_ne_bytes());
        match self.address.ip() {
            IpAddr::V4(ip) => {
                bytes[9] = 4;
                bytes[12..16].copy_from_slice(&ip.octets());
            }
            IpAddr::V6(ip) => {
                bytes[9] = 6;
                bytes[12..28].copy_from_slice(&ip.octets());
            }
        }
        let milliseconds = u32::try_from(self.patience.as_millis()).unwrap_or(u32::MAX);
        bytes[28..32].copy_from_slice(&milliseconds.to_ne_bytes());
        bytes
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; REQUEST] = bytes.try_into().ok()?;
        let kind = match bytes[8] {
            1 => Kind::Connect,
            2 => Kind::Listen,
            3 => Kind::Bind,
            _ => return None,
        };
        let ip: IpAddr = match bytes[9] {
            4 => Ipv4Addr::from(<[u8; 4]>::try_from(&bytes[12..16]).ok()?).into(),
            6 => Ipv6Addr::from(<[u8; 16]>::try_from(&bytes[12..28]).ok()?).into(),
            _ => return None,
        };
        Some(Self {
            id: u64::from_ne_bytes(bytes[0..8].try_into().ok()?),
            kind,
            address: SocketAddr::new(ip, u16::from_ne_bytes([bytes[10], bytes[11]])),
            patience: Duration::from_millis(u64::from(u32::from_ne_bytes(bytes[28..32].try_into().ok()?))),
        })
    }
}

pub(super) fn send_request(channel: &OwnedFd, request: &Request) -> io::Result<()> {
    send(channel, &request.encode(), None)
}

/// The next request; none when the other side is gone.
pub(super) fn receive_request(channel: &OwnedFd) -> io::Result<Option<Request>> {
    let mut bytes = [0; REQUEST];
    match receive(channel, &mut bytes)? {
        (0, _) => Ok(None),
        (length, _) => {
            Request::decode(&bytes[..length]).map(Some).ok_or_else(|| io::ErrorKind::InvalidData.into())
        }
    }
}

pub(super) fn send_answer(channel: &OwnedFd, id: u64, answer: io::Result<OwnedFd>) -> io::Result<()> {
    let mut bytes = [0; ANSWER];
    bytes[0..8].copy_from_slice(&id.to_ne_bytes());
    match answer {
        Ok(fd) => send(channel, &bytes, Some(&fd)),
        Err(error) => {
            let code = error.raw_os_error().unwrap_or(libc::EIO);
            bytes[8..12].copy_from_slice(&code.to_ne_bytes());
            send(channel, &bytes, None)
        }
    }
}

/// The next answer; none when the other side is gone.
pub(super) fn receive_answer(channel: &OwnedFd) -> io::Result<Option<(u64, io::Result<OwnedFd>)>> {
    let mut bytes = [0; ANSWER];
    let (length, fd) = receive(channel, &mut bytes)?;
    if length != ANSWER {
        return if length == 0 { Ok(None) } else { Err(io::ErrorKind::InvalidData.into()) };
    }
    let [a, b, c, d, e, f, g, h, code @ ..] = bytes;
    let id = u64::from_ne_bytes([a, b, c, d, e, f, g, h]);
    let answer = match (i32::from_ne_bytes(code), fd) {
        (0, Some(fd)) => Ok(fd),
        (0, None) => Err(io::ErrorKind::InvalidData.into()),
        (code, _) => Err(io::Error::from_raw_os_error(code)),
    };
    Ok(Some((id, answer)))
}

fn send(channel: &OwnedFd, bytes: &[u8], fd: Option<&OwnedFd>) -> io::Result<()> {
    let mut part = IoSlice::new(bytes);
    let mut control = [0_u64; CONTROL];
    // SAFETY: all zero is a valid, empty header.
    let mut header: libc::msghdr = unsafe { std::mem::zeroed() };
    header.msg_iov = (&raw mut part).cast();
    header.msg_iovlen = 1;
    if let Some(fd) = fd {
        header.msg_control = control.as_mut_ptr().cast();
        // SAFETY: plain arithmetic.
        header.msg_controllen = unsafe { libc::CMSG_SPACE(size_of::<i32>() as u32) } as _;
        // SAFETY: the control buffer is aligned and large enough for one descriptor.
        unsafe {
            let first = libc::CMSG_FIRSTHDR(&raw const header);
            (*first).cmsg_level = libc::SOL_SOCKET;
            (*first).cmsg_type = libc::SCM_RIGHTS;
            (*first).cmsg_len = libc::CMSG_LEN(size_of::<i32>() as u32) as _;
            libc::CMSG_DATA(first).cast::<i32>().write_unaligned(fd.as_raw_fd());
        }
    }
    // SAFETY: the header's pointers are to locals that live through the call.
    let sent = unsafe { libc::sendmsg(channel.as_raw_fd(), &raw const header, libc::MSG_NOSIGNAL) };
    if sent < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

fn receive(channel: &OwnedFd, bytes: &mut [u8]) -> io::Result<(usize, Option<OwnedFd>)> {
    let mut part = IoSliceMut::new(bytes);
    let mut control = [0_u64; CONTROL];
    // SAFETY: all zero is a valid, empty header.
    let mut header: libc::msghdr = unsafe { std::mem::zeroed() };
    header.msg_iov = (&raw mut part).cast();
    header.msg_iovlen = 1;
    header.msg_control = control.as_mut_ptr().cast();
    header.msg_controllen = size_of_val(&control) as _;
    let length = loop {
        // SAFETY: the header's pointers are to locals that live through the call.
        let length = unsafe { libc::recvmsg(channel.as_raw_fd(), &raw mut header, libc::MSG_CMSG_CLOEXEC) };
        match usize::try_from(length) {
            Ok(length) => break length,
            Err(_) => {
                let error = io::Error::last_os_error();
                if error.kind() != io::ErrorKind::Interrupted {
                    return Err(error);
                }
            }
        }
    };
    // SAFETY: the kernel has written whole control messages into the buffer, or none.
    let fd = unsafe {
        let first = libc::CMSG_FIRSTHDR(&raw const header);
        (!first.is_null() && (*first).cmsg_type == libc::SCM_RIGHTS)
            .then(|| OwnedFd::from_raw_fd(libc::CMSG_DATA(first).cast::<i32>().read_unaligned()))
    };
    Ok((length, fd))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_survive_and_rubbish_does_not() {
        for address in ["127.0.0.1:1", "[::1]:65535"] {
            let request = Request {
                id: 7,
                kind: Kind::Listen,
                address: address.parse().unwrap(),
                patience: Duration::from_millis(1500),
            };
            assert_eq!(Request::decode(&request.encode()), Some(request));
        }
        for bytes in [&[][..], &[0; REQUEST], &[255; REQUEST], &[1; REQUEST + 1]] {
            assert_eq!(Request::decode(bytes), None);
        }
    }
}
