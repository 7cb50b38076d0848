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

/// One reading of a chart.
pub(crate) struct Reading<'a> {
    session: &'a Session<'a>,
    discovered: &'a Discovered,
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
        let mut reading = Reading {
            session,
            discovered,
            reader: ChartReader::new(capability.version, base, patient_id),
            next: Vec::new(),
            is_missing: false,
        };
        for part in PartName::ALL {
            if !capability.offers(part) {
                reading.reader.not_offered(part);
            }
        }
        let queries = queries(capability, patient_id);
        if !(discovered.does_batch() && reading.in_batch(&queries).await?) {
            reading.one_by_one(&queries).await?;
        }
        if reading.is_missing {
            return Err(EhrError::NotFound);
        }
        reading.turn_pages(pages).await;
        reading.follow().await;
        Ok(reading.reader.finish(now))
    }

    /// Asks everything in one request. False where the EHR turns out not to do that.
    async fn in_batch(&mut self, queries: &[Query]) -> Result<bool, EhrError> {
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
            return Ok(false);
        };
        let answers = match fhir::batch::read(&answer.body, queries.len()) {
            Ok(answers) => answers,
            // FHIR, but no answer to a batch, or one that cannot be matched with its queries.
            Err(Unreadable::Unexpected { .. }) => {
                self.discovered.note_no_batch();
                return Ok(false);
            }
            Err(why) => return Err(unreadable(why)),
        };
        if let Some(trouble) = common_failure(answers.iter().map(|answer| answer.status)) {
            return Err(trouble);
        }
        for (query, answer) in queries.iter().zip(&answers) {
            self.is_missing |=
                query.part == PartName::Patient && matches!(answer.status, 404 | 410);
            let next = self.reader.answer(query.part, answer);
            self.next.extend(next.map(|next| (query.part, next)));
        }
        Ok(true)
    }

    async fn one_by_one(&mut self, queries: &[Query]) -> Result<(), EhrError> {
        let asks = queries.iter().map(|query| (query.part, query.url.as_str()));
        let answers = self.get_all(asks.collect(), Lane::Single).await;
        let all_failed = answers.iter().all(|(_, answer)| answer.is_err());
        for (part, answer) in answers {
            match answer {
                Err(trouble) if all_failed => return Err(trouble),
                answer => self.take(part, answer),
            }
        }
        Ok(())
    }

    /// Reads on where parts have more pages, all parts at once.
    async fn turn_pages(&mut self, pages: usize) {
        for _ in 1..pages {
            let next = std::mem::take(&mut self.next);
            let asks = next.iter().map(|(part, url)| (*part, url.as_str()));
            for (part, answer) in self.get_all(asks.collect(), Lane::Single).await {
                self.take(part, answer);
            }
            if self.next.is_empty() {
                return;
            }
        }
        for (part, _) in std::mem::take(&mut self.next) {
            self.reader.stopped(part);
        }
    }

    /// Asks for the names of places and medications that the chart only refers to.
    async fn follow(&mut self) {
        let names = &self.session.state.names;
        let mut unknown: Vec<(String, String)> = Vec::new();
        for reference in self.reader.to_follow() {
            match names.find(&reference, Instant::now()) {
                Some(body) => self.reader.followed(&reference, &body),
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
                self.reader.followed(reference, &answer.body);
            }
        }
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
