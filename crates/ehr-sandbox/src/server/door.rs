//! The listening socket, which can be closed and opened again at the same address.

use super::fault::Faults;
use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::watch,
};

/// How often a closed door looks whether it may open: a fault can end by itself.
const LOOK: Duration = Duration::from_millis(10);

pub(super) struct Door {
    listener: Option<TcpListener>,
    address: SocketAddr,
    faults: Faults,
    changed: watch::Receiver<()>,
}

impl Door {
    pub(super) async fn open(address: SocketAddr, faults: Faults) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        Ok(Self {
            address: listener.local_addr()?,
            listener: Some(listener),
            changed: faults.watch(),
            faults,
        })
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl axum::serve::Listener for Door {
    type Io = Guarded;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Guarded, SocketAddr) {
        loop {
            if self.faults.refuses() {
                self.listener = None;
                tokio::time::sleep(LOOK).await;
                continue;
            }
            let listener = match &self.listener {
                Some(listener) => listener,
                None => match TcpListener::bind(self.address).await {
                    Ok(listener) => self.listener.insert(listener),
                    Err(_) => {
                        tokio::time::sleep(LOOK).await;
                        continue;
                    }
                },
            };
            tokio::select! {
                _ = self.changed.changed() => {}
                accepted = listener.accept() => match accepted {
                    Ok((stream, address)) => {
                        // Small answers go out at once; a socket that cannot do so is slower, no more.
                        let _ = stream.set_nodelay(true);
                        return (Guarded { stream, faults: self.faults.clone() }, address);
                    }
                    Err(_) => tokio::time::sleep(LOOK).await,
                },
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}

/// A connection that breaks at the next request once connections are refused.
pub(super) struct Guarded {
    stream: TcpStream,
    faults: Faults,
}

impl AsyncRead for Guarded {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        if read.is_ready() && self.faults.refuses() {
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        }
        read
    }
}

impl AsyncWrite for Guarded {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
