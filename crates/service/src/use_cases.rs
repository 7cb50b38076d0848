//! Looking at a team.

use crate::caller::Caller;
use crate::error::{Refusal, Unavailable};
use crate::journalling;
use crate::personal::{self, ColumnWidths};
use crate::registry::Service;
use crate::team::{Asked, Encoding, HistoryPlan, ListBytes};
use domain::rejection::Rejection;
use domain::team::event::Event;
use domain::team::evolve::Stamp;
use domain::team::history::history_item;
use domain::team::unseen::{MarkedThing, Unseen};
use domain::{ListId, PatientId, TeamId, limits};
use journal::{Entry, Owner, StreamId, StreamKind};
use std::sync::Arc;

/// What others changed on a list since somebody looked.
#[derive(serde::Serialize, utoipa::ToSchema)]
pub struct UnseenView {
    /// What, and when.
    pub unseen: Vec<Unseen>,
    /// The team's sequence that this is true at.
    pub sequence: u64,
}

impl Service {
    /// The team itself, as JSON.
    ///
    /// # Errors
    /// The caller is no member, or the storage refuses.
    pub async fn team(&self, caller: &Caller, team: TeamId) -> Result<Vec<u8>, Refusal> {
        let asker = caller.clone();
        self.read(caller, team, Asked::of_team("team"), move |world, _| {
            world.look_at_team(&asker)
        })
        .await
    }

    /// A list with its rows, encoded.
    ///
    /// # Errors
    /// The caller does not see it, or the view cannot be journalled.
    pub async fn list(
        &self,
        caller: &Caller,
        team: TeamId,
        list: ListId,
        encoding: Encoding,
    ) -> Result<ListBytes, Refusal> {
        let asker = caller.clone();
        self.read(
            caller,
            team,
            Asked::of_list("list", list),
            move |world, at| world.look_at_list(&asker, at, list, encoding),
        )
        .await
    }

    /// One patient, as JSON.
    ///
    /// # Errors
    /// The caller does not see them, or the view cannot be journalled.
    pub async fn patient(
        &self,
        caller: &Caller,
        team: TeamId,
        patient: PatientId,
    ) -> Result<Vec<u8>, Refusal> {
        let asker = caller.clone();
        self.read(
            caller,
            team,
            Asked::of_patient("patient", patient),
            move |world, at| world.look_at_patient(&asker, at, patient),
        )
        .await
    }

    /// Every change of a patient that the caller may know, newest first, as JSON.
    ///
    /// # Errors
    /// The caller does not see them, the view cannot be journalled, or the journal cannot be read.
    pub async fn history(
        &self,
        caller: &Caller,
        team: TeamId,
        patient: PatientId,
    ) -> Result<Vec<u8>, Refusal> {
        let asker = caller.clone();
        let look =
            move |world: &mut crate::team::World, at| world.look_at_history(&asker, at, patient);
        let plan = self
            .read(caller, team, Asked::of_patient("history", patient), look)
            .await?;
        let entries = self.entries(team, &plan).await?;
        let mut events = Vec::with_capacity(entries.len());
        for entry in &entries {
            // What was purged is no longer known to anybody.
            if let (Some(header), Some(body)) = (&entry.header, &entry.body) {
                let event: Event =
                    serde_json::from_slice(body).map_err(|_| Unavailable::Damaged {
                        place: format!(
                            "{} {} at position {}",
                            entry.stream, entry.sequence, entry.position
                        ),
                    })?;
                if let Some(actor) = journalling::author(header.actor, &event) {
                    let stamp = Stamp {
                        sequence: entry.sequence,
                        at: header.at,
                        actor,
                    };
                    events.push((stamp, event));
                }
            }
        }
        let sees_list = |list: ListId| plan.lists.contains(&list);
        let sees_patient = |patient: PatientId| plan.patients.contains(&patient);
        let items: Vec<_> = events
            .iter()
            .rev()
            .filter_map(|(stamp, event)| history_item(&sees_list, &sees_patient, *stamp, event))
            .collect();
        json(&serde_json::json!({ "items": items }))
    }

    async fn entries(&self, team: TeamId, plan: &HistoryPlan) -> Result<Vec<Entry>, Unavailable> {
        let stream = StreamId {
            owner: Owner::Team(team),
            kind: StreamKind::Changes,
        };
        let mut entries = Vec::with_capacity(plan.sequences.len());
        let mut wanted = plan.sequences.iter().copied().peekable();
        while let Some(first) = wanted.next() {
            // Neighbours are read together.
            let mut last = first;
            while let Some(next) = wanted.next_if(|next| *next == last + 1) {
                last = next;
            }
            let count = usize::try_from(last - first + 1).unwrap_or(usize::MAX);
            entries.extend(self.journal().read(stream, first - 1, count).await?);
        }
        Ok(entries)
    }

    /// What others changed on a list since the caller looked. The first time marks everything as seen.
    ///
    /// # Errors
    /// The caller does not see the list, or the storage refuses.
    pub async fn unseen(
        &self,
        caller: &Caller,
        team: TeamId,
        list: ListId,
    ) -> Result<UnseenView, Refusal> {
        let marks = personal::load_marks(&**self.journal(), caller.user, team).await?;
        let is_first = !marks.lists.contains_key(&list);
        let (asker, marks) = (caller.clone(), Arc::new(marks));
        let look = move |world: &mut crate::team::World, at| {
            world.look_at_unseen(&asker, at, list, &marks)
        };
        let (unseen, sequence) = self
            .read(caller, team, Asked::of_list("unseen", list), look)
            .await?;
        if is_first {
            self.mark_seen(caller, team, list, None, sequence).await?;
        }
        Ok(UnseenView { unseen, sequence })
    }

    /// Unmarks one thing, or a whole list, up to a sequence. Only the caller's own marks.
    ///
    /// # Errors
    /// The caller does not see the list, the sequence is not yet, or the storage refuses.
    pub async fn mark_seen(
        &self,
        caller: &Caller,
        team: TeamId,
        list: ListId,
        thing: Option<MarkedThing>,
        sequence: u64,
    ) -> Result<(), Refusal> {
        let (asker, none) = (
            caller.clone(),
            Arc::new(domain::team::unseen::SeenMarks::default()),
        );
        let look =
            move |world: &mut crate::team::World, at| world.look_at_unseen(&asker, at, list, &none);
        let (_, now) = self
            .read(caller, team, Asked::of_list("seen", list), look)
            .await?;
        if sequence > now {
            return Err(Rejection::Invalid {
                what: "sequence".into(),
            }
            .into());
        }
        let _one_at_a_time = self.marks.lock().await;
        let mut marks = personal::load_marks(&**self.journal(), caller.user, team).await?;
        match thing {
            Some(thing) => marks.see(&thing, sequence),
            None => marks.see_list(list, sequence),
        }
        Ok(personal::save_marks(&**self.journal(), caller.user, team, &marks).await?)
    }

    /// Journals that rows were copied.
    ///
    /// # Errors
    /// A patient is not on a list that the caller sees, or it cannot be journalled: then nothing may be copied.
    pub async fn copy_rows(
        &self,
        caller: &Caller,
        team: TeamId,
        list: ListId,
        patients: Vec<PatientId>,
    ) -> Result<(), Refusal> {
        if patients.len() > limits::PATIENTS {
            return Err(Rejection::TooMany {
                what: "patients".into(),
                limit: limits::PATIENTS,
            }
            .into());
        }
        let (asker, patients) = (caller.clone(), Arc::new(patients));
        self.read(
            caller,
            team,
            Asked::of_list("copy", list),
            move |world, at| world.copy_rows(&asker, at, list, &patients),
        )
        .await
    }

    /// The caller's widths of a list's columns.
    ///
    /// # Errors
    /// The caller does not see the list, or the storage refuses.
    pub async fn column_widths(
        &self,
        caller: &Caller,
        team: TeamId,
        list: ListId,
    ) -> Result<ColumnWidths, Refusal> {
        self.check_list(caller, team, list).await?;
        Ok(personal::load_widths(&**self.journal(), caller.user, team, list).await?)
    }

    /// Keeps the caller's widths of a list's columns.
    ///
    /// # Errors
    /// The caller does not see the list, there are too many, or the storage refuses.
    pub async fn set_column_widths(
        &self,
        caller: &Caller,
        team: TeamId,
        list: ListId,
        widths: &ColumnWidths,
    ) -> Result<(), Refusal> {
        if widths.widths.len() > limits::FIELDS {
            return Err(Rejection::TooMany {
                what: "widths".into(),
                limit: limits::FIELDS,
            }
            .into());
        }
        self.check_list(caller, team, list).await?;
        Ok(personal::save_widths(&**self.journal(), caller.user, team, list, widths).await?)
    }

    async fn check_list(&self, caller: &Caller, team: TeamId, list: ListId) -> Result<(), Refusal> {
        let asker = caller.clone();
        self.read(
            caller,
            team,
            Asked::of_list("widths", list),
            move |world, _| world.look_at_existence(&asker, list),
        )
        .await
    }
}

fn json(value: &impl serde::Serialize) -> Result<Vec<u8>, Refusal> {
    serde_json::to_vec(value).map_err(|error| {
        Unavailable::Busy {
            reason: error.to_string(),
        }
        .into()
    })
}
