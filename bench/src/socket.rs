//! A WebSocket client that does what a live subscriber needs and no more (RFC 6455).

use crate::http::{Connection, Head};
use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// Enough for a frame of changes; a snapshot is read in pieces.
const BUFFER: usize = 4096;
/// More in one message is no list of ours.
const LARGEST: u64 = 64 << 20;

pub(crate) struct Socket {
    stream: BufReader<TcpStream>,
    message: Vec<u8>,
}

struct Frame {
    last: bool,
    opcode: u8,
    length: usize,
}

impl Socket {
    pub(crate) async fn open(
        address: &str,
        path: &str,
        headers: &BTreeMap<String, String>,
    ) -> Result<Self> {
        let head = Head::new("GET", path, address, headers)
            .with("Connection", "Upgrade")
            .with("Upgrade", "websocket")
            .with("Sec-WebSocket-Version", "13")
            // Sixteen bytes that a cache has not seen; there is no cache between us and the server.
            .with("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==");
        let stream = Connection::with_buffer(address, BUFFER)
            .await?
            .upgrade(&head)
            .await?;
        Ok(Self {
            stream,
            message: Vec::new(),
        })
    }

    pub(crate) async fn send(&mut self, text: &str) -> Result<()> {
        self.write(0x1, text.as_bytes()).await
    }

    /// The next message; `None` when the server closed. Pings are answered on the way.
    pub(crate) async fn next(&mut self) -> Result<Option<&[u8]>> {
        self.message.clear();
        loop {
            let frame = self.read_frame_head().await?;
            let before = self.message.len();
            self.message.resize(before + frame.length, 0);
            self.stream.read_exact(&mut self.message[before..]).await?;
            match frame.opcode {
                0x8 => return Ok(None),
                0x9 => {
                    let ping = self.message.split_off(before);
                    self.write(0xA, &ping).await?;
                }
                0xA => self.message.truncate(before),
                _ if frame.last => return Ok(Some(&self.message)),
                _ => {}
            }
        }
    }

    /// Gives back the room that a large message took.
    pub(crate) fn shrink(&mut self) {
        self.message = Vec::new();
    }

    async fn read_frame_head(&mut self) -> Result<Frame> {
        let mut start = [0; 2];
        self.stream.read_exact(&mut start).await?;
        ensure!(start[0] & 0x70 == 0, "the server compresses messages");
        ensure!(start[1] & 0x80 == 0, "the server masks its frames");
        let length = match start[1] {
            126 => u64::from(self.stream.read_u16().await?),
            127 => self.stream.read_u64().await?,
            short => u64::from(short),
        };
        ensure!(length <= LARGEST, "a message of {length} bytes");
        Ok(Frame {
            last: start[0] & 0x80 != 0,
            opcode: start[0] & 0x0F,
            length: usize::try_from(length)?,
        })
    }

    /// One masked frame. The mask is zero: it protects proxies from scripts, and here are neither.
    async fn write(&mut self, opcode: u8, payload: &[u8]) -> Result<()> {
        let mut frame = vec![0x80 | opcode];
        match u16::try_from(payload.len())? {
            short @ 0..126 => frame.push(0x80 | u8::try_from(short)?),
            long => {
                frame.push(0x80 | 126);
                frame.extend_from_slice(&long.to_be_bytes());
            }
        }
        frame.extend_from_slice(&[0; 4]);
        frame.extend_from_slice(payload);
        self.stream.get_mut().write_all(&frame).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;
    use tokio::net::TcpListener;

    #[tokio::test]
    async fn messages_are_joined_and_pings_answered() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let server = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut seen = vec![0; 4096];
            let _ = stream.read(&mut seen).await.unwrap();
            let mut answer = b"HTTP/1.1 101 Switching Protocols\r\n\r\n".to_vec();
            answer.extend_from_slice(b"\x01\x02he\x89\x02hi\x80\x03llo");
            answer.extend_from_slice(&[0x81, 126, 1, 0]);
            answer.extend_from_slice(&[b'x'; 256]);
            answer.extend_from_slice(b"\x88\x00");
            stream.write_all(&answer).await.unwrap();
            let mut pong = [0; 8];
            stream.read_exact(&mut pong).await.unwrap();
            pong
        });
        let mut socket = Socket::open(&address, "/live", &BTreeMap::new())
            .await
            .unwrap();
        assert_eq!(socket.next().await.unwrap(), Some(&b"hello"[..]));
        assert_eq!(socket.next().await.unwrap(), Some(&[b'x'; 256][..]));
        assert_eq!(socket.next().await.unwrap(), None);
        assert_eq!(&server.await.unwrap(), b"\x8a\x82\0\0\0\0hi");
    }
}
