//! Connections as they come: over TLS, through proxies, slowly, and too many.

mod limits;
mod proxies;
mod tls;
