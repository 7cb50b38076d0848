//! Which addresses are public, and which are special: reached only when an operator names them.

use ipnet::IpNet;
use std::net::IpAddr;

/// Blocks that are not the public internet, from the narrowest meaning to the widest: of two that hold an address the first one counts. After
/// IANA's special-purpose address registries (IPv4, IPv6), with the addresses at which clouds hand credentials to whoever asks.
const SPECIAL: &[&str] = &[
    // where clouds hand out credentials
    "169.254.169.254/32",
    "169.254.170.2/32",
    "168.63.129.16/32",
    "100.100.100.200/32",
    "fd00:ec2::254/128",
    // IPv4
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
    // IPv6; those that carry an IPv4 address within (64:ff9b::, 2001::, 2002::) would otherwise lead to any of the above
    "::/128",
    "::1/128",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "2001::/23",
    "2001:db8::/32",
    "2002::/16",
    "3fff::/20",
    "fc00::/7",
    "fe80::/10",
    "ff00::/8",
    // whatever is not global unicast (2000::/3, RFC 4291)
    "::/3",
    "4000::/2",
    "8000::/1",
];

/// The special block that an address is in, or none where it is a public one. The address is canonical: an IPv4-mapped one is IPv4.
pub(super) fn special_block(address: IpAddr) -> Option<IpNet> {
    SPECIAL
        .iter()
        .filter_map(|block| block.parse::<IpNet>().ok())
        .find(|block| block.contains(&address))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn every_special_block_is_a_network() {
        for block in SPECIAL {
            let network: IpNet = block.parse().unwrap();
            assert_eq!(network, network.trunc(), "{block}");
        }
    }

    #[test]
    fn an_address_is_in_the_narrowest_block_that_is_listed() {
        let block =
            |address: &str| special_block(address.parse().unwrap()).map(|block| block.to_string());
        assert_eq!(block("169.254.169.254").unwrap(), "169.254.169.254/32");
        assert_eq!(block("169.254.1.1").unwrap(), "169.254.0.0/16");
        assert_eq!(block("::1").unwrap(), "::1/128");
        assert_eq!(block("fe80::1").unwrap(), "fe80::/10");
        assert_eq!(block("::127.0.0.1").unwrap(), "::/3");
        assert_eq!(block("2002:7f00:1::").unwrap(), "2002::/16");
        for public in ["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"] {
            assert!(block(public).is_none(), "{public}");
        }
    }
}
