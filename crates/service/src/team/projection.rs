//! A list as bytes: rows in chunks of fifty, each kept compressed, so that an edit costs one chunk and not the list.

use bytes::Bytes;
use domain::field::Field;
use domain::team::event::Event;
use domain::team::state::{List, Team};
use domain::team::view::{Change, ListHeader, RowChange};
use domain::{FieldId, ListId, PatientId};
use serde::Serialize;
use std::collections::HashMap;

/// Rows of a chunk when it is made. Compressing fifty takes well below a millisecond.
const CHUNK: usize = 50;
/// zstd's own default: higher levels cost more time than the wire saves.
const LEVEL: i32 = 3;

/// How a list leaves the server.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// As JSON text.
    Identity,
    /// As concatenated zstd frames.
    Zstd,
}

/// A list's JSON, encoded.
pub struct ListBytes {
    /// The parts, in order.
    pub parts: Vec<Bytes>,
    /// How they are encoded.
    pub encoding: Encoding,
    /// The list's version.
    pub version: u64,
}

/// The wire's beginning of a list, up to the rows.
#[derive(Serialize)]
struct Head<'a> {
    sequence: u64,
    version: u64,
    list: ListHeader<'a>,
    fields: Vec<&'a Field>,
}

/// The chunks of one list.
pub(crate) struct Projection {
    fields: Vec<FieldId>,
    chunks: Vec<Chunk>,
    chunk_of: HashMap<PatientId, usize>,
}

struct Chunk {
    patients: Vec<PatientId>,
    frames: Option<Frames>,
}

/// A chunk's rows, compressed.
struct Frames {
    /// All rows whole.
    whole: Bytes,
    /// Protected patients among them; of most chunks there are none.
    sensitive: Vec<PatientId>,
    /// Those masked, once somebody read it so.
    masked: Option<Bytes>,
}

/// A projection cannot be made: its JSON or compression failed, which only a lack of memory explains.
#[derive(Debug, thiserror::Error)]
#[error("a list cannot be written: {0}")]
pub(crate) struct Unwritable(String);

impl Projection {
    pub(crate) fn new(team: &Team, list: &List) -> Self {
        let chunks: Vec<Chunk> = list
            .rows
            .chunks(CHUNK)
            .map(|rows| Chunk {
                patients: rows.iter().map(|row| row.patient).collect(),
                frames: None,
            })
            .collect();
        let numbered = chunks.iter().enumerate();
        let chunk_of = numbered
            .flat_map(|(i, chunk)| chunk.patients.iter().map(move |p| (*p, i)))
            .collect();
        Self {
            fields: team.shown_fields(list).map(|field| field.id).collect(),
            chunks,
            chunk_of,
        }
    }

    /// Takes an applied change in. Returns false where the projection is to be made anew: that is rarer than an edit by far.
    pub(crate) fn apply(&mut self, event: &Event, change: &Change<'_>) -> bool {
        match change {
            Change::Value { patient, .. } | Change::Note { patient, .. } => {
                self.spoil(*patient);
                // A note of a merged record shows on the row of the one that is kept.
                self.chunk_of.contains_key(patient) || matches!(change, Change::Value { .. })
            }
            Change::Row { row, .. } if self.chunk_of.contains_key(&row.patient.id) => {
                self.spoil(row.patient.id);
                true
            }
            Change::Row {
                row,
                what: RowChange::Added,
                ..
            } if appends(event) => {
                self.append(row.patient.id);
                true
            }
            Change::RowRemoved { patient } => self.remove(*patient),
            Change::List { .. } => true,
            Change::Hidden => true,
            Change::Row { .. } | Change::Moved { .. } | Change::Reload => false,
        }
    }

    fn spoil(&mut self, patient: PatientId) {
        if let Some(chunk) = self
            .chunk_of
            .get(&patient)
            .and_then(|i| self.chunks.get_mut(*i))
        {
            chunk.frames = None;
        }
    }

    fn append(&mut self, patient: PatientId) {
        if self
            .chunks
            .last()
            .is_none_or(|chunk| chunk.patients.len() >= CHUNK)
        {
            self.chunks.push(Chunk {
                patients: Vec::new(),
                frames: None,
            });
        }
        let last = self.chunks.len() - 1;
        if let Some(chunk) = self.chunks.last_mut() {
            chunk.patients.push(patient);
            chunk.frames = None;
            self.chunk_of.insert(patient, last);
        }
    }

    fn remove(&mut self, patient: PatientId) -> bool {
        let Some(i) = self.chunk_of.remove(&patient) else {
            return true;
        };
        let Some(chunk) = self.chunks.get_mut(i) else {
            return false;
        };
        chunk.patients.retain(|p| *p != patient);
        chunk.frames = None;
        // An empty chunk would put two commas side by side.
        !chunk.patients.is_empty()
    }

    /// The list's bytes now, for a reader from whom patients are protected by `masks`. `team` is the state that every change was applied
    /// of.
    pub(crate) fn bytes(
        &mut self,
        team: &Team,
        id: ListId,
        list: &List,
        encoding: Encoding,
        masks: &dyn Fn(PatientId) -> bool,
    ) -> Result<ListBytes, Unwritable> {
        let fields = team.shown_fields(list).collect();
        let head = Head {
            sequence: team.sequence,
            version: list.version,
            list: team.list_header(id, list),
            fields,
        };
        let mut opening = serde_json::to_vec(&head).map_err(|e| Unwritable(e.to_string()))?;
        // The head is an object: its closing brace makes room for the rows.
        opening.pop();
        opening.extend_from_slice(b",\"rows\":[");
        let mut parts = Vec::with_capacity(self.chunks.len() + 2);
        parts.push(encoded(opening, encoding)?);
        for (i, chunk) in self.chunks.iter_mut().enumerate() {
            let frame = chunk.frame(team, &self.fields, i > 0, masks)?;
            parts.push(match encoding {
                Encoding::Zstd => frame,
                Encoding::Identity => decompressed(&frame)?,
            });
        }
        parts.push(encoded(b"]}".to_vec(), encoding)?);
        Ok(ListBytes {
            parts,
            encoding,
            version: list.version,
        })
    }
}

impl Chunk {
    /// The rows as a reader gets them. A patient has at most two forms, so nearly every reader finds one of two frames made already.
    fn frame(
        &mut self,
        team: &Team,
        fields: &[FieldId],
        is_continued: bool,
        masks: &dyn Fn(PatientId) -> bool,
    ) -> Result<Bytes, Unwritable> {
        let Self { patients, frames } = self;
        let made = |is_masked: &dyn Fn(PatientId) -> bool| {
            compressed(&rows_json(team, fields, patients, is_continued, is_masked)?)
        };
        let frames = match frames {
            Some(frames) => frames,
            none => none.insert(Frames {
                whole: made(&|_| false)?,
                sensitive: sensitive_among(team, patients),
                masked: None,
            }),
        };
        let hidden = frames.sensitive.iter().filter(|id| masks(**id)).count();
        if hidden == 0 {
            return Ok(frames.whole.clone());
        }
        if hidden < frames.sensitive.len() {
            return made(masks);
        }
        match &frames.masked {
            Some(masked) => Ok(masked.clone()),
            None => Ok(frames.masked.insert(made(masks)?).clone()),
        }
    }
}

fn sensitive_among(team: &Team, patients: &[PatientId]) -> Vec<PatientId> {
    let is_sensitive = |id: &PatientId| {
        let patient = team.patients.get(id);
        patient.is_some_and(|patient| patient.sensitive.is_some())
    };
    patients.iter().copied().filter(is_sensitive).collect()
}

/// Whether an event puts a patient at the end of a list.
fn appends(event: &Event) -> bool {
    matches!(
        event,
        Event::PatientAdded(_) | Event::PatientAddedToList(_) | Event::PatientMoved(_)
    )
}

fn rows_json(
    team: &Team,
    fields: &[FieldId],
    patients: &[PatientId],
    is_continued: bool,
    is_masked: &dyn Fn(PatientId) -> bool,
) -> Result<Vec<u8>, Unwritable> {
    let mut json = Vec::with_capacity(patients.len() * 1024);
    for (i, id) in patients.iter().enumerate() {
        let Some(patient) = team.patients.get(id) else {
            continue;
        };
        if i > 0 || is_continued {
            json.push(b',');
        }
        let row = match is_masked(*id) {
            true => team.masked_row(fields, *id, patient),
            false => team.row(fields, *id, patient),
        };
        serde_json::to_writer(&mut json, &row).map_err(|e| Unwritable(e.to_string()))?;
    }
    Ok(json)
}

fn encoded(bytes: Vec<u8>, encoding: Encoding) -> Result<Bytes, Unwritable> {
    match encoding {
        Encoding::Identity => Ok(bytes.into()),
        Encoding::Zstd => compressed(&bytes),
    }
}

fn compressed(bytes: &[u8]) -> Result<Bytes, Unwritable> {
    zstd::bulk::compress(bytes, LEVEL)
        .map(Bytes::from)
        .map_err(|e| Unwritable(e.to_string()))
}

fn decompressed(frame: &[u8]) -> Result<Bytes, Unwritable> {
    zstd::stream::decode_all(frame)
        .map(Bytes::from)
        .map_err(|e| Unwritable(e.to_string()))
}
