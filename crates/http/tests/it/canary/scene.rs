//! Whom there is to be found: a hidden patient, one whom everybody sees, and a record that the hidden one is linked to.

use crate::support::{CLIENT_ID, CLIENT_SECRET, TENANT, Ward, protected};
use ehr_sandbox::{IdentityChange, Sandbox};
use serde_json::{Value, json};

pub const LIST: &str = "CANARYLISTNAME";
pub const NAME: &str = "CANARYFAMILY";
pub const GIVEN: &str = "CANARYGIVEN";
pub const NUMBER: &str = "CANARYNUMBER";
pub const VALUE: &str = "CANARYVALUE";
pub const FORMER: &str = "CANARYFORMERVALUE";
pub const NOTE: &str = "CANARYNOTE";
pub const REASON: &str = "CANARYREASON";
pub const RECORD_NAME: &str = "CANARYRECORDNAME";
/// What the record says of the hidden patient, in a column that is bound to it.
pub const ALLERGY: &str = "Latex";
pub const CONNECTION: &str = "CANARYCONNECTION";
pub const OPEN_NAME: &str = "OPENFAMILY";
pub const OPEN_NOTE: &str = "OPENNOTE";

/// Whom everybody finds on the open list, and only those responsible see whole.
pub const PROTECTED: [&str; 10] = [
    "SHIELDEDFAMILY",
    "SHIELDEDGIVEN",
    "SHIELDEDNUMBER",
    "1942-03-04",
    "SHIELDEDVALUE",
    "SHIELDEDFORMERVALUE",
    "SHIELDEDNOTE",
    "SHIELDEDREASON",
    "SHIELDEDWHY",
    "SHIELDEDRECORDNAME",
];
/// What everybody sees of her.
pub const INITIALS: &str = "S. S.";
pub const PLACE: &str = "Window 7";
/// The record's id of her.
pub const PROTECTED_LINKED: &str = "p006";

/// A team with one patient on a limited list (nina, and olga who made it), and one on that and on the open list.
pub struct Scene {
    pub ward: Ward,
    pub limited: String,
    pub hidden: String,
    pub shared: String,
    pub import: String,
    pub note: String,
    pub record: Sandbox,
    /// On the open list, nina and olga being responsible.
    pub protected: String,
    /// A note on her.
    pub protected_note: String,
}

impl Scene {
    pub async fn set(mut ward: Ward) -> Self {
        let team = ward.team.clone();
        let limited = ward.new_list(LIST, Some(&["nina", "olga"])).await;
        let identity = json!({
            "family": NAME, "given": GIVEN, "birth_date": "1931-05-06",
            "identifiers": [{"type": "MR", "value": NUMBER}],
        });
        let add = json!({"type": "add_patient", "list": limited, "identity": identity});
        let hidden = text(&ward.olga.done(&team, add).await["patient"]);
        let mut olga = ward.olga.again();
        ward.set(&mut olga, &hidden, "Diagnosis", json!(FORMER))
            .await;
        ward.set(&mut olga, &hidden, "Diagnosis", json!(VALUE))
            .await;
        let note = json!({"type": "add_note", "patient": hidden, "text": NOTE});
        let note = text(&ward.olga.done(&team, note).await["note"]);
        let highlight = json!({"type": "highlight", "patient": hidden, "reason": REASON});
        ward.olga.done(&team, highlight).await;
        let import = json!({"type": "import_patients", "list": limited, "rows": [{"identity": {"family": NAME, "given": "Second"}, "duplicate": {"answer": "distinct"}}]});
        let import = text(&ward.olga.done(&team, import).await["import"]);
        // On the open list, and for a while on the limited one: whoever sees the open list sees them whole, and not that list.
        let shared = ward.patient_on(&limited, OPEN_NAME).await;
        let (list, from) = (ward.list.clone(), limited.clone());
        for command in [
            json!({"type": "move_patient", "patient": shared, "from": from, "to": list, "confirm_audience": true}),
            json!({"type": "add_patient_to_list", "patient": shared, "list": from}),
            json!({"type": "remove_patient_from_list", "patient": shared, "list": from}),
            json!({"type": "add_patient_to_list", "patient": shared, "list": from}),
            json!({"type": "add_note", "patient": shared, "text": OPEN_NOTE}),
        ] {
            ward.olga.done(&team, command).await;
        }
        // A hidden record under the identity of somebody whom everybody sees.
        let twin = json!({"type": "add_patient", "list": limited, "identity": {"family": OPEN_NAME, "prefix": NAME}, "distinct": true});
        ward.olga.done(&team, twin).await;
        let record = connected(&mut ward).await;
        // The hidden patient is linked to the record, which a column of the limited list shows.
        let field = json!({"name": "Allergies", "type": "chart", "source": "allergies"});
        for command in [
            json!({"type": "add_field", "list": limited, "field": field}),
            json!({"type": "link_patient", "patient": hidden, "ehr_id": LINKED, "confirm_identity": true}),
        ] {
            ward.olga.done(&team, command).await;
        }
        let chart = ward.path(&format!("/patients/{hidden}/chart"));
        ward.olga.get(&chart).await.ok();
        let (protected, protected_note) = protect(&mut ward, &record).await;
        Self {
            ward,
            limited,
            hidden,
            shared,
            import,
            note,
            record,
            protected,
            protected_note,
        }
    }

    /// What nobody outside of the limited list may receive.
    pub fn limited_secrets(&self, is_owner: bool) -> Vec<String> {
        let mut secrets: Vec<String> = [
            LIST,
            NAME,
            GIVEN,
            NUMBER,
            VALUE,
            FORMER,
            NOTE,
            REASON,
            RECORD_NAME,
            ALLERGY,
        ]
        .map(str::to_owned)
        .into();
        secrets.extend([self.hidden.clone(), self.note.clone(), self.import.clone()]);
        if !is_owner {
            // Owners are told that there is a list, to add themselves.
            secrets.push(self.limited.clone());
        }
        secrets
    }

    /// What nobody may receive who is not responsible for the protected patient.
    pub fn protected_secrets(&self) -> Vec<String> {
        let mut secrets: Vec<String> = PROTECTED.map(str::to_owned).into();
        secrets.push(self.protected_note.clone());
        secrets
    }

    /// What nobody outside of the team may receive.
    pub fn team_secrets(&self) -> Vec<String> {
        let mut secrets = self.limited_secrets(false);
        secrets.extend([OPEN_NAME, OPEN_NOTE, CONNECTION, "What matters"].map(str::to_owned));
        secrets.extend(self.protected_secrets());
        secrets.push(self.protected.clone());
        secrets.extend([self.ward.list.clone(), self.shared.clone()]);
        secrets
    }
}

/// The record's id of the hidden patient.
pub const LINKED: &str = "p003";

/// A patient of the open list with something of everything, for whom olga and nina are responsible, and who is protected.
async fn protect(ward: &mut Ward, record: &Sandbox) -> (String, String) {
    let [
        family,
        given,
        number,
        born,
        value,
        former,
        note,
        reason,
        why,
        record_name,
    ] = PROTECTED;
    let team = ward.team.clone();
    let change = IdentityChange {
        family: Some(record_name.to_owned()),
        ..IdentityChange::default()
    };
    assert!(record.change_identity(PROTECTED_LINKED, change));
    let identity = json!({
        "family": family, "given": given, "birth_date": born,
        "identifiers": [{"type": "MR", "value": number}],
    });
    let add = json!({"type": "add_patient", "list": ward.list, "identity": identity});
    let patient = text(&ward.olga.done(&team, add).await["patient"]);
    let mut olga = ward.olga.again();
    for (field, value) in [
        ("Place", PLACE),
        ("Diagnosis", former),
        ("Diagnosis", value),
    ] {
        ward.set(&mut olga, &patient, field, json!(value)).await;
    }
    let add_note = json!({"type": "add_note", "patient": patient, "text": note});
    let note = text(&ward.olga.done(&team, add_note).await["note"]);
    let responsible = [ward.id("olga"), ward.id("nina")];
    for command in [
        json!({"type": "highlight", "patient": patient, "reason": reason}),
        json!({"type": "link_patient", "patient": patient, "ehr_id": PROTECTED_LINKED, "confirm_identity": true}),
        json!({"type": "set_responsible", "patient": patient, "users": responsible}),
        json!({"type": "set_sensitive", "patient": patient, "sensitive": true, "reason": why}),
    ] {
        ward.olga.done(&team, command).await;
    }
    (patient, note)
}

/// A record that the ward is connected to.
async fn connected(ward: &mut Ward) -> Sandbox {
    let record = protected().await;
    let change = IdentityChange {
        family: Some(RECORD_NAME.to_owned()),
        ..IdentityChange::default()
    };
    assert!(record.change_identity(LINKED, change));
    let set = json!({"type": "set_ehr_connection", "name": CONNECTION, "url": record.url(), "auth": {
        "type": "client_credentials", "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "scope": TENANT,
    }});
    ward.olga.done(&ward.team, set).await;
    record
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}
