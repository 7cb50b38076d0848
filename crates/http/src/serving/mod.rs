//! Connections: who may come, in plain or over TLS, how many, and how slowly.

mod arrival;
mod limits;
mod pace;
mod proxies;
mod tls;
mod wire;

pub(crate) use arrival::Arrival;
pub use limits::Limits;
pub(crate) use pace::is_too_slow;
pub use proxies::{ForwardedHeader, Proxies};
pub use tls::{Certificate, CertificateError};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use pace::Paced;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tower::ServiceExt;
use wire::{Place, Wire};

/// How long to wait before the next connection is taken, after the system refused one: it has no descriptors or no memory left.
const REST: Duration = Duration::from_millis(200);
/// How long nothing more is said of there being no place, which under an attack it comes to again and again.
const QUIET: Duration = Duration::from_secs(60);

/// How connections are taken: in plain, from nobody but those who ask, where nothing else is said.
#[derive(Clone, Default)]
pub struct Door {
    /// Over TLS with this certificate.
    pub certificate: Option<Arc<Certificate>>,
    /// Proxies whose word counts.
    pub proxies: Proxies,
    /// How many, how large and how slow.
    pub limits: Limits,
}

/// Serves until `stop`, and then until every request that was begun is answered. Live connections are ended by whoever stops.
pub async fn serve(
    listener: TcpListener,
    routes: Router,
    door: Door,
    stop: impl Future<Output = ()>,
) {
    let places = Arc::new(Semaphore::new(door.limits.connections));
    let door = Arc::new(door);
    let (stopping, stopped) = watch::channel(false);
    let mut stop = pin!(stop);
    let mut told: Option<Instant> = None;
    loop {
        if places.available_permits() == 0 && told.is_none_or(|at| at.elapsed() > QUIET) {
            tracing::warn!("all connections are taken: others wait");
            told = Some(Instant::now());
        }
        let next = async {
            let place = Place::take(&places).await;
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            () = &mut stop => break,
            next = next => next,
        };
        match accepted {
            Ok((stream, peer)) => {
                let (routes, door, stopped) = (routes.clone(), door.clone(), stopped.clone());
                tokio::spawn(async move {
                    // Whoever does not get through the handshake in time is nobody's request: there is nothing to tell.
                    if let Some(wire) = greet(stream, &door, place).await {
                        converse(wire, peer, routes, door, stopped).await;
                    }
                });
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(REST).await;
            }
        }
    }
    drop(listener);
    drop(stopped);
    stopping.send_replace(true);
    stopping.closed().await;
}

/// What is spoken over: the stream itself, or TLS on it.
async fn greet(stream: TcpStream, door: &Door, place: Place) -> Option<Wire> {
    // Without this a small write waits up to 40 ms for the acknowledgement of the one before.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::warn!(%error, "a connection will be slow");
    }
    let Some(certificate) = &door.certificate else {
        return Some(Wire::plain(stream, place));
    };
    let handshake = certificate.acceptor().accept(stream);
    let stream = tokio::time::timeout(door.limits.handshake_within, handshake).await;
    Some(Wire::secure(stream.ok()?.ok()?, place))
}

/// Answers the requests of one connection, one after the other.
async fn converse(
    wire: Wire,
    peer: SocketAddr,
    routes: Router,
    door: Arc<Door>,
    mut stopped: watch::Receiver<bool>,
) {
    let is_secure = wire.is_secure();
    let limits = door.limits;
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(|body| Body::new(Paced::new(body, limits)));
        let arrival = door
            .proxies
            .settle(request.headers_mut(), peer.ip(), is_secure);
        request.extensions_mut().insert(arrival);
        routes.clone().oneshot(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head_within)
        .max_header_size(limits.head_bytes)
        .serve_connection(TokioIo::new(wire), service)
        .with_upgrades();
    let mut connection = pin!(connection);
    let told = async {
        // An error means that the server is gone, which also ends the connection.
        let _is_told = stopped.wait_for(|is_stopping| *is_stopping).await.is_ok();
    };
    // What goes wrong with a connection is the other side's affair, and may hold what it sent: it is not told.
    tokio::select! {
        ended = connection.as_mut() => drop(ended),
        () = told => {
            connection.as_mut().graceful_shutdown();
            drop(connection.await);
        }
    }
}
