//! Dedicated connections.
//!
//! A new one is `requested`; it becomes `available` by itself, since there is no cross-connect to wait for. A deleted
//! one stays listed as `deleted` for a while (see [`sekisho_core::lifecycle`]).

use sekisho_core::{
    World,
    direct_connect::Connection,
    id::ConnectionId,
    limits::CONNECTIONS_PER_LOCATION_MAX,
    vpc::{Lifecycle, Tags},
};
use sekisho_wire::{AwsError, directconnect as wire};

use super::{
    error::{client, no_connection, not_served, shown},
    input::{fresh_id, name, refuse_present, refuse_true, required},
    locations,
    pagination::page,
    shapes, tags,
};
use crate::{Call, Outcome, Reply};

/// The connection of that id, deleted ones included as long as they are listed.
pub(super) fn find<'w>(world: &'w World, id: &str) -> Result<&'w Connection, AwsError> {
    world
        .connections
        .get(&ConnectionId::from(id))
        .map(|connection| &**connection)
        .ok_or_else(|| no_connection(id))
}

/// The connection of that id, if it is not being deleted.
pub(super) fn find_live<'w>(world: &'w World, id: &str) -> Result<&'w Connection, AwsError> {
    let connection = find(world, id)?;
    match connection.state {
        Lifecycle::Pending | Lifecycle::Available => Ok(connection),
        Lifecycle::Deleting | Lifecycle::Deleted => Err(client(format!("Connection {id} is deleted"))),
    }
}

/// `CreateConnection`.
pub(super) fn create(call: &mut Call<'_>, input: wire::CreateConnectionInput) -> Outcome<wire::Connection> {
    let location = required(input.location.as_ref(), "location")?;
    let bandwidth = required(input.bandwidth.as_ref(), "bandwidth")?;
    let connection_name = name(input.connection_name.as_ref(), "connectionName")?;
    let provider_name =
        input.provider_name.as_ref().map(|text| name(Some(text), "providerName")).transpose()?;
    refuse_present(input.lag_id.as_ref(), "lagId")?;
    refuse_true(input.request_mac_sec, "requestMACSec")?;
    if let Some(mode) = input.billing_mode.as_deref().filter(|mode| *mode != "PayAsYouGo") {
        return Err(not_served(&format!("billingMode {} is", shown(mode))));
    }
    locations::check(call.world.region(), location)?;
    locations::check_bandwidth(bandwidth)?;
    let tags = tags::merge(&Tags::new(), input.tags.as_deref().unwrap_or_default())?;
    check_room(call.world, location)?;
    let id = fresh_id(&mut call.mint, "dxcon", |id| call.world.connections.contains_key(id));
    let connection = Connection {
        id: ConnectionId::from(id),
        name: connection_name.to_owned(),
        location: location.to_owned(),
        bandwidth: bandwidth.to_owned(),
        provider_name: provider_name.map(str::to_owned),
        state: Lifecycle::Pending,
        encryption_mode: "no_encrypt".to_owned(),
        device: format!("{location}-{}", call.mint.alphanumeric(13)),
        created: call.now,
        deleted: None,
        tags,
    };
    Ok(Reply::write(shapes::connection(call.world, &connection), vec![connection.into()]))
}

fn check_room(world: &World, location: &str) -> Result<(), AwsError> {
    let live = |connection: &Connection| {
        connection.location == location
            && matches!(connection.state, Lifecycle::Pending | Lifecycle::Available)
    };
    let there = world.connections.values().filter(|connection| live(connection)).count();
    if there < CONNECTIONS_PER_LOCATION_MAX {
        return Ok(());
    }
    Err(client(format!(
        "Location {location} has the maximum of {CONNECTIONS_PER_LOCATION_MAX} connections already"
    )))
}

/// `DescribeConnections`. An unknown id is an error here, unlike with virtual interfaces.
pub(super) fn describe(
    call: &mut Call<'_>,
    input: wire::DescribeConnectionsInput,
) -> Outcome<wire::Connections> {
    let world = call.world;
    let one = input.connection_id.as_deref().map(|id| find(world, id)).transpose()?;
    let all = world.connections.values().map(|connection| &**connection);
    let chosen = all.filter(|connection| one.is_none_or(|one| one.id == connection.id));
    let page = page(
        chosen,
        |connection| connection.id.to_string(),
        "connections",
        input.max_results,
        input.next_token.as_deref(),
    )?;
    let connections = page.items.into_iter().map(|connection| shapes::connection(world, connection));
    Ok(Reply::read(wire::Connections {
        connections: Some(connections.collect()),
        next_token: page.next_token,
    }))
}

/// `UpdateConnection`: the name; the encryption mode can only stay what it is.
pub(super) fn update(call: &mut Call<'_>, input: wire::UpdateConnectionInput) -> Outcome<wire::Connection> {
    let id = required(input.connection_id.as_ref(), "connectionId")?;
    let new_name =
        input.connection_name.as_ref().map(|text| name(Some(text), "connectionName")).transpose()?;
    match input.encryption_mode.as_deref() {
        None | Some("no_encrypt") => {}
        Some(mode @ ("should_encrypt" | "must_encrypt")) => {
            return Err(not_served(&format!("MACsec (encryptionMode {mode}) is")));
        }
        Some(other) => {
            return Err(client(format!(
                "encryptionMode {} is not one of: no_encrypt, should_encrypt, must_encrypt",
                shown(other)
            )));
        }
    }
    let connection = find_live(call.world, id)?;
    let mut next = connection.clone();
    if let Some(new_name) = new_name {
        next.name = new_name.to_owned();
    }
    let changes = if next == *connection { Vec::new() } else { vec![next.clone().into()] };
    Ok(Reply::write(shapes::connection(call.world, &next), changes))
}

/// `DeleteConnection`. Deleting one that is being deleted answers with where it stands.
pub(super) fn delete(call: &mut Call<'_>, input: wire::DeleteConnectionInput) -> Outcome<wire::Connection> {
    let id = required(input.connection_id.as_ref(), "connectionId")?;
    let connection = find(call.world, id)?;
    if matches!(connection.state, Lifecycle::Deleting | Lifecycle::Deleted) {
        return Ok(Reply::read(shapes::connection(call.world, connection)));
    }
    let in_the_way =
        call.world.virtual_interfaces.values().find(|interface| {
            interface.connection_id == connection.id && interface.state != Lifecycle::Deleted
        });
    if let Some(interface) = in_the_way {
        return Err(client(format!(
            "Connection {id} has virtual interfaces (such as {}) and cannot be deleted; delete them first",
            interface.id
        )));
    }
    let next = Connection { state: Lifecycle::Deleting, ..connection.clone() };
    Ok(Reply::write(shapes::connection(call.world, &next), vec![next.into()]))
}

/// `ConfirmConnection`: only hosted connections wait to be confirmed, and there are none.
pub(super) fn confirm(
    call: &mut Call<'_>,
    input: wire::ConfirmConnectionInput,
) -> Outcome<wire::ConfirmConnectionOutput> {
    let id = required(input.connection_id.as_ref(), "connectionId")?;
    let connection = find(call.world, id)?;
    Err(client(format!(
        "Connection {id} is a dedicated connection in state {} and does not wait to be confirmed",
        shapes::connection_state(connection.state)
    )))
}
