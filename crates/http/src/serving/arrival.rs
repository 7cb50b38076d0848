//! From where a request came, and whether nobody could read it on its way.

use std::net::IpAddr;

/// How a request arrived: over its connection, or by the word of a trusted proxy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Arrival {
    /// The client's address.
    pub(crate) address: IpAddr,
    /// Whether the client speaks TLS.
    pub(crate) is_https: bool,
}
