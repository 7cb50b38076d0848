//! A live connection.

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{self, Message};

/// How long anything may take before a test says that it never came.
const PATIENCE: Duration = Duration::from_secs(20);

/// A live connection of somebody to a team.
pub struct Live {
    socket: WebSocketStream<TcpStream>,
}

/// What came over a connection.
#[derive(Debug, PartialEq)]
pub enum Heard {
    Message(Value),
    /// It ended: with this code, where the server said one.
    Closed(Option<u16>),
}

impl Live {
    /// # Errors
    /// The server's refusal, or that it cannot be reached.
    pub async fn try_connect(
        address: &str,
        team: &str,
        headers: &[(&'static str, &str)],
        receive_buffer: Option<u32>,
    ) -> Result<Self, tungstenite::Error> {
        let mut request = format!("ws://{address}/api/teams/{team}/live").into_client_request()?;
        for (name, value) in headers {
            let value = value.parse().map_err(tungstenite::http::Error::from)?;
            request.headers_mut().insert(*name, value);
        }
        let socket = tokio::net::TcpSocket::new_v4()?;
        if let Some(bytes) = receive_buffer {
            socket.set_recv_buffer_size(bytes)?;
        }
        let stream = socket.connect(address.parse().unwrap()).await?;
        let (socket, _) = tokio_tungstenite::client_async(request, stream).await?;
        Ok(Self { socket })
    }

    pub async fn connect(address: &str, team: &str, token: &str) -> Self {
        let bearer = format!("Bearer {token}");
        Self::try_connect(address, team, &[("authorization", &bearer)], None)
            .await
            .unwrap()
    }

    /// A connection whose reader takes little at a time, so that the server soon waits for it.
    pub async fn connect_narrow(address: &str, team: &str, token: &str) -> Self {
        let bearer = format!("Bearer {token}");
        Self::try_connect(address, team, &[("authorization", &bearer)], Some(4096))
            .await
            .unwrap()
    }

    pub async fn say(&mut self, message: &Value) {
        self.say_raw(Message::text(message.to_string())).await;
    }

    pub async fn say_raw(&mut self, message: Message) {
        self.socket.send(message).await.unwrap();
    }

    /// The next thing that comes; None when nothing does in that time.
    pub async fn hear_within(&mut self, time: Duration) -> Option<Heard> {
        let end = Instant::now() + time;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let next = tokio::time::timeout(left, self.socket.next()).await.ok()?;
            match next {
                Some(Ok(Message::Text(text))) => {
                    return Some(Heard::Message(serde_json::from_str(&text).unwrap()));
                }
                Some(Ok(Message::Close(frame))) => {
                    return Some(Heard::Closed(frame.map(|frame| frame.code.into())));
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Some(Heard::Closed(None)),
            }
        }
    }

    /// The next message, which must come.
    pub async fn hear(&mut self) -> Value {
        match self.hear_within(PATIENCE).await {
            Some(Heard::Message(message)) => message,
            other => panic!("no message: {other:?}"),
        }
    }

    /// The next message of a kind, whatever comes before: its content.
    pub async fn hear_of(&mut self, kind: &str) -> Value {
        let end = Instant::now() + PATIENCE;
        let mut before = Vec::new();
        while Instant::now() < end {
            match self.hear_within(end - Instant::now()).await {
                Some(Heard::Message(mut message)) => match message.get_mut(kind) {
                    Some(content) => return content.take(),
                    None => before.push(message),
                },
                Some(closed) => panic!("{closed:?} while waiting for `{kind}`, after {before:?}"),
                None => break,
            }
        }
        panic!("no `{kind}` came, but {before:?}");
    }

    /// Waits until the server ends the connection, and says with which code and after how long.
    pub async fn end(&mut self) -> (Option<u16>, Duration) {
        let begun = Instant::now();
        loop {
            match self.hear_within(PATIENCE).await {
                Some(Heard::Closed(code)) => return (code, begun.elapsed()),
                Some(Heard::Message(_)) => {}
                None => panic!("the connection goes on"),
            }
        }
    }

    /// Opens a list and waits for `opened`.
    pub async fn open(&mut self, list: &str, version: Option<u64>) -> Value {
        self.say(&json!({"open": {"list": list, "version": version}}))
            .await;
        self.hear_of("opened").await
    }

    pub async fn close(&mut self, list: &str) {
        self.say(&json!({"close": {"list": list}})).await;
    }

    /// The changes of the next message that has some.
    pub async fn changes(&mut self) -> Vec<Value> {
        self.hear_of("changes").await.as_array().unwrap().clone()
    }

    /// Ends the connection as a browser does that leaves.
    pub async fn leave(mut self) {
        // The server may be gone already.
        let _is_said = self.socket.close(None).await.is_ok();
    }
}
