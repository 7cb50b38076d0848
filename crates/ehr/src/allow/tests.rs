#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;

fn allow(entries: &[&str]) -> Allow {
    Allow::read(entries.iter().copied()).unwrap()
}

/// What becomes of a URL whose host, where it is a name, has that address.
fn judge(entries: &[&str], url: &str, address: &str) -> Result<(), Refusal> {
    let allow = allow(entries);
    let origin = Origin::of(&Url::parse(url).unwrap())?;
    allow.permits_before_lookup(&origin)?;
    match literal(&origin.host) {
        Some(_) => Ok(()),
        None => allow.permits(&origin, address.parse().unwrap()),
    }
}

#[test]
fn without_entries_nothing_is_reached() {
    assert_eq!(
        judge(&[], "https://fhir.example.org", "8.8.8.8"),
        Err(Refusal::Host)
    );
    assert_eq!(judge(&[], "https://8.8.8.8", ""), Err(Refusal::Host));
    assert_eq!(judge(&[], "http://127.0.0.1", ""), Err(Refusal::Plain));
}

#[test]
fn an_allowed_host_is_reached_at_public_addresses_only() {
    let entries = &["fhir.example.org"];
    let url = "https://fhir.example.org/r4";
    assert_eq!(judge(entries, url, "8.8.8.8"), Ok(()));
    assert_eq!(judge(entries, url, "2606:4700::1111"), Ok(()));
    for special in [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",
        "2001::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ] {
        assert_eq!(
            judge(entries, url, special),
            Err(Refusal::Address),
            "{special}"
        );
    }
}

#[test]
fn another_host_is_refused_whatever_it_looks_like() {
    let entries = &["fhir.example.org"];
    for url in [
        "https://example.org",
        "https://a.fhir.example.org",
        "https://fhir.example.org.evil.example",
        "https://fhir.example.org.",
        "https://fhir-example.org",
        "https://fhir.example.org%2eevil.example",
        "https://xn--fhr-qma.example.org",
    ] {
        assert_eq!(judge(entries, url, "8.8.8.8"), Err(Refusal::Host), "{url}");
    }
    for url in [
        "https://fhir.example.org@evil.example",
        "https://fhir.example.org:x@evil.example",
        "ftp://fhir.example.org",
        "file:///etc/passwd",
    ] {
        assert_eq!(judge(entries, url, "8.8.8.8"), Err(Refusal::Url), "{url}");
    }
}

#[test]
fn a_port_that_is_named_is_the_only_one() {
    let entries = &["fhir.example.org:8443"];
    assert_eq!(
        judge(entries, "https://fhir.example.org:8443", "8.8.8.8"),
        Ok(())
    );
    assert_eq!(
        judge(entries, "https://fhir.example.org", "8.8.8.8"),
        Err(Refusal::Host)
    );
    assert_eq!(
        judge(
            &["fhir.example.org"],
            "https://fhir.example.org:8443",
            "8.8.8.8"
        ),
        Ok(())
    );
    assert_eq!(
        judge(
            &["fhir.example.org:443"],
            "https://fhir.example.org",
            "8.8.8.8"
        ),
        Ok(())
    );
    // Another port of an allowed host is not opened by a network that is named beside it.
    assert_eq!(
        judge(
            &["fhir.example.org:8443", "10.0.0.0/8"],
            "https://fhir.example.org:22",
            "8.8.8.8"
        ),
        Err(Refusal::Host)
    );
}

#[test]
fn a_private_network_is_reached_when_it_is_named() {
    let entries = &["10.1.0.0/16"];
    assert_eq!(judge(entries, "https://10.1.2.3/r4", ""), Ok(()));
    assert_eq!(judge(entries, "https://ehr.intern/r4", "10.1.2.3"), Ok(()));
    assert_eq!(judge(entries, "https://[::ffff:10.1.2.3]/r4", ""), Ok(()));
    assert_eq!(
        judge(entries, "https://ehr.intern/r4", "10.2.0.1"),
        Err(Refusal::Host)
    );
    assert_eq!(
        judge(
            &["ehr.intern", "10.1.0.0/16"],
            "https://ehr.intern/r4",
            "10.2.0.1"
        ),
        Err(Refusal::Address)
    );
    assert_eq!(judge(&["10.1.2.3"], "https://10.1.2.3", ""), Ok(()));
    assert_eq!(
        judge(&["10.1.2.3"], "https://ehr.intern", "10.1.2.3"),
        Err(Refusal::Host)
    );
}

#[test]
fn a_network_wider_than_a_special_block_does_not_name_it() {
    for address in ["127.0.0.1", "10.0.0.1", "169.254.169.254"] {
        assert_eq!(
            judge(&["0.0.0.0/0"], "https://ehr.intern", address),
            Err(Refusal::Host),
            "{address}"
        );
    }
    assert_eq!(
        judge(&["0.0.0.0/0"], "https://ehr.example", "8.8.8.8"),
        Ok(())
    );
    assert_eq!(
        judge(&["169.254.0.0/16"], "https://169.254.169.254", ""),
        Err(Refusal::Host)
    );
    assert_eq!(
        judge(&["169.254.0.0/16"], "https://169.254.1.1", ""),
        Ok(())
    );
    assert_eq!(judge(&["::/0"], "https://[::1]", ""), Err(Refusal::Host));
}

#[test]
fn plain_http_goes_only_to_a_loopback_address_that_is_named() {
    assert_eq!(
        judge(&["127.0.0.1:8080"], "http://127.0.0.1:8080/r4", ""),
        Ok(())
    );
    assert_eq!(
        judge(&["127.0.0.0/8"], "http://127.0.0.1:8080/r4", ""),
        Ok(())
    );
    assert_eq!(
        judge(&["localhost"], "http://localhost:8080/r4", "127.0.0.1"),
        Ok(())
    );
    assert_eq!(
        judge(&["localhost"], "http://localhost:8080/r4", "::1"),
        Ok(())
    );
    assert_eq!(judge(&["[::1]"], "http://[::1]:8080/r4", ""), Ok(()));
    assert_eq!(
        judge(&["localhost"], "http://localhost:8080/r4", "8.8.8.8"),
        Err(Refusal::Plain)
    );
    assert_eq!(
        judge(&["fhir.example.org"], "http://fhir.example.org", "8.8.8.8"),
        Err(Refusal::Plain)
    );
    assert_eq!(
        judge(
            &["fhir.example.org"],
            "http://fhir.example.org",
            "127.0.0.1"
        ),
        Err(Refusal::Plain)
    );
    assert_eq!(
        judge(&["10.0.0.0/8"], "http://10.1.2.3", ""),
        Err(Refusal::Plain)
    );
    assert_eq!(
        judge(&["127.0.0.1:8080"], "http://127.0.0.1:8081", ""),
        Err(Refusal::Plain)
    );
}

#[test]
fn every_way_to_write_a_loopback_address_is_that_address() {
    for host in [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.0.0.1",
        "0177.0.0.1",
        "017700000001",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]",
        "１２７.0.0.1",
        "127。0。0。1",
    ] {
        let url = format!("https://{host}/");
        assert_eq!(
            judge(&["fhir.example.org"], &url, ""),
            Err(Refusal::Host),
            "{host}"
        );
        assert_eq!(judge(&["127.0.0.0/8"], &url, ""), Ok(()), "{host}");
    }
    assert_eq!(
        judge(&["127.0.0.0/8"], "https://[::127.0.0.1]/", ""),
        Err(Refusal::Host)
    );
}
