//! Another identity in the record is proposed to the team, and never taken over silently.

use super::journalled;
use crate::support::{Api, Recorded};
use domain::audit::Operation;
use ehr_sandbox::IdentityChange;
use serde_json::{Value, json};

fn renamed(family: &str) -> IdentityChange {
    IdentityChange {
        family: Some(family.to_owned()),
        ..IdentityChange::default()
    }
}

async fn look(recorded: &Recorded, api: &mut Api, patient: &str) -> Value {
    api.get(&recorded.ward.path(&format!("/patients/{patient}")))
        .await
        .ok()
}

#[tokio::test]
async fn the_record_proposes_an_identity_and_the_team_takes_it_or_keeps_its_own() {
    let mut recorded = Recorded::begin().await;
    let (first, second) = (recorded.add("p003").await, recorded.add("p005").await);
    let team = recorded.ward.team.clone();
    let mut nina = recorded.ward.sign_in("nina").await;
    for (patient, ehr_id, take) in [(&first, "p003", true), (&second, "p005", false)] {
        let before = look(&recorded, &mut nina, patient).await;
        let change = IdentityChange {
            mrn: Some("99887766".to_owned()),
            ..renamed("Changed")
        };
        assert!(recorded.record.change_identity(ehr_id, change));
        let path = recorded.chart_path(patient);
        nina.get(&path).await.ok();
        let proposed = look(&recorded, &mut nina, patient).await;
        assert_eq!(
            proposed["identity"], before["identity"],
            "nothing is taken over silently"
        );
        let says = &proposed["ehr"]["proposed"]["identity"];
        assert_eq!(says["family"], "Changed");
        let list = nina.list(&team, &recorded.ward.list).await;
        let mut rows = list["rows"].as_array().unwrap().iter();
        let row = rows
            .find(|row| row["patient"]["id"] == patient.as_str())
            .unwrap();
        assert_eq!(row["patient"]["ehr"], "proposed");

        let answer = json!({"type": "answer_ehr_identity", "patient": patient, "take": take});
        nina.done(&team, answer).await;
        let after = look(&recorded, &mut nina, patient).await;
        assert_eq!(after["ehr"]["proposed"], Value::Null);
        if take {
            assert_eq!(after["identity"]["family"], "Changed");
            assert!(
                after["identity"]["identifiers"]
                    .to_string()
                    .contains("99887766")
            );
        } else {
            assert_eq!(after["identity"], before["identity"]);
        }
    }
    let proposals = journalled(&recorded.ward, Operation::PatientIdentityPropose).await;
    let answers = journalled(&recorded.ward, Operation::PatientIdentityAnswer).await;
    assert_eq!((proposals.len(), answers.len()), (2, 2));
    let mut gus = recorded.ward.sign_in("gus").await;
    let answer = json!({"type": "answer_ehr_identity", "patient": first, "take": true});
    assert_eq!(
        gus.command(&team, answer).await.refusal(),
        (403, "not_permitted".to_owned())
    );
}
