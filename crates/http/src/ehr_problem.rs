//! From what went wrong with a hospital's record to problem details.

use crate::problem::Problem;
use axum::http::StatusCode;
use serde_json::Value;
use service::ehr::EhrProblem;

impl From<EhrProblem> for Problem {
    fn from(problem: EhrProblem) -> Self {
        use EhrProblem as E;
        let (status, retry_after_s) = match &problem {
            E::NotAllowed { .. } => (StatusCode::UNPROCESSABLE_ENTITY, None),
            E::NotThere => (StatusCode::NOT_FOUND, None),
            E::TooSlow => (StatusCode::GATEWAY_TIMEOUT, None),
            E::RateLimited { seconds } | E::Away { seconds } => (
                StatusCode::SERVICE_UNAVAILABLE,
                Some(i64::try_from(*seconds).unwrap_or(i64::MAX)),
            ),
            E::Sealed => (StatusCode::SERVICE_UNAVAILABLE, None),
            E::Unreachable
            | E::TooLarge
            | E::NotFhir
            | E::UnsupportedVersion { .. }
            | E::NotPermitted
            | E::AuthenticationFailed { .. }
            | E::ServerError { .. } => (StatusCode::BAD_GATEWAY, None),
        };
        let code = format!("ehr_{}", problem.code());
        let mut answer = Problem::new(status, &code, detail(&problem));
        if let Ok(Value::Object(mut parameters)) = serde_json::to_value(&problem) {
            parameters.remove("code");
            // A problem's own `status` is that of this answer.
            if let Some(theirs) = parameters.remove("status") {
                parameters.insert("said_status".to_owned(), theirs);
            }
            answer.parameters = parameters;
        }
        Problem {
            retry_after_s,
            ..answer
        }
    }
}

fn detail(problem: &EhrProblem) -> String {
    use EhrProblem as E;
    match problem {
        E::NotAllowed { host } => {
            format!("This server may not ask {host}. Whoever runs it allows a host with --ehr-allow.")
        }
        E::Unreachable => "The record cannot be reached. Check the address, or try again.".into(),
        E::TooSlow => "The record did not answer in time. Try again.".into(),
        E::TooLarge => "The record's answer is too large to be read.".into(),
        E::NotFhir => "What answers at this address is no FHIR server. Check the address.".into(),
        E::UnsupportedVersion { said } => {
            format!("The record speaks FHIR {said}. DSTU2, STU3, R4 and R5 are read.")
        }
        E::NotPermitted => {
            "The record does not permit this. Ask whoever runs it for the scopes.".into()
        }
        E::AuthenticationFailed { said } => {
            let said = said.as_deref().map(|said| format!(" ({said})"));
            format!(
                "The record does not accept our credentials{}. Check client, secret and scope.",
                said.unwrap_or_default()
            )
        }
        E::RateLimited { seconds } => format!("The record asks us to wait {seconds} seconds."),
        E::Away { seconds } => {
            format!("The record failed several times. It is asked again in {seconds} seconds.")
        }
        E::ServerError { status } => {
            format!("The record answered with an error of its own ({status}). Try again.")
        }
        E::NotThere => "The record does not know this patient.".into(),
        E::Sealed => {
            "A stored secret cannot be opened with this server's key. Whoever runs it restores the key; or set the connection again."
                .into()
        }
    }
}
