//! Reading a patient's chart: in one request where the EHR does batch, else in parallel.

use crate::discovery::{Discovered, unreadable};
use crate::error::EhrError;
use crate::lanes::Lane;
use crate::session::{Access, Session, resolve};
use crate::transport::{Answer, Ask};
use domain::chart::{Chart, PartName};
use fhir::Unreadable;
use fhir::chart::ChartReader;
use fhir::query::{Query, followed_url, queries};
use futures_util::future::join_all;
use jiff::Timestamp;
use std::time::Instant;

/// One reading of a chart: its requests.
pub(crate) struct Reading<'a> {
    session: &'a Session<'a>,
    discovered: &'a Discovered,
}

/// What was read of a chart so far.
struct Collected {
    reader: ChartReader,
    /// The next pages of parts.
    next: Vec<(PartName, String)>,
    /// The EHR does not know the patient.
    is_missing: bool,
}

/// A patient's logical id, as it may stand in a path: nothing that leads elsewhere.
pub(crate) fn is_patient_id(id: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~');
    (1..=128).contains(&id.len()) && id.chars().all(is_plain) && id.chars().any(|c| c != '.')
}

impl<'a> Reading<'a> {
    /// Reads the chart of a patient. Parts that fail say so; it is an error where nothing at all could be read, or where there is no such patient.
    pub(crate) async fn chart(
        session: &'a Session<'a>,
        discovered: &'a Discovered,
        patient_id: &str,
        pages: usize,
        now: Timestamp,
    ) -> Result<Chart, EhrError> {
        if !is_patient_id(patient_id) {
            return Err(EhrError::NotFound);
        }
        let capability = &discovered.capability;
        let base = session.base.as_str().trim_end_matches('/');
        let reading = Reading {
            session,
            discovered,
        };
        let mut collected = Collected {
            reader: ChartReader::new(capability.version, base, patient_id),
            next: Vec::new(),
            is_missing: false,
        };
        for part in PartName::ALL {
            if !capability.offers(part) {
                collected.reader.not_offered(part);
            }
        }
        let queries = queries(capability, patient_id);
        let mut is_answered = false;
        if discovered.does_batch() {
            (collected, is_answered) = reading.in_batch(collected, &queries).await?;
        }
        if !is_answered {
            collected = reading.one_by_one(collected, &queries).await?;
        }
        if collected.is_missing {
            return Err(EhrError::NotFound);
        }
        collected = reading.turn_pages(collected, pages).await?;
        reading.follow(&mut collected.reader).await;
        Ok(collected.reader.finish(now))
    }

    /// Asks everything in one request. False where the EHR turns out not to do that.
    async fn in_batch(
        &self,
        mut collected: Collected,
        queries: &[Query],
    ) -> Result<(Collected, bool), EhrError> {
        let mut url = self.session.base.clone();
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        let ask = Ask::post(url, self.discovered.media(), fhir::batch::request(queries));
        let answer = match self.session.ask(ask, Lane::Whole, self.access()).await {
            Err(EhrError::ServerError { status: 501 }) => None,
            result => Some(result?).filter(is_success),
        };
        let Some(answer) = answer else {
            self.discovered.note_no_batch();
            return Ok((collected, false));
        };
        let parts: Vec<PartName> = queries.iter().map(|query| query.part).collect();
        let (collected, is_batch) = beside(move || {
            let is_batch = collected.take_batch(&parts, &answer.body);
            (collected, is_batch)
        })
        .await?;
        let is_batch = is_batch?;
        if !is_batch {
            self.discovered.note_no_batch();
        }
        Ok((collected, is_batch))
    }

    async fn one_by_one(
        &self,
        collected: Collected,
        queries: &[Query],
    ) -> Result<Collected, EhrError> {
        let asks = queries.iter().map(|query| (query.part, query.url.as_str()));
        let mut answers = self.get_all(asks.collect(), Lane::Single).await;
        if answers.iter().all(|(_, answer)| answer.is_err())
            && let Some((_, Err(trouble))) = answers.pop()
        {
            return Err(trouble);
        }
        collected.with(answers).await
    }

    /// Reads on where parts have more pages, all parts at once.
    async fn turn_pages(
        &self,
        mut collected: Collected,
        pages: usize,
    ) -> Result<Collected, EhrError> {
        for _ in 1..pages {
            if collected.next.is_empty() {
                return Ok(collected);
            }
            let next = std::mem::take(&mut collected.next);
            let asks = next.iter().map(|(part, url)| (*part, url.as_str()));
            let answers = self.get_all(asks.collect(), Lane::Single).await;
            collected = collected.with(answers).await?;
        }
        for (part, _) in std::mem::take(&mut collected.next) {
            collected.reader.stopped(part);
        }
        Ok(collected)
    }

    /// Asks for the names of places and medications that the chart only refers to.
    async fn follow(&self, reader: &mut ChartReader) {
        let names = &self.session.state.names;
        let mut unknown: Vec<(String, String)> = Vec::new();
        for reference in reader.to_follow() {
            match names.find(&reference, Instant::now()) {
                Some(body) => reader.followed(&reference, &body),
                None => {
                    let url = followed_url(&reference);
                    unknown.push((reference, url));
                }
            }
        }
        let asks = unknown
            .iter()
            .map(|(reference, url)| (reference.as_str(), url.as_str()));
        // What a batch could not answer is no query of its own kind: it does not wait for the few that go one by one.
        let lane = match self.discovered.does_batch() {
            true => Lane::Whole,
            false => Lane::Single,
        };
        for (reference, answer) in self.get_all(asks.collect(), lane).await {
            if let Some(answer) = answer.ok().filter(is_success) {
                names.keep(reference, &answer.body, Instant::now());
                reader.followed(reference, &answer.body);
            }
        }
    }

    /// Gets all at once, as far as the connection's turns let it; the answers in the order of the questions.
    async fn get_all<T: Copy>(
        &self,
        asks: Vec<(T, &str)>,
        lane: Lane,
    ) -> Vec<(T, Result<Answer, EhrError>)> {
        let get = |(what, url): (T, &str)| {
            let url = resolve(&self.session.base, url);
            async move {
                let answer = match url {
                    Ok(url) => self.session.ask(Ask::get(url), lane, self.access()).await,
                    Err(trouble) => Err(trouble),
                };
                (what, answer)
            }
        };
        join_all(asks.into_iter().map(get)).await
    }

    fn access(&self) -> Access<'a> {
        Access::WithToken(self.discovered.endpoint.as_ref())
    }
}

impl Collected {
    /// The answer to a batch of queries for these parts. False where it is none.
    fn take_batch(&mut self, parts: &[PartName], body: &[u8]) -> Result<bool, EhrError> {
        let answers = match fhir::batch::read(body, parts.len()) {
            Ok(answers) => answers,
            // FHIR, but no answer to a batch, or one that cannot be matched with its queries.
            Err(Unreadable::Unexpected { .. }) => return Ok(false),
            Err(why) => return Err(unreadable(why)),
        };
        if let Some(trouble) = common_failure(answers.iter().map(|answer| answer.status)) {
            return Err(trouble);
        }
        for (part, answer) in parts.iter().zip(&answers) {
            self.is_missing |= *part == PartName::Patient && matches!(answer.status, 404 | 410);
            let next = self.reader.answer(*part, answer);
            self.next.extend(next.map(|next| (*part, next)));
        }
        Ok(true)
    }

    /// The same with the answers to single queries.
    async fn with(
        mut self,
        answers: Vec<(PartName, Result<Answer, EhrError>)>,
    ) -> Result<Self, EhrError> {
        beside(move || {
            for (part, answer) in answers {
                self.take(part, answer);
            }
            self
        })
        .await
    }

    fn take(&mut self, part: PartName, answer: Result<Answer, EhrError>) {
        match answer {
            Ok(answer) if is_success(&answer) => {
                let next = self.reader.page(part, &answer.body);
                self.next.extend(next.map(|next| (part, next)));
            }
            Ok(answer) => {
                self.is_missing |= part == PartName::Patient && matches!(answer.status, 404 | 410);
                self.reader.refused(part, answer.status, &answer.body);
            }
            Err(EhrError::NotPermitted) => self.reader.refused(part, 403, &[]),
            Err(trouble) => self.reader.unanswered(part, &trouble.to_string()),
        }
    }
}

/// Reads answers beside the threads that serve people: a chart takes milliseconds of a processor, and a ward's two hundred come together.
async fn beside<T: Send + 'static>(
    read: impl FnOnce() -> T + Send + 'static,
) -> Result<T, EhrError> {
    // It fails only where the server stops.
    tokio::task::spawn_blocking(read)
        .await
        .map_err(|_| EhrError::TooSlow)
}

/// The trouble of a batch of which every query failed by the EHR's own fault: there is no chart, and the last one stands.
fn common_failure(mut statuses: impl Iterator<Item = u16>) -> Option<EhrError> {
    let status = statuses.next()?;
    let is_failure = |status: u16| status == 429 || status >= 500;
    (is_failure(status) && statuses.all(is_failure)).then_some(EhrError::ServerError { status })
}

fn is_success(answer: &Answer) -> bool {
    (200..300).contains(&answer.status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_that_failed_in_all_its_queries_failed_whole() {
        let failure = |statuses: &[u16]| common_failure(statuses.iter().copied());
        assert_eq!(
            failure(&[503, 429, 500]),
            Some(EhrError::ServerError { status: 503 })
        );
        for other in [&[][..], &[200, 503], &[503, 404], &[403, 403]] {
            assert_eq!(failure(other), None, "{other:?}");
        }
    }

    #[test]
    fn an_id_that_would_lead_elsewhere_is_no_patient_s() {
        for id in ["1", "eq081-VQEgP8drUUqCWzHfw3", "a.b_c~d", &"x".repeat(128)] {
            assert!(is_patient_id(id), "{id}");
        }
        for id in [
            "",
            ".",
            "..",
            "a/b",
            "../metadata",
            "1?_count=9",
            "a b",
            "é",
            "%2e%2e",
            &"x".repeat(129),
        ] {
            assert!(!is_patient_id(id), "{id}");
        }
    }
}
