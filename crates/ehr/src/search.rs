//! Searching patients.

use crate::chart::is_patient_id;
use crate::discovery::{Discovered, unreadable};
use crate::error::EhrError;
use crate::lanes::Lane;
use crate::session::{Access, Session, resolve};
use crate::transport::{Answer, Ask};
use domain::chart::{ChartPatient, Issue, PartName};
use fhir::search::{Criteria, form, read_answer};

const FORM: &str = "application/x-www-form-urlencoded";

/// Patients that an EHR found.
pub struct Patients {
    /// How many there are, where the EHR says.
    pub total: Option<u64>,
    /// The first of them.
    pub patients: Vec<ChartPatient>,
    /// There are more than these.
    pub has_more: bool,
    /// What was left out of the answer, and why.
    pub issues: Vec<Issue>,
}

/// Finds patients, at most `count`. Pages are read on where the first ones do not have so many: a server may give small pages, or pages of others.
pub(crate) async fn search(
    session: &Session<'_>,
    discovered: &Discovered,
    criteria: &Criteria,
    count: u32,
    pages: usize,
) -> Result<Patients, EhrError> {
    let capability = &discovered.capability;
    let wanted = usize::try_from(count).unwrap_or(usize::MAX);
    let access = Access::WithToken(discovered.endpoint.as_ref());
    let first = first_page(session, discovered, &form(capability, criteria, count)).await?;
    let mut read = read_answer(capability, criteria, &first.fhir()?).map_err(unreadable)?;
    let mut found = Patients {
        total: read.value.total,
        patients: read.value.patients,
        has_more: false,
        issues: read.issues,
    };
    let mut pages_read = 1;
    while let Some(next) = read.value.next.take() {
        if found.patients.len() >= wanted || pages_read >= pages {
            found.has_more = true;
            break;
        }
        let page = async {
            let url = resolve(&session.base, &next)?;
            let answer = session.ask(Ask::get(url), Lane::Whole, access).await?;
            read_answer(capability, criteria, &answer.fhir()?).map_err(unreadable)
        };
        match page.await {
            Ok(page) => read = page,
            // What was found before stays.
            Err(_) => {
                found.has_more = true;
                break;
            }
        }
        pages_read += 1;
        found.total = found.total.and(read.value.total);
        found.issues.append(&mut read.issues);
        for patient in read.value.patients.drain(..) {
            if !found.patients.iter().any(|known| known.id == patient.id) {
                found.patients.push(patient);
            }
        }
    }
    found.has_more |= found.patients.len() > wanted;
    found.patients.truncate(wanted);
    let shown = u64::try_from(found.patients.len()).unwrap_or(u64::MAX);
    found.has_more |= found.total.is_some_and(|total| total > shown);
    Ok(found)
}

/// By POST, so that names stand in no URL; by GET where the server takes only that.
async fn first_page(
    session: &Session<'_>,
    discovered: &Discovered,
    form: &str,
) -> Result<Answer, EhrError> {
    let access = Access::WithToken(discovered.endpoint.as_ref());
    if discovered.takes_post_search() {
        let url = session
            .base
            .join("Patient/_search")
            .map_err(|_| EhrError::NotAUrl)?;
        let ask = Ask::post(url, FORM, form.as_bytes().to_vec());
        match session.ask(ask, Lane::Whole, access).await {
            Ok(answer) if matches!(answer.status, 404 | 405 | 415) => {}
            Err(EhrError::ServerError { status: 501 }) => {}
            result => return result,
        }
    }
    let url = session
        .base
        .join(&format!("Patient?{form}"))
        .map_err(|_| EhrError::NotAUrl)?;
    let answer = session.ask(Ask::get(url), Lane::Whole, access).await?;
    if (200..300).contains(&answer.status) {
        discovered.note_no_post_search();
    }
    Ok(answer)
}

/// Reads who a patient is.
pub(crate) async fn patient(
    session: &Session<'_>,
    discovered: &Discovered,
    patient_id: &str,
) -> Result<ChartPatient, EhrError> {
    if !is_patient_id(patient_id) {
        return Err(EhrError::NotFound);
    }
    let capability = &discovered.capability;
    let address = fhir::query::url(capability, PartName::Patient, patient_id);
    let url = resolve(&session.base, &address)?;
    let access = Access::WithToken(discovered.endpoint.as_ref());
    let answer = session.ask(Ask::get(url), Lane::Whole, access).await?;
    // A single resource is read as an answer of one, and anybody else in it left out.
    let criteria = Criteria {
        id: Some(patient_id.to_owned()),
        ..Criteria::default()
    };
    let read = read_answer(capability, &criteria, &answer.fhir()?).map_err(unreadable)?;
    read.value
        .patients
        .into_iter()
        .next()
        .ok_or(EhrError::NotFound)
}
