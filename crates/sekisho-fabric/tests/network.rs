//! The reference path over real namespaces: host, site router, BGP, transit, VPC, endpoint interface.

use std::io;

use sekisho_core::lab::RouterKind;

mod lab_support;
use lab_support::{ENI, Lab, can_run, host, reference, vpc};

async fn path_with(router: RouterKind) {
    if !can_run() {
        return;
    }
    let mut lab = Lab::new(reference(router)).await;
    lab.serve(&vpc("vpc-a"), "0.0.0.0:443");
    lab.wait_sessions(true).await;
    let laptop = host("laptop");
    lab.wait_call(&laptop, ENI, Ok("192.168.10.10 -> 10.0.1.10 in vpc-a")).await;

    // The router is stopped: what it had learned is withdrawn, and the site says so at once.
    lab.network.sites.get_mut("onprem-a").unwrap().router_running = false;
    lab.apply().await;
    lab.wait_sessions(false).await;
    lab.wait_call(&laptop, ENI, Err(io::ErrorKind::HostUnreachable)).await;

    lab.network.sites.get_mut("onprem-a").unwrap().router_running = true;
    lab.apply().await;
    lab.wait_sessions(true).await;
    lab.wait_call(&laptop, ENI, Ok("192.168.10.10 -> 10.0.1.10 in vpc-a")).await;
    lab.fabric.shutdown().await;
}

#[tokio::test]
async fn the_path_with_bird() {
    path_with(RouterKind::Bird).await;
}

#[tokio::test]
async fn the_path_with_frr() {
    path_with(RouterKind::Frr).await;
}

#[tokio::test]
async fn the_path_with_the_built_in_router() {
    path_with(RouterKind::BuiltIn).await;
}
