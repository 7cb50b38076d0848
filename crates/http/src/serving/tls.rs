//! The server's certificate: read from files, and read again when they change, while connections go on.

use std::fmt;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::{CryptoProvider, aws_lc_rs};
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::rustls::{self, ServerConfig};
use zeroize::Zeroizing;

/// Rights of a file by which people outside of its owner and group reach it. A group is how certificate tools hand a key to a server.
const OTHERS: u32 = 0o007;

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// A file cannot be read.
    #[error("cannot read {}: {source}", file.display())]
    Unreadable {
        /// Which.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Everybody on the machine could read the key.
    #[error("{} can be read by everybody on this machine: take that from it (chmod o= …)", file.display())]
    KeyForOthers {
        /// The key's file.
        file: PathBuf,
    },
    /// A file holds no certificate or no key in PEM.
    #[error("{} holds no {what} in PEM", file.display())]
    NoPem {
        /// Which.
        file: PathBuf,
        /// What it should hold.
        what: &'static str,
    },
    /// The two do not go together, or are of a kind that is not used.
    #[error("the certificate and its key cannot be used: {0}")]
    Unusable(#[from] rustls::Error),
}

/// A certificate with its key, from two PEM files.
pub struct Certificate {
    files: Files,
    first: Contents,
    current: Arc<Current>,
    acceptor: TlsAcceptor,
}

struct Files {
    chain: PathBuf,
    key: PathBuf,
}

/// What the files held when they were last read.
#[derive(PartialEq)]
struct Contents {
    chain: Vec<u8>,
    key: Zeroizing<Vec<u8>>,
}

/// The certificate for handshakes from now on.
struct Current(RwLock<Arc<CertifiedKey>>);

impl fmt::Debug for Current {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Current")
    }
}

impl ResolvesServerCert for Current {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(
            self.0
                .read()
                .unwrap_or_else(PoisonError::into_inner)
                .clone(),
        )
    }
}

impl Certificate {
    /// Reads a certificate with the chain above it, and its key.
    ///
    /// # Errors
    /// A file cannot be read or holds something else, everybody can read the key, or the two do not go together.
    pub fn read(chain: &Path, key: &Path) -> Result<Self, CertificateError> {
        let files = Files {
            chain: chain.to_owned(),
            key: key.to_owned(),
        };
        let provider = Arc::new(aws_lc_rs::default_provider());
        let first = files.read()?;
        let certified = first.certify(&files, &provider)?;
        let current = Arc::new(Current(RwLock::new(Arc::new(certified))));
        // TLS 1.2 and 1.3. HTTP/1.1 only: its one request after the other leaves no room for the floods that HTTP/2 is open to.
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(current.clone());
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self {
            files,
            first,
            current,
            acceptor: TlsAcceptor::from(Arc::new(config)),
        })
    }

    pub(super) fn acceptor(&self) -> &TlsAcceptor {
        &self.acceptor
    }

    /// Looks at the files again and again, for ever. A certificate that cannot be used leaves the earlier one, and is told of once.
    pub async fn watch(&self, every: Duration) {
        let provider = aws_lc_rs::default_provider();
        let mut newest: Option<Contents> = None;
        let mut is_unreadable = false;
        loop {
            tokio::time::sleep(every).await;
            let contents = match self.files.read() {
                Ok(contents) => contents,
                Err(error) => {
                    if !is_unreadable {
                        tracing::warn!(%error, "the earlier certificate is kept");
                    }
                    is_unreadable = true;
                    continue;
                }
            };
            is_unreadable = false;
            if newest.as_ref().unwrap_or(&self.first) == &contents {
                continue;
            }
            match contents.certify(&self.files, &provider) {
                Ok(certified) => {
                    *self
                        .current
                        .0
                        .write()
                        .unwrap_or_else(PoisonError::into_inner) = Arc::new(certified);
                    tracing::info!("a new certificate is used from now on");
                }
                Err(error) => tracing::warn!(%error, "the earlier certificate is kept"),
            }
            newest = Some(contents);
        }
    }
}

impl Files {
    fn read(&self) -> Result<Contents, CertificateError> {
        let unreadable = |file: &Path| {
            let file = file.to_owned();
            move |source| CertificateError::Unreadable { file, source }
        };
        let rights = std::fs::metadata(&self.key)
            .map_err(unreadable(&self.key))?
            .permissions();
        if rights.mode() & OTHERS != 0 {
            return Err(CertificateError::KeyForOthers {
                file: self.key.clone(),
            });
        }
        Ok(Contents {
            chain: std::fs::read(&self.chain).map_err(unreadable(&self.chain))?,
            key: Zeroizing::new(std::fs::read(&self.key).map_err(unreadable(&self.key))?),
        })
    }
}

impl Contents {
    fn certify(
        &self,
        files: &Files,
        provider: &CryptoProvider,
    ) -> Result<CertifiedKey, CertificateError> {
        let no_pem = |file: &Path, what| CertificateError::NoPem {
            file: file.to_owned(),
            what,
        };
        let chain: Result<Vec<CertificateDer<'static>>, _> =
            CertificateDer::pem_slice_iter(&self.chain).collect();
        let chain = chain
            .ok()
            .filter(|chain| !chain.is_empty())
            .ok_or_else(|| no_pem(&files.chain, "certificate"))?;
        let key = PrivateKeyDer::from_pem_slice(&self.key)
            .map_err(|_| no_pem(&files.key, "private key"))?;
        Ok(CertifiedKey::from_der(chain, key, provider)?)
    }
}
