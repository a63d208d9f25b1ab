//! A private world for an unprivileged user, and the one door out of it.
//!
//! After the process moved into its own user and network namespaces it cannot reach the machine's network any more. A
//! small child, forked before, stays outside: it makes sockets when asked and passes them back (`SCM_RIGHTS`).

use std::os::fd::OwnedFd;

use crate::Error;

/// The child that stayed in the machine's network.
#[derive(Debug)]
pub struct HostDialer {
    #[expect(dead_code, reason = "read once the dialer speaks")]
    pub(crate) channel: OwnedFd,
}

/// Moves the whole process into new user, network and mount namespaces. To be called from `main` before any thread
/// exists.
///
/// # Errors
///
/// There are threads already, or the kernel refuses.
pub fn enter_userns() -> Result<HostDialer, Error> {
    Err(Error::io("unshare")(std::io::Error::from(std::io::ErrorKind::Unsupported)))
}
