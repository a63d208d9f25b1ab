//! The TCP MD5 signature option of a socket (RFC 2385), which Direct Connect demands of every session.
//!
//! The kernel signs and checks each segment; a segment with a wrong or missing digest is dropped without an answer,
//! so a wrong key looks like silence to both sides. Keys are set for one remote address at a time: on the socket
//! that dials, and on the listening one, from which accepted connections inherit them. The structure is declared here
//! because `libc` has the option's number but not its argument (Linux `include/uapi/linux/tcp.h`,
//! `struct tcp_md5sig`). This is the only unsafe code of the speaker.

use std::io;
use std::net::IpAddr;
use std::os::fd::{AsRawFd, BorrowedFd};

use super::config::MAX_AUTH_KEY_LEN;

/// `struct tcp_md5sig`, 216 bytes on every architecture.
#[repr(C, align(8))]
struct TcpMd5Sig {
    /// A `sockaddr_storage` holding the remote address; the port is not looked at.
    address: [u8; 128],
    flags: u8,
    prefix_len: u8,
    key_len: u16,
    interface_index: i32,
    key: [u8; MAX_AUTH_KEY_LEN],
}

const _: () = assert!(size_of::<TcpMd5Sig>() == 216, "the kernel's structure has 216 bytes");

/// Signs and checks everything between `socket` and `remote` with `key`.
///
/// # Errors
///
/// `InvalidInput` for a key the kernel would not take, else what the kernel says (`ENOPROTOOPT` without
/// `CONFIG_TCP_MD5SIG`).
pub(crate) fn set_key(socket: BorrowedFd<'_>, remote: IpAddr, key: &str) -> io::Result<()> {
    if key.is_empty() || key.len() > MAX_AUTH_KEY_LEN {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "the MD5 key must have 1 to 80 bytes"));
    }
    set(socket, remote, key.as_bytes())
}

/// Removes the key for `remote`, if there is one.
///
/// # Errors
///
/// What the kernel says, other than that there was no key.
pub(crate) fn remove_key(socket: BorrowedFd<'_>, remote: IpAddr) -> io::Result<()> {
    match set(socket, remote, &[]) {
        Err(error) if error.raw_os_error() == Some(libc::ENOENT) => Ok(()),
        other => other,
    }
}

fn set(socket: BorrowedFd<'_>, remote: IpAddr, key: &[u8]) -> io::Result<()> {
    let mut option = TcpMd5Sig {
        address: sockaddr(remote),
        flags: 0,
        prefix_len: 0,
        key_len: u16::try_from(key.len()).map_err(|_| io::ErrorKind::InvalidInput)?,
        interface_index: 0,
        key: [0; MAX_AUTH_KEY_LEN],
    };
    option.key[..key.len()].copy_from_slice(key);
    setsockopt(socket, &option)
}

#[expect(unsafe_code, reason = "no crate offers a safe TCP_MD5SIG")]
fn setsockopt(socket: BorrowedFd<'_>, option: &TcpMd5Sig) -> io::Result<()> {
    let len = libc::socklen_t::try_from(size_of::<TcpMd5Sig>()).map_err(|_| io::ErrorKind::InvalidInput)?;
    // SAFETY: the descriptor is open for the whole call because it is borrowed; the pointer is to a live
    // `TcpMd5Sig`, whose layout is the kernel's and all of whose bytes are initialised (the fields leave no padding:
    // 128 + 1 + 1 + 2 + 4 + 80 = 216); the kernel copies `len` bytes and keeps no pointer.
    let result = unsafe {
        libc::setsockopt(
            socket.as_raw_fd(),
            libc::IPPROTO_TCP,
            libc::TCP_MD5SIG,
            std::ptr::from_ref(option).cast(),
            len,
        )
    };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// The address as the first bytes of a `sockaddr_storage`, port and scope zero.
fn sockaddr(address: IpAddr) -> [u8; 128] {
    let mut bytes = [0; 128];
    // Both families are small positive numbers, `sa_family_t` is 16 bits wide.
    let family = |number: libc::c_int| u16::try_from(number).unwrap_or_default().to_ne_bytes();
    match address {
        IpAddr::V4(v4) => {
            bytes[..2].copy_from_slice(&family(libc::AF_INET));
            bytes[4..8].copy_from_slice(&v4.octets());
        }
        IpAddr::V6(v6) => {
            bytes[..2].copy_from_slice(&family(libc::AF_INET6));
            bytes[8..24].copy_from_slice(&v6.octets());
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::os::fd::AsFd;

    use super::*;

    #[test]
    fn keys_are_set_and_removed() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let remote = "127.0.0.2".parse().unwrap();
        set_key(listener.as_fd(), remote, "0xkey").unwrap();
        set_key(listener.as_fd(), remote, &"k".repeat(80)).unwrap();
        remove_key(listener.as_fd(), remote).unwrap();
        remove_key(listener.as_fd(), remote).unwrap();
    }

    #[test]
    fn keys_of_a_wrong_length_are_refused() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let remote = "127.0.0.2".parse().unwrap();
        for key in [String::new(), "k".repeat(81)] {
            let error = set_key(listener.as_fd(), remote, &key).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
        }
    }
}
