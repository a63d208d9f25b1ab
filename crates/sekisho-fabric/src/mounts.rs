//! A child's own view of a few files: a private mount namespace in which some are replaced.
//!
//! The machine's files are not touched and nothing is left on disk: the replacements live in a memory file system that is
//! mounted for a moment over a directory every system has, and then only through what is bound to them.
#![expect(unsafe_code, reason = "what happens between fork and exec is system calls only")]

use std::ffi::{CStr, CString};
use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// Covered while the files are written.
const STAGE: &CStr = c"/tmp";

/// A file with its content.
type Written = (CString, Vec<u8>);

/// What a child sees differently.
#[derive(Debug, Default)]
pub(crate) struct Mounts {
    /// Content and the file it replaces.
    files: Vec<(Vec<u8>, CString, CString)>,
    /// A file and the one it replaces, where that can be done.
    binds: Vec<(CString, CString)>,
    /// Directories with only these files in them.
    folders: Vec<(CString, Vec<Written>)>,
}

fn c_path(path: &Path) -> io::Result<CString> {
    CString::new(path.as_os_str().as_bytes()).map_err(io::Error::from)
}

impl Mounts {
    /// Replaces a file by content.
    pub(crate) fn replace(mut self, target: &str, content: Vec<u8>) -> io::Result<Self> {
        let staged = CString::new(format!("/tmp/{}", self.files.len()))?;
        self.files.push((content, staged, c_path(Path::new(target))?));
        Ok(self)
    }

    /// Replaces a file by another, if the kernel lets it.
    pub(crate) fn bind(mut self, source: &Path, target: &str) -> io::Result<Self> {
        self.binds.push((c_path(source)?, c_path(Path::new(target))?));
        Ok(self)
    }

    /// Shows a directory with only these files in it; what is put there later is gone with the child.
    pub(crate) fn folder(mut self, target: &str, files: &[(&str, &str)]) -> io::Result<Self> {
        let file = |(name, content): &(&str, &str)| {
            Ok((c_path(&Path::new(target).join(name))?, content.as_bytes().to_vec()))
        };
        let files = files.iter().map(file).collect::<io::Result<_>>()?;
        self.folders.push((c_path(Path::new(target))?, files));
        Ok(self)
    }

    /// Makes a command see it so.
    pub(crate) fn apply_to(self, command: &mut Command) {
        // SAFETY: only system calls on what was prepared before the fork, no allocation, no lock.
        unsafe { command.pre_exec(move || self.make()) };
    }

    /// Makes the mounts, in the child, between fork and exec.
    fn make(&self) -> io::Result<()> {
        // SAFETY: plain numbers; only this process is moved.
        check(unsafe { libc::unshare(libc::CLONE_NEWNS) })?;
        mount(None, c"/", None, libc::MS_REC | libc::MS_PRIVATE)?;
        mount(Some(c"tmpfs"), STAGE, Some(c"tmpfs"), 0)?;
        for (content, staged, target) in &self.files {
            write(staged, content)?;
            mount(Some(staged), target, None, libc::MS_BIND)?;
        }
        // SAFETY: a string with its zero; the files stay alive through what is bound to them.
        check(unsafe { libc::umount2(STAGE.as_ptr(), libc::MNT_DETACH) })?;
        for (source, target) in &self.binds {
            let _ = mount(Some(source), target, None, libc::MS_BIND);
        }
        for (directory, files) in &self.folders {
            mount(Some(c"tmpfs"), directory, Some(c"tmpfs"), 0)?;
            for (path, content) in files {
                write(path, content)?;
            }
        }
        Ok(())
    }
}

/// Makes a command see what another process sees.
pub(crate) fn share(command: &mut Command, process: u32) -> io::Result<()> {
    let namespace = File::open(format!("/proc/{process}/ns/mnt"))?;
    let root = File::open(format!("/proc/{process}/root"))?;
    let enter = move || {
        // SAFETY: an open descriptor of a mount namespace; between fork and exec nothing is shared with the parent.
        check(unsafe { libc::setns(namespace.as_raw_fd(), libc::CLONE_NEWNS) })?;
        // The namespace's root is not the process's where that runs in a chroot.
        // SAFETY: an open descriptor of a directory.
        check(unsafe { libc::fchdir(root.as_raw_fd()) })?;
        // SAFETY: a string with its zero.
        check(unsafe { libc::chroot(c".".as_ptr()) })
    };
    // SAFETY: only system calls, no allocation, no lock.
    unsafe { command.pre_exec(enter) };
    Ok(())
}

fn check(result: libc::c_int) -> io::Result<()> {
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

fn mount(source: Option<&CStr>, target: &CStr, kind: Option<&CStr>, flags: libc::c_ulong) -> io::Result<()> {
    let pointer = |text: Option<&CStr>| text.map_or(std::ptr::null(), CStr::as_ptr);
    // SAFETY: strings with their zero, or null where mount(2) allows it.
    check(unsafe { libc::mount(pointer(source), target.as_ptr(), pointer(kind), flags, std::ptr::null()) })
}

fn write(path: &CStr, bytes: &[u8]) -> io::Result<()> {
    let flags = libc::O_WRONLY | libc::O_CREAT | libc::O_CLOEXEC;
    // SAFETY: a string with its zero and plain numbers.
    let fd = unsafe { libc::open(path.as_ptr(), flags, 0o644) };
    if fd < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the pointer and length are of one slice.
    let written = unsafe { libc::write(fd, bytes.as_ptr().cast(), bytes.len()) };
    // SAFETY: opened above, used no more.
    unsafe { libc::close(fd) };
    if usize::try_from(written) == Ok(bytes.len()) { Ok(()) } else { Err(io::ErrorKind::WriteZero.into()) }
}
