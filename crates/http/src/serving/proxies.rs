//! Proxies that the operator named. What they say of a request's client counts; what anybody else says of it is not read.

use super::Arrival;
use axum::http::header::{FORWARDED, HeaderName};
use axum::http::{HeaderMap, HeaderValue};
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
/// Others by which proxies tell of clients, and which are read nowhere.
const UNREAD: [&str; 4] = [
    "x-forwarded-host",
    "x-forwarded-port",
    "x-real-ip",
    "x-client-ip",
];

/// The header by which the proxies tell of clients. It is one: a proxy that writes one of them hands on the other as the client wrote it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum ForwardedHeader {
    /// `X-Forwarded-For` with `X-Forwarded-Proto`, as most proxies write them.
    #[default]
    XForwardedFor,
    /// `Forwarded` (RFC 7239).
    Forwarded,
}

impl FromStr for ForwardedHeader {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "x-forwarded-for" => Ok(Self::XForwardedFor),
            "forwarded" => Ok(Self::Forwarded),
            _ => Err("it is x-forwarded-for or forwarded".to_owned()),
        }
    }
}

/// Trusted proxies; by default none.
#[derive(Clone, Default)]
pub struct Proxies {
    networks: Arc<[IpNet]>,
    header: ForwardedHeader,
}

/// What one hop said of the one before it.
#[derive(Clone, Copy, Default)]
struct Said<'a> {
    by: Option<&'a str>,
    scheme: Option<&'a str>,
}

impl Proxies {
    /// Proxies in these networks, which tell of clients by this header.
    pub fn new(networks: impl IntoIterator<Item = IpNet>, header: ForwardedHeader) -> Self {
        Self {
            networks: networks.into_iter().collect(),
            header,
        }
    }

    /// From where a request came that `peer` sent. Takes out of it what proxies say, so that nothing else reads it.
    pub(super) fn settle(&self, headers: &mut HeaderMap, peer: IpAddr, is_secure: bool) -> Arrival {
        let arrival = self.arrival(headers, peer.to_canonical(), is_secure);
        for name in [FORWARDED_FOR, FORWARDED_PROTO, FORWARDED] {
            headers.remove(name);
        }
        for name in UNREAD {
            headers.remove(name);
        }
        arrival
    }

    fn arrival(&self, headers: &HeaderMap, peer: IpAddr, is_secure: bool) -> Arrival {
        let mut arrival = Arrival {
            address: peer,
            is_https: is_secure,
        };
        if !self.trusts(peer) {
            return arrival;
        }
        let hops = match self.header {
            ForwardedHeader::XForwardedFor => x_forwarded(headers),
            ForwardedHeader::Forwarded => forwarded(headers),
        };
        // From the nearest hop outward: each is believed as far as the one that tells of it is trusted.
        for said in hops.iter().rev() {
            if let Some(scheme) = said.scheme {
                arrival.is_https = scheme.eq_ignore_ascii_case("https");
            }
            let Some(address) = said.by.and_then(address_of) else {
                break;
            };
            arrival.address = address;
            if !self.trusts(address) {
                break;
            }
        }
        arrival
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.networks
            .iter()
            .any(|network| network.contains(&address))
    }
}

/// `X-Forwarded-For`, and of `X-Forwarded-Proto` what the nearest hop said last.
fn x_forwarded(headers: &HeaderMap) -> Vec<Said<'_>> {
    let mut hops: Vec<Said<'_>> = parts(headers, &FORWARDED_FOR)
        .map(|by| Said {
            by: Some(by),
            scheme: None,
        })
        .collect();
    if hops.is_empty() {
        hops.push(Said::default());
    }
    if let Some(nearest) = hops.last_mut() {
        nearest.scheme = parts(headers, &FORWARDED_PROTO).last();
    }
    hops
}

/// `Forwarded`: an element a hop, each with `for` and `proto` in any order. A quoted comma or semicolon stands in no address, so what has one is
/// no address here either.
fn forwarded(headers: &HeaderMap) -> Vec<Said<'_>> {
    let element = |element| {
        let mut said = Said::default();
        for (name, value) in str::split(element, ';').filter_map(|pair| pair.split_once('=')) {
            let value = value.trim().trim_matches('"');
            match name.trim() {
                name if name.eq_ignore_ascii_case("for") => said.by = Some(value),
                name if name.eq_ignore_ascii_case("proto") => said.scheme = Some(value),
                _ => {}
            }
        }
        said
    };
    parts(headers, &FORWARDED).map(element).collect()
}

/// The comma-separated parts of a header, over all of its lines. A line that is no text is one part that says nothing.
fn parts<'a>(headers: &'a HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'a str> {
    let text = |value: &'a HeaderValue| value.to_str().unwrap_or("");
    headers
        .get_all(name)
        .into_iter()
        .flat_map(move |value| text(value).split(',').map(str::trim))
}

/// An address, with or without port and brackets.
fn address_of(text: &str) -> Option<IpAddr> {
    let bare = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let address = bare.unwrap_or(text).parse::<IpAddr>();
    let address = address.or_else(|_| text.parse::<SocketAddr>().map(|address| address.ip()));
    address.ok().map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    const CLIENT: &str = "203.0.113.9";
    const PROXY: &str = "10.0.0.1";

    fn arrive(proxies: &Proxies, peer: &str, lines: &[(&'static str, &str)]) -> (String, bool) {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        let arrival = proxies.settle(&mut headers, peer.parse().unwrap(), false);
        assert!(headers.is_empty(), "{headers:?}");
        (arrival.address.to_string(), arrival.is_https)
    }

    fn trusting(networks: &[&str], header: ForwardedHeader) -> Proxies {
        Proxies::new(
            networks.iter().map(|network| network.parse().unwrap()),
            header,
        )
    }

    fn usual() -> Proxies {
        trusting(&["10.0.0.0/8", "fd00::/8"], ForwardedHeader::XForwardedFor)
    }

    #[test]
    fn what_a_stranger_says_of_itself_is_not_read() {
        let lies = [
            ("x-forwarded-for", CLIENT),
            ("x-forwarded-proto", "https"),
            ("forwarded", "for=203.0.113.9;proto=https"),
            ("x-real-ip", CLIENT),
        ];
        for proxies in [Proxies::default(), usual()] {
            assert_eq!(
                arrive(&proxies, "198.51.100.7", &lies),
                ("198.51.100.7".to_owned(), false)
            );
        }
    }

    #[test]
    fn the_client_is_the_rightmost_that_is_no_trusted_proxy() {
        for (said, expected) in [
            (CLIENT, CLIENT),
            // What the client wrote itself stands left of what the proxy saw.
            ("1.2.3.4, 203.0.113.9", CLIENT),
            ("10.0.0.9, 203.0.113.9", CLIENT),
            ("1.2.3.4, 203.0.113.9, 10.0.0.2", CLIENT),
            ("203.0.113.9:51234", CLIENT),
            ("::ffff:203.0.113.9", CLIENT),
            ("2001:db8::1", "2001:db8::1"),
            ("[2001:db8::1]:443", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("10.0.0.3, 10.0.0.2", "10.0.0.3"),
            // Beyond what cannot be read nothing is believed.
            ("203.0.113.9, unknown", PROXY),
            ("203.0.113.9, not an address, 10.0.0.2", "10.0.0.2"),
            ("", PROXY),
        ] {
            let (address, _) = arrive(&usual(), PROXY, &[("x-forwarded-for", said)]);
            assert_eq!(address, expected, "{said}");
        }
        let lines = [("x-forwarded-for", "1.2.3.4"), ("x-forwarded-for", CLIENT)];
        assert_eq!(arrive(&usual(), PROXY, &lines).0, CLIENT);
        assert_eq!(arrive(&usual(), "::ffff:10.0.0.1", &lines).0, CLIENT);
        assert_eq!(arrive(&usual(), "fd00::1", &lines).0, CLIENT);
        assert_eq!(arrive(&usual(), PROXY, &[]).0, PROXY);
    }

    #[test]
    fn the_scheme_is_what_the_nearest_proxy_said() {
        let https = |lines: &[(&'static str, &str)]| arrive(&usual(), PROXY, lines).1;
        assert!(https(&[("x-forwarded-proto", "https")]));
        assert!(https(&[
            ("x-forwarded-for", CLIENT),
            ("x-forwarded-proto", "HTTPS")
        ]));
        assert!(!https(&[("x-forwarded-proto", "http")]));
        assert!(!https(&[("x-forwarded-proto", "https, http")]));
        assert!(!https(&[("x-forwarded-for", CLIENT)]));
    }

    #[test]
    fn only_the_header_that_the_operator_chose_is_read() {
        let both = [
            (
                "forwarded",
                "for=\"[2001:db8::5]:99\";proto=https;by=10.0.0.1",
            ),
            ("x-forwarded-for", CLIENT),
        ];
        assert_eq!(arrive(&usual(), PROXY, &both), (CLIENT.to_owned(), false));
        let forwarded = trusting(&["10.0.0.0/8"], ForwardedHeader::Forwarded);
        assert_eq!(
            arrive(&forwarded, PROXY, &both),
            ("2001:db8::5".to_owned(), true)
        );
        let chain = [(
            "forwarded",
            "for=1.2.3.4;proto=https, For=203.0.113.9;Proto=http, for=10.0.0.2",
        )];
        assert_eq!(
            arrive(&forwarded, PROXY, &chain),
            (CLIENT.to_owned(), false)
        );
        let hidden = [("forwarded", "for=1.2.3.4, for=_hidden;proto=https")];
        assert_eq!(arrive(&forwarded, PROXY, &hidden), (PROXY.to_owned(), true));
    }
}
