//! Reading a JSON body: what is wrong with it is said with its place.

use crate::problem::Problem;
use crate::serving::is_too_slow;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use bytes::Bytes;
use domain::CommandId;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::value::RawValue;

/// A JSON body of a known shape.
pub(crate) struct Json<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let bytes = bytes_of(request, state).await?;
        parse(&bytes).map(Json)
    }
}

/// A command as it was sent: its id, its text, and the text's meaning.
pub(crate) struct CommandBody<C> {
    pub(crate) id: CommandId,
    pub(crate) text: String,
    pub(crate) command: C,
}

/// The envelope of a command.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope<'a> {
    id: CommandId,
    #[serde(borrow)]
    command: &'a RawValue,
}

impl<S: Send + Sync, C: DeserializeOwned> FromRequest<S> for CommandBody<C> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let bytes = bytes_of(request, state).await?;
        let envelope: Envelope<'_> = parse(&bytes)?;
        let text = envelope.command.get();
        let command = parse(text.as_bytes()).map_err(|problem| within("command", problem))?;
        Ok(Self {
            id: envelope.id,
            text: text.to_owned(),
            command,
        })
    }
}

async fn bytes_of<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Problem> {
    let content_type = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    let media_type = content_type.split(';').next().unwrap_or("").trim();
    if !media_type.eq_ignore_ascii_case("application/json") {
        // Also what keeps a foreign page's form from reaching a route.
        let detail = "The body must be sent as application/json.";
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "not_json",
            detail,
        ));
    }
    Bytes::from_request(request, state)
        .await
        .map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                Problem::new(
                    StatusCode::PAYLOAD_TOO_LARGE,
                    "body_too_large",
                    "The body is larger than this route takes.",
                )
            } else if is_too_slow(&rejection) {
                Problem::new(
                    StatusCode::REQUEST_TIMEOUT,
                    "body_too_slow",
                    "The body did not come in time.",
                )
            } else {
                Problem::new(
                    StatusCode::BAD_REQUEST,
                    "malformed",
                    "The body ended before it was whole.",
                )
            }
        })
}

/// Parses JSON. The error names the part by its path, and says what would be right.
pub(crate) fn parse<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let parsed = if is_object(bytes) {
        serde_path_to_error::deserialize(&mut json).map_err(|error| {
            let path = error.path().to_string();
            malformed(&path, error.inner())
        })
    } else {
        // Structs would also be read from arrays, by the order of their fields, which nobody wrote down.
        let error = serde::de::Error::custom("expected an object");
        Err(malformed(".", &error))
    };
    match parsed {
        Ok(parsed) => {
            json.end().map_err(|error| malformed(".", &error))?;
            Ok(parsed)
        }
        // A wrong shape is told of only where all of it is JSON.
        Err(problem) => {
            check_syntax(bytes)?;
            Err(problem)
        }
    }
}

fn is_object(bytes: &[u8]) -> bool {
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

fn check_syntax(bytes: &[u8]) -> Result<(), Problem> {
    if let Err(error) = str::from_utf8(bytes) {
        let error = serde_json::Error::io(std::io::Error::other(error));
        return Err(malformed(".", &error));
    }
    serde_json::from_slice::<IgnoredAny>(bytes)
        .map(drop)
        .map_err(|error| malformed(".", &error))
}

fn malformed(path: &str, error: &serde_json::Error) -> Problem {
    // Well-formed JSON of another shape is understood and refused; anything else is not JSON.
    let status = match error.classify() {
        serde_json::error::Category::Data => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::BAD_REQUEST,
    };
    Problem::new(status, "malformed", format!("At `{path}`: {error}."))
        .with("path", path)
        .with("reason", error.to_string())
}

fn within(part: &str, problem: Problem) -> Problem {
    let inner = problem
        .parameters
        .get("path")
        .and_then(|path| path.as_str())
        .unwrap_or(".");
    let path = if inner == "." {
        part.to_owned()
    } else {
        format!("{part}.{inner}")
    };
    let reason = problem
        .parameters
        .get("reason")
        .and_then(|reason| reason.as_str())
        .unwrap_or("")
        .to_owned();
    Problem::new(
        problem.status,
        "malformed",
        format!("At `{path}`: {reason}."),
    )
    .with("path", path)
    .with("reason", reason)
}
