//! What the operator says about connections: TLS, and proxies before the server.

use anyhow::Context;
use clap::Args;
use http_api::{Certificate, Door, ForwardedHeader, Limits, Proxies};
use ipnet::IpNet;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How often the certificate's files are looked at.
const WATCH: Duration = Duration::from_secs(5);

/// How connections are taken.
#[derive(Args, Clone)]
pub(crate) struct Doorway {
    /// The server's certificate with the chain above it (PEM): connections are TLS then. Files that change are read again while it runs.
    #[arg(long, env = "PATIENTS_TLS_CERT", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The certificate's private key (PEM), in a file that not everybody on the machine can read.
    #[arg(long, env = "PATIENTS_TLS_KEY", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// A network (10.1.2.0/24) or an address from which a proxy of yours sends requests on; repeat it for more. Only such a proxy's word on a client's
    /// address and scheme counts. It passes the Host header on as it came.
    #[arg(long = "trusted-proxy", env = "PATIENTS_TRUSTED_PROXY", value_delimiter = ',', value_parser = network)]
    trusted_proxies: Vec<IpNet>,
    /// The header by which it tells of clients: x-forwarded-for (with x-forwarded-proto) or forwarded. The other one is not read.
    #[arg(
        long,
        env = "PATIENTS_FORWARDED_HEADER",
        default_value = "x-forwarded-for",
        requires = "trusted_proxies"
    )]
    forwarded_header: ForwardedHeader,
}

impl Doorway {
    /// The door, whose certificate is watched from now on.
    pub(crate) fn open(&self) -> anyhow::Result<Door> {
        let certificate = match (&self.tls_cert, &self.tls_key) {
            (Some(chain), Some(key)) => {
                let certificate =
                    Arc::new(Certificate::read(chain, key).context("TLS cannot be offered")?);
                let watched = certificate.clone();
                tokio::spawn(async move { watched.watch(WATCH).await });
                Some(certificate)
            }
            _ => None,
        };
        Ok(Door {
            certificate,
            proxies: Proxies::new(self.trusted_proxies.iter().copied(), self.forwarded_header),
            limits: Limits::default(),
        })
    }

    /// The address that people type.
    pub(crate) fn url(&self, address: SocketAddr) -> String {
        let scheme = if self.tls_cert.is_some() {
            "https"
        } else {
            "http"
        };
        format!("{scheme}://{address}")
    }

    /// Says so where passwords and patients' data would cross a network that others can read.
    pub(crate) fn warn_if_open(&self, address: SocketAddr) {
        if self.tls_cert.is_none() && self.trusted_proxies.is_empty() && !address.ip().is_loopback()
        {
            tracing::warn!(
                "others on the network can read what is sent: give --tls-cert and --tls-key, or a proxy with TLS and --trusted-proxy"
            );
        }
    }
}

fn network(text: &str) -> Result<IpNet, String> {
    let address = text.parse::<std::net::IpAddr>().map(IpNet::from);
    address
        .or_else(|_| text.parse())
        .map_err(|_| "it is a network, as 10.1.2.0/24, or an address".to_owned())
}
