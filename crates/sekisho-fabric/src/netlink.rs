//! Talking to the kernel: netlink messages and the socket that carries them.
//!
//! Synchronous, because every request runs on the one thread that lives in the namespace it is about, and is answered
//! within microseconds. What is needed of the protocols is small (a few message types of rtnetlink and nf_tables), so it
//! is written out here: one encoder serves both families, and there is nothing to fork or to link.
//!
//! Sources: `netlink(7)`, `rtnetlink(7)`, and the kernel's uapi headers `linux/netlink.h` and `linux/rtnetlink.h`.
#![expect(unsafe_code, reason = "netlink sockets have no safe form in the standard library")]

use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};

pub(crate) mod link;
pub(crate) mod nftables;
pub(crate) mod route;

const HEADER: usize = 16;
const NLMSG_ERROR: u16 = 2;
const NLMSG_DONE: u16 = 3;
/// A nested attribute.
const NESTED: u16 = 0x8000;
/// Bytes asked for as socket buffers; what the kernel gives may be less.
const BUFFER: libc::c_int = 4 << 20;
/// Bytes read at once; the kernel sends at most 32 KiB in one piece of a dump.
const READ: usize = 64 << 10;
/// Bytes of one dump, at most.
const DUMP_MAX: usize = 64 << 20;

pub(crate) const REQUEST: u16 = libc::NLM_F_REQUEST as u16;
pub(crate) const ACK: u16 = libc::NLM_F_ACK as u16;
pub(crate) const CREATE: u16 = libc::NLM_F_CREATE as u16;
pub(crate) const REPLACE: u16 = libc::NLM_F_REPLACE as u16;
pub(crate) const EXCLUSIVE: u16 = libc::NLM_F_EXCL as u16;
pub(crate) const APPEND: u16 = libc::NLM_F_APPEND as u16;
pub(crate) const DUMP: u16 = libc::NLM_F_DUMP as u16;

/// A message being written.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    bytes: Vec<u8>,
}

impl Message {
    /// A message of a type with its family's fixed header.
    pub(crate) fn new(kind: u16, flags: u16, fixed: &[u8]) -> Self {
        let mut bytes = vec![0; HEADER];
        bytes[4..6].copy_from_slice(&kind.to_ne_bytes());
        bytes[6..8].copy_from_slice(&(flags | REQUEST).to_ne_bytes());
        bytes.extend_from_slice(fixed);
        Self { bytes }
    }

    /// Bytes so far.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Fixed bytes in the middle, as a veth's peer has them.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// An attribute.
    pub(crate) fn bytes(&mut self, kind: u16, value: &[u8]) {
        let length = u16::try_from(4 + value.len()).unwrap_or(u16::MAX);
        self.bytes.extend_from_slice(&length.to_ne_bytes());
        self.bytes.extend_from_slice(&kind.to_ne_bytes());
        self.bytes.extend_from_slice(value);
        self.bytes.resize(self.bytes.len().next_multiple_of(4), 0);
    }

    /// A number in the machine's order, as rtnetlink has them.
    pub(crate) fn u32(&mut self, kind: u16, value: u32) {
        self.bytes(kind, &value.to_ne_bytes());
    }

    /// A number in network order, as nf_tables has them.
    pub(crate) fn be32(&mut self, kind: u16, value: u32) {
        self.bytes(kind, &value.to_be_bytes());
    }

    /// A string with its final zero.
    pub(crate) fn text(&mut self, kind: u16, value: &str) {
        let mut bytes = value.as_bytes().to_vec();
        bytes.push(0);
        self.bytes(kind, &bytes);
    }

    /// Attributes inside an attribute. The caller keeps it below 64 KiB.
    pub(crate) fn nest(&mut self, kind: u16, fill: impl FnOnce(&mut Self)) {
        let start = self.bytes.len();
        self.bytes(kind | NESTED, &[]);
        fill(self);
        let length = u16::try_from(self.bytes.len() - start).unwrap_or(u16::MAX);
        self.bytes[start..start + 2].copy_from_slice(&length.to_ne_bytes());
    }

    fn add_flags(&mut self, flags: u16) {
        let old = u16::from_ne_bytes([self.bytes[6], self.bytes[7]]);
        self.bytes[6..8].copy_from_slice(&(old | flags).to_ne_bytes());
    }

    fn seal(&mut self, sequence: u32) {
        let length = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX);
        self.bytes[0..4].copy_from_slice(&length.to_ne_bytes());
        self.bytes[8..12].copy_from_slice(&sequence.to_ne_bytes());
    }
}

/// A message that came.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) kind: u16,
    sequence: u32,
    pub(crate) body: Vec<u8>,
}

/// The attributes of a byte string, in order. What does not fit ends it.
pub(crate) fn attributes(mut bytes: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let length = usize::from(u16::from_ne_bytes(bytes.get(0..2)?.try_into().ok()?));
        let kind = u16::from_ne_bytes(bytes.get(2..4)?.try_into().ok()?) & !(NESTED | 0x4000);
        let value = bytes.get(4..length)?;
        bytes = bytes.get(length.next_multiple_of(4)..).unwrap_or_default();
        Some((kind, value))
    })
}

/// A number in the machine's order.
pub(crate) fn number(value: &[u8]) -> Option<u32> {
    Some(u32::from_ne_bytes(value.get(0..4)?.try_into().ok()?))
}

/// An IPv4 address.
pub(crate) fn address(value: &[u8]) -> Option<std::net::Ipv4Addr> {
    let octets: [u8; 4] = value.try_into().ok()?;
    Some(octets.into())
}

/// A string without its final zero.
pub(crate) fn text(value: &[u8]) -> String {
    let end = value.iter().position(|byte| *byte == 0).unwrap_or(value.len());
    String::from_utf8_lossy(&value[..end]).into_owned()
}

/// A netlink socket of the namespace its thread was in.
#[derive(Debug)]
pub(crate) struct Socket {
    fd: OwnedFd,
    sequence: u32,
}

impl Socket {
    /// Opens one: `NETLINK_ROUTE` or `NETLINK_NETFILTER`.
    pub(crate) fn open(protocol: libc::c_int) -> io::Result<Self> {
        // SAFETY: no pointers; the result is checked before use.
        let raw = unsafe { libc::socket(libc::AF_NETLINK, libc::SOCK_RAW | libc::SOCK_CLOEXEC, protocol) };
        if raw < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: just opened, owned by nobody else.
        let fd = unsafe { OwnedFd::from_raw_fd(raw) };
        let socket = Self { fd, sequence: 0 };
        for (forced, plain) in
            [(libc::SO_RCVBUFFORCE, libc::SO_RCVBUF), (libc::SO_SNDBUFFORCE, libc::SO_SNDBUF)]
        {
            if socket.option(forced, &BUFFER).is_err() {
                // Without the privilege the kernel gives less, which chunking allows for.
                let _ = socket.option(plain, &BUFFER);
            }
        }
        // The kernel answers at once; a lost answer must not hang the namespace's thread for ever.
        let patience = libc::timeval { tv_sec: 10, tv_usec: 0 };
        socket.option(libc::SO_RCVTIMEO, &patience)?;
        Ok(socket)
    }

    /// A socket that is told of changes: a bit mask of rtnetlink groups, or one nfnetlink group by number.
    pub(crate) fn listen(protocol: libc::c_int, groups: &[u32]) -> io::Result<OwnedFd> {
        let socket = Self::open(protocol)?;
        // SAFETY: all zero is a valid address.
        let mut address: libc::sockaddr_nl = unsafe { std::mem::zeroed() };
        address.nl_family = libc::AF_NETLINK as libc::sa_family_t;
        // SAFETY: the pointer and length are of one local value.
        let bound = unsafe {
            libc::bind(
                socket.fd.as_raw_fd(),
                (&raw const address).cast(),
                size_of::<libc::sockaddr_nl>() as libc::socklen_t,
            )
        };
        if bound != 0 {
            return Err(io::Error::last_os_error());
        }
        for group in groups {
            set_option(&socket.fd, libc::SOL_NETLINK, libc::NETLINK_ADD_MEMBERSHIP, group)?;
        }
        Ok(socket.fd)
    }

    fn option<T>(&self, name: libc::c_int, value: &T) -> io::Result<()> {
        set_option(&self.fd, libc::SOL_SOCKET, name, value)
    }

    fn send(&self, bytes: &[u8]) -> io::Result<()> {
        // SAFETY: the pointer and length are of one slice.
        let sent = unsafe { libc::send(self.fd.as_raw_fd(), bytes.as_ptr().cast(), bytes.len(), 0) };
        if sent < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
    }

    fn receive(&self) -> io::Result<Vec<Received>> {
        let mut buffer = vec![0_u8; READ];
        let length = loop {
            // SAFETY: the pointer and length are of one buffer.
            let length =
                unsafe { libc::recv(self.fd.as_raw_fd(), buffer.as_mut_ptr().cast(), buffer.len(), 0) };
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
        buffer.truncate(length);
        Ok(split(&buffer))
    }

    /// Sends one message and waits until it is done.
    pub(crate) fn request(&mut self, mut message: Message) -> io::Result<()> {
        self.sequence = self.sequence.wrapping_add(1);
        message.add_flags(ACK);
        message.seal(self.sequence);
        self.send(&message.bytes)?;
        self.acknowledged(self.sequence, self.sequence)
    }

    /// Sends several messages as one piece, the last one acknowledged; any failure is the result.
    pub(crate) fn transact(&mut self, messages: Vec<Message>, acknowledged: usize) -> io::Result<()> {
        let first = self.sequence.wrapping_add(1);
        let mut last = first;
        let mut bytes = Vec::new();
        for (index, mut message) in messages.into_iter().enumerate() {
            self.sequence = self.sequence.wrapping_add(1);
            if index == acknowledged {
                message.add_flags(ACK);
                last = self.sequence;
            }
            message.seal(self.sequence);
            bytes.extend_from_slice(&message.bytes);
        }
        self.send(&bytes)?;
        self.acknowledged(first, last)
    }

    /// Waits for the answer to `last`, or for a failure of any message from `first` on.
    fn acknowledged(&self, first: u32, last: u32) -> io::Result<()> {
        let mut failure = None;
        loop {
            for received in self.receive()? {
                if received.kind != NLMSG_ERROR || received.sequence < first {
                    continue;
                }
                let code = received.body.get(0..4).and_then(|code| code.try_into().ok());
                let code = i32::from_ne_bytes(code.unwrap_or_default());
                if code != 0 {
                    let error = io::Error::from_raw_os_error(-code);
                    if received.sequence == first && first != last {
                        // The commit itself was refused: nothing else is answered.
                        return Err(failure.unwrap_or(error));
                    }
                    failure.get_or_insert(error);
                }
                if received.sequence >= last {
                    return failure.map_or(Ok(()), Err);
                }
            }
        }
    }

    /// Sends a question that is answered by one message.
    pub(crate) fn ask(&mut self, mut message: Message) -> io::Result<Received> {
        self.sequence = self.sequence.wrapping_add(1);
        message.seal(self.sequence);
        self.send(&message.bytes)?;
        loop {
            for received in self.receive()? {
                if received.sequence == self.sequence {
                    failure(&received)?;
                    return Ok(received);
                }
            }
        }
    }

    /// Everything of a kind.
    pub(crate) fn dump(&mut self, mut message: Message) -> io::Result<Vec<Received>> {
        self.sequence = self.sequence.wrapping_add(1);
        message.add_flags(DUMP);
        message.seal(self.sequence);
        self.send(&message.bytes)?;
        let (mut all, mut size) = (Vec::new(), 0);
        loop {
            for received in self.receive()? {
                if received.sequence != self.sequence {
                    continue;
                }
                if received.kind == NLMSG_DONE {
                    return Ok(all);
                }
                failure(&received)?;
                size += received.body.len();
                if size > DUMP_MAX {
                    return Err(io::Error::other("the kernel's tables are larger than this program reads"));
                }
                all.push(received);
            }
        }
    }
}

fn failure(received: &Received) -> io::Result<()> {
    if received.kind != NLMSG_ERROR {
        return Ok(());
    }
    let code = received.body.get(0..4).and_then(|code| code.try_into().ok());
    match i32::from_ne_bytes(code.unwrap_or_default()) {
        0 => Ok(()),
        code => Err(io::Error::from_raw_os_error(-code)),
    }
}

fn split(mut bytes: &[u8]) -> Vec<Received> {
    let mut all = Vec::new();
    while let Some(header) = bytes.get(..HEADER) {
        let field =
            |at: usize| u32::from_ne_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
        let length = field(0) as usize;
        let Some(body) = bytes.get(HEADER..length) else { break };
        let kind = u16::from_ne_bytes([header[4], header[5]]);
        all.push(Received { kind, sequence: field(8), body: body.to_vec() });
        bytes = bytes.get(length.next_multiple_of(4)..).unwrap_or_default();
    }
    all
}

fn set_option<T>(fd: &OwnedFd, level: libc::c_int, name: libc::c_int, value: &T) -> io::Result<()> {
    // SAFETY: the pointer and size are of one value that lives through the call.
    let result = unsafe {
        libc::setsockopt(
            fd.as_raw_fd(),
            level,
            name,
            (&raw const *value).cast(),
            size_of::<T>() as libc::socklen_t,
        )
    };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_input_ends_the_list() {
        for bytes in [&[][..], &[1], &[0, 0, 0, 0], &[3, 0, 1, 0], &[200, 0, 1, 0, 9], &[255; 64]] {
            assert_eq!(attributes(bytes).count(), 0, "{bytes:?}");
        }
        assert!(split(&[255; 64]).is_empty() && split(&[0; 64]).is_empty());
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut message = Message::new(9, 0, &[]);
        message.text(1, "ab");
        message.nest(2, |message| message.u32(3, 7));
        message.bytes(4, &[1, 2, 3, 4, 5]);
        message.seal(5);
        let received = split(&message.bytes);
        assert_eq!((received.len(), received[0].kind, received[0].sequence), (1, 9, 5));
        let read: Vec<_> = attributes(&received[0].body).collect();
        assert_eq!((read[0].0, text(read[0].1)), (1, "ab".to_owned()));
        assert_eq!(
            attributes(read[1].1).map(|(kind, value)| (kind, number(value))).next(),
            Some((3, Some(7)))
        );
        assert_eq!(read[2], (4, &[1, 2, 3, 4, 5][..]));
    }
}
