//! The sockets of a session.
//!
//! What AWS's routers do, and what a customer's expects of them: bound to the address of the virtual interface, so
//! that the source address is the configured one; TTL 1, because the neighbour is one hop away and nobody farther
//! should be able to answer; type of service 0xC0 (network control), so that a full link drops other packets
//! first; and the MD5 option on the dialling and on the listening socket alike.
//!
//! A socket belongs to the network namespace of the thread that makes it: everything here is called on the
//! speaker's thread.

use std::collections::BTreeMap;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::os::fd::AsFd;
use std::time::Duration;

use socket2::{Domain, Protocol, SockRef, Socket, Type};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use super::config::PeerConfig;
use super::md5;

/// One hop.
const TTL: u32 = 1;
/// Network control, the precedence of routing protocols (RFC 4271 appendix E).
const TOS: u32 = 0xC0;
/// Connections waiting to be accepted. One per peer is normal.
const BACKLOG: i32 = 64;
/// How long a connection that is being closed may take to deliver its last message.
const LINGER: Duration = Duration::from_secs(1);

/// Listens on `local`, with these keys by remote address. The keys are there before the first connection can be. The
/// address need not exist yet: the listener starts to work when it appears.
pub(crate) fn listen(local: SocketAddr, keys: &BTreeMap<IpAddr, String>) -> io::Result<TcpListener> {
    let socket = socket(local.ip())?;
    for (remote, key) in keys {
        md5::set_key(socket.as_fd(), *remote, key)?;
    }
    socket.set_reuse_address(true)?;
    if local.is_ipv4() {
        socket.set_freebind_v4(true)?;
    } else {
        socket.set_only_v6(true)?;
        socket.set_freebind_v6(true)?;
    }
    socket.bind(&local.into())?;
    socket.listen(BACKLOG)?;
    TcpListener::from_std(socket.into())
}

/// Dials a peer, and gives up after its connect retry time.
pub(crate) async fn dial(peer: PeerConfig) -> io::Result<TcpStream> {
    let socket = socket(peer.local_addr)?;
    if let Some(key) = &peer.auth_key {
        md5::set_key(socket.as_fd(), peer.remote_addr, key)?;
    }
    socket.bind(&SocketAddr::new(peer.local_addr, 0).into())?;
    let connecting =
        TcpSocket::from_std_stream(socket.into()).connect(SocketAddr::new(peer.remote_addr, peer.port));
    let stream = tokio::time::timeout(peer.connect_retry, connecting)
        .await
        .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
    Ok(stream)
}

/// Options of a connected socket, dialled or accepted. The key is set once more, because an accepted connection may have
/// been made just before the listener was given the present one; then it can go no further.
pub(crate) fn prepare(stream: &TcpStream, peer: &PeerConfig) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let socket = SockRef::from(stream);
    set_hop_options(&socket, peer.local_addr)?;
    if let Some(key) = &peer.auth_key {
        md5::set_key(stream.as_fd(), peer.remote_addr, key)?;
    }
    // The hold timer notices a dead path first; this ends what is left in the kernel, and a peer that never reads.
    socket.set_tcp_user_timeout(Some(Duration::from_secs(2 * u64::from(peer.hold_time))))
}

/// Delivers `last` and closes, without waiting for the peer longer than a moment. Reading to the end matters: closing
/// a socket with unread bytes resets the connection, and the peer would never see why.
pub(crate) async fn close(mut stream: TcpStream, last: Vec<u8>) {
    let deliver = async {
        stream.write_all(&last).await?;
        stream.shutdown().await?;
        let mut rest = [0; 4096];
        while stream.read(&mut rest).await? > 0 {}
        Ok::<(), io::Error>(())
    };
    // Neither outcome changes anything: the connection is gone.
    let _ = tokio::time::timeout(LINGER, deliver).await;
}

fn socket(local: IpAddr) -> io::Result<Socket> {
    let domain = if local.is_ipv4() { Domain::IPV4 } else { Domain::IPV6 };
    let socket = Socket::new(domain, Type::STREAM.nonblocking().cloexec(), Some(Protocol::TCP))?;
    set_hop_options(&socket, local)?;
    Ok(socket)
}

fn set_hop_options(socket: &Socket, address: IpAddr) -> io::Result<()> {
    if address.is_ipv4() {
        socket.set_ttl_v4(TTL)?;
        socket.set_tos_v4(TOS)
    } else {
        socket.set_unicast_hops_v6(TTL)?;
        socket.set_tclass_v6(TOS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Read back from the kernel: one hop and network control, listening and connected, signed from the first segment.
    #[tokio::test]
    async fn sockets_are_made_for_one_hop() {
        let loopback: IpAddr = "127.0.0.1".parse().unwrap();
        let key = "0xkey".to_owned();
        let keys = BTreeMap::from([(loopback, key.clone())]);
        let listener = listen(SocketAddr::new(loopback, 0), &keys).unwrap();
        let mut peer = PeerConfig::new("p", loopback, loopback, 65010);
        peer.port = listener.local_addr().unwrap().port();
        peer.connect_retry = Duration::from_millis(50);
        assert_eq!(
            dial(peer.clone()).await.unwrap_err().kind(),
            io::ErrorKind::TimedOut,
            "unsigned is not answered"
        );
        peer.connect_retry = Duration::from_secs(30);
        peer.auth_key = Some(key);
        let (dialled, accepted) = tokio::join!(dial(peer.clone()), listener.accept());
        let (dialled, (accepted, _)) = (dialled.unwrap(), accepted.unwrap());
        for stream in [&dialled, &accepted] {
            prepare(stream, &peer).unwrap();
            let socket = SockRef::from(stream);
            assert_eq!((socket.ttl_v4().unwrap(), socket.tos_v4().unwrap()), (1, 0xC0));
        }
        assert_eq!(SockRef::from(&listener).ttl_v4().unwrap(), 1);
    }
}
