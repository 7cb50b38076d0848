//! The least HTTP/1.1 client that keeps a connection alive, so that the driver costs the server's machine almost nothing.

use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// A request's line and headers, formatted once; only the length of the body is added on sending.
#[derive(Clone)]
pub(crate) struct Head(String);

impl Head {
    pub(crate) fn new(
        method: &str,
        path: &str,
        address: &str,
        headers: &BTreeMap<String, String>,
    ) -> Self {
        let mut text = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\n");
        for (name, value) in headers {
            // Writing to a String cannot fail.
            let _ = write!(text, "{name}: {value}\r\n");
        }
        Self(text)
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        let _ = write!(self.0, "{name}: {value}\r\n");
        self
    }
}

/// One keep-alive connection, one request at a time.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    out: Vec<u8>,
    line: String,
    body: Vec<u8>,
}

enum Length {
    Bytes(usize),
    Chunked,
}

impl Connection {
    pub(crate) async fn open(address: &str) -> Result<Self> {
        Self::with_buffer(address, 64 * 1024).await
    }

    /// `buffer` in bytes: small where thousands of connections wait.
    pub(crate) async fn with_buffer(address: &str, buffer: usize) -> Result<Self> {
        let stream = TcpStream::connect(address)
            .await
            .with_context(|| format!("cannot connect to {address}"))?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream: BufReader::with_capacity(buffer, stream),
            out: Vec::new(),
            line: String::new(),
            body: Vec::new(),
        })
    }

    /// Sends and reads the whole answer; gives its status.
    pub(crate) async fn call(&mut self, head: &Head, body: &[u8]) -> Result<u16> {
        self.send(head, body).await?;
        let (status, length) = self.read_head().await?;
        self.body.clear();
        match length {
            Length::Bytes(count) => {
                self.body.resize(count, 0);
                self.stream.read_exact(&mut self.body).await?;
            }
            Length::Chunked => while self.read_chunk().await? {},
        }
        Ok(status)
    }

    /// As `call`, for what must succeed.
    pub(crate) async fn succeed(&mut self, head: &Head, body: &[u8]) -> Result<&[u8]> {
        let status = self.call(head, body).await?;
        if !(200..300).contains(&status) {
            bail!(
                "{} answered {status}: {}",
                head.0.lines().next().unwrap_or_default(),
                String::from_utf8_lossy(&self.body)
            );
        }
        Ok(&self.body)
    }

    /// Sends, and reads no more than the answer's headers; the rest is an endless stream of chunks.
    pub(crate) async fn start_stream(&mut self, head: &Head) -> Result<()> {
        self.send(head, b"").await?;
        let (status, length) = self.read_head().await?;
        ensure!(status == 200, "the stream answered {status}");
        ensure!(
            matches!(length, Length::Chunked),
            "the stream does not come in chunks"
        );
        Ok(())
    }

    /// The next chunk of a stream; `None` at its end.
    pub(crate) async fn next_chunk(&mut self) -> Result<Option<&[u8]>> {
        self.body.clear();
        Ok(self.read_chunk().await?.then_some(&self.body))
    }

    /// Sends, and gives the raw connection once the server switched protocols.
    pub(crate) async fn upgrade(mut self, head: &Head) -> Result<BufReader<TcpStream>> {
        self.send(head, b"").await?;
        let (status, _) = self.read_head().await?;
        ensure!(status == 101, "the upgrade answered {status}");
        Ok(self.stream)
    }

    /// The body of the last answer, as it came over the wire.
    pub(crate) fn body(&self) -> &[u8] {
        &self.body
    }

    async fn send(&mut self, head: &Head, body: &[u8]) -> Result<()> {
        self.out.clear();
        self.out.extend_from_slice(head.0.as_bytes());
        if !body.is_empty() {
            self.out
                .extend_from_slice(b"Content-Type: application/json\r\n");
            self.out
                .extend_from_slice(format!("Content-Length: {}\r\n", body.len()).as_bytes());
        }
        self.out.extend_from_slice(b"\r\n");
        self.out.extend_from_slice(body);
        self.stream.get_mut().write_all(&self.out).await?;
        Ok(())
    }

    async fn read_line(&mut self) -> Result<&str> {
        self.line.clear();
        let count = self.stream.read_line(&mut self.line).await?;
        ensure!(count > 0, "the server closed the connection");
        Ok(self.line.trim_end())
    }

    async fn read_head(&mut self) -> Result<(u16, Length)> {
        let status = self
            .read_line()
            .await?
            .split(' ')
            .nth(1)
            .and_then(|word| word.parse().ok())
            .context("the answer is no HTTP")?;
        let mut length = Length::Bytes(0);
        loop {
            let line = self.read_line().await?;
            if line.is_empty() {
                return Ok((status, length));
            }
            let (name, value) = line.split_once(':').context("a header without a colon")?;
            if name.eq_ignore_ascii_case("content-length") {
                length = Length::Bytes(value.trim().parse()?);
            } else if name.eq_ignore_ascii_case("transfer-encoding") {
                length = Length::Chunked;
            }
        }
    }

    /// Appends one chunk to the body; false when it was the last, empty one.
    async fn read_chunk(&mut self) -> Result<bool> {
        let count = usize::from_str_radix(self.read_line().await?, 16)?;
        let before = self.body.len();
        self.body.resize(before + count, 0);
        self.stream.read_exact(&mut self.body[before..]).await?;
        self.read_line().await?;
        Ok(count > 0)
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

    /// A server that answers each request with the next of these texts.
    async fn answering(answers: &'static [&'static str]) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            for answer in answers {
                let mut seen = vec![0; 4096];
                assert!(stream.read(&mut seen).await.unwrap() > 0);
                stream.write_all(answer.as_bytes()).await.unwrap();
            }
        });
        address
    }

    #[tokio::test]
    async fn answers_follow_each_other_on_one_connection() {
        let address = answering(&[
            "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n",
            "HTTP/1.1 204 No Content\r\n\r\n",
            "HTTP/1.1 409 Conflict\r\ncontent-length: 2\r\n\r\n{}",
        ])
        .await;
        let head = Head::new("POST", "/x", &address, &BTreeMap::new());
        let mut connection = Connection::open(&address).await.unwrap();
        assert_eq!(connection.call(&head, b"{}").await.unwrap(), 200);
        assert_eq!(connection.body(), b"hello");
        assert_eq!(connection.call(&head, b"").await.unwrap(), 200);
        assert_eq!(connection.body(), b"abc0123456789");
        assert!(connection.succeed(&head, b"").await.unwrap().is_empty());
        let refused = connection.succeed(&head, b"").await.unwrap_err();
        assert_eq!(refused.to_string(), "POST /x HTTP/1.1 answered 409: {}");
    }
}
