use crate::client::at_noon;
use ehr_sandbox::Version;
use serde_json::{Value, json};

#[tokio::test]
async fn a_patient_is_written_as_the_version_has_it() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let person = &client.sandbox.patients()[0];
        let patient = client.get("Patient/p001").await;
        let names = patient["name"].as_array().unwrap();
        let official = names.iter().find(|name| name["use"] == "official").unwrap();
        let (family, practitioner, system) = match version {
            Version::Dstu2 => (
                json!([person.family]),
                "careProvider",
                "http://hl7.org/fhir/v2/0203",
            ),
            Version::Stu3 => (
                json!(person.family),
                "generalPractitioner",
                "http://hl7.org/fhir/v2/0203",
            ),
            Version::R4 => (
                json!(person.family),
                "generalPractitioner",
                "http://terminology.hl7.org/CodeSystem/v2-0203",
            ),
        };
        assert_eq!(official["family"], family);
        assert_eq!(official["given"], json!(person.given));
        assert_eq!(patient["birthDate"], person.birth_date.to_string());
        assert!(
            patient[practitioner][0]["display"]
                .as_str()
                .unwrap()
                .starts_with("Dr ")
        );
        assert_eq!(patient["photo"][0]["contentType"], "image/png");
        let mrn = &patient["identifier"][1];
        assert_eq!(
            mrn["type"]["coding"][0],
            json!({"system": system, "code": "MR"})
        );
        assert_eq!(mrn["value"], json!(person.mrn));
        let without = client.get("Patient/p008").await;
        assert_eq!(without["identifier"].as_array().unwrap().len(), 1);
        assert_eq!(without["identifier"][0].get("type"), None);
    }
}

#[tokio::test]
async fn conditions_are_written_as_the_version_has_them() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let conditions = client.resources("Condition?patient=p001&_count=20").await;
        assert_eq!(conditions.len(), 3);
        let main = &conditions[0];
        assert_eq!(main["code"]["coding"][0]["code"], "233604007");
        assert!(main["severity"]["text"].is_string());
        let (subject, date, status) = match version {
            Version::Dstu2 => ("patient", "dateRecorded", json!("active")),
            Version::Stu3 => ("subject", "assertedDate", json!("active")),
            Version::R4 => (
                "subject",
                "recordedDate",
                json!({"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]}),
            ),
        };
        assert_eq!(main[subject]["reference"], "Patient/p001");
        assert!(main[date].is_string(), "{main}");
        assert_eq!(main["clinicalStatus"], status);
        assert_eq!(conditions[1]["onsetDateTime"].as_str().unwrap().len(), 4);
        let mistaken = &client.resources("Condition?patient=p007").await[1];
        assert_eq!(mistaken.get("clinicalStatus"), None);
        assert!(
            mistaken["verificationStatus"]
                .to_string()
                .contains("entered-in-error")
        );
    }
}

#[tokio::test]
async fn the_newest_encounter_leads_to_the_bed() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let sort = if version == Version::Dstu2 {
            "_sort:desc=date"
        } else {
            "_sort=-date"
        };
        let newest = async |patient: &str| {
            let path = format!("Encounter?patient={patient}&{sort}&_count=1");
            client.resources(&path).await[0].clone()
        };
        let stay = newest("p001").await;
        assert_eq!(stay["status"], "in-progress");
        assert!(stay["type"][0]["coding"][0]["display"].is_string());
        assert!(stay["period"]["start"].is_string());
        match version {
            Version::Dstu2 => assert_eq!(stay["class"], "inpatient"),
            Version::Stu3 | Version::R4 => assert_eq!(stay["class"]["code"], "IMP"),
        }
        let place = &stay["location"][0]["location"];
        let location = client.get(place["reference"].as_str().unwrap()).await;
        assert_eq!(location["name"], place["display"]);

        let nameless = newest("p002").await["location"][0]["location"].clone();
        assert_eq!(nameless.get("display"), None);
        let location = client.get(nameless["reference"].as_str().unwrap()).await;
        assert!(
            location["name"].as_str().unwrap().contains(" 1, "),
            "{location}"
        );

        let unsorted = client.resources("Encounter?patient=p001").await;
        assert_eq!(unsorted.len(), 2);
        assert_eq!(unsorted[0]["status"], "finished");
    }
}

#[tokio::test]
async fn an_encounter_brings_its_location_along_where_that_is_asked_for() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let statement = client.get("metadata").await;
        let offered = |kind: &str| {
            let resources = statement["rest"][0]["resource"].as_array().unwrap().iter();
            let mut of_kind = resources.filter(|resource| resource["type"] == kind);
            of_kind.next().unwrap()["searchInclude"].clone()
        };
        assert_eq!(offered("Encounter"), json!(["Encounter:location"]));
        assert_eq!(offered("Condition"), Value::Null);

        for include in ["Encounter:location", "Encounter:location:Location"] {
            let path = format!("Encounter?patient=p002&_include={include}");
            let bundle = client.get(&path).await;
            // Of two stays one says where.
            let entries = bundle["entry"].as_array().unwrap();
            let modes: Vec<_> = entries.iter().map(|e| &e["search"]["mode"]).collect();
            assert_eq!(modes, ["match", "match", "include"], "{version}");
            assert_eq!(entries[2]["resource"]["id"], "bed-002");
            assert!(
                entries[2]["fullUrl"]
                    .as_str()
                    .unwrap()
                    .ends_with("/Location/bed-002")
            );
            assert_eq!(bundle["total"], 2);
        }
        for other in ["Encounter:location-period", "Encounter:patient", "Location"] {
            let path = format!("Encounter?patient=p002&_include={other}");
            assert_eq!(client.resources(&path).await.len(), 2, "{other}");
        }
        let lying = client
            .resources("Encounter?location=Location/bed-002")
            .await;
        assert_eq!(lying.len(), 1);
        assert_eq!(lying[0]["id"], "p002-encounter-1");
    }
}

#[tokio::test]
async fn allergies_are_none_none_known_or_some() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let of = async |patient: &str| {
            client
                .resources(&format!("AllergyIntolerance?patient={patient}"))
                .await
        };
        let what = |allergy: &Value| {
            let field = if version == Version::Dstu2 {
                "substance"
            } else {
                "code"
            };
            allergy[field]["coding"][0]["code"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        assert!(of("p001").await.is_empty());
        let none_known = of("p002").await;
        assert_eq!(none_known.len(), 1);
        assert_eq!(what(&none_known[0]), "716186003");
        let mistaken = of("p003").await;
        assert_eq!(mistaken.len(), 2);
        let some = of("p004").await;
        assert_eq!(some.len(), 2);
        assert!(some[0]["reaction"][0]["manifestation"][0]["text"].is_string());
        match version {
            Version::Dstu2 => {
                assert_eq!(some[0]["status"], "confirmed");
                assert!(some[0]["recordedDate"].is_string());
                assert!(some[0]["note"]["text"].is_string());
                assert_eq!(mistaken[1]["status"], "entered-in-error");
            }
            Version::Stu3 => {
                assert_eq!(some[0]["clinicalStatus"], "active");
                assert!(some[0]["assertedDate"].is_string());
                assert!(some[0]["note"][0]["text"].is_string());
                assert_eq!(mistaken[1]["verificationStatus"], "entered-in-error");
            }
            Version::R4 => {
                assert_eq!(some[0]["clinicalStatus"]["coding"][0]["code"], "active");
                assert!(some[0]["recordedDate"].is_string());
                let status = &mistaken[1]["verificationStatus"]["coding"][0]["code"];
                assert_eq!(status, "entered-in-error");
            }
        }
        assert_eq!(mistaken[1].get("clinicalStatus"), None);
    }
}

#[tokio::test]
async fn medicines_are_written_as_the_version_has_them() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let kind = if version == Version::Dstu2 {
            "MedicationOrder"
        } else {
            "MedicationRequest"
        };
        let orders = client
            .resources(&format!("{kind}?patient=p001&_count=20"))
            .await;
        assert_eq!(orders.len(), 4);
        let first = &orders[0];
        assert_eq!(
            first["medicationCodeableConcept"]["coding"][0]["code"],
            "J01CR02"
        );
        assert!(first["dosageInstruction"][0]["text"].is_string());
        assert!(first["dispenseRequest"]["validityPeriod"]["end"].is_string());
        let (date, prescriber) = match version {
            Version::Dstu2 => ("dateWritten", &first["prescriber"]),
            Version::Stu3 => ("authoredOn", &first["requester"]["agent"]),
            Version::R4 => ("authoredOn", &first["requester"]),
        };
        assert!(first[date].is_string());
        assert!(prescriber["display"].as_str().unwrap().starts_with("Dr "));
        assert_eq!(orders[3]["status"], "stopped");
        let contained = &client.resources(&format!("{kind}?patient=p002")).await[0];
        assert_eq!(contained["medicationReference"]["reference"], "#medication");
        assert_eq!(
            contained["medicationReference"]["display"],
            contained["contained"][0]["code"]["text"]
        );
    }
}

#[tokio::test]
async fn a_coverage_is_written_as_the_version_has_it() {
    for version in Version::ALL {
        let client = at_noon(version).await;
        let coverage = &client.resources("Coverage?patient=p001").await[0];
        assert_eq!(coverage["period"]["start"], "2024-01-01");
        match version {
            Version::Dstu2 => {
                assert!(coverage["plan"].is_string());
                assert!(coverage["issuer"]["display"].is_string());
                assert_eq!(coverage["subscriber"]["reference"], "Patient/p001");
            }
            Version::Stu3 => {
                assert!(coverage["grouping"]["groupDisplay"].is_string());
                assert!(coverage["grouping"]["planDisplay"].is_string());
                assert!(coverage["subscriberId"].is_string());
                assert_eq!(coverage["beneficiary"]["reference"], "Patient/p001");
            }
            Version::R4 => {
                assert_eq!(coverage["class"][1]["type"]["coding"][0]["code"], "plan");
                assert!(coverage["payor"][0]["display"].is_string());
                assert!(coverage["subscriberId"].is_string());
            }
        }
        assert!(client.resources("Coverage?patient=p010").await.is_empty());
    }
}

#[tokio::test]
async fn some_references_are_absolute() {
    let client = at_noon(Version::R4).await;
    let reference =
        client.resources("Condition?patient=p004").await[0]["subject"]["reference"].clone();
    assert_eq!(reference, format!("{}/Patient/p004", client.base));
    for value in ["Patient/p004", &format!("{}/Patient/p004", client.base)] {
        assert!(
            !client
                .resources(&format!("Condition?patient={value}"))
                .await
                .is_empty()
        );
    }
}
