//! Somebody who watches the list: hears the live channel and reports each marker with the time of its arrival.

use crate::http::Connection;
use crate::socket::Socket;
use crate::target::{Live, Request, Target};
use anyhow::{Context, Result, bail};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::{mpsc::UnboundedSender, oneshot};
use tokio::task::JoinSet;

const DIGITS: usize = 6;
/// A subscription that takes longer has failed.
const JOINED_WITHIN: Duration = Duration::from_secs(20);

/// A marker and when it arrived.
pub(crate) struct Seen {
    pub(crate) marker: u32,
    pub(crate) at: Instant,
}

/// The text by which an edit is recognized in a live message. `run` is one that no earlier run of the driver had, since
/// a peer keeps what earlier runs left in its cells.
pub(crate) fn value_of(run: &str, marker: u32) -> String {
    format!("{run}:{marker:06}")
}

/// Starts a subscriber and waits until it has joined. It reports markers of the run from `first` on.
pub(crate) async fn start(
    subscribers: &mut JoinSet<Result<()>>,
    target: Arc<Target>,
    run: &str,
    first: u32,
    seen: UnboundedSender<Seen>,
) -> Result<()> {
    let (joined, wait) = oneshot::channel();
    let markers = Markers {
        mark: format!("{run}:"),
        next: first,
        seen,
    };
    subscribers.spawn(async move {
        match target.live.clone() {
            Live::Ws { path, send, ready } => {
                hear_socket(&target, &path, &send, &ready, joined, markers).await
            }
            Live::Sse { path, then } => hear_events(&target, path, then, joined, markers).await,
        }
    });
    if !matches!(tokio::time::timeout(JOINED_WITHIN, wait).await, Ok(Ok(()))) {
        let fault = subscribers.try_join_next();
        bail!("a subscriber could not join: {fault:?}");
    }
    Ok(())
}

/// A joined socket, for whoever wants no more than that it stays open.
pub(crate) async fn join_socket(
    target: &Target,
    path: &str,
    send: &[String],
    ready: &str,
) -> Result<Socket> {
    let mut socket = Socket::open(&target.address, path, &target.headers).await?;
    for message in send {
        socket.send(message).await?;
    }
    while !ready.is_empty() {
        let message = socket.next().await?.context("closed before it was ready")?;
        if find(message, ready.as_bytes()).is_some() {
            break;
        }
    }
    socket.shrink();
    Ok(socket)
}

async fn hear_socket(
    target: &Target,
    path: &str,
    send: &[String],
    ready: &str,
    joined: oneshot::Sender<()>,
    mut markers: Markers,
) -> Result<()> {
    let mut socket = join_socket(target, path, send, ready).await?;
    let _ = joined.send(());
    while let Some(message) = socket.next().await? {
        markers.report(message);
    }
    bail!("the server closed the socket")
}

async fn hear_events(
    target: &Target,
    path: String,
    then: Request,
    joined: oneshot::Sender<()>,
    mut markers: Markers,
) -> Result<()> {
    let mut events = Connection::open(&target.address).await?;
    let listen = Request {
        method: "GET".to_owned(),
        path,
        body: String::new(),
    };
    events
        .start_stream(&target.head(&listen).with("Accept", "text/event-stream"))
        .await?;
    let client = loop {
        let chunk = events.next_chunk().await?.context("no clientId came")?;
        let text = String::from_utf8_lossy(chunk);
        if let Some((_, rest)) = text.split_once("\"clientId\":\"") {
            break rest.split('"').next().unwrap_or_default().to_owned();
        }
    };
    let body = then.body.replace("{clientId}", &client);
    Connection::open(&target.address)
        .await?
        .succeed(&target.head(&then), body.as_bytes())
        .await?;
    let _ = joined.send(());
    while let Some(chunk) = events.next_chunk().await? {
        markers.report(chunk);
    }
    bail!("the server ended the events")
}

struct Markers {
    mark: String,
    next: u32,
    seen: UnboundedSender<Seen>,
}

impl Markers {
    /// Markers grow. A message that repeats a whole row has older ones too, which are no arrivals.
    fn report(&mut self, message: &[u8]) {
        let at = Instant::now();
        let mut rest = message;
        while let Some(place) = find(rest, self.mark.as_bytes()) {
            rest = &rest[place + self.mark.len()..];
            let number = rest
                .get(..DIGITS)
                .and_then(|digits| std::str::from_utf8(digits).ok())
                .and_then(|digits| digits.parse::<u32>().ok());
            if let Some(marker) = number.filter(|marker| *marker >= self.next) {
                self.next = marker + 1;
                // Nobody listens any more when the measurement has ended.
                let _ = self.seen.send(Seen { marker, at });
            }
        }
    }
}

/// `wanted` must not be empty.
fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len())
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_new_marker_is_reported_once() {
        let (seen, mut received) = tokio::sync::mpsc::unbounded_channel();
        let mut markers = Markers {
            mark: "run2:".to_owned(),
            next: 5,
            seen,
        };
        markers.report(b"{\"value\":\"run2:000004\",\"other\":\"run2:000005\"}");
        markers.report(b"{\"value\":\"run1:000006\"}");
        let message = format!(
            "{} {} run2:x run2:",
            value_of("run2", 5),
            value_of("run2", 7)
        );
        markers.report(message.as_bytes());
        drop(markers);
        let mut got = Vec::new();
        while let Ok(Seen { marker, .. }) = received.try_recv() {
            got.push(marker);
        }
        assert_eq!(got, [5, 7]);
    }
}
