//! The live connection: a WebSocket on which changes arrive by themselves.

use crate::app::App;
use crate::authorization::{Authorized, needs};
use crate::body;
use crate::problem::{Problem, ProblemDetails};
use crate::routes::Ids;
use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, WebSocketUpgrade, close_code};
use axum::response::Response;
use bytes::Bytes;
use domain::TeamId;
use futures_util::{SinkExt, StreamExt};
use identity::NotSignedIn;
use service::live::Ending;
use service::live::message::{
    ClientMessage, EditedCell, Problem as LiveProblem, Reopen, ServerMessage,
};
use service::{Connection, Refusal};
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::sync::mpsc;

/// A message of a client is a few ids.
const MESSAGE: usize = 16 * 1024;
/// 4 kB instead of tungstenite's 128: ten times as many sockets in the same memory.
const READ_BUFFER: usize = 4096;
/// How often the other side is asked whether it is there, and the session whether it is still good.
const PULSE: Duration = Duration::from_secs(20);
/// How long a socket may take to accept what is sent.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long the last words may take to somebody whose connection is ended.
const FAREWELL: Duration = Duration::from_secs(2);
/// Messages that go out in one write.
const TOGETHER: usize = 64;

/// Opens a live connection to a team. Messages: see `ClientMessage` and `ServerMessage`.
#[utoipa::path(get, path = "/api/teams/{team}/live", tag = "live", params(("team" = TeamId, Path)), responses(
    (status = 101, description = "A WebSocket"),
    (status = 404, description = "Not there, or not yours", body = ProblemDetails),
))]
pub(crate) async fn connect(
    State(app): State<App>,
    signed_in: Authorized<needs::Read>,
    Ids(team): Ids<TeamId>,
    upgrade: WebSocketUpgrade,
) -> Result<Response, Problem> {
    let (connection, queue) = app.service.connect(&signed_in.caller, team).await?;
    let upgrade = upgrade
        .read_buffer_size(READ_BUFFER)
        .max_message_size(MESSAGE)
        .max_frame_size(MESSAGE);
    let socket_app = app.clone();
    // A boxed future: the socket's state is kept once, and not in every layer of the upgrade.
    Ok(upgrade.on_upgrade(move |socket| {
        Box::pin(async move {
            socket_app
                .metrics
                .connections
                .fetch_add(1, Ordering::Relaxed);
            let mut live = Live {
                app: &socket_app,
                team,
                connection: &connection,
                token: &signed_in.token,
                socket,
            };
            live.run(queue).await;
            socket_app.service.disconnect(team, &connection).await;
            socket_app
                .metrics
                .connections
                .fetch_sub(1, Ordering::Relaxed);
        })
    }))
}

struct Live<'a> {
    app: &'a App,
    team: TeamId,
    connection: &'a Connection,
    token: &'a str,
    socket: WebSocket,
}

/// Why a connection ends.
enum End {
    /// The other side is gone.
    Gone,
    /// This side ends it.
    ByUs(Ending),
}

impl Live<'_> {
    async fn run(&mut self, mut queue: mpsc::Receiver<Bytes>) {
        let mut pulse = tokio::time::interval_at(tokio::time::Instant::now() + PULSE, PULSE);
        // Their session may have ended while they were let in, when there was no connection to end yet.
        let mut step = self.check_session().await;
        let end = loop {
            if let Err(end) = step {
                break end;
            }
            step = tokio::select! {
                ending = self.connection.outbox().hung_up() => Err(End::ByUs(ending)),
                message = self.socket.next() => self.hear(message).await,
                outgoing = queue.recv() => self.say(outgoing, &mut queue).await,
                _ = pulse.tick() => self.beat().await,
            };
        };
        let End::ByUs(ending) = end else {
            return;
        };
        let rest = tokio::time::timeout(FAREWELL, self.send_rest(&mut queue));
        if !matches!(rest.await, Ok(Ok(()))) {
            return;
        }
        let (code, reason) = match ending {
            Ending::Unwelcome => (close_code::POLICY, "not for you any more"),
            Ending::GoingAway => (close_code::AWAY, "the server stops"),
        };
        let frame = CloseFrame {
            code,
            reason: Utf8Bytes::from_static(reason),
        };
        // The other side may be gone already: there is nothing more to tell it.
        let told = self.socket.send(Message::Close(Some(frame)));
        let _is_told = tokio::time::timeout(FAREWELL, told).await.is_ok();
    }

    /// Sends what was queued before the connection was to end.
    async fn send_rest(&mut self, queue: &mut mpsc::Receiver<Bytes>) -> Result<(), End> {
        while let Ok(text) = queue.try_recv() {
            self.feed(text).await?;
        }
        self.flush().await
    }

    async fn hear(&mut self, message: Option<Result<Message, axum::Error>>) -> Result<(), End> {
        let text = match message {
            Some(Ok(Message::Text(text))) => text,
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => return Ok(()),
            Some(Ok(Message::Binary(_))) => {
                return self.complain("Messages are text.".into()).await;
            }
            Some(Ok(Message::Close(_)) | Err(_)) | None => return Err(End::Gone),
        };
        let done = match body::parse::<ClientMessage>(text.as_bytes()) {
            Ok(ClientMessage::Open(open)) => {
                self.app
                    .service
                    .open_list(self.team, self.connection, open.list, open.version)
                    .await
            }
            Ok(ClientMessage::Close(close)) => {
                self.app
                    .service
                    .close_list(self.team, self.connection, close.list)
                    .await
            }
            Ok(ClientMessage::Presence(editing)) => {
                let cell = editing.patient.map(|patient| EditedCell {
                    patient,
                    field: editing.field,
                });
                self.app
                    .service
                    .set_editing(self.team, self.connection, editing.list, cell)
                    .await
            }
            Err(problem) => return self.complain(problem.detail).await,
        };
        match done {
            Ok(()) => Ok(()),
            // The team cannot be reached now: the client connects again, later.
            Err(Refusal::Unavailable(_) | Refusal::Ehr(_)) => Err(End::Gone),
            Err(Refusal::Rejected(_)) => Err(End::ByUs(Ending::Unwelcome)),
        }
    }

    /// Sends what waits, in one write.
    async fn say(
        &mut self,
        first: Option<Bytes>,
        queue: &mut mpsc::Receiver<Bytes>,
    ) -> Result<(), End> {
        let mut next = Some(first.ok_or(End::Gone)?);
        let mut count = 0;
        while let Some(text) = next {
            self.feed(text).await?;
            count += 1;
            next = if count < TOGETHER {
                queue.try_recv().ok()
            } else {
                None
            };
        }
        if queue.is_empty() {
            for list in self.connection.outbox().take_lagged() {
                self.feed_message(&ServerMessage::Reopen(Reopen { list }))
                    .await?;
            }
        }
        self.flush().await
    }

    async fn check_session(&mut self) -> Result<(), End> {
        let client = self.connection.client();
        match self.app.accounts.authenticate(self.token, client).await {
            Err(NotSignedIn::NoSession | NotSignedIn::Locked) => Err(End::ByUs(Ending::Unwelcome)),
            // A store that cannot be read now says nothing about the session.
            Ok(_) | Err(NotSignedIn::Unavailable(_)) => Ok(()),
        }
    }

    async fn beat(&mut self) -> Result<(), End> {
        self.check_session().await?;
        let ping = self.socket.send(Message::Ping(Bytes::new()));
        tokio::time::timeout(PATIENCE, ping)
            .await
            .map_err(|_| End::Gone)?
            .map_err(|_| End::Gone)
    }

    async fn complain(&mut self, detail: String) -> Result<(), End> {
        self.feed_message(&ServerMessage::Problem(LiveProblem {
            code: "malformed",
            detail,
        }))
        .await?;
        self.flush().await
    }

    async fn feed_message(&mut self, message: &ServerMessage<'_>) -> Result<(), End> {
        let text = serde_json::to_vec(message).map_err(|_| End::Gone)?;
        self.feed(text.into()).await
    }

    async fn feed(&mut self, text: Bytes) -> Result<(), End> {
        let text = Utf8Bytes::try_from(text).map_err(|_| End::Gone)?;
        let fed = self.socket.feed(Message::Text(text));
        tokio::time::timeout(PATIENCE, fed)
            .await
            .map_err(|_| End::Gone)?
            .map_err(|_| End::Gone)
    }

    async fn flush(&mut self) -> Result<(), End> {
        tokio::time::timeout(PATIENCE, self.socket.flush())
            .await
            .map_err(|_| End::Gone)?
            .map_err(|_| End::Gone)
    }
}
