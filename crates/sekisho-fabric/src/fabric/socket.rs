//! Sockets, made on the thread of the namespace they are to belong to.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket};

use socket2::{Domain, Protocol, Socket, Type};

/// Connections waiting to be accepted; the kernel caps it at `net.core.somaxconn`.
const BACKLOG: i32 = 4096;

fn new(address: SocketAddr, kind: Type, protocol: Protocol) -> io::Result<Socket> {
    let domain = Domain::for_address(address);
    let socket = Socket::new(domain, kind.nonblocking().cloexec(), Some(protocol))?;
    if address.is_ipv6() {
        socket.set_only_v6(true)?;
    }
    Ok(socket)
}

/// Lets an address be bound before it exists.
fn free(socket: &Socket, address: SocketAddr) -> io::Result<()> {
    if address.is_ipv4() { socket.set_freebind_v4(true) } else { socket.set_freebind_v6(true) }
}

pub(super) fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = new(address, Type::STREAM, Protocol::TCP)?;
    socket.set_reuse_address(true)?;
    free(&socket, address)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    Ok(socket.into())
}

pub(super) fn bind(address: SocketAddr) -> io::Result<UdpSocket> {
    let socket = new(address, Type::DGRAM, Protocol::UDP)?;
    free(&socket, address)?;
    socket.bind(&address.into())?;
    Ok(socket.into())
}

/// A socket that is to be connected to an address, from another if given.
pub(super) fn dialling(to: SocketAddr, from: Option<Ipv4Addr>) -> io::Result<TcpStream> {
    let socket = new(to, Type::STREAM, Protocol::TCP)?;
    if let Some(from) = from.filter(|_| to.is_ipv4()) {
        socket.bind(&SocketAddr::new(from.into(), 0).into())?;
    }
    Ok(socket.into())
}
