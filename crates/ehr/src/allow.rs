//! Where the operator lets requests go (`--ehr-allow`).
//!
//! A team's owner writes the URL of its EHR, and an EHR writes the addresses of redirects, `next` links and token endpoints: none of them may
//! lead to another service of the operator's network. So each address is checked once it is known, after DNS, and the connection
//! goes to the address that was checked.

mod address;
mod entry;

pub use entry::{Entry, NotAnEntry};

use std::net::IpAddr;
use url::{Host, Url};

/// Everything that the operator allows. Without entries nothing is reached.
#[derive(Clone, Debug, Default)]
pub struct Allow {
    entries: Vec<Entry>,
}

/// Where a request goes: what one connection to a server is shared for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// Without TLS.
    pub plain: bool,
    /// The host as in the URL.
    pub host: Host<String>,
    /// The port.
    pub port: u16,
}

/// Why a request may not go there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Neither `https` nor `http`, without a host, or with a user and password in it.
    #[error("only https URLs without a user name are asked")]
    Url,
    /// Plain HTTP to something else than a loopback address that is named.
    #[error("plain HTTP goes only to a loopback address that the operator names")]
    Plain,
    /// The host is not allowed.
    #[error("the operator does not allow this host")]
    Host,
    /// The host has an address that is not public, and that no network names.
    #[error(
        "the host's address is not a public one, and the operator names no network that holds it"
    )]
    Address,
}

impl Origin {
    /// The origin of a URL.
    pub fn of(url: &Url) -> Result<Origin, Refusal> {
        let plain = match url.scheme() {
            "https" => false,
            "http" => true,
            _ => return Err(Refusal::Url),
        };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::Url);
        }
        let host = url.host().ok_or(Refusal::Url)?.to_owned();
        let port = url.port_or_known_default().ok_or(Refusal::Url)?;
        Ok(Origin { plain, host, port })
    }
}

impl FromIterator<Entry> for Allow {
    fn from_iter<T: IntoIterator<Item = Entry>>(entries: T) -> Self {
        Self {
            entries: entries.into_iter().collect(),
        }
    }
}

impl Allow {
    /// Reads the operator's entries, one each.
    pub fn read<'a>(entries: impl IntoIterator<Item = &'a str>) -> Result<Allow, NotAnEntry> {
        entries.into_iter().map(str::parse).collect()
    }

    /// Whether a request may go to this address of that origin.
    pub fn permits(&self, origin: &Origin, address: IpAddr) -> Result<(), Refusal> {
        // An IPv4-mapped address reaches the IPv4 address: it is judged as that.
        let address = address.to_canonical();
        let named = self.names(origin, address);
        if origin.plain && !(named && address.is_loopback()) {
            return Err(Refusal::Plain);
        }
        if named {
            return Ok(());
        }
        if !self.lists(origin) {
            return Err(Refusal::Host);
        }
        match address::special_block(address) {
            None => Ok(()),
            Some(_) => Err(Refusal::Address),
        }
    }

    /// Whether a request may go to that origin as far as can be told before its name is looked up; a literal address is judged to the end.
    pub fn permits_before_lookup(&self, origin: &Origin) -> Result<(), Refusal> {
        match literal(&origin.host) {
            Some(address) => self.permits(origin, address),
            None if origin.plain && !self.may_name_loopback(origin) => Err(Refusal::Plain),
            None if self.lists(origin) || self.has_networks() => Ok(()),
            None => Err(Refusal::Host),
        }
    }

    /// Whether an entry is that host.
    fn lists(&self, origin: &Origin) -> bool {
        self.entries.iter().any(|entry| match entry {
            Entry::Host { host, port } => {
                *host == origin.host && port.is_none_or(|port| port == origin.port)
            }
            Entry::Network(_) => false,
        })
    }

    fn has_networks(&self) -> bool {
        self.entries
            .iter()
            .any(|entry| matches!(entry, Entry::Network(_)))
    }

    /// Whether a name could lead to a loopback address that an entry names.
    fn may_name_loopback(&self, origin: &Origin) -> bool {
        let is_localhost = origin.host == Host::Domain("localhost".to_owned());
        let by_network = self.entries.iter().any(|entry| match entry {
            Entry::Network(network) => network.addr().is_loopback(),
            Entry::Host { .. } => false,
        });
        by_network || (is_localhost && self.lists(origin))
    }

    /// Whether an entry names the address itself: its network, the literal, or `localhost` for a loopback one. A network that is wider than
    /// the special block that an address is in does not name it: `0.0.0.0/0` means the internet, not the machine's own services.
    fn names(&self, origin: &Origin, address: IpAddr) -> bool {
        let block = address::special_block(address);
        let in_network = self.entries.iter().any(|entry| match entry {
            Entry::Network(network) => {
                network.contains(&address) && block.is_none_or(|block| block.contains(network))
            }
            Entry::Host { .. } => false,
        });
        let by_host = match &origin.host {
            Host::Domain(name) => name == "localhost" && address.is_loopback(),
            Host::Ipv4(_) | Host::Ipv6(_) => literal(&origin.host) == Some(address),
        };
        in_network || (by_host && self.lists(origin))
    }
}

fn literal(host: &Host<String>) -> Option<IpAddr> {
    match host {
        Host::Domain(_) => None,
        Host::Ipv4(address) => Some(IpAddr::V4(*address)),
        Host::Ipv6(address) => Some(IpAddr::V6(*address).to_canonical()),
    }
}

#[cfg(test)]
mod tests;
