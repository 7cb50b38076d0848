use crate::client::{Client, at_noon, is_outcome, resources, start};
use ehr_sandbox::{Options, Version};
use serde_json::Value;
use std::collections::HashSet;

async fn ids(client: &Client, parameters: &[(&str, &str)]) -> Vec<String> {
    let bundle: Value = client
        .http
        .post(format!("{}/Patient/_search", client.base))
        .form(parameters)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let found: Vec<String> = resources(&bundle)
        .iter()
        .map(|patient| patient["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(bundle["total"], found.len(), "{bundle}");
    found
}

#[tokio::test]
async fn a_patient_is_found_by_each_criterion_in_every_version() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let ward = client.sandbox.patients();
        let person = &ward[4];
        let mrn = person.mrn.as_deref().unwrap();
        let part: String = person.family.chars().skip(1).take(4).collect();
        let family = if version == Version::Dstu2 {
            "family:contains"
        } else {
            "family"
        };
        let birth_date = person.birth_date.to_string();
        assert_eq!(ids(&client, &[("_id", "p005")]).await, ["p005"]);
        assert_eq!(ids(&client, &[("identifier", mrn)]).await, ["p005"]);
        assert_eq!(
            ids(
                &client,
                &[("identifier", &format!("http://hospital.example/mrn|{mrn}"))]
            )
            .await,
            ["p005"]
        );
        assert!(
            ids(
                &client,
                &[("identifier", &format!("http://elsewhere.example|{mrn}"))]
            )
            .await
            .is_empty()
        );
        for criterion in [
            (family, part.to_uppercase().as_str()),
            ("given", &person.given[0]),
            ("name", &person.family),
            ("birthdate", &birth_date),
            ("gender", person.sex),
        ] {
            let found = ids(&client, &[criterion, ("_count", "100")]).await;
            assert!(
                found.contains(&"p005".to_owned()),
                "{version}: {}",
                criterion.0
            );
            assert!(
                found.len() < ward.len(),
                "{version}: {} finds everybody",
                criterion.0
            );
        }
        let all = [
            (family, part.as_str()),
            ("birthdate", &birth_date),
            ("gender", person.sex),
        ];
        assert_eq!(ids(&client, &all).await, ["p005"]);
        let other_sex = if person.sex == "female" {
            "male"
        } else {
            "female"
        };
        assert!(
            ids(&client, &[("_id", "p005"), ("gender", other_sex)])
                .await
                .is_empty()
        );
    }
}

#[tokio::test]
async fn dates_may_be_compared_and_partial() {
    let client = at_noon(Version::R4).await;
    let ward = client.sandbox.patients();
    let born = |is: &dyn Fn(i16) -> bool| {
        ward.iter()
            .filter(|person| is(person.birth_date.year()))
            .count()
    };
    let year = ward[0].birth_date.year();
    for (value, expected) in [
        (format!("{year}"), born(&|other| other == year)),
        (format!("ge{year}"), born(&|other| other >= year)),
        (format!("gt{year}"), born(&|other| other > year)),
        (format!("le{year}"), born(&|other| other <= year)),
        (format!("lt{year}"), born(&|other| other < year)),
    ] {
        let found = client.get(&format!("Patient?birthdate={value}")).await;
        assert_eq!(found["total"], expected, "{value}");
    }
}

#[tokio::test]
async fn accents_and_case_do_not_hide_a_name() {
    let client = at_noon(Version::R4).await;
    let ward = client.sandbox.patients();
    let accented = ward
        .iter()
        .find(|person| person.given[0].contains(['é', 'è', 'ï']))
        .unwrap();
    let plain = accented.given[0].replace(['é', 'è'], "e").replace('ï', "i");
    assert!(
        ids(&client, &[("given", &plain)])
            .await
            .contains(&accented.id)
    );
    assert!(
        !ids(&client, &[("given:exact", &plain)])
            .await
            .contains(&accented.id)
    );
    assert!(
        ids(&client, &[("given:exact", &accented.given[0])])
            .await
            .contains(&accented.id)
    );
}

#[tokio::test]
async fn a_parameter_that_is_not_known_is_ignored_and_a_modifier_refused() {
    let client = at_noon(Version::R4).await;
    assert_eq!(client.get("Patient?shoe-size=43").await["total"], 36);
    for path in [
        "Patient?family:missing=true",
        "Observation?code:not=8310-5&patient=p001",
    ] {
        let (status, body) = client.status(path).await;
        assert_eq!(status, 400, "{path}");
        assert!(is_outcome(&body));
    }
}

#[tokio::test]
async fn the_ward_is_of_both_languages_and_of_distinct_patients() {
    let client = start(Options {
        patients: 200,
        ..Options::default()
    })
    .await;
    let ward = client.sandbox.patients();
    assert_eq!(ward.len(), 200);
    let distinct = |of: &dyn Fn(usize) -> String| (0..200).map(of).collect::<HashSet<_>>().len();
    assert_eq!(distinct(&|index| ward[index].id.clone()), 200);
    let with_mrn: Vec<_> = ward
        .iter()
        .filter_map(|person| person.mrn.clone())
        .collect();
    assert_eq!(
        with_mrn.iter().collect::<HashSet<_>>().len(),
        with_mrn.len()
    );
    assert_eq!(200 - with_mrn.len(), 17);
    let prefixes: HashSet<String> = client
        .resources("Patient?_count=200")
        .await
        .iter()
        .map(|patient| {
            let names = patient["name"].as_array().unwrap();
            let official = names.iter().find(|name| name["use"] == "official").unwrap();
            official["prefix"][0].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(
        prefixes,
        HashSet::from(["Mme", "M.", "Mrs", "Mr"].map(str::to_owned))
    );
}

#[tokio::test]
async fn another_seed_is_another_ward_and_the_same_seed_the_same() {
    let names = async |seed| {
        let client = start(Options {
            seed,
            ..Options::default()
        })
        .await;
        client
            .sandbox
            .patients()
            .into_iter()
            .map(|person| (person.family, person.birth_date))
            .collect::<Vec<_>>()
    };
    let first = names(1).await;
    assert!(first == names(1).await);
    assert!(first != names(2).await);
}
