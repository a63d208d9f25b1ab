//! The order of a reconcile: what is withdrawn first, what is made, and what is announced last.
//!
//! Sessions and routers that are to go say goodbye while their links still are; then namespaces and links are made, each
//! namespace is compared and corrected, and only then do speakers and routers start.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, PoisonError};

use sekisho_core::id::{SiteName, VirtualInterfaceId};
use sekisho_core::lab::RouterKind;
use sekisho_core::plan::network::{DesiredNetwork, DesiredSite};

use super::session::{self, Session};
use super::space::{Entry, Learning};
use super::{Inner, Mode, Report, lock, sessions};
use crate::layout::{AMAZON_PORT, CUSTOMER_PORT, Cable, Layout, Space, layout};
use crate::router::{self, Daemon};
use crate::{Error, Step, cable};

/// What notes about a site's router are filed under, before its name.
const ROUTER_NOTE: &str = "router ";

/// What runs.
#[derive(Debug, Default)]
pub(super) struct State {
    stopped: bool,
    cables: Vec<Cable>,
    transits: BTreeMap<VirtualInterfaceId, Session>,
    routers: BTreeMap<SiteName, Router>,
}

/// A site's router.
#[derive(Debug)]
enum Router {
    BuiltIn(Session),
    Daemon(Daemon),
}

impl Router {
    fn stop(self) {
        match self {
            Self::BuiltIn(session) => session.stop(),
            Self::Daemon(daemon) => drop(daemon),
        }
    }
}

impl Report {
    fn step(&mut self, place: impl ToString, what: impl Into<String>) {
        self.steps.push(Step { place: place.to_string(), what: what.into() });
    }

    fn error(&mut self, place: impl ToString, what: impl ToString) {
        self.errors.push(Step { place: place.to_string(), what: what.to_string() });
    }

    /// The value, or the error noted.
    fn take<T, E: ToString>(&mut self, place: impl ToString, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.error(place, error)).ok()
    }
}

/// What makes two cables the same one; the MTU is changed in place.
fn identity(cable: &Cable) -> (&[(Space, String); 2], bool, Option<u16>) {
    (&cable.ends, cable.no_arp, cable.tag)
}

impl Inner {
    /// Makes the network the desired one.
    pub(super) fn reconcile(self: &Arc<Self>, desired: &Arc<DesiredNetwork>) -> Result<Report, Error> {
        let mut state = lock(&self.state);
        if state.stopped {
            return Err(Error::Stopped);
        }
        *self.desired.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(desired);
        let mut report = Report::default();
        if self.mode == Mode::Loopback {
            self.publish_these(sessions(desired, session::now()));
            return Ok(report);
        }
        let learned = session::learned(&lock(&self.receivers));
        let plan = layout(desired, &learned, self.vlan);
        report.errors.extend(plan.problems.iter().cloned());
        lock(&self.notes).retain(|key, _| {
            key.strip_prefix(ROUTER_NOTE).is_none_or(|name| desired.sites.contains_key(name))
        });
        self.withdraw(&mut state, desired, &mut report);
        self.make_spaces(&plan, &mut report);
        self.plug(&mut state, &plan, &mut report);
        for (space, wanted) in plan.spaces {
            let Ok(entry) = self.entry(&space) else { continue };
            entry.want(wanted);
            self.sync(&space, &entry, &mut report);
        }
        self.start_transits(&mut state, desired, &mut report);
        for (name, site) in desired.sites.iter().filter(|(_, site)| site.router_running) {
            let result = self.start_router(&mut state, name, site, &mut report);
            report.take(name, result);
        }
        self.publish();
        Ok(report)
    }

    fn sync(&self, space: &Space, entry: &Entry, report: &mut Report) {
        if let Some(outcome) = report.take(space, entry.sync()) {
            outcome.done.into_iter().for_each(|what| report.step(space, what));
            outcome.failed.into_iter().for_each(|what| report.error(space, what));
        }
    }

    /// Ends what is not wanted any more.
    fn withdraw(&self, state: &mut State, desired: &DesiredNetwork, report: &mut Report) {
        let transits: Vec<_> = state
            .transits
            .keys()
            .filter(|id| desired.transits.get(*id).is_none_or(|transit| transit.peers.is_empty()))
            .cloned()
            .collect();
        for id in transits {
            lock(&self.receivers).remove(&id);
            if let Some(session) = state.transits.remove(&id) {
                session.stop();
                report.step(&id, "BGP speaker stopped");
            }
            if let Ok(entry) = self.entry(&Space::Transit(id)) {
                entry.learn(None);
            }
        }
        let runs = |name: &SiteName| {
            desired.sites.get(name).is_some_and(|site| site.router_running && site.peer.is_some())
        };
        let routers: Vec<_> = state.routers.keys().filter(|name| !runs(name)).cloned().collect();
        for name in routers {
            self.stop_router(state, &name, report);
        }
    }

    fn stop_router(&self, state: &mut State, name: &SiteName, report: &mut Report) {
        if let Some(router) = state.routers.remove(name) {
            router.stop();
            report.step(name, "router stopped");
        }
        if let Ok(entry) = self.entry(&Space::Site(name.clone())) {
            entry.learn(None);
        }
    }

    /// Makes missing namespaces; those not wanted are let go once their cables are out.
    fn make_spaces(self: &Arc<Self>, plan: &Layout, report: &mut Report) {
        for (space, wanted) in &plan.spaces {
            if self.entry(space).is_ok() {
                continue;
            }
            if let Some(entry) = report.take(space, Entry::new(space, wanted, self)) {
                let mut spaces = self.spaces.write().unwrap_or_else(PoisonError::into_inner);
                spaces.insert(space.clone(), Arc::new(entry));
                report.step(space, "netns add");
            }
        }
    }

    fn plug(&self, state: &mut State, plan: &Layout, report: &mut Report) {
        let wanted: Vec<_> = plan.cables.iter().map(identity).collect();
        for old in state.cables.iter().filter(|old| !wanted.contains(&identity(old))) {
            let ends = [0, 1].map(|end| self.entry(&old.ends[end].0).ok());
            let namespaces = ends.each_ref().map(|entry| entry.as_ref().map(|entry| &entry.namespace));
            match cable::unplug(old, namespaces) {
                Ok(true) => report.step(&old.ends[0].0, format!("link del {}", old.ends[0].1)),
                Ok(false) => {}
                Err(error) => report.error(&old.ends[0].0, error),
            }
        }
        state.cables.clone_from(&plan.cables);
        let gone: Vec<Arc<Entry>> = {
            let mut spaces = self.spaces.write().unwrap_or_else(PoisonError::into_inner);
            let names: BTreeSet<Space> =
                spaces.keys().filter(|space| !plan.spaces.contains_key(*space)).cloned().collect();
            names
                .iter()
                .filter_map(|name| Some((name, spaces.remove(name)?)))
                .map(|(name, entry)| {
                    report.step(name, "netns del");
                    entry
                })
                .collect()
        };
        drop(gone);
        for cable in &plan.cables {
            let ends = [0, 1].map(|end| self.entry(&cable.ends[end].0));
            let [Ok(near), Ok(far)] = ends else { continue };
            let place = &cable.ends[0].0;
            let made = cable::ensure(cable, [&near.namespace, &far.namespace]);
            for what in report.take(place, made).unwrap_or_default() {
                report.step(place, what);
            }
        }
    }

    fn start_transits(self: &Arc<Self>, state: &mut State, desired: &DesiredNetwork, report: &mut Report) {
        for (id, transit) in &desired.transits {
            let Some(config) = session::speaker_config(transit, &self.options) else { continue };
            if let Some(session) = state.transits.get_mut(id) {
                if report.take(id, session.update(&config)) == Some(true) {
                    report.step(id, "BGP speaker changed");
                }
                continue;
            }
            let space = Space::Transit(id.clone());
            let Some(entry) = report.take(id, self.entry(&space)) else { continue };
            let started = Session::start(config, &entry.namespace, &space, self);
            let Some(session) = report.take(id, started) else { continue };
            if let Some(snapshot) = session.watch() {
                lock(&self.receivers).insert(id.clone(), snapshot.clone());
                entry.learn(Some(Learning { snapshot, device: CUSTOMER_PORT, source: None }));
            }
            state.transits.insert(id.clone(), session);
            report.step(id, "BGP speaker started");
        }
    }

    fn start_router(
        self: &Arc<Self>,
        state: &mut State,
        name: &SiteName,
        site: &DesiredSite,
        report: &mut Report,
    ) -> io::Result<()> {
        let Some(peer) = &site.peer else { return Ok(()) };
        let kind = router::available(site.router);
        let missing = (kind != site.router).then(|| {
            format!("{} is not installed: site {name} has the built-in router", site.router.as_str())
        });
        self.note(&format!("{ROUTER_NOTE}{name}"), missing);
        let space = Space::Site(name.clone());
        let entry = self.entry(&space)?;
        if kind == RouterKind::BuiltIn {
            let config = router::speaker_config(site, peer, &self.options);
            if let Some(Router::BuiltIn(session)) = state.routers.get_mut(name) {
                if session.update(&config).map_err(io::Error::other)? {
                    report.step(name, "router changed");
                }
                return Ok(());
            }
            self.stop_router(state, name, report);
            let session = Session::start(config, &entry.namespace, &space, self).map_err(io::Error::other)?;
            let source = Some(site.router_address);
            entry.learn(session.watch().map(|snapshot| Learning { snapshot, device: AMAZON_PORT, source }));
            state.routers.insert(name.clone(), Router::BuiltIn(session));
        } else {
            let config = Daemon::config(kind, site, peer, &self.options)?;
            if let Some(Router::Daemon(daemon)) = state.routers.get_mut(name) {
                if daemon.is(kind, &config) {
                    return Ok(());
                }
                if daemon.has_ended() {
                    report.error(name, format!("{} had ended by itself", kind.as_str()));
                }
            }
            self.stop_router(state, name, report);
            let daemon = Daemon::start(kind, config, site.router_address, &entry.namespace)?;
            state.routers.insert(name.clone(), Router::Daemon(daemon));
        }
        report.step(name, format!("router {} started", kind.as_str()));
        Ok(())
    }

    /// Ends everything, in the order that tells others first.
    pub(super) fn shutdown(&self) {
        let mut state = lock(&self.state);
        state.stopped = true;
        let sessions: Vec<Session> = std::mem::take(&mut state.transits).into_values().collect();
        let routers: Vec<Router> = std::mem::take(&mut state.routers).into_values().collect();
        std::thread::scope(|scope| {
            // Each may take a second to say goodbye; none waits for another.
            sessions.into_iter().for_each(|session| drop(scope.spawn(|| session.stop())));
            routers.into_iter().for_each(|router| drop(scope.spawn(|| router.stop())));
        });
        state.cables.clear();
        lock(&self.receivers).clear();
        let spaces = std::mem::take(&mut *self.spaces.write().unwrap_or_else(PoisonError::into_inner));
        drop(spaces);
        self.publish_these(Vec::new());
    }
}
