//! One entry of `--ehr-allow`.

use ipnet::IpNet;
use std::net::IpAddr;
use std::str::FromStr;
use url::Host;

/// What the operator allows: an exact host, or a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A host by name or literal address.
    Host {
        /// The host, in the form in which a URL has it.
        host: Host<String>,
        /// The only port allowed; none allows every port.
        port: Option<u16>,
    },
    /// Every address of a network, by whatever name.
    Network(IpNet),
}

/// The text is no entry of `--ehr-allow`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEntry {
    /// Nothing stands there.
    #[error(
        "an entry is empty: write a host (`fhir.example.org`, `fhir.example.org:8443`) or a network (`10.1.0.0/16`)"
    )]
    Empty,
    /// A URL.
    #[error("`{0}` is a URL: write only its host, with the port where it is not the usual one")]
    Url(String),
    /// A pattern.
    #[error("`{0}` is a pattern: only exact hosts and networks can be allowed")]
    Pattern(String),
    /// A network with bits beyond its prefix, or a prefix that does not exist.
    #[error("`{0}` is no network{1}")]
    Network(String, String),
    /// No host, or no port.
    #[error(
        "`{0}` is no host: write it as `fhir.example.org`, `fhir.example.org:8443`, `10.1.2.3` or `[fd00::1]:8443`"
    )]
    Host(String),
}

impl FromStr for Entry {
    type Err = NotAnEntry;

    fn from_str(text: &str) -> Result<Self, NotAnEntry> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NotAnEntry::Empty);
        }
        if text.contains("://") {
            return Err(NotAnEntry::Url(text.to_owned()));
        }
        if text.contains('*') {
            return Err(NotAnEntry::Pattern(text.to_owned()));
        }
        match text.contains('/') {
            true => network(text),
            false => host(text),
        }
    }
}

fn network(text: &str) -> Result<Entry, NotAnEntry> {
    let refuse = |hint: String| NotAnEntry::Network(text.to_owned(), hint);
    let network: IpNet = text
        .parse()
        .map_err(|_| refuse(": write it as `10.1.0.0/16` or `fd00:1::/32`".to_owned()))?;
    match network == network.trunc() {
        true => Ok(Entry::Network(network)),
        false => Err(refuse(format!(
            ", but an address in one: did you mean `{}`?",
            network.trunc()
        ))),
    }
}

fn host(text: &str) -> Result<Entry, NotAnEntry> {
    let refuse = || NotAnEntry::Host(text.to_owned());
    // An IPv6 address without brackets has no port.
    if let Ok(IpAddr::V6(address)) = text.parse() {
        return Ok(Entry::Host {
            host: Host::Ipv6(address),
            port: None,
        });
    }
    let (name, port) = match text.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (text, None),
    };
    let port = port
        .map(|port| {
            port.parse::<u16>()
                .ok()
                .filter(|port| *port != 0)
                .ok_or_else(refuse)
        })
        .transpose()?;
    if name.contains('@') || name.ends_with('.') {
        return Err(refuse());
    }
    let host = Host::parse(name).map_err(|_| refuse())?;
    Ok(Entry::Host { host, port })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn read(text: &str) -> Entry {
        text.parse().unwrap()
    }

    #[test]
    fn hosts_and_networks_are_read() {
        let named = |name: &str, port| Entry::Host {
            host: Host::Domain(name.to_owned()),
            port,
        };
        assert_eq!(read("fhir.example.org"), named("fhir.example.org", None));
        assert_eq!(
            read(" FHIR.Example.org:8443 "),
            named("fhir.example.org", Some(8443))
        );
        assert_eq!(
            read("hôpital.example"),
            named("xn--hpital-ixa.example", None)
        );
        assert_eq!(
            read("10.1.2.3:8080"),
            Entry::Host {
                host: Host::Ipv4([10, 1, 2, 3].into()),
                port: Some(8080)
            }
        );
        for text in ["fd00::1", "[fd00::1]"] {
            assert_eq!(
                read(text),
                Entry::Host {
                    host: Host::Ipv6("fd00::1".parse().unwrap()),
                    port: None
                }
            );
        }
        assert_eq!(
            read("10.1.0.0/16"),
            Entry::Network("10.1.0.0/16".parse().unwrap())
        );
    }

    #[test]
    fn what_is_wrong_is_said_with_what_would_be_right() {
        for (text, said) in [
            ("", "an entry is empty"),
            ("https://fhir.example.org/r4", "write only its host"),
            ("*.example.org", "only exact hosts and networks"),
            ("10.1.2.3/16", "did you mean `10.1.0.0/16`?"),
            ("10.1.0.0/33", "is no network: write it as"),
            ("fhir.example.org/r4", "is no network"),
            ("user@fhir.example.org", "is no host"),
            ("fhir.example.org.", "is no host"),
            ("fhir.example.org:0", "is no host"),
            ("fhir.example.org:70000", "is no host"),
            ("fhir example org", "is no host"),
        ] {
            let refused = text.parse::<Entry>().unwrap_err().to_string();
            assert!(refused.contains(said), "{text}: {refused}");
        }
    }
}
