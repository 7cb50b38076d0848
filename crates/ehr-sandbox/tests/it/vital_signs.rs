use crate::client::{Client, NOON, at_noon};
use ehr_sandbox::{Clock, Version};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::collections::HashSet;

fn newest_first(version: Version) -> &'static str {
    match version {
        Version::Dstu2 => "_sort:desc=date",
        Version::Stu3 | Version::R4 => "_sort=-date",
    }
}

fn time(observation: &Value) -> Timestamp {
    observation["effectiveDateTime"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap()
}

fn code(observation: &Value) -> &str {
    observation["code"]["coding"][0]["code"].as_str().unwrap()
}

/// NEWS2 on scale 1, counted here by itself from a set of seven Observations.
fn news2(set: &[Value]) -> u32 {
    let of = |wanted: &str| set.iter().find(|observation| code(observation) == wanted);
    let number = |wanted: &str| {
        let value = &of(wanted).unwrap()["valueQuantity"]["value"];
        value.as_f64().unwrap()
    };
    let band = |value: f64, bands: &[(f64, u32)], above: u32| {
        bands
            .iter()
            .find(|(limit, _)| value <= *limit)
            .map_or(above, |(_, score)| *score)
    };
    let saturation = of("59408-5").or_else(|| of("2708-6")).unwrap();
    let saturation = saturation["valueQuantity"]["value"].as_f64().unwrap();
    let systolic = &of("85354-9").unwrap()["component"][0]["valueQuantity"]["value"];
    let awake = &of("80288-4").unwrap()["valueCodeableConcept"]["coding"][0]["code"];
    band(
        number("9279-1"),
        &[(8.0, 3), (11.0, 1), (20.0, 0), (24.0, 2)],
        3,
    ) + band(saturation, &[(91.0, 3), (93.0, 2), (95.0, 1)], 0)
        + if number("3151-8") > 0.0 { 2 } else { 0 }
        + band(
            systolic.as_f64().unwrap(),
            &[(90.0, 3), (100.0, 2), (110.0, 1), (219.0, 0)],
            3,
        )
        + band(
            number("8867-4"),
            &[(40.0, 3), (50.0, 1), (90.0, 0), (110.0, 1), (130.0, 2)],
            3,
        )
        + band(
            number("8310-5"),
            &[(35.0, 3), (36.0, 1), (38.0, 0), (39.0, 1)],
            2,
        )
        + if awake == "248234008" { 0 } else { 3 }
}

async fn newest_set(client: &Client, patient: &str) -> Vec<Value> {
    client
        .resources(&format!(
            "Observation?patient={patient}&category=vital-signs&_sort=-date&_count=7"
        ))
        .await
}

#[tokio::test]
async fn a_set_is_measured_every_five_minutes_for_two_days() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let sort = newest_first(version);
        let path = format!("Observation?patient=p001&category=vital-signs&{sort}&_count=1000");
        let bundle = client.get(&path).await;
        assert_eq!(bundle["total"], 7 * 576);
        let observations = crate::client::resources(&bundle);
        assert_eq!(observations.len(), 1000);
        let noon: Timestamp = NOON.parse().unwrap();
        assert!(noon.duration_since(time(&observations[0])) < SignedDuration::from_mins(5));
        for (newer, older) in observations.iter().zip(observations.iter().skip(7)) {
            assert_eq!(
                time(newer).duration_since(time(older)),
                SignedDuration::from_mins(5)
            );
        }
        let codes: HashSet<&str> = observations.iter().take(7).map(code).collect();
        assert_eq!(
            codes,
            HashSet::from([
                "9279-1", "59408-5", "3151-8", "85354-9", "8867-4", "8310-5", "80288-4"
            ])
        );
        let oldest = client.resources("Observation?patient=p001&_count=1").await;
        let age = noon.duration_since(time(&oldest[0]));
        assert!(
            age <= SignedDuration::from_hours(48) && age > SignedDuration::from_mins(48 * 60 - 6)
        );
    }
}

#[tokio::test]
async fn each_version_writes_an_observation_as_it_has_it() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let sort = newest_first(version);
        let bp = &client
            .resources(&format!(
                "Observation?patient=p001&code=85354-9&{sort}&_count=1"
            ))
            .await[0];
        assert_eq!(bp["subject"]["reference"], "Patient/p001");
        assert_eq!(bp["component"][0]["code"]["coding"][0]["code"], "8480-6");
        assert_eq!(bp["component"][1]["code"]["coding"][0]["code"], "8462-4");
        assert_eq!(bp["component"][0]["valueQuantity"]["unit"], "mmHg");
        let (category, encounter) = match version {
            Version::Dstu2 => (&bp["category"], &bp["encounter"]),
            Version::Stu3 => (&bp["category"][0], &bp["context"]),
            Version::R4 => (&bp["category"][0], &bp["encounter"]),
        };
        assert_eq!(category["coding"][0]["code"], "vital-signs");
        assert_eq!(encounter["reference"], "Encounter/p001-encounter-1");
        let token = format!(
            "{}|vital-signs",
            category["coding"][0]["system"].as_str().unwrap()
        );
        let of = async |category: &str| {
            let path = format!("Observation?patient=p001&category={category}&_count=0");
            client.get(&path).await["total"].clone()
        };
        assert_eq!(of(&token).await, 7 * 576);
        assert_eq!(of("http://elsewhere.example|vital-signs").await, 0);
        assert_eq!(of("laboratory").await, 0);
        let id = bp["id"].as_str().unwrap();
        assert_eq!(&client.get(&format!("Observation/{id}")).await, bp);
    }
}

#[tokio::test]
async fn half_of_the_patients_have_the_older_code_of_saturation_only() {
    let client = at_noon(Version::R4).await;
    assert_eq!(
        client
            .get("Observation?patient=p001&code=http://loinc.org|59408-5")
            .await["total"],
        576
    );
    assert_eq!(
        client.get("Observation?patient=p002&code=59408-5").await["total"],
        0
    );
    assert_eq!(
        client
            .get("Observation?patient=p002&code=59408-5,2708-6")
            .await["total"],
        576
    );
}

#[tokio::test]
async fn vital_signs_go_on_changing_and_what_was_measured_stays() {
    let client = at_noon(Version::R4).await;
    let before = newest_set(&client, "p001").await;
    client
        .sandbox
        .set_clock(Clock::Fixed("2026-11-24T12:05:00Z".parse().unwrap()));
    let after = client
        .resources("Observation?patient=p001&_sort=-date&_count=14")
        .await;
    let ids = |set: &[Value]| {
        set.iter()
            .map(|one| one["id"].clone())
            .collect::<HashSet<_>>()
    };
    assert!(ids(&before).is_disjoint(&ids(&after[..7])));
    assert_eq!(before, after[7..]);
}

#[tokio::test]
async fn one_of_two_patients_is_ill_at_any_time_and_most_are_well() {
    let client = at_noon(Version::R4).await;
    let noon: Timestamp = NOON.parse().unwrap();
    for hour in 0..24 {
        let hours = SignedDuration::from_hours(hour);
        client
            .sandbox
            .set_clock(Clock::Fixed(noon.checked_add(hours).unwrap()));
        let third = news2(&newest_set(&client, "p003").await);
        let tenth = news2(&newest_set(&client, "p010").await);
        assert!(third.max(tenth) >= 7, "hour {hour}: {third} and {tenth}");
    }
    let mut well = 0;
    for person in client.sandbox.patients() {
        let set = newest_set(&client, &person.id).await;
        if !set.is_empty() && news2(&set) <= 4 {
            well += 1;
        }
    }
    assert!(well >= 28, "{well} are well");
}

#[tokio::test]
async fn a_reading_in_error_is_marked_as_one() {
    let client = at_noon(Version::R4).await;
    let readings = client
        .resources("Observation?patient=p001&code=8310-5&_count=576")
        .await;
    let mistaken: Vec<&Value> = readings
        .iter()
        .filter(|reading| reading["status"] != "final")
        .collect();
    assert!(mistaken.len() >= 11);
    for reading in &readings {
        let value = reading["valueQuantity"]["value"].as_f64().unwrap();
        assert_eq!(
            value > 45.0,
            reading["status"] == "entered-in-error",
            "{reading}"
        );
    }
}

#[tokio::test]
async fn nothing_is_measured_of_the_patient_who_died() {
    let client = at_noon(Version::R4).await;
    assert_eq!(
        client.get("Patient/p018").await["deceasedDateTime"],
        "2026-03-14T04:15:00Z"
    );
    assert_eq!(client.get("Observation?patient=p018").await["total"], 0);
    let stays = client.resources("Encounter?patient=p018").await;
    assert!(stays.iter().all(|stay| stay["status"] == "finished"));
}
