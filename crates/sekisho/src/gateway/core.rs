//! A core: one thread, one current-thread runtime, and what requests on it share without a lock.
//!
//! [`Local`] is thread-local. All tasks of a core run on its thread, so it is borrowed for moments between awaits and
//! never across one. Once a second the core looks through its connections and its pool for what has waited too long;
//! that costs less than a timer for every request.

use std::{
    cell::RefCell,
    collections::VecDeque,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use arc_swap::{ArcSwap, Cache};
use foldhash::HashMap;
use sekisho_core::Timestamp;
use sekisho_execute::{Authentication, Invocation, RequestHead, Stamp, Step};
use tokio::sync::mpsc;

use super::{
    Shared,
    accept::{Accepted, Endpoints},
    connection::{self, Watch},
    identifiers::Identifiers,
    pool::Pool,
    refusals::Refusals,
};
use crate::{clock, node::View};

/// Sockets that loopback mode holds without an answer, on each core; the oldest goes first.
const HELD_MAX: usize = 512;
/// How long such a socket is held: past every client's patience.
const HELD_FOR: Duration = Duration::from_secs(180);
const SWEEP: Duration = Duration::from_secs(1);

/// The handle of a core.
#[derive(Debug)]
pub(super) struct Core {
    commands: mpsc::UnboundedSender<Command>,
    runtime: tokio::runtime::Handle,
    /// Connections on it.
    pub(super) load: Arc<AtomicUsize>,
    /// What it refused last.
    pub(super) refusals: Arc<Refusals>,
}

/// What a core is told. The queue is bounded by the gateway's connection permits.
pub(super) enum Command {
    /// Serve this socket.
    Serve(Accepted),
    /// Hold this socket open and say nothing.
    Hold(std::net::TcpStream),
    /// Finish what is in flight and close.
    Drain,
    /// End now.
    End,
}

impl Core {
    /// Tells the core; a core that has ended hears nothing.
    pub(super) fn send(&self, command: Command) {
        drop(self.commands.send(command));
    }

    /// Runs a task on the core.
    pub(super) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        drop(self.runtime.spawn(task));
    }
}

/// What the requests of a core share.
pub(super) struct Local {
    /// The gateway's.
    pub(super) shared: Arc<Shared>,
    /// The world.
    pub(super) view: Cache<Arc<ArcSwap<View>>, Arc<View>>,
    /// Fresh identifiers.
    pub(super) identifiers: Identifiers,
    /// Idle backend connections.
    pub(super) pool: Pool,
    /// Which endpoint an address belongs to, for the acceptors that live here.
    pub(super) endpoints: Endpoints,
    /// Seconds since the core's start, coarse.
    pub(super) tick: u32,
    /// What it refused last.
    pub(super) refusals: Arc<Refusals>,
    load: Arc<AtomicUsize>,
    watches: HashMap<u64, Arc<Watch>>,
    next_watch: u64,
    held: VecDeque<(Instant, std::net::TcpStream)>,
}

thread_local! {
    static LOCAL: RefCell<Option<Local>> = const { RefCell::new(None) };
}

/// Borrows what the requests of this core share; `None` on a thread that is no core or is ending.
pub(super) fn with<T>(work: impl FnOnce(&mut Local) -> T) -> Option<T> {
    LOCAL.with(|local| local.try_borrow_mut().ok().and_then(|mut local| local.as_mut().map(work)))
}

impl Local {
    /// A stamp for a request that arrives now.
    pub(super) fn stamp(&mut self, now: Timestamp) -> Stamp {
        self.identifiers.stamp(now)
    }

    /// Starts an invocation in the world as it is now.
    pub(super) fn begin<'a>(
        &mut self,
        arrival: &'a sekisho_execute::Arrival,
        head: RequestHead<'a>,
        authentication: &Authentication,
        stamp: Stamp,
    ) -> Step<'a> {
        Invocation::begin(&self.view.load().runtime, arrival, head, authentication, stamp)
    }

    /// Takes a connection into the once-a-second look.
    pub(super) fn enter(&mut self, watch: &Arc<Watch>) -> u64 {
        let key = self.next_watch;
        self.next_watch += 1;
        self.watches.insert(key, Arc::clone(watch));
        self.load.fetch_add(1, Ordering::Relaxed);
        key
    }

    /// Lets a connection go.
    pub(super) fn leave(&mut self, key: u64) {
        if self.watches.remove(&key).is_some() {
            self.load.fetch_sub(1, Ordering::Relaxed);
        }
    }

    fn hold(&mut self, socket: std::net::TcpStream) {
        if self.held.len() == HELD_MAX {
            self.held.pop_front();
        }
        self.held.push_back((Instant::now(), socket));
    }

    fn sweep(&mut self) {
        self.tick = self.tick.wrapping_add(1);
        self.view.load();
        for watch in self.watches.values() {
            watch.look(self.tick, &self.shared.limits);
        }
        while self.held.front().is_some_and(|(since, _)| since.elapsed() > HELD_FOR) {
            self.held.pop_front();
        }
        let gone = self.pool.sweep(self.tick);
        drop(gone);
    }
}

/// Starts a core's thread.
pub(super) fn start(
    index: usize,
    shared: &Arc<Shared>,
) -> std::io::Result<(Core, std::thread::JoinHandle<()>)> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(8)
        .thread_name(format!("gateway-{index}-names"))
        .build()?;
    let (commands, inbox) = mpsc::unbounded_channel();
    let core =
        Core { commands, runtime: runtime.handle().clone(), load: Arc::default(), refusals: Arc::default() };
    let local = Local {
        view: Cache::new(Arc::clone(&shared.view)),
        identifiers: Identifiers::new(clock::random()),
        pool: Pool::default(),
        endpoints: Endpoints::default(),
        tick: 1,
        refusals: Arc::clone(&core.refusals),
        load: Arc::clone(&core.load),
        watches: HashMap::default(),
        next_watch: 0,
        held: VecDeque::new(),
        shared: Arc::clone(shared),
    };
    let thread = std::thread::Builder::new().name(format!("gateway-{index}")).spawn(move || {
        LOCAL.set(Some(local));
        runtime.block_on(run(inbox));
        runtime.shutdown_timeout(Duration::from_secs(1));
        LOCAL.set(None);
    })?;
    Ok((core, thread))
}

async fn run(mut inbox: mpsc::UnboundedReceiver<Command>) {
    let mut seconds = tokio::time::interval(SWEEP);
    seconds.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            command = inbox.recv() => match command {
                Some(Command::Serve(accepted)) => connection::spawn(accepted),
                Some(Command::Hold(socket)) => drop(with(|local| local.hold(socket))),
                Some(Command::Drain) => drop(with(|local| local.watches.values().for_each(|watch| watch.finish()))),
                Some(Command::End) | None => return,
            },
            _ = seconds.tick() => drop(with(Local::sweep)),
        }
    }
}
