#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]
use super::*;

fn parts(text: &str, order: NameOrder) -> [String; 4] {
    let name = parse_name(text, order);
    [name.family, name.given, name.prefix, name.birth_family]
}

#[test]
fn capitals_and_commas_decide_before_the_order() {
    for order in [NameOrder::FamilyFirst, NameOrder::GivenFirst] {
        for (text, expected) in [
            ("SMITH, Ben (Mr)", ["SMITH", "Ben", "Mr", ""]),
            ("Smith, Ben", ["Smith", "Ben", "", ""]),
            ("Smith, Mr Ben", ["Smith", "Ben", "Mr", ""]),
            ("DUPONT Jean", ["DUPONT", "Jean", "", ""]),
            ("Jean DUPONT", ["DUPONT", "Jean", "", ""]),
            ("M. DUPONT Jean", ["DUPONT", "Jean", "M.", ""]),
            ("DUPONT Jean-Pierre Mr", ["DUPONT", "Jean-Pierre", "Mr", ""]),
            (
                "Mme MARTIN née DURAND Claire",
                ["MARTIN", "Claire", "Mme", "DURAND"],
            ),
            (
                "Mme MARTIN (née DURAND) Claire",
                ["MARTIN", "Claire", "Mme", "DURAND"],
            ),
            (
                "Claire MARTIN née DURAND",
                ["MARTIN", "Claire", "", "DURAND"],
            ),
            (
                "DURAND épouse MARTIN Claire",
                ["MARTIN", "Claire", "", "DURAND"],
            ),
            (
                "MARTIN NEE DURAND CLAIRE",
                ["MARTIN", "CLAIRE", "", "DURAND"],
            ),
            (
                "MARTIN née DURAND, Claire",
                ["MARTIN", "Claire", "", "DURAND"],
            ),
            (
                "de la TOUR Marie-Anne",
                ["de la TOUR", "Marie-Anne", "", ""],
            ),
            (
                "DE LA TOUR Marie-Anne",
                ["DE LA TOUR", "Marie-Anne", "", ""],
            ),
            ("Jean de la TOUR", ["de la TOUR", "Jean", "", ""]),
            ("O'BRIEN Pat", ["O'BRIEN", "Pat", "", ""]),
            ("Ann McDONALD", ["McDONALD", "Ann", "", ""]),
            ("LE GOFF Yann", ["LE GOFF", "Yann", "", ""]),
            ("DUPONT J.", ["DUPONT", "J.", "", ""]),
            ("DUPONT J.-P.", ["DUPONT", "J.-P.", "", ""]),
            ("ÉLOI Zoé", ["ÉLOI", "Zoé", "", ""]),
            ("DUPONT", ["DUPONT", "", "", ""]),
            ("Mrs Jones", ["Jones", "", "Mrs", ""]),
            ("Monsieur", ["Monsieur", "", "", ""]),
            (
                "SMITH Elizabeth (Betty)",
                ["SMITH", "Elizabeth (Betty)", "", ""],
            ),
            ("", ["", "", "", ""]),
        ] {
            assert_eq!(parts(text, order), expected, "{text} {order:?}");
        }
    }
}

#[test]
fn without_capitals_the_order_decides() {
    assert_eq!(
        parts("Ben Smith", NameOrder::GivenFirst)[..2],
        ["Smith", "Ben"]
    );
    assert_eq!(
        parts("Dupont Jean", NameOrder::FamilyFirst)[..2],
        ["Dupont", "Jean"]
    );
    assert_eq!(
        parts("DUPONT JEAN", NameOrder::FamilyFirst)[..2],
        ["DUPONT", "JEAN"]
    );
    assert_eq!(
        parts("Ludwig van Beethoven", NameOrder::GivenFirst)[..2],
        ["van Beethoven", "Ludwig"]
    );
    assert_eq!(
        parts("Van Beethoven Ludwig", NameOrder::FamilyFirst)[..2],
        ["Van Beethoven", "Ludwig"]
    );
    assert_eq!(
        parts("Mary Ann Jones", NameOrder::GivenFirst)[..2],
        ["Jones", "Mary Ann"]
    );
}

#[test]
fn odd_parentheses_end() {
    for text in [
        "((",
        "))",
        "()",
        "(Mr)",
        "a (b) (c) (d",
        ", ,",
        "née",
        "née DURAND",
        "(née)",
    ] {
        parse_name(text, NameOrder::FamilyFirst);
    }
}
