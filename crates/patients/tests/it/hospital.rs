//! An organization with one installed team, made over the API as people make it.

use crate::client::Api;
use crate::process::Process;
use serde_json::{Value, json};

pub const PASSWORD: &str = "a long enough password";

/// Who and what there is. It outlives the process: sessions and data are on the disk.
pub struct Hospital {
    pub token: String,
    pub team: String,
    pub list: String,
    pub diagnosis: String,
}

impl Hospital {
    /// Takes the one-time link of an empty server, and makes a team that its administrator owns.
    pub async fn found(process: &Process) -> Self {
        let mut ada = Self::administrator(process).await;
        let team = Self::new_team(&mut ada, "Ward 7").await;
        let view = ada.get(&format!("/api/teams/{team}")).await.ok();
        Self {
            token: ada.token().to_owned(),
            list: text(&view["lists"][0]["id"]),
            diagnosis: text(&view["schema"]["fields"][1]["id"]),
            team,
        }
    }

    async fn administrator(process: &Process) -> Api {
        let mut api = Api::anonymous(&process.address);
        let enrol = json!({"token": process.first_link(), "password": PASSWORD, "user": "ada", "name": "Ada"});
        let answer = api.post("/api/enrolment", &enrol).await;
        assert_eq!(answer.status, 204, "{}", answer.text());
        Api::sign_in(&process.address, "ada", PASSWORD).await
    }

    /// A team that the caller owns, installed.
    pub async fn new_team(ada: &mut Api, name: &str) -> String {
        let me = ada.get("/api/me").await.ok();
        let create = json!({"type": "create_team", "name": name, "owner": me["id"]});
        let team = text(&ada.administer(create).await.ok()["team"]);
        let install = json!({"type": "install_app", "mode": "manual"});
        ada.done(&team, install).await;
        team
    }

    /// The administrator's session, with whichever process serves now.
    pub fn api(&self, process: &Process) -> Api {
        let mut api = Api::anonymous(&process.address);
        api.token = Some(self.token.clone());
        api
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/api/teams/{}{rest}", self.team)
    }

    pub fn list_path(&self) -> String {
        self.path(&format!("/lists/{}", self.list))
    }

    pub async fn patient(&self, api: &mut Api, family: &str) -> String {
        let add = json!({"type": "add_patient", "list": self.list, "identity": {"family": family}, "distinct": true});
        text(&api.done(&self.team, add).await["patient"])
    }
}

pub fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}
