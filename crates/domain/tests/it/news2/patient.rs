//! For whom there is no score.

use super::*;

fn born(date: Option<&str>) -> Bedside {
    let mut bedside = Bedside::well();
    bedside.patient.birth_date = date.map(|date| date.parse().unwrap());
    bedside
}

fn not_scored(why: &str) -> Value {
    json!({"type": "not_scored", "why": why})
}

#[test]
fn under_16_there_is_no_score_and_from_the_birthday_on_there_is() {
    assert_eq!(born(Some("2010-11-25")).news2(), not_scored("under_16"));
    assert_eq!(born(Some("2010-11-24")).total(), complete(0, "low"));
    assert_eq!(born(Some("2010-11-23")).total(), complete(0, "low"));
    assert_eq!(born(Some("2026-11-24")).news2(), not_scored("under_16"));
}

#[test]
fn the_birthday_begins_at_midnight_of_the_ward() {
    let mut bedside = born(Some("2010-11-25"));
    bedside.now = "2026-11-24T23:30:00Z".parse().unwrap();
    assert_eq!(bedside.news2(), not_scored("under_16"));
    bedside.zone = TimeZone::get("Europe/Paris").unwrap();
    assert_eq!(bedside.total()["type"], "complete");
}

#[test]
fn a_partial_birth_date_tells_the_age_only_where_every_day_of_it_does() {
    for (date, why) in [
        ("2009", None),
        ("2010", Some("age_unknown")),
        ("2011", Some("under_16")),
        ("2010-10", None),
        ("2010-11", Some("age_unknown")),
        ("2010-12", Some("under_16")),
    ] {
        let answer = born(Some(date)).news2();
        match why {
            Some(why) => assert_eq!(answer, not_scored(why), "{date}"),
            None => assert_eq!(answer["type"], "scored", "{date}"),
        }
    }
    let mut last_day = born(Some("2010-11"));
    last_day.now = "2026-11-30T12:00:00Z".parse().unwrap();
    assert_eq!(last_day.news2()["type"], "scored");
}

#[test]
fn an_unknown_age_has_no_score() {
    assert_eq!(born(None).news2(), not_scored("age_unknown"));
}

#[test]
fn in_pregnancy_there_is_no_score() {
    let mut bedside = Bedside::well();
    bedside.patient.is_pregnant = true;
    assert_eq!(bedside.news2(), not_scored("pregnant"));
}
